import { readFileSync, writeFileSync } from 'node:fs';
import { appfi, ownFolder, soundCatalog } from './run';

jest.setTimeout(180_000);

const file = ownFolder();
const plan = file('plan.xlsx');
const catalog = file('small.json');
const put = (name: string, content: unknown) => {
  writeFileSync(file(name), typeof content === 'string' ? content : JSON.stringify(content));
  return file(name);
};

interface Said {
  counts: Record<'new' | 'changed' | 'unchanged' | 'refused', number>;
  readings: Record<string, unknown>[];
}
const readingsIn = async (workbook: string) => {
  const { out } = await appfi('read', workbook, '--catalog', catalog);
  const { engagement } = JSON.parse(out) as {
    engagement: { readings: Record<string, Record<string, unknown>> };
  };
  return Object.values(engagement.readings);
};
const readings = (workbook: string, ...args: string[]) =>
  appfi('readings', workbook, '--catalog', catalog, '--as-of', '2026-06-30', ...args);

const decided = (day: string, outcome: string, count: number) =>
  Array.from({ length: count }, (_, no) => `${day}${outcome}${no},${day},${outcome}\n`).join('');
const rows =
  decided('2026-01-10', 'won', 3) +
  decided('2026-01-20', 'lost', 1) +
  decided('2026-02-10', 'won', 1) +
  decided('2026-02-20', 'lost', 1) +
  decided('2026-03-05', 'won', 2) +
  decided('2026-03-06', 'lost', 3);
const exported = put('opportunities.csv', `opportunity,decided_at,outcome\n${rows}`);
const mapping = put('mapping.json', {
  format: 'appfi-mapping/1',
  tables: { opportunities: {} },
  readings: {
    's.metric.1': {
      query: {
        table: 'opportunities',
        date: 'decided_at',
        span: 'month',
        numerator: { where: [{ column: 'outcome', value: 'won' }] },
        denominator: { where: [{ column: 'outcome', value: ['won', 'lost'] }] },
      },
    },
  },
});

/** January is signed, February mistyped, March not there. */
beforeAll(async () => {
  put('small.json', soundCatalog());
  const reading = (date: string, numerator: number, denominator: number) => ({
    ...{ metric: 's.metric.1', date, numerator, denominator, evidence: 'Typed by Lin' },
  });
  const engagement = put('plan.json', {
    format: 'appfi-engagement/1',
    lang: 'en',
    catalogs: [{ id: 'small' }],
    metrics: { 's.metric.1': { use: 'yes', period: 'month', measure: 'ratio' } },
    readings: {
      'reading.1': reading('2026-01-31', 3, 4),
      'reading.2': reading('2026-02-28', 2, 2),
    },
    ledger: { 'signature.1': { no: 1, period: 1, asOf: '2026-01-31' } },
  });
  const { err } = await appfi(
    'new',
    '--engagement',
    engagement,
    '--catalog',
    catalog,
    '--out',
    plan,
  );
  expect(err).toBe('');
});

