import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  asCollected,
  csvHead,
  csvLine,
  fileRows,
  isOtherSplit,
  ItemTally,
  nextReading,
  partName,
  shardOf,
  tables,
  trinoTables,
  type PortfolioRow,
} from '../../src/portfolio';
import { parquetStream } from '../../src/portfolio/parquet';
import { thoroughness } from '../support/thoroughness';
import { duckdb } from './duckdb';

const folder = mkdtempSync(join(tmpdir(), 'appfi-portfolio-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cell = {
  text: fc.oneof(
    fc.constantFrom('=1+1', '-2', '+3', '@x', '\tx', '＝1', "'=1", 'a"b', 'a,b', ' x ', 'l1\r\nl2'),
    fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => !one.includes('\0')),
  ),
  integer: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  number: fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0),
  boolean: fc.boolean(),
  date: fc
    .date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
  time: fc
    .date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString()),
};

const columns = tables.engagements;
const row: fc.Arbitrary<PortfolioRow> = fc.record(
  Object.fromEntries(
    columns.map(({ name, type }) => [name, fc.option(cell[type] as fc.Arbitrary<string>)]),
  ),
);

/** An RFC 4180 reader, written from the RFC. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r\n|$)/gy;
  for (let match = field.exec(text); match; match = field.exec(text)) {
    const [, quoted, plain = '', end] = match;
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
    if (end === '' || field.lastIndex >= text.length) break;
  }
  return rows.filter((one) => one.length > 0);
}

test('a CSV line gives every text back, and starts none as a formula', () => {
  fc.assert(
    fc.property(row, (one) => {
      const [fields = []] = parseCsv(csvLine(columns, one));
      columns.forEach(({ name, type }, i) => {
        const [value, written = ''] = [one[name], fields[i]];
        if (value === null) return expect(written).toBe('');
        if (type !== 'text') return expect(written).toBe(String(value));
        expect(written).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
        return expect(written.replace(/^'/, '')).toBe(String(value));
      });
    }),
    { numRuns: 50 * thoroughness },
  );
});

test('a CSV file begins with a byte-order mark and the names of its columns', () => {
  expect(csvHead(tables.settlements)).toMatch(/^\uFEFFengagement_id,file,period,name,.*\r\n$/);
  const line = csvLine(tables.settlements, { file: '=cmd|x', period: 1, earned: -5, name: "'a" });
  expect(line).toMatch(/^,'=cmd\|x,1,''a,,,,,-5,/);
});

function parquet(rows: PortfolioRow[], facts: Record<string, string> = {}): Buffer {
  const chunks: Uint8Array[] = [];
  const stream = parquetStream(columns, facts, (bytes) => chunks.push(bytes));
  for (const one of rows) stream.add(one);
  stream.finish();
  return Buffer.concat(chunks);
}

test('DuckDB reads every cell of a Parquet file as it was, with its type', async () => {
  const rows = fc.sample(row, { numRuns: 200, seed: 7 });
  const file = join(folder, 'cells.parquet');
  writeFileSync(file, parquet(rows, { 'appfi.table': 'engagements' }));
  const types = await duckdb(`describe select * from '${file}'`);
  const sql = { text: 'VARCHAR', integer: 'INTEGER', number: 'DOUBLE', boolean: 'BOOLEAN' };
  expect(types.map((one) => [one.column_name, one.column_type])).toEqual(
    columns.map(({ name, type }) => [name, { ...sql, date: 'DATE', time: 'TIMESTAMP' }[type]]),
  );
  const read = await duckdb(
    `select * replace (strftime(read_at, '%Y-%m-%dT%H:%M:%S.%gZ') as read_at, strftime(saved_at, '%Y-%m-%dT%H:%M:%S.%gZ') as saved_at) from '${file}'`,
  );
  expect(read).toEqual(rows);
  const [fact] = await duckdb(`select value::varchar as value from parquet_kv_metadata('${file}')`);
  expect(fact?.value).toBe('engagements');
});

test('the same rows give the same bytes, however many; a table without rows has its columns', async () => {
  const rows = fc.sample(row, { numRuns: 50, seed: 3 });
  const many = Array.from({ length: 5_200 }, (_, i) => rows[i % rows.length] as PortfolioRow);
  expect(parquet(many).equals(parquet(many))).toBe(true);
  const file = join(folder, 'many.parquet');
  writeFileSync(file, parquet(many));
  expect(await duckdb(`select count(*)::int as n from '${file}'`)).toEqual([{ n: 5_200 }]);
  writeFileSync(join(folder, 'none.parquet'), parquet([]));
  expect(await duckdb(`select count(*)::int as n from '${folder}/none.parquet'`)).toEqual([
    { n: 0 },
  ]);
});

test('a workbook belongs to one part, whatever else lies beside it', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 99_999 }), (file, of) => {
      const index = shardOf(file, of);
      expect(index).toBeGreaterThanOrEqual(0);
      expect(index).toBeLessThan(of);
      expect(shardOf(file.normalize('NFD'), of)).toBe(shardOf(file.normalize('NFC'), of));
    }),
    { numRuns: 100 * thoroughness },
  );
  expect(['a.xlsx', 'sub/b.xlsx', '客户/计划.xlsx'].map((file) => shardOf(file, 16))).toEqual([
    3, 13, 14,
  ]);
});

test('parts are named for table, version and split; another split is told apart', () => {
  const part = partName('picks', 'parquet', { index: 3, of: 16 });
  expect(part).toBe('picks-v2-00003-of-00016.parquet');
  expect(partName('engagements', 'csv')).toBe('engagements-v2.csv');
  const shard = { index: 5, of: 16 };
  expect(isOtherSplit(part, 'picks', 'parquet', shard)).toBe(false);
  expect(isOtherSplit(part, 'picks', 'parquet', { index: 0, of: 8 })).toBe(true);
  expect(isOtherSplit(part, 'picks', 'parquet')).toBe(true);
  expect(isOtherSplit('picks-v2.parquet', 'picks', 'parquet', shard)).toBe(true);
  expect(isOtherSplit('notes.parquet', 'picks', 'parquet', shard)).toBe(false);
});

test('items are counted over engagements, custom ones by their text', () => {
  const tally = new ItemTally();
  const pick = (more: PortfolioRow) =>
    tally.add({
      step: 'pain',
      item_id: 'p.1',
      item: 'Late',
      custom: false,
      suggested: 0,
      pick: null,
      ...more,
    });
  pick({ pick: 'yes', suggested: 3, attainment: 1 });
  pick({ pick: 'yes', attainment: 0.5 });
  pick({ pick: 'no', attainment: 0.2 });
  pick({ item_id: 'custom.pain.1', item: 'Own', custom: true, pick: 'yes' });
  pick({ item_id: 'custom.pain.1', item: 'Other', custom: true, pick: 'maybe' });
  expect(tally.items(['pain'])).toEqual([
    {
      step: 'pain',
      item_id: 'p.1',
      item: 'Late',
      custom: false,
      offered: 3,
      suggested: 1,
      yes: 2,
      maybe: 0,
      rejected: 1,
      ...measured(2, 0.75, 1, 0.2),
    },
    {
      step: 'pain',
      item_id: '',
      item: 'Own',
      custom: true,
      offered: 1,
      suggested: 0,
      yes: 1,
      maybe: 0,
      rejected: 0,
      ...measured(0, null, 0, null),
    },
    {
      step: 'pain',
      item_id: '',
      item: 'Other',
      custom: true,
      offered: 1,
      suggested: 0,
      yes: 0,
      maybe: 1,
      rejected: 0,
      ...measured(0, null, 0, null),
    },
  ]);
});

const measured = (
  picked: number,
  attained: number | null,
  other: number,
  else_: number | null,
) => ({
  ...{ picked_measured: picked, picked_attainment: attained },
  ...{ other_measured: other, other_attainment: else_ },
});

test('of the files of one engagement the one that holds the latest counts; the others say which', () => {
  const row = (file: string, more: PortfolioRow = {}): PortfolioRow => ({
    ...{ engagement_id: 'e1', file, models: 'a; b', as_of: '2026-06-30', file_sha256: file },
    ...{ client: 'Acme', ...more },
  });
  const rows = fileRows(
    [
      row('1.xlsx', { as_of: '2026-09-30' }),
      row('2.xlsx', {
        as_of: '2026-09-30',
        last_signed: '2026-09-01',
        saved_at: '2026-10-01T00:00:00.000Z',
      }),
      row('3.xlsx', {
        as_of: '2026-09-30',
        last_signed: '2026-09-01',
        saved_at: '2026-10-02T00:00:00.000Z',
        models: 'b; a',
      }),
      row('3 copy.xlsx', {
        as_of: '2026-09-30',
        last_signed: '2026-09-01',
        saved_at: '2026-10-02T00:00:00.000Z',
        file_sha256: '3.xlsx',
      }),
      row('4.xlsx', { as_of: null }),
      row('other models.xlsx', { models: 'a' }),
      // Nobody’s: each has the id of its path, and only its copies are the same.
      row('plan.xlsx', { engagement_id: 'p1', client: null }),
      row('plan copy.xlsx', { engagement_id: 'p2', client: null, file_sha256: 'plan.xlsx' }),
      row('b/plan.xlsx', { engagement_id: 'p3', client: null }),
    ],
    [{ file: 'broken.xlsx', reason: 'Open it in Excel.' }],
    '2027-01-01T00:00:00.000Z',
  );
  expect(
    rows.map(({ file, standing, counted_file, reason }) => [
      file,
      standing,
      counted_file ?? reason,
    ]),
  ).toEqual([
    ['1.xlsx', 'older', '3 copy.xlsx'],
    ['2.xlsx', 'older', '3 copy.xlsx'],
    ['3 copy.xlsx', 'counted', '3 copy.xlsx'],
    ['3.xlsx', 'same', '3 copy.xlsx'],
    ['4.xlsx', 'older', '3 copy.xlsx'],
    ['b/plan.xlsx', 'counted', 'b/plan.xlsx'],
    ['broken.xlsx', 'skipped', 'Open it in Excel.'],
    ['other models.xlsx', 'counted', 'other models.xlsx'],
    ['plan copy.xlsx', 'counted', 'plan copy.xlsx'],
    ['plan.xlsx', 'same', 'plan copy.xlsx'],
  ]);
});

test('a reading is overdue once its cadence has passed, counted to the end of the engagement at most', () => {
  expect(
    [
      ['2026-01-31', 'month'],
      ['2026-02-28', 'month'],
      ['2026-06-15', 'week'],
      ['2026-09-30', 'quarter'],
      ['2024-02-29', 'year'],
      ['2026-06-15', ''],
    ].map(([day, cadence]) => nextReading(String(day), cadence)),
  ).toEqual(['2026-02-28', '2026-03-31', '2026-06-22', '2026-12-31', '2025-02-28', '2027-06-15']);
  const at = (readAt: string, end: string | null) =>
    asCollected(
      {
        engagements: [{ end_date: end }],
        metrics: [
          { in_scope: true, next_reading: '2026-07-31' },
          { in_scope: false, next_reading: '2026-07-31' },
        ],
        picks: [],
        settlements: [],
      },
      readAt,
    ).engagements[0]?.readings_overdue;
  expect(at('2026-07-31T10:00:00.000Z', null)).toBe(0);
  expect(at('2026-08-01T10:00:00.000Z', null)).toBe(1);
  expect(at('2026-08-01T10:00:00.000Z', '2026-07-31')).toBe(0);
});

test('the table definitions for Trino are those of the tables', () => {
  expect(readFileSync('schema/portfolio.trino.sql', 'utf8')).toBe(trinoTables());
});
