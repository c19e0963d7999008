import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { ByteWriter, parquetWrite } from 'hyparquet-writer';
import { openDatabase } from '../../src/cli/readings/duckdb';
import { sourceFiles } from '../../src/cli/readings/sourceFiles';
import {
  computeReadings,
  memoryEngine,
  parseMapping,
  planOf,
  portableSql,
  slotsOf,
  type Asked,
  type Computed,
  type Dialect,
  type SourceFile,
} from '../../src/readings';
import { sqlGrammars } from '../support/grammars';
import { thoroughness } from '../support/thoroughness';
import { csvOf, inMemory } from './sources';

jest.setTimeout(120_000);

const folder = mkdtempSync(path.join(tmpdir(), 'appfi-readings-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every kind of aggregate and condition, over a table with a key and one without. */
const mapping = parseMapping({
  format: 'appfi-mapping/1',
  tables: {
    sales: {
      key: ['id'],
      dates: 'dmy',
      columns: {
        id: 'Sale',
        sold_at: { from: 'Sold at', type: 'date' },
        paid_at: { from: 'Paid', type: 'date' },
        amount: { from: 'Amount', type: 'number', unit: 'CNY' },
        kind: { from: 'Kind', words: { 'n/a': '' } },
        ok: { from: 'OK', type: 'flag' },
      },
    },
  },
  readings: {
    count: q({ numerator: { where: [{ column: 'ok', value: 'yes' }] }, denominator: {} }),
    sum: q({ value: { aggregate: 'sum', column: 'amount' } }),
    mean: q({ value: { aggregate: 'mean', column: 'amount' } }),
    least: q({ value: { aggregate: 'least', column: 'amount' } }),
    kinds: q({ value: { aggregate: 'distinct', column: 'kind' } }),
    days: q({
      value: { aggregate: 'sum', elapsed: { from: 'sold_at', to: 'paid_at', in: 'days' } },
    }),
    late: q({
      where: [{ column: 'kind', is: 'unequal', value: ['a', 'b'] }],
      numerator: { where: [{ column: 'paid_at', is: 'above', than: 'sold_at' }] },
      denominator: { where: [{ column: 'paid_at', is: 'known' }] },
    }),
    back: q({ months: 2, value: { where: [{ column: 'amount', is: 'at-least', value: 10 }] } }),
    state: q({ snapshot: true, value: { aggregate: 'sum', column: 'amount' } }),
  },
}).mapping!;

function q(query: Record<string, unknown>) {
  return { query: { table: 'sales', date: 'sold_at', span: 'month', ...query } };
}
const asked: Asked[] = Object.keys(mapping.readings).map((id) => ({
  id,
  cadence: 'month',
  isInScope: false,
}));

const compute = (files: readonly SourceFile[]) =>
  computeReadings(planOf(mapping, asked), new Map([['sales', files]]), memoryEngine());

async function computeInDuckdb(places: readonly string[]): Promise<Computed> {
  const database = (await openDatabase())!;
  try {
    const files = new Map([['sales', await sourceFiles('en', places)]]);
    return await computeReadings(planOf(mapping, asked), files, database);
  } finally {
    await database.close();
  }
}

const header = ['Sale', 'Sold at', 'Paid', 'Amount', 'Kind', 'OK'];
const two = (n: number) => String(n).padStart(2, '0');
const date = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 28 }), fc.nat(23), fc.nat(3))
  .map(([month, day, hour, how]) =>
    how === 0
      ? `2026-${two(month)}-${two(day)}`
      : how === 1
        ? `${day}.${month}.2026 ${two(hour)}:30`
        : how === 2
          ? `2026年${month}月${day}日`
          : `2026-${two(month)}-${two(day)} ${two(hour)}:05:09`,
  );
const amount = fc
  .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.nat(4))
  .map(([n, how]) => [`${n / 100}`, `${n} CNY`, ` ${n}.125 `, '', `${n}0000000.5`][how] ?? '');
const row = fc.tuple(
  date,
  fc.oneof(date, fc.constant('')),
  amount,
  fc.constantFrom('a', 'b', ' c', 'n/a', '', 'é"x, y'),
  fc.constantFrom('yes', 'N', '是', ''),
);
/** Some rows come twice, as where exports overlap. */
const table = fc
  .tuple(fc.array(row, { minLength: 1, maxLength: 40 }), fc.array(fc.nat(), { maxLength: 5 }))
  .map(([rows, again]) => {
    const named = rows.map((cells, no) => [`S${no}`, ...cells]);
    return [...named, ...again.map((no) => named[no % named.length] as string[])];
  });

/** What does not go by the files that the rows lie in. */
const gist = ({ made, remarks, loaded }: Computed) => ({
  made,
  remarks,
  loaded: loaded.map(({ files: _, ...rest }) => rest),
});

let run = 0;
const write = (name: string, content: string | Uint8Array) => {
  const place = path.join(folder, `${(run += 1)}-${name}`);
  writeFileSync(place, content);
  return place;
};

test('the database and the page compute the same readings, digests and complaints', async () => {
  const spoilt = fc.tuple(table, fc.constantFrom(undefined, 'soon', '31.2.2026', '12 apples'));
  await fc.assert(
    fc.asyncProperty(spoilt, async ([rows, bad]) => {
      const all = bad === undefined ? rows : [...rows, ['X', bad, '', bad, 'a', 'yes']];
      const text = csvOf([header, ...all]);
      const [one, other] = [
        await compute([inMemory('sales.csv', text)]),
        await computeInDuckdb([write('sales.csv', text)]),
      ];
      expect(gist(other)).toEqual(gist(one));
    }),
    { numRuns: 15 * thoroughness },
  );
});