test('what is new and what changed is shown, written with its evidence, and found again', async () => {
  const shown = await readings(plan, '--from', exported, '--mapping', mapping, '--dry-run');
  expect(shown).toMatchObject({ code: 0, err: '' });
  expect(shown.out).toContain('New: 1 · changed: 1 · unchanged: 1 · refused: 0');
  expect(shown.out).toMatch(/s\.metric\.1 +2026-02-01 – 2026-02-28 +2 \/ 2 +1 \/ 2 +2 +changed/);
  expect(shown.out).toMatch(/s\.metric\.1 +2026-03-01 – 2026-03-31 +– +2 \/ 5 +5 +new/);
  expect(shown.out).toContain('Nothing was written.');

  const taken = file('taken.xlsx');
  const done = await readings(plan, '--from', exported, '--mapping', mapping, '--out', taken);
  expect(done).toMatchObject({ code: 0, err: '' });
  const written = await readingsIn(taken);
  expect(written).toMatchObject([
    { date: '2026-01-31', numerator: 3, denominator: 4 },
    { date: '2026-02-28', numerator: 1, denominator: 2 },
    { date: '2026-03-31', from: '2026-03-01', numerator: 2, denominator: 5 },
  ]);
  expect(written[0]?.evidence).toMatch(
    /^Typed by Lin · opportunities\.csv #[0-9a-f]{16} · mapping #[0-9a-f]{16} · query #[0-9a-f]{16} · 4 rows #[0-9a-f]{16}$/,
  );

  // The mapping lies in the workbook now; a row less in the file is told by its count.
  const fewer = put(
    'opportunities 2.csv',
    readFileSync(exported, 'utf8').replace(/.*2026-03-06lost0.*\n/, ''),
  );
  const again = await readings(taken, '--from', fewer, '--dry-run', '--json');
  const said = JSON.parse(again.out) as Said;
  expect(said.counts).toEqual({ new: 0, changed: 1, unchanged: 2, refused: 0 });
  expect(said.readings.find(({ status }) => status === 'changed')).toMatchObject({
    before: { numerator: 2, denominator: 5 },
    ...{ numerator: 2, denominator: 4, rowsBefore: 5, rows: 4 },
  });
  const copy = put('opportunities copy.csv', readFileSync(exported, 'utf8'));
  const twice = await readings(taken, '--from', exported, copy, '--dry-run');
  expect(twice.out).toContain(
    'opportunities.csv is the same file as opportunities copy.csv: counted once.',
  );
  expect(twice.out).toContain('unchanged: 3');
  expect((await readings(taken, '--from', exported)).out).toContain('unchanged: 3');
  expect(await readingsIn(taken)).toEqual(written);
});

test('a signed period stays as it is, unless told otherwise; then it says so', async () => {
  const given = put(
    'given.csv',
    'metric,date,numerator,denominator,rows\ns.metric.1,2026-01-31,2,4,4\ns.metric.1,2026-02-28,1,2,2\n',
  );
  const held = await readings(plan, '--readings', given, '--out', file('never.xlsx'));
  expect(held.code).toBe(1);
  expect(held.out).toContain('2026-01-31 lies in a period that is signed up to 2026-01-31');
  expect(held.out).toContain('so nothing was written');
  const over = await readings(plan, '--readings', given, '--over-signed', '--dry-run', '--json');
  expect((JSON.parse(over.out) as Said).readings).toMatchObject([
    { status: 'changed', signed: true },
    { status: 'changed', signed: false },
  ]);
});

test('readings that cannot be are refused with the reason, and nothing is half written', async () => {
  const bad = put(
    'bad.csv',
    [
      'metric;from;date;value;numerator;denominator',
      's.metric.1;2026-02-15;2026-03-14;;1;2',
      's.metric.1;;31.3.2026;;1;2',
      's.metric.1;;2026-04-30;12 %;;',
      's.metric.1;;2026-05-31;;1;0',
      'win-rate;;2026-05-31;1;;',
    ].join('\n'),
  );
  const before = readFileSync(plan);
  const { code, out } = await readings(plan, '--readings', bad);
  expect(code).toBe(1);
  for (const why of [
    'the span to 2026-03-14 overlaps a reading from 2026-02-01 to 2026-02-28',
    's.metric.1: row 2 has no date',
    's.metric.1: 2026-04-30 has neither a value nor a numerator and a denominator',
    's.metric.1: the denominator from 2026-05-31 to 2026-05-31 is 0',
    'The workbook has no metric win-rate',
  ])
    expect(out).toContain(why);
  expect(readFileSync(plan).equals(before)).toBe(true);
});

test('each query is there as SQL for the database where the rows are', async () => {
  const { out } = await readings(plan, '--mapping', mapping, '--sql');
  expect(out).toContain('-- s.metric.1\nwith appfi_spans');
  expect(out).toContain(`coalesce(t."outcome" in ('won', 'lost'), false)`);
  const spark = await readings(plan, '--mapping', mapping, '--sql', 'spark');
  expect(spark.out).toContain("coalesce(t.`outcome` in ('won', 'lost'), false)");
});

test.each([
  [['--dry-run'], 'Give --from with a mapping, or --readings.'],
  [['--from', 'nope.csv', '--mapping', mapping], 'There is no nope.csv. Check the path.'],
  [['--from', exported], 'plan.xlsx: The workbook keeps no mapping. Give one with --mapping.'],
])('%p is refused', async (options, why) => {
  const { code, err } = await readings(plan, ...options);
  expect(code).toBe(2);
  expect(err).toContain(why);
});
