import { describeWorkbook } from '../../../src/workbook';
import { compute, type Computed } from '../../../src/workbook/compute';
import { openProject } from '../../../src/engagement/project';
import { engagementOf, term, winRate } from './bet';

const rowOf = (book: Computed, check: string) =>
  Array.from({ length: book.rows('Checks') }, (_, i) => book.cell('Checks', i, 'id')).indexOf(
    `check.${check}`,
  );

/** Rows that somebody added since the workbook was laid out: a table that follows has too few. */
const short = async (table: string, rows: number) => {
  const { catalog, catalogs } = await openProject(['key-account'], 'en');
  const engagement = engagementOf({
    settings: { goLiveDate: '2026-01-01' },
    readings: [winRate('2026-12-31', 0.3)],
    drivers: {
      'ka.driver.closed-opps': { likely: 100 },
      'ka.driver.avg-deal': { likely: 50_000 },
      'ka.driver.gross-margin': { likely: 0.4 },
    },
    monetisation: { 'ka.metric.win-rate': { attribution: 1, confidence: 1 } },
    periods: [
      { date: '2026-06-30', share: 0.5 },
      { date: '2026-12-31', share: 0.5 },
    ],
    bands: [{ share: 0.1 }],
    terms: [term('A', { weight: 0.5 }), term('B', { weight: 0.5 })],
  });
  const spec = describeWorkbook({ lang: 'en', catalog, catalogs, engagement, addInVersion: '0' });
  const blocks = spec.sheets.flatMap((sheet) => sheet.blocks);
  const block = blocks.find((one) => one.kind === 'table' && one.name === table);
  if (block?.kind === 'table') block.rows = block.rows.slice(0, rows);
  const book = compute(spec);
  return { book, failing: book.cell('Checks', rowOf(book, 'capacity'), 'failing') };
};

test.each([
  ['Settlement', 3],
  ['Statement', 1],
  ['Realised', 15],
  ['PayoffTerms', 20],
  ['PayoffPeriods', 20],
])('%s with no more than %p rows', async (table, few) => {
  expect((await short(table, 10_000)).failing).toBe(0);
  expect((await short(table, few)).failing).toBe(1);
});

/** The payoff's check, had the workbook been laid out for fewer terms and periods than it holds. */
const grown = async (laid: [terms: number, periods: number], now: [number, number]) => {
  const { catalog, catalogs } = await openProject(['key-account'], 'en');
  const described = ([terms, periods]: [number, number]) =>
    describeWorkbook({
      ...{ lang: 'en', catalog, catalogs, addInVersion: '0' },
      engagement: engagementOf({
        periods: Array.from({ length: periods }, (_, k) => ({
          date: `202${6 + k}-12-31`,
          share: 1 / periods,
        })),
        terms: Array.from({ length: terms }, (_, i) => term(`T${i}`, { weight: 1 / terms })),
      }),
    });
  const payoff = (spec: ReturnType<typeof described>) =>
    spec.sheets.flatMap(({ blocks }) =>
      blocks.flatMap((one) => (one.kind === 'table' && /^Payoff/.test(one.name) ? [one] : [])),
    );
  const spec = described(now);
  const former = new Map(payoff(described(laid)).map(({ name, rows }) => [name, rows]));
  for (const block of payoff(spec)) block.rows = former.get(block.name) ?? [];
  const book = compute(spec);
  return [
    book.cell('Checks', rowOf(book, 'capacity'), 'failing'),
    typeof book.cell('Payoff', 20, 'income'),
  ];
};

test.each<[laid: [number, number], now: [number, number], failing: number]>([
  [[0, 0], [1, 2], 0],
  [[0, 0], [2, 1], 0],
  [[0, 0], [3, 1], 1],
  [[2, 2], [3, 2], 0],
  [[2, 2], [2, 3], 0],
  [[2, 2], [4, 2], 1],
])(
  'laid out for %j terms and periods, with %j: %p payoffs too short',
  async (laid, now, failing) => {
    expect(await grown(laid, now)).toEqual([failing, failing ? 'string' : 'number']);
  },
);

test('nothing is added up from a Realised sheet with too few rows', async () => {
  const whole = (await short('Realised', 16)).book;
  expect(Number(whole.cell('Statement', 1, 'realised'))).toBeGreaterThan(0);
  const { book } = await short('Realised', 15);
  expect(book.cell('Statement', 1, 'realised')).toBe('');
  expect(book.cell('Statement', 1, 'gain')).toBe('Value not known');
  expect(book.name('Roi.Realised')).toBe(0);
});
