import type { CellValue } from '../../rules';
import { fieldShown, measured, money, share, shown } from '../figures';
import { fieldOf, itemsOf, rowsOf, type Cells } from '../outline';
import { lines } from './chart';
import { inner, page, type Deck } from './deck';
import { mostShown } from './picks';
import { moneyOf } from './selection';
import { tableSlides } from './table';

/** The bet on value: what is at risk, on which terms, what each side has at each attainment. */
export function betSlides(deck: Deck): void {
  const { outline } = deck;
  const terms = rowsOf(outline, 'terms').filter(({ cells }) => cells.code ?? cells.item);
  const pool = fieldOf(outline, 'Contract.Pool');
  if (terms.length === 0 || typeof pool !== 'number') return;
  termSlide(deck, pool, terms);
  payoffSlide(deck);
}

function termSlide(deck: Deck, pool: number, terms: ReturnType<typeof rowsOf>): void {
  const { outline } = deck;
  const fee = fieldOf(outline, 'Contract.Fee');
  const settled = fieldOf(outline, 'Contract.Problem') === null;
  const listed = heaviest(deck, terms);
  const note =
    listed.length < terms.length
      ? deck.say('deliver.heaviest', {
          count: listed.length,
          all: terms.length,
          sheet: outline.sheets.terms ?? '',
        })
      : '';
  const figuresTop = page.top + (note ? 0.4 : 0);
  const metrics = new Map(itemsOf(outline, 'metric').map((item) => [item.id, item]));
  const header = (id: string) =>
    outline.tables.terms?.columns.find((column) => column.id === id)?.header ?? id;
  const byCode = (code: CellValue | undefined, column: 'earned' | 'stake') =>
    rowsOf(outline, 'settlement')
      .filter(({ cells }) => cells.code === code && typeof cells[column] === 'number')
      .reduce((sum, { cells }) => sum + Number(cells[column]), 0);
  tableSlides(
    deck,
    deck.say('deliver.title.bet', {
      pool: moneyOf(deck, pool),
      fee: typeof fee === 'number' ? moneyOf(deck, fee) : '–',
      share: fieldShown(outline, 'Contract.ShareAtRisk'),
    }),
    ['contract', 'terms', 'settlement'],
    [
      { name: header('code'), width: 0.8 },
      { name: header('item'), width: 4.4, strong: true },
      { name: header('kind'), width: 1.6 },
      { name: header('target'), width: 1.3, align: 'right' },
      { name: header('weight'), width: 1, align: 'right' },
      ...(settled
        ? [
            { name: deck.say('bet.settlement.stake'), width: 1.5, align: 'right' as const },
            { name: deck.say('bet.settlement.earned'), width: 1.5, align: 'right' as const },
          ]
        : []),
    ],
    listed.map(({ cells }) => {
      const metric = metrics.get(String(cells.metric ?? ''));
      const target = cells.target ?? metric?.row.target;
      return {
        cells: [
          String(cells.code ?? ''),
          String(cells.item ?? ''),
          shown(outline, { kind: 'text', list: 'termKind' }, cells.kind),
          cells.kind === 'qualitative' ? '' : measured(outline, metric?.row.unit, target),
          share(cells.weight),
          ...(settled
            ? [money(byCode(cells.code, 'stake')), money(byCode(cells.code, 'earned'))]
            : []),
        ],
      };
    }),
    {
      note,
      top: figuresTop + 1.45,
      first: (slide) =>
        deck.figures(slide, figuresTop, [
          ...(settled
            ? ([
                'Contract.Pool',
                'Statement.Earned',
                'Statement.Pending',
                'Statement.Forfeited',
                'Statement.Due',
              ] as const)
            : (['Contract.Pool', 'Contract.Fee'] as const)
          ).map((name) => ({
            name: outline.fields[name]?.label ?? name,
            value: fieldShown(outline, name),
          })),
        ]),
    },
  );
}

/** All terms for those who work with them, for a steering committee those of the greatest weight. */
function heaviest(deck: Deck, terms: ReturnType<typeof rowsOf>): ReturnType<typeof rowsOf> {
  const most = mostShown.steering;
  if (deck.audience === 'team' || terms.length <= most) return terms;
  const weight = ({ cells }: { cells: Cells }) => Number(cells.weight ?? 0);
  return [...terms].sort((a, b) => weight(b) - weight(a)).slice(0, most);
}

function payoffSlide(deck: Deck): void {
  const { outline } = deck;
  // Rows without a grid level stand beside a step, to find the break-evens.
  const levels = rowsOf(outline, 'payoff').filter(
    ({ cells }) => typeof cells.grid === 'number' && typeof cells.income === 'number',
  );
  if (levels.length === 0 || fieldOf(outline, 'Contract.Problem') !== null) return;
  const [vendor, client] = [
    fieldOf(outline, 'Payoff.VendorBreakEven'),
    fieldOf(outline, 'Payoff.ClientBreakEven'),
  ];
  const slide = deck.slide(
    deck.say('deliver.title.payoff', { vendor: share(vendor), client: share(client) }),
    ['payoff'],
  );
  const top = page.top + deck.lead(slide, deck.say('bet.payoff.terms.lead'));
  const labels = levels.map(({ cells }) => String(Math.round(Number(cells.level) * 100)));
  lines(
    deck,
    slide,
    { x: page.left, y: top, w: inner, h: page.bottom - top },
    (['income', 'client'] as const).map((column) => ({
      name: deck.say(`bet.payoff.${column}`),
      labels,
      values: levels.map(({ cells }) => Number(cells[column])),
    })),
    `${deck.say('bet.payoff.level')} (%)`,
  );
}
