import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { openHost } from '../../src/host';
import { saveXlsx, stripCachedValues } from '../../src/book';
import type { Engagement } from '../../src/engagement/schema';
import { shardOf } from '../../src/portfolio';
import { openpyxlAvailable, python } from '../support/python';
import { Desk, engagementOf } from '../support/desk';
import { duckdb, duckdbAll } from '../portfolio/duckdb';
import { appfi, ownFolder, soundCatalog } from './run';

const file = ownFolder();
const at = ['--read-at', '2026-07-01T08:00:00Z'];
const catalog = ['--catalog', file('small.json')];
const names = ['alpha.xlsx', 'east/beta.xlsx', '客户/delta.xlsx'];

const said: Partial<Engagement> = {
  settings: {
    client: 'Acme',
    project: 'Service',
    currency: 'CNY',
    fee: 100_000,
    stage: 'delivery',
    asOf: '2026-06-30',
  },
  ask: { 's.ask.1': { pick: 'yes', wording: '=1+1' }, 's.ask.2': { pick: 'no' } },
  pain: { 'custom.pain.1': { pick: 'yes', item: 'Own pain', dimension: 's.area' } },
  metrics: { 's.metric.1': { use: 'yes', baseline: 10, target: 20 } },
  readings: { 'reading.1': { metric: 's.metric.1', date: '2026-06-30', value: 15 } },
};

beforeAll(async () => {
  writeFileSync(file('small.json'), JSON.stringify(soundCatalog()));
  const desk = new Desk();
  desk.catalogs = [soundCatalog()];
  await desk.layOut(engagementOf(said), { lang: 'en' });
  for (const folder of ['all', 'all/east', 'all/客户', 'all/.hidden']) mkdirSync(file(folder));
  for (const [i, name] of names.entries()) {
    const copy = desk.copy();
    copy.typeNamed('Engagement.Client', `Client ${i + 1}`);
    copy.typeNamed('Engagement.Fee', 100_000 * (i + 1));
    writeFileSync(file(`all/${name}`), await copy.host.save());
  }
  writeFileSync(file('all/~$alpha.xlsx'), 'open elsewhere');
  writeFileSync(file('all/.hidden/x.xlsx'), 'not looked at');
});

const collect = (...argv: string[]) => appfi('collect', file('all'), ...catalog, ...at, ...argv);

test('one row per workbook, with its own figures', async () => {
  const { code, out, err } = await collect('--out', file('e.parquet'));
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('Engagements counted: 3. Files skipped: 0.');
  const rows = await duckdb(
    `select file, client, fee, stage, ask_picked, ask_offered, pain_custom, metrics_in_scope,
       attainment, as_of::varchar as as_of, model_versions like 'small 1.0.0 %' as versions, value_source,
       read_at::varchar as read_at
     from '${file('e.parquet')}' order by file`,
  );
  expect(rows).toEqual(
    names.map((name, i) => ({
      file: name,
      client: `Client ${i + 1}`,
      fee: 100_000 * (i + 1),
      stage: 'delivery',
      ask_picked: 1,
      ask_offered: 3,
      pain_custom: 1,
      metrics_in_scope: 2,
      attainment: 0.5,
      as_of: '2026-06-30',
      versions: true,
      value_source: 'cached',
      read_at: '2026-07-01 08:00:00',
    })),
  );
});

