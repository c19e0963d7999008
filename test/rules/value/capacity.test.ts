import { describeWorkbook } from '../../../src/workbook';
import { compute } from '../../../src/workbook/compute';
import { openProject } from '../../../src/engagement/project';
import { engagementOf, term, winRate } from './bet';

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
  const row = Array.from({ length: book.rows('Checks') }, (_, i) => i).find(
    (i) => book.cell('Checks', i, 'id') === 'check.capacity',
  ) as number;
  return { book, failing: book.cell('Checks', row, 'failing') };
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

test('nothing is added up from a Realised sheet with too few rows', async () => {
  const whole = (await short('Realised', 16)).book;
  expect(Number(whole.cell('Statement', 1, 'realised'))).toBeGreaterThan(0);
  const { book } = await short('Realised', 15);
  expect(book.cell('Statement', 1, 'realised')).toBe('');
  expect(book.cell('Statement', 1, 'gain')).toBe('Value not known');
  expect(book.name('Roi.Realised')).toBe(0);
});
