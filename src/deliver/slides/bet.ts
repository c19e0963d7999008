import type { CellValue } from '../../rules';
import { fieldShown, measured, paid, share, shown } from '../figures';
import { fieldOf, itemsOf, rowsOf } from '../outline';
import { page, type Deck } from './deck';
import { moneyOf } from './selection';
import { tableSlides } from './table';

/** The terms of the bet, with what each is worth and has earned. */
export function termSlides(deck: Deck): void {
  const { outline } = deck;
  const terms = rowsOf(outline, 'terms').filter(({ cells }) => cells.code ?? cells.item);
  const pool = fieldOf(outline, 'Contract.Pool');
  if (terms.length === 0 || typeof pool !== 'number') return;
  termSlide(deck, pool, terms);
  periodTable(deck);
}

function termSlide(deck: Deck, pool: number, terms: ReturnType<typeof rowsOf>): void {
  const { outline } = deck;
  const fee = fieldOf(outline, 'Contract.Fee');
  const settled = fieldOf(outline, 'Contract.Problem') === null;
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
    terms.map(({ cells }) => {
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
            ? (['stake', 'earned'] as const).map((column) =>
                paid(outline, { kind: 'amount' }, byCode(cells.code, column)),
              )
            : []),
        ],
      };
    }),
    {
      top: page.top + 1.45,
      first: (slide) =>
        deck.figures(slide, page.top, [
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
            value: fieldShown(outline, name, paid),
          })),
        ]),
    },
  );
}

/** What each settlement period has come to, where the terms leave room for it. */
function periodTable(deck: Deck): void {
  const { outline } = deck;
  const rows = rowsOf(outline, 'statement').filter(({ cells }) => cells.item);
  if (rows.length === 0 || fieldOf(outline, 'Contract.Problem') !== null) return;
  const known = outline.tables.statement?.columns ?? [];
  const columns = ['item', 'date', 'status', 'earned', 'forfeited', 'settled', 'due'].flatMap(
    (id) => known.filter((column) => column.id === id),
  );
  tableSlides(
    deck,
    deck.say('bet.statement.periods'),
    ['statement'],
    columns.map(({ id, header }) => ({
      name: header,
      width: id === 'item' ? 3 : 1.5,
      strong: id === 'item',
      ...(!['item', 'date', 'status'].includes(id) && { align: 'right' as const }),
    })),
    rows.map(({ cells }) => ({ cells: columns.map((one) => paid(outline, one, cells[one.id])) })),
    { joins: 'only' },
  );
}