test('parts of any split are one table, the same bytes again, and the whole', async () => {
  expect((await collect('--out', file('whole'))).code).toBe(0);
  const lake = file('lake3');
  for (let i = 0; i < 3; i += 1)
    expect((await collect('--out', lake, '--shard', `${i}/3`)).code).toBe(0);
  for (const table of ['engagements', 'picks', 'metrics', 'settlements', 'files']) {
    const [split, whole] = [
      `${lake}/${table}/*.parquet`,
      `${file('whole')}/${table}/${table}-v2.parquet`,
    ];
    const difference = await duckdb(
      `(from '${split}' except all from '${whole}') union all (from '${whole}' except all from '${split}')`,
    );
    expect(difference).toEqual([]);
  }
  const mine = shardOf(names[0] as string, 3);
  const part = `${file('lake3')}/picks/picks-v2-0000${mine}-of-00003.parquet`;
  const before = readFileSync(part);
  expect((await collect('--out', file('lake3'), '--shard', `${mine}/3`)).code).toBe(0);
  expect(readFileSync(part).equals(before)).toBe(true);
  expect(readdirSync(file('lake3/picks')).filter((name) => name.endsWith('.tmp'))).toEqual([]);

  const other = await collect('--out', file('lake3'), '--shard', '0/2');
  expect(other.code).toBe(2);
  expect(other.err).toMatch(/would count engagements twice/);
});

test('a file that cannot be read is listed and skipped; formulas without values are calculated', async () => {
  mkdirSync(file('mixed'));
  copyFileSync(file('all/alpha.xlsx'), file('mixed/a.xlsx'));
  writeFileSync(file('mixed/b.xlsx'), 'no workbook');
  const bytes = await stripCachedValues(new Uint8Array(readFileSync(file('all/east/beta.xlsx'))));
  writeFileSync(file('mixed/c.xlsx'), bytes);
  const { code, out } = await appfi(
    ...['collect', file('mixed'), ...catalog, ...at, '--out', file('mixed.parquet'), '--json'],
  );
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    read: 2,
    skipped: [
      { file: 'b.xlsx', reason: expect.stringContaining('is not an Excel workbook') as string },
    ],
    recalculated: ['c.xlsx'],
  });
  const rows = await duckdb(
    `select * exclude (file, file_sha256, value_source, engagement_id, client, fee, pool, pending, saved_at)
     from '${file('mixed.parquet')}'`,
  );
  expect(rows).toHaveLength(2);
  expect(rows[0]).toEqual(rows[1]);
  // A workbook carries the catalog that it is planned from.
  const alone = await appfi('collect', file('mixed'), '--out', file('alone.csv'));
  expect(alone.out).toContain('Engagements counted: 2. Files skipped: 1.');
});

test('older states and copies are rows of files and of nothing else; sums count each engagement once', async () => {
  mkdirSync(file('copies/old'), { recursive: true });
  const desk = new Desk(await openHost(readFileSync(file('all/alpha.xlsx'))));
  copyFileSync(file('all/alpha.xlsx'), file('copies/now.xlsx'));
  copyFileSync(file('all/alpha.xlsx'), file('copies/old/copy.xlsx'));
  desk.typeNamed('Value.AsOf', 46_112);
  writeFileSync(file('copies/old/march.xlsx'), await desk.host.save());
  writeFileSync(file('copies/old/broken.xlsx'), 'no workbook');
  const { code, out } = await appfi(
    ...['collect', file('copies'), ...catalog, ...at, '--out', file('copies.lake'), '--json'],
  );
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    ...{ read: 3, engagements: 1, unchanged: 0 },
    older: [
      { file: 'old/copy.xlsx', counted: 'now.xlsx' },
      { file: 'old/march.xlsx', counted: 'now.xlsx' },
    ],
  });
  const from = (table: string) => `from '${file('copies.lake')}/${table}/*.parquet'`;
  expect(await duckdb(`select sum(fee)::int as fee ${from('engagements')}`)).toEqual([
    { fee: 100_000 },
  ]);
  expect(
    await duckdb(`select file, standing, reason is not null as why ${from('files')} order by file`),
  ).toEqual([
    { file: 'now.xlsx', standing: 'counted', why: false },
    { file: 'old/broken.xlsx', standing: 'skipped', why: true },
    { file: 'old/copy.xlsx', standing: 'same', why: false },
    { file: 'old/march.xlsx', standing: 'older', why: false },
  ]);

  // The next time only what has changed is read; the figures are the same.
  const before = readFileSync(file('copies.lake/metrics/metrics-v2.parquet'));
  copyFileSync(file('all/east/beta.xlsx'), file('copies/beta.xlsx'));
  rmSync(file('copies/old/broken.xlsx'));
  const again = await appfi(
    ...[
      'collect',
      file('copies'),
      ...catalog,
      ...at,
      '--out',
      file('copies.lake'),
      '--force',
      '--json',
    ],
  );
  expect(JSON.parse(again.out)).toMatchObject({ read: 4, unchanged: 3, engagements: 2 });
  rmSync(file('copies/beta.xlsx'));
  await appfi(
    'collect',
    file('copies'),
    ...catalog,
    ...at,
    '--out',
    file('copies.lake'),
    '--force',
  );
  expect(readFileSync(file('copies.lake/metrics/metrics-v2.parquet')).equals(before)).toBe(true);
  expect(readdirSync(file('copies.lake/.appfi'))).toHaveLength(3);
});

