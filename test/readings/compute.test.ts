import { emptySheet, saveXlsx } from '../../src/book';
import { createHost } from '../../src/host';
import {
  computeReadings,
  describeRemark,
  filesOfTables,
  memoryEngine,
  parseMapping,
  planOf,
  type Asked,
} from '../../src/readings';
import { inMemory } from './sources';

const asked = (id: string, more: Partial<Asked> = {}): Asked => ({
  id,
  cadence: 'month',
  isInScope: true,
  ...more,
});

async function compute(
  json: Record<string, unknown>,
  texts: Record<string, string | Uint8Array>,
  metrics: Asked[],
  until?: string,
) {
  const { mapping, problems } = parseMapping({ format: 'appfi-mapping/1', ...json });
  if (!mapping) throw new Error(JSON.stringify(problems));
  const files = Object.entries(texts).map(([name, text]) => inMemory(name, text));
  const { byTable, remarks } = filesOfTables(mapping, files);
  const found = await computeReadings(planOf(mapping, metrics), byTable, memoryEngine(), until);
  return {
    made: found.made.map(({ digest: _, query: __, tables: ___, ...made }) => made),
    told: [...remarks, ...found.remarks].map((one) => describeRemark('en', one)),
  };
}

const wins = {
  query: {
    table: 'offers',
    date: 'decided',
    numerator: { where: [{ column: 'outcome', value: 'won' }] },
    denominator: { where: [{ column: 'outcome', value: ['won', 'lost'] }] },
  },
};
const deals = { columns: { decided: { from: 'Decided', type: 'date' }, outcome: 'Outcome' } };

test('a ratio is read month by month, of whole months up to the day of the data', async () => {
  const text =
    'Decided;Outcome\n2026-01-05;won\n2026-01-30;lost\n2026-01-31;open\n2026-03-01;won\n2026-04-02;won';
  const { made, told } = await compute(
    { tables: { offers: deals }, readings: { wins } },
    { 'offers.csv': text },
    [asked('wins', { measure: 'ratio' })],
    '2026-03-31',
  );
  expect(made).toEqual([
    {
      metric: 'wins',
      from: '2026-01-01',
      date: '2026-01-31',
      numerator: 1,
      denominator: 2,
      rows: 2,
    },
    {
      metric: 'wins',
      from: '2026-03-01',
      date: '2026-03-31',
      numerator: 1,
      denominator: 1,
      rows: 1,
    },
  ]);
  expect(told).toEqual([
    'wins: no row counts from 2026-02-01 to 2026-02-28, so there is no reading of it.',
  ]);
});

test('of states only the latest day in a span counts, and a level names no first day', async () => {
  const found = await compute(
    {
      tables: {
        stock: {
          decimal: ',',
          columns: { day: { from: '日期', type: 'date' }, value: { from: '金额', type: 'number' } },
        },
      },
      readings: {
        stock: {
          query: {
            table: 'stock',
            date: 'day',
            snapshot: true,
            value: { aggregate: 'sum', column: 'value' },
          },
        },
      },
    },
    {
      // GB18030, with a title above the headers.
      'stock.csv': new Uint8Array([
        ...[0xd4, 0xc2, 0xb1, 0xa8, 0x0a, 0xc8, 0xd5, 0xc6, 0xda, 0x3b, 0xbd, 0xf0, 0xb6, 0xee],
        ...new TextEncoder().encode('\n2026-01-15;7\n2026-01-31;1,5\n2026-01-31;2'),
      ]),
    },
    [asked('stock', { measure: 'level' })],
  );
  expect(found).toEqual({
    made: [{ metric: 'stock', date: '2026-01-31', value: 3.5, rows: 2 }],
    told: [],
  });
});

test('the catalog’s query needs no word in the mapping, only its tables', async () => {
  const query = {
    table: 'bids',
    date: 'submitted_at',
    numerator: { aggregate: 'sum' as const, column: 'hours' },
    denominator: { aggregate: 'count' as const },
  };
  const { made } = await compute(
    {
      span: 'quarter',
      tables: { bids: { columns: { bid: 'No.', hours: { from: 'Hours', unit: 'h' } } } },
    },
    {
      'bids 2026.csv':
        'No.,submitted_at,Hours\n1,2026-01-05,8 h\n1,2026-01-05,8 h\n2,2026-03-01,4 h',
    },
    [
      asked('hours', { measure: 'ratio', query }),
      asked('unasked', { measure: 'ratio', query, isInScope: false }),
    ],
  );
  expect(made).toEqual([
    {
      metric: 'hours',
      from: '2026-01-01',
      date: '2026-03-31',
      numerator: 12,
      denominator: 2,
      rows: 2,
    },
  ]);
});

