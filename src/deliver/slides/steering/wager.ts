import { fieldShown, scaleOf, share } from '../../figures';
import { fieldOf, rowsOf } from '../../outline';
import { bars, columnsChart, labelShown, unitSaid } from '../chart';
import { inner, page, sizes, type Deck } from '../deck';
import { moneyOf } from '../selection';

/** Attainments at which both sides are told. */
const levels = [0.5, 0.8, 1, 1.2];

/** How wide the charts are: terms have names to be read. */
const columns = [0.4, 0.3, 0.3].map((share) => share * (inner - 0.6));

/** Most bars beside each other; the lightest terms share the last one. */
const mostTerms = 7;

/** The bet on one page: what is measured, and who has what when it is reached in part, in full or beyond. */
export function wagerSlide(deck: Deck): void {
  const { outline } = deck;
  const pool = fieldOf(outline, 'Contract.Pool');
  if (typeof pool !== 'number' || fieldOf(outline, 'Contract.Problem') !== null) return;
  const grid = rowsOf(outline, 'payoff');
  const at = levels.flatMap((level) => {
    const cells = grid.find(
      (row) => typeof row.cells.grid === 'number' && Math.abs(row.cells.grid - level) < 1e-6,
    )?.cells;
    return typeof cells?.income === 'number' ? [{ level, cells }] : [];
  });
  const terms = rowsOf(outline, 'terms')
    .filter(({ cells }) => cells.item && typeof cells.weight === 'number')
    .sort((a, b) => Number(b.cells.weight) - Number(a.cells.weight));
  if (at.length === 0 || terms.length === 0) return;
  const hasClient = at.every(({ cells }) => typeof cells.client === 'number');
  const of = (level: number, column: 'income' | 'client') => {
    const value = at.find((one) => one.level === level)?.cells[column];
    return typeof value === 'number' ? moneyOf(deck, value) : '–';
  };
  const slide = deck.slide(
    deck.say(hasClient ? 'slide.title.wager' : 'slide.title.wagerVendor', {
      vendor: of(1, 'income'),
      client: of(1, 'client'),
      half: of(0.5, 'income'),
      clientHalf: of(0.5, 'client'),
    }),
    ['contract', 'terms', 'payoff'],
  );
  deck.figures(
    slide,
    page.top,
    (
      [
        'Contract.Fee',
        'Contract.Pool',
        'Contract.PayFloor',
        'Contract.PayCap',
        'Payoff.VendorBreakEven',
        'Payoff.ClientBreakEven',
      ] as const
    ).flatMap((name) => {
      const field = outline.fields[name];
      if (typeof field?.value !== 'number') return [];
      const isBreakEven = name.startsWith('Payoff.');
      return [
        {
          name: field.label,
          value: isBreakEven ? fieldShown(outline, name) : moneyOf(deck, field.value),
        },
      ];
    }),
  );
  const top = page.top + 1.3;
  const h = page.bottom - top - 0.4;
  const column = (i: number) => ({
    x: page.left + columns.slice(0, i).reduce((sum, one) => sum + one + 0.3, 0),
    w: columns[i] ?? 0,
  });
  const head = (text: string, i: number) =>
    slide.addText(text, {
      ...column(i),
      y: top,
      h: 0.36,
      margin: 0,
      bold: true,
      fontFace: deck.look.font,
      fontSize: sizes.body,
      color: deck.look.colors.accentDark,
    });
  const place = (i: number) => ({ ...column(i), y: top + 0.4, h });
  const listed = stakesOf(deck, terms);
  const stakes = scaleOf(outline.lang, [pool * Math.max(...listed.map(({ weight }) => weight))]);
  head(deck.say('slide.wager.stakes', { unit: unitSaid(deck, stakes.word) }), 0);
  bars(
    deck,
    slide,
    place(0),
    [
      {
        name: deck.say('bet.settlement.stake'),
        labels: listed.map(({ name, weight }) => `${labelShown(name, 15)} · ${share(weight)}`),
        values: listed.map(({ weight }) => (pool * weight) / stakes.unit),
      },
    ],
    stakes.format,
  );
  (['income', 'client'] as const).forEach((side, i) => {
    const values = at.map(({ cells }) => cells[side]);
    if (!values.every((value) => typeof value === 'number')) return;
    const scale = scaleOf(outline.lang, values);
    head(deck.say(`slide.wager.${side}`, { unit: unitSaid(deck, scale.word) }), i + 1);
    columnsChart(
      deck,
      slide,
      place(i + 1),
      [
        {
          name: deck.say(`bet.payoff.${side}`),
          labels: at.map(({ level }) => `${Math.round(level * 100)}%`),
          values: values.map((value) => value / scale.unit),
        },
      ],
      { format: scale.format, labelled: true, color: i === 0 ? 'accent' : 'accentMid' },
    );
  });
}

/** What each term is called and weighs, the heaviest first. */
function stakesOf(
  deck: Deck,
  terms: ReturnType<typeof rowsOf>,
): { name: string; weight: number }[] {
  const all = terms.map(({ cells }) => ({
    name: String(cells.item),
    weight: Number(cells.weight),
  }));
  if (all.length <= mostTerms) return all;
  const rest = all.splice(mostTerms - 1);
  const weight = rest.reduce((sum, one) => sum + one.weight, 0);
  return [...all, { name: deck.say('slide.more', { count: rest.length }), weight }];
}