test('the DuckDB lines of the documentation run as they are written, over parts as over the whole', async () => {
  const text = readFileSync('docs/portfolio.md', 'utf8');
  const lines = [...text.matchAll(/```sql(?: duckdb)?\n([\s\S]*?)```/g)].map(([, sql = '']) => sql);
  const answers = async (lake: string) => {
    const statements = lines
      .join('\n')
      .replaceAll('lake/', `${lake}/`)
      .split(/;\s*\n/)
      .filter((one) => one.trim());
    return duckdbAll(statements);
  };
  const [whole, parts] = [await answers(file('whole')), await answers(file('lake3'))];
  expect(parts).toEqual(whole);
  expect(whole.slice(-4).map((rows) => rows.length)).toEqual([0, 1, 15, 1]);
  expect(whole.at(-1)).toEqual([{ standing: 'counted', files: '3' }]);
});

test('CSV: one table, UTF-8 with its mark, and no text that a spreadsheet would run', async () => {
  const { code } = await collect('--out', file('picks.csv'), '--table', 'picks');
  expect(code).toBe(0);
  const text = readFileSync(file('picks.csv'), 'utf8');
  expect(text.startsWith('\uFEFFengagement_id,file,step,')).toBe(true);
  expect(text).toContain(`ask,s.ask.1,s.question.1,Driver 1,false,,yes,,,'=1+1,\r\n`);
  const [counted] = await duckdb(
    `select count(*)::int as n, count(pick)::int as said from read_csv('${file('picks.csv')}')`,
  );
  expect(counted).toEqual({ n: 3 * 16, said: 3 * 3 });
});

const inPython = openpyxlAvailable() ? test : test.skip;

inPython(
  'the portfolio workbook: its formulas, pictures and tables, read by openpyxl',
  async () => {
    const { code } = await collect('--out', file('p.xlsx'), '--lang', 'en');
    expect(code).toBe(0);
    const script = `
import sys, io, json, warnings, openpyxl
warnings.simplefilter('ignore')
book = openpyxl.load_workbook(io.BytesIO(sys.stdin.buffer.read()), data_only=True)
def table(name):
    for sheet in book.worksheets:
        for found in sheet.tables.values():
            if found.name == name:
                return [[str(c.value)[:10] if c.is_date else c.value for c in row] for row in sheet[found.ref]]
print(json.dumps({'sheets': book.sheetnames, 'charts': len(book.worksheets[0]._charts),
  'stages': table('PortfolioStages'), 'money': table('PortfolioMoney'),
  'pool': [row[:3] for row in table('PortfolioPool')],
  'steps': [row[:4] for row in table('PortfolioSteps')],
  'engagements': [row[3:4] + row[11:12] + row[15:16] for row in table('PortfolioEngagements')]}))
`;
    expect(python(script, new Uint8Array(readFileSync(file('p.xlsx'))))).toEqual({
      sheets: ['Overview', 'Engagements', 'Items', 'Metrics', 'Settlements', 'Files'],
      charts: 3,
      stages: [
        ['Stage', 'Engagements', 'With failing checks'],
        ['Micro-consulting', 0, 0],
        ['Consulting', 0, 0],
        ['Delivery', 3, expect.any(Number)],
        ['Coaching', 0, 0],
      ],
      money: [
        expect.arrayContaining(['Currency', 'Value planned', 'Readings overdue']),
        expect.arrayContaining(['CNY', 3]),
      ],
      pool: [
        ['Currency', 'Fee', 'Fee at risk'],
        ['CNY', 600_000, expect.any(Number)],
      ],
      steps: [
        ['Step', 'Offered', 'Suggested', 'Picked'],
        ['1 Ask', 9, 0, 3],
        ['2 Plan', 6, 3, 0],
        ['3 PainPoints', 12, 6, 3],
        ['4 Functions', 15, 0, 0],
        ['5 Innovations', 6, 0, 0],
      ],
      engagements: [
        ['Client', 'Fee', 'As of'],
        ...names.map((_, i) => [`Client ${i + 1}`, 100_000 * (i + 1), '2026-06-30']),
      ],
    });
    const host = await openHost(readFileSync(file('p.xlsx')));
    expect((await saveXlsx(host.book)).length).toBeGreaterThan(0);
  },
);