test('rows in another order, over several files, in another encoding or as Parquet are the same', async () => {
  const given = table.chain((rows) =>
    fc.tuple(
      fc.constant(rows),
      fc.shuffledSubarray(rows, { minLength: rows.length }),
      fc.nat(rows.length),
    ),
  );
  await fc.assert(
    fc.asyncProperty(given, async ([rows, mixed, at]) => {
      const wanted = gist(await compute([inMemory('sales.csv', csvOf([header, ...rows]))]));
      const files = [mixed.slice(0, at), mixed.slice(at)].filter(({ length }) => length > 0);
      const split = files.map((part) => csvOf([header, ...part], ';'));
      expect(gist(await compute(split.map((text, no) => inMemory(`${no}.csv`, text))))).toEqual(
        wanted,
      );
      const utf16 = Buffer.from(`\ufeff${csvOf([header, ...mixed], '\t')}`, 'utf16le');
      const columns = header.map((name, i) => ({
        name,
        data: mixed.map((cells) => cells[i] ?? ''),
        type: 'STRING' as const,
      }));
      const writer = new ByteWriter();
      void parquetWrite({ writer, columnData: columns });
      const parquet = writer.getBytes();
      const lines = mixed.map((cells) =>
        JSON.stringify(Object.fromEntries(header.map((name, i) => [name, cells[i]]))),
      );
      for (const file of [
        inMemory('sales.txt', utf16),
        inMemory('sales.parquet', parquet),
        inMemory('sales.jsonl', lines.join('\n')),
      ])
        expect(gist(await compute([file]))).toEqual(wanted);
      const places = [write('a.parquet', parquet)];
      expect(gist(await computeInDuckdb(places))).toEqual(wanted);
    }),
    { numRuns: 8 * thoroughness },
  );
});

test('the SQL for a warehouse gives the same readings, and reads as Spark’s and Trino’s', async () => {
  const { spark, trino } = sqlGrammars();
  expect(spark.validate('select a b c from t')).not.toEqual([]);
  expect(trino.validate('select a b c from t')).not.toEqual([]);
  const [rows = []] = fc.sample(table, { numRuns: 1, seed: 11 });
  const place = write('sales.csv', csvOf([header, ...rows]));
  const plan = planOf(mapping, asked);
  const database = (await openDatabase())!;
  try {
    const files = new Map([['sales', await sourceFiles('en', [place])]]);
    const { made } = await computeReadings(plan, files, database);
    const types = new Map(plan.tables[0]?.columns.map(({ name, reading }) => [name, reading.type]));
    const bounds = [Date.parse('2026-01-01'), Date.parse('2026-04-30')] as const;
    let compared = 0;
    for (const reading of plan.readings) {
      if (reading.kind !== 'query') continue;
      const { months } = reading.query;
      const slots = slotsOf('month', bounds, { yearStart: 1, ...(months && { months }) });
      const inDialect = (dialect: Dialect) =>
        portableSql(reading.parts, slots, (_, column) => types.get(column) ?? 'text', dialect);
      const sql = inDialect('duckdb');
      // By the grammars of Spark and Trino themselves.
      expect(spark.validate(inDialect('spark'))).toEqual([]);
      expect(trino.validate(inDialect('trino'))).toEqual([]);
      const found = new Map((await database.select(sql)).map((row) => [row.date, row]));
      for (const one of made.filter(({ metric }) => metric === reading.metric)) {
        const row = found.get(one.date);
        for (const part of ['value', 'numerator', 'denominator'] as const)
          if (one[part] !== undefined) expect(Number(row?.[part])).toBeCloseTo(one[part], 7);
        expect(Number(row?.rows)).toBe(one.rows);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(20);
  } finally {
    await database.close();
  }
});

test('Parquet is read as databases compress it, or said to be beyond a page', async () => {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create()).connect();
  const found = new Map<string, unknown>();
  for (const codec of ['snappy', 'gzip', 'zstd', 'brotli']) {
    const place = path.join(folder, `sales.${codec}.parquet`);
    await connection.run(`copy (
      select 'S' || no as "Sale", date '2026-01-05' + cast(no % 50 as integer) as "Sold at",
        timestamp '2026-03-01 08:00:00' as "Paid", no / 8 as "Amount", 'a' as "Kind", 'yes' as "OK"
      from range(3000) t(no)) to '${place}' (compression ${codec})`);
    const { made, remarks } = await compute([inMemory(`sales.parquet`, readFileSync(place))]);
    expect(made.length > 0).toBe(codec !== 'brotli');
    found.set(codec, codec === 'brotli' ? remarks[0] : made);
  }
  connection.closeSync();
  expect(found.get('gzip')).toEqual(found.get('snappy'));
  expect(found.get('zstd')).toEqual(found.get('snappy'));
  expect(found.get('brotli')).toMatchObject({
    ...{ code: 'compressed', severity: 'refused' },
    params: { file: 'sales.parquet', detail: 'BROTLI' },
  });
});

test('more rows than can be held are told, and others have their turn while rows are read', async () => {
  const rows = Array.from({ length: 60_000 }, (_, no) => `S${no},2026-01-02,,1,a,yes`);
  const file = inMemory('sales.csv', `${header.join(',')}\n${rows.join('\n')}`);
  const files = new Map([['sales', [file]]]);
  let turns = 0;
  const pause = () => {
    turns += 1;
    return Promise.resolve();
  };
  const { loaded } = await computeReadings(
    planOf(mapping, asked),
    files,
    memoryEngine({ pause, mostRows: 60_000 }),
  );
  expect(loaded[0]?.rows).toBe(60_000);
  expect(turns).toBeGreaterThan(3);
  const small = memoryEngine({ mostRows: 59_999 });
  await expect(computeReadings(planOf(mapping, asked), files, small)).rejects.toThrow(
    'readings-too-many-rows',
  );
});