test('whatever is wrong is told at once, and nothing is read from what is wrong', async () => {
  const { made, told } = await compute(
    {
      tables: {
        offers: { ...deals, key: ['outcome'] },
        gone: { columns: { day: { from: 'Day', type: 'date' } } },
        odd: {
          columns: {
            day: { from: 'Day', type: 'date' },
            amount: { from: 'Betrag', type: 'number' },
          },
        },
      },
      readings: {
        wins,
        absent: { given: { table: 'gone', date: 'day', value: 'day' } },
        rate: {
          query: { table: 'odd', date: 'day', value: { aggregate: 'sum', column: 'amount' } },
        },
        sum: {
          query: { table: 'odd', date: 'day', value: { aggregate: 'sum', column: 'amount' } },
        },
        nobody: { catalog: true },
        mine: { catalog: true },
        raw: { sql: 'select 1' },
      },
    },
    {
      'offers.csv': 'Decided,Outcome\n2026-01-05,won\n2026-02-05,won\n05/06/2026,lost\n2026-02-07',
      'odd.csv': 'Day,Amount\n2026-01-05,1',
      'notes.txt': 'x',
    },
    ['wins', 'absent', 'sum', 'mine', 'raw']
      .map((id) => asked(id))
      .concat(asked('rate', { measure: 'ratio' })),
  );
  expect(made).toEqual([]);
  expect(told).toEqual([
    'notes.txt is of no table of the mapping. Correct files of a table, or leave the file out.',
    'absent: column day of table gone is date, and number is wanted. Correct its type, or take another column.',
    'rate is a ratio: it wants a numerator and a denominator, not a value.',
    'The workbook has no metric nobody. Use an id of the Metrics table in the mapping or the file.',
    'mine: the catalog brings no query for it. Write a query, given or sql in the mapping.',
    'offers.csv has 1 row with more or fewer fields than headers, such as “2026-02-07”. Check separator and quotes, and export it again.',
    'Column decided of table offers has 1 unreadable cell, such as “05/06/2026”. Say unit where one stands beside numbers, dates where day or month comes first, words for special ones; else correct the file.',
    'Table offers has 1 key with several different rows each, such as won. Leave the row that counts.',
    'odd.csv: column amount of table odd is to come from “Betrag”, which the file does not have; it has Day, Amount. Correct the header in the mapping.',
    'No file is of table gone. Give one with --from, or correct files of that table in the mapping.',
    'wins: something is wrong with table offers that it needs, see above.',
    'sum: something is wrong with table odd that it needs, see above.',
    'raw: SQL is computed by DuckDB, which is not installed. Run npm install @duckdb/node-api.',
  ]);
});

test('words that nobody knows are told, and so are months without a row, once', async () => {
  const text =
    'opportunity,decided_at,outcome\n1,2026-01-05,Won\n2,2026-04-02,lost\n3,2026-05-02,won';
  const winRate = (where: object) => ({
    wins: {
      query: {
        ...{ table: 'opportunities', date: 'decided_at', denominator: {} },
        numerator: { where: [where] },
      },
    },
  });
  const metrics = [asked('wins', { measure: 'ratio' })];
  const run = (readings: object, csv: string, tables: object = { opportunities: {} }) =>
    compute({ tables, readings }, { 'opportunities.csv': csv }, metrics, '2026-05-31');
  const known = await run(winRate({ column: 'outcome', value: 'won' }), text);
  expect(known.made.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
    ...[
      [1, 1],
      [0, 1],
      [1, 1],
    ],
  ]);
  expect(known.told).toEqual([
    'wins: the data end on 2026-05-02, and the last span on 2026-05-31. If that span was not over when they were drawn, give an earlier --as-of.',
    'wins: no row counts from 2026-02-01 to 2026-03-31, so there is no reading of it.',
  ]);
  const strange = await run(
    winRate({ column: 'outcome', value: 'won' }),
    text.replace('lost', 'Closed Lost'),
  );
  expect(strange.made).toEqual([]);
  expect(strange.told[0]).toBe(
    'Column outcome of table opportunities has 1 cell with words such as “Closed Lost”, and it knows won, lost, cancelled, expired. Say under words in the mapping which of these each means (blank for none), or correct the file.',
  );
  const slip = await run(winRate({ column: 'stage', value: 'WON' }), text, {
    opportunities: { columns: { stage: 'outcome' } },
  });
  expect(slip.told).toContain(
    'wins: no row of table opportunities says “WON” in column stage. Check how it is written; it says Won, lost, won.',
  );
});

test('a report by month: its readings are of the month’s last day', async () => {
  const { made } = await compute(
    {
      tables: {
        report: {
          columns: {
            month: { from: '月份', type: 'date' },
            amount: { from: '金额', type: 'number' },
          },
        },
      },
      readings: { sum: { given: { table: 'report', date: 'month', value: 'amount' } } },
    },
    { 'report.csv': '月份,金额\n2026年2月,(5)\n202603,7' },
    [asked('sum')],
  );
  expect(made.map(({ date, value }) => [date, value])).toEqual([
    ['2026-02-28', -5],
    ['2026-03-31', 7],
  ]);
});

test('a table of a workbook is found on the sheet that has its headers, under its title', async () => {
  const sheet = (name: string, rows: (string | number | boolean)[][]) => ({
    ...emptySheet(name, name),
    cells: rows.map((row) => row.map((value) => ({ value }))),
  });
  const book = createHost().book;
  book.sheets = [
    sheet('Notes', [['Drawn on', 46143]]),
    sheet('Data', [
      ['Deals of the year'],
      [],
      ['Decided', 'Outcome'],
      [46027, 'won'],
      [46052, 'lost'],
    ]),
  ];
  const { made, told } = await compute(
    { tables: { offers: deals }, readings: { wins } },
    { 'offers.xlsx': await saveXlsx(book) },
    [asked('wins', { measure: 'ratio' })],
  );
  expect(told).toEqual([]);
  expect(made).toMatchObject([{ date: '2026-01-31', numerator: 1, denominator: 2 }]);
});