test.each([
  [['--out', 'x.parquet', '--shard', '0/4'], /--shard writes parts into a folder/],
  [['--out', 'lake', '--shard', '4/4'], /“4\/4” is not a part/],
  [['--out', 'lake', '--format', 'orc'], /no format “orc”.*parquet, csv/],
  [['--out', 'x.csv', '--table', 'people'], /no table “people”.*engagements, picks/],
  [['--out', 'x.xlsx', '--table', 'picks'], /--table does not fit/],
  [['--out', 'x.csv', '--read-at', 'noon'], /“noon” is not a time/],
])('refused before anything is read: %j', async (argv, problem) => {
  const { code, err } = await appfi('collect', file('all'), ...argv);
  expect(code).toBe(2);
  expect(err).toMatch(problem);
});

test('on several threads, as the bundled command reads many files, the bytes are the same', async () => {
  mkdirSync(file('many'));
  for (let i = 0; i < 16; i++) {
    const name = `many/${String(i).padStart(2, '0')}.xlsx`;
    if (i === 7) writeFileSync(file(name), 'no workbook');
    else copyFileSync(file(`all/${names[i % names.length]}`), file(name));
  }
  const asked = (out: string) => ['collect', file('many'), ...catalog, ...at, '--out', file(out)];
  const one = await appfi(...asked('one'), '--json');
  const bundled = spawnSync(process.execPath, ['tools/appfi.mjs', ...asked('several'), '--json'], {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: undefined },
  });
  expect(bundled.stderr).toBe('');
  const elsewhere = (text: string) => text.replaceAll(file('several'), file('one'));
  expect([bundled.status, elsewhere(bundled.stdout)]).toEqual([one.code, one.out]);
  const files = (folder: string) =>
    readdirSync(file(folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(parquet|json)$/.test(name),
    );
  expect(files('several')).toEqual(files('one'));
  for (const name of files('one'))
    expect(readFileSync(file(`several/${name}`)).equals(readFileSync(file(`one/${name}`)))).toBe(
      true,
    );
}, 120_000);

test('a folder that is not there, and a file that is', async () => {
  const gone = await appfi('collect', file('nowhere'), '--out', file('gone.csv'));
  expect(gone.code).toBe(2);
  expect(gone.err).toMatch(/nowhere is not a folder that can be read/);
  writeFileSync(file('kept.csv'), 'mine');
  const kept = await collect('--out', file('kept.csv'));
  expect(kept.code).toBe(2);
  expect(readFileSync(file('kept.csv'), 'utf8')).toBe('mine');
  // What was read cannot be kept in a file: that is no fault of the workbooks.
  const cached = await collect('--out', file('cached.csv'), '--cache', file('kept.csv'));
  expect(cached).toMatchObject({ code: 2, out: '' });
  expect(cached.err).toMatch(/kept\.csv.*Check the path/);
});
