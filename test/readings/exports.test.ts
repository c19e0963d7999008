import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '../../src/cli/readings/duckdb';
import { sourceFiles } from '../../src/cli/readings/sourceFiles';
import {
  computeReadings,
  describeRemark,
  headersIn,
  memoryEngine,
  parseMapping,
  planOf,
  type Computed,
} from '../../src/readings';
import { inMemory } from './sources';

/** Exports as people's systems write them; each is read by the page and by the database, alike. */

jest.setTimeout(120_000);

const folder = mkdtempSync(path.join(tmpdir(), 'appfi-exports-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Export {
  name: string;
  content: string | Uint8Array;
  /** Of the table, beside its columns. */
  source?: Record<string, unknown>;
  columns: Record<string, unknown>;
}

async function read({ name, content, source, columns }: Export): Promise<Computed> {
  const { mapping, problems } = parseMapping({
    format: 'appfi-mapping/1',
    tables: {
      deals: {
        files: '*',
        key: ['no'],
        ...source,
        columns: { ...columns },
      },
    },
    readings: {
      sum: {
        query: {
          ...{ table: 'deals', date: 'day', span: 'month' },
          value: { aggregate: 'sum', column: 'amount' },
        },
      },
    },
  });
  expect(problems).toEqual([]);
  const plan = planOf(mapping!, [{ id: 'sum', cadence: 'month', isInScope: false }]);
  const place = path.join(folder, name);
  writeFileSync(place, content);
  const database = (await openDatabase())!;
  try {
    const files = await sourceFiles('en', [place]);
    const byDatabase = await computeReadings(plan, new Map([['deals', files]]), database);
    const given = new Map([['deals', [inMemory(name, content)]]]);
    const byPage = await computeReadings(plan, given, memoryEngine());
    expect(byDatabase).toEqual(byPage);
    return byPage;
  } finally {
    await database.close();
  }
}

const columns = (no: string, day: string, amount: unknown) => ({
  no,
  day: { from: day, type: 'date' },
  amount: typeof amount === 'string' ? { from: amount, type: 'number' } : amount,
});
const sums = ({ made }: Computed) => made.map(({ date, value }) => [date, value]);
// That April has not come is no matter here.
const told = ({ remarks }: Computed) =>
  remarks.flatMap(({ severity, code }) => (code === 'ends-early' ? [] : [`${severity} ${code}`]));

test('a Salesforce report: quotes, days in the user’s order with two-digit years, lines that sign it', async () => {
  const content = `\ufeff"Opportunity ID","Close Date","Amount Currency","Amount"
"0061","3/30/26","EUR","1,200.50"
"0062","4/2/26","EUR","800"

"Opportunities closed"
"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."
"Confidential Information - Do Not Distribute"
`;
  const found = await read({
    ...{ name: 'report1774.csv', content, source: { dates: 'mdy' } },
    columns: columns('Opportunity ID', 'Close Date', 'Amount'),
  });
  expect(sums(found)).toEqual([
    ['2026-03-31', 1200.5],
    ['2026-04-30', 800],
  ]);
  expect(told(found)).toEqual(['note footer']);
});

test('an SAP list: ruled lines, bars on both sides, a sign behind the number', async () => {
  const content = `Belegliste                31.03.2026
---------------------------------------------
|Beleg   |Buch.dat. |        Betrag|Wäh|
|--------|----------|--------------|---|
|49000001|05.03.2026|     12.345,67|EUR|
|49000002|06.03.2026|      2.345,67-|EUR|
---------------------------------------------
`;
  const found = await read({
    ...{ name: 'fbl3n.txt', content, source: { dates: 'dmy', decimal: ',', separator: '|' } },
    columns: columns('Beleg', 'Buch.dat.', 'Betrag'),
  });
  expect(told(found)).toEqual([]);
  expect(sums(found)).toEqual([['2026-03-31', 10_000]]);
});

test('the separator is what most lines have equally often, whatever the title above them has', async () => {
  const content = `Umsatz, März, 2026
no;day;amount
1;2026-03-05;1,5
2;2026-03-06;2,25
`;
  const found = await read({
    ...{ name: 'umsatz.csv', content, source: { decimal: ',' } },
    columns: columns('no', 'day', 'amount'),
  });
  expect(told(found)).toEqual([]);
  expect(sums(found)).toEqual([['2026-03-31', 3.75]]);
});

test('a Kingdee list in GB18030: titles above, headers of groups over headers', async () => {
  const rows = [
    '销售出库单列表,,,,',
    '日期：2026-03-01 至 2026-03-31,,,,',
    '单据编号,日期,本月,,累计',
    ',,数量,金额,金额',
    'XOUT001,2026-03-05,2,"1,000.00","9,000.00"',
    'XOUT002,2026-03-09,1,500.00,"9,500.00"',
  ];
  // 销售 and the like as GB18030 has them; Node writes no such text itself.
  const gb18030 = gbOf(rows.join('\r\n'));
  const name = '销售出库单.csv';
  const both = columns('单据编号', '日期', '本月 金额');
  const found = await read({ name, content: gb18030, columns: both });
  expect(told(found)).toEqual([]);
  expect(sums(found)).toEqual([['2026-03-31', 1500]]);
  expect(await headersIn(inMemory(name, gb18030))).toEqual([
    ...['单据编号', '日期', '本月 数量', '本月 金额', '累计 金额'],
  ]);
  // Without its group a header is two columns': that is said, and nothing is read.
  const either = await read({
    ...{ name, content: gb18030, columns: columns('单据编号', '日期', '金额') },
  });
  expect(told(either)).toEqual(['refused two-headers', 'refused source']);
});

test('a Zendesk export in UTF-16: moments of the world count where the client’s clock hangs', async () => {
  const lines = [
    'Ticket ID\tSolved at\tHandling',
    '1\t2026-03-31T22:30:00Z\t5',
    '2\t2026-03-31T12:30:00Z\t7',
  ];
  const found = await read({
    name: 'tickets.txt',
    content: Buffer.from(lines.join('\r\n'), 'utf16le'),
    source: { zone: 'Asia/Shanghai' },
    columns: columns('Ticket ID', 'Solved at', 'Handling'),
  });
  expect(sums(found)).toEqual([
    ['2026-03-31', 7],
    ['2026-04-30', 5],
  ]);
});

test('UTF-16 with the high byte first, decimals after a comma, an accountant’s brackets, a year of the Republic', async () => {
  const text = ['編號\t日期\t金額', '1\t115/3/5\t1.234,50', '2\t115年3月6日\t(34,50)'].join('\r\n');
  const content = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  const found = await read({
    ...{ name: '銷貨單.txt', content, source: { decimal: ',' } },
    columns: columns('編號', '日期', '金額'),
  });
  expect(told(found)).toEqual([]);
  expect(sums(found)).toEqual([['2026-03-31', 1200]]);
});

test('a file of headers alone, one of nothing and one of blanks give no reading and say so', async () => {
  for (const content of ['no,day,amount\n', '', '\r\n \r\n']) {
    const found = await read({
      name: 'none.csv',
      content,
      columns: columns('no', 'day', 'amount'),
    });
    expect(found.made).toEqual([]);
    expect(told(found)).toEqual(['refused no-rows', 'refused source']);
  }
});

test('a text that is called .xls is read; an old workbook, whatever it is called, says what to do', async () => {
  const rows = 'no\tday\tamount\n1\t2026-03-05\t7';
  const both = columns('no', 'day', 'amount');
  const text = await read({ name: '导出.xls', content: rows, columns: both });
  expect(sums(text)).toEqual([['2026-03-31', 7]]);
  const content = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Array<number>(600).fill(0)]);
  const old = await read({ name: 'export.csv', content, columns: both });
  expect(old.remarks.map((one) => describeRemark('en', one))[0]).toBe(
    'export.csv: This is an old .xls file. Open it in Excel, save it as .xlsx, and use that file. Or give the same rows as CSV.',
  );
});

test('totals and lines of another shape are told with an example, and nothing is read', async () => {
  const content = `no;day;amount;
1;5-MAR-2026;10;
2;Mar 9, 2026;20;
Total;Total;30;
3;2026-03-20
`;
  const found = await read({
    ...{ name: 'oracle.csv', content },
    columns: columns('no', 'day', 'amount'),
  });
  expect(found.made).toEqual([]);
  expect(found.remarks.map(({ code, params }) => [code, params.count, params.example])).toEqual([
    ['ragged', 1, '3 2026-03-20'],
    ['unreadable', 1, 'Total'],
    ['source', undefined, undefined],
  ]);
});

/** Text in GB18030, whose two-byte signs are found by asking what each pair of bytes means. */
function gbOf(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const pairs = new Map<string, [number, number]>();
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1)
      if (low !== 0x7f) pairs.set(decoder.decode(new Uint8Array([high, low])), [high, low]);
  return new Uint8Array(
    Array.from(text).flatMap((sign) => pairs.get(sign) ?? [sign.charCodeAt(0)]),
  );
}
