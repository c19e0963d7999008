import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Catalog } from '../../src/catalog/schema';
import { emptyEngagement } from '../../src/engagement/project';
import { openHost } from '../../src/host';
import type { Upgrade } from '../../src/office';
import { Desk } from '../support/desk';
import { appfi, appfiIn, ownFolder, soundCatalog } from './run';

const file = ownFolder();
const write = (name: string, json: unknown) => {
  writeFileSync(file(name), JSON.stringify(json));
  return file(name);
};
const inFirm = (folder: string, ...argv: string[]) =>
  appfiIn({ LANG: 'en_US.UTF-8', APPFI_CATALOGS: file(folder) }, argv);

const first = soundCatalog();
/** 1.1.0: the metric that is bet on is better when lower, another is new in words, a pain is retired. */
const second: Catalog = {
  ...soundCatalog(),
  version: '1.1.0',
  metrics: first.metrics.map((one, i) => (i === 0 ? { ...one, direction: 'lower' } : one)),
  pains: first.pains.map((one, i) =>
    i === 0 ? { ...one, retired: '1.1.0', replacedBy: first.pains[1]!.id } : one,
  ),
  functions: first.functions.map((one, i) =>
    i === 0 ? { ...one, calledBy: { [first.pains[1]!.id]: 3 } } : one,
  ),
};
const bet = {
  ...emptyEngagement([{ id: 'small' }], 'en'),
  settings: { client: 'Northgate', project: 'Growth' },
  pain: { 's.pain.1': { pick: 'yes' } },
  terms: { 'term.1': { code: 'T1', metric: 's.metric.1', weight: 1 } },
};

beforeAll(async () => {
  mkdirSync(file('engagements'));
  mkdirSync(file('firm'));
  write('first.json', first);
  write('firm/small-1.1.json', second);
  write('firm/small-1.0.json', first);
  write('firm/small-ours.json', {
    id: 'small',
    version: '1.2.0',
    drivers: [],
    name: { en: 'Ours', 'zh-CN': '我们的' },
  });
  const plan = file('engagements/plan.xlsx');
  await appfi(
    ...['new', '--engagement', write('bet.json', bet), '--catalog', file('first.json')],
    ...['--out', plan],
  );
  writeFileSync(file('engagements/broken.xlsx'), 'no workbook');
});

test('a folder is looked at with a line for each engagement, and what cannot be read with its cause', async () => {
  const { code, out } = await inFirm('firm', 'upgrade', file('engagements'), '--dry-run', '--json');
  expect(code).toBe(1);
  const { engagements } = JSON.parse(out) as { engagements: (Upgrade & { file: string })[] };
  expect(engagements).toMatchObject([
    { file: 'broken.xlsx', reason: expect.stringContaining('not an Excel workbook') as string },
    {
      ...{ file: 'plan.xlsx', name: 'Northgate · Growth' },
      // The firm's newest is a file of changes.
      catalogs: [{ id: 'small', from: { version: '1.0.0' }, to: { version: '1.2.0' } }],
      changes: [
        {
          kind: 'retired',
          id: 's.pain.1',
          outcome: 'follows',
          into: [{ id: 's.pain.2', text: 'Pain 2' }],
        },
        { kind: 'redefined', id: 's.metric.1', outcome: 'open', rests: 'bet' },
      ],
    },
  ]);
  const text = await inFirm('firm', 'upgrade', file('engagements'), '--dry-run');
  expect(text.out).toContain(
    'Workbooks: 1 read, 1 would change, 1 to be decided about, 1 not read.',
  );
  const written = await inFirm('firm', 'upgrade', file('engagements'), '--out', file('x.xlsx'));
  expect(written.err).toContain('is a folder. Look at it with --dry-run');
});

test('one workbook is upgraded with what was decided, and a decision about nothing is refused', async () => {
  const plan = file('engagements/plan.xlsx');
  const upgrade = (...more: string[]) => inFirm('firm', 'upgrade', plan, ...more);
  const { out } = await upgrade('--dry-run');
  expect(out).toContain('Better is: higher → lower');
  expect(out).toContain('taken over by Pain 2 (s.pain.2)');
  expect(out).toContain('Open redefinitions: 1. Take one with --take s.metric.1');
  expect((await upgrade('--dry-run', '--take', 's.metric.2')).err).toContain(
    'has nothing to decide about “s.metric.2”',
  );
  expect((await upgrade('--dry-run', '--successor', 's.pain.1')).err).toContain(
    '“s.pain.1” does not say OLD=NEW',
  );
  expect((await upgrade('--out', file('taken.xlsx'), '--take', 'all')).code).toBe(0);
  const read = await appfi('read', file('taken.xlsx'));
  // A firm's older edition is none on offer.
  mkdirSync(file('older'));
  write('older/small.json', first);
  const older = await inFirm('older', 'upgrade', file('taken.xlsx'), '--dry-run');
  expect(older).toMatchObject({ code: 0, err: '' });
  expect(older.out).toContain('small: 1.2.0, the same');
  expect(JSON.parse(read.out)).toMatchObject({
    engagement: {
      catalogs: [{ id: 'small', version: '1.2.0' }],
      pain: { 's.pain.2': { pick: 'yes' } },
    },
  });
});

test('a workbook of an edition that it does not carry is compared with the firm’s very own', async () => {
  const host = await openHost(readFileSync(file('engagements/plan.xlsx')));
  const desk = new Desk(host);
  for (const [row, id] of desk.ids('Provenance').entries())
    if (id.startsWith('carried.')) desk.type('Provenance', row, 'Value', null);
  writeFileSync(file('bare.xlsx'), await host.save());
  const looked = (...argv: string[]) => appfi('upgrade', file('bare.xlsx'), '--dry-run', ...argv);
  const newest = ['--catalog', file('firm/small-1.1.json')];
  const whole = await looked(...newest);
  expect(whole.out).toMatch(/^redefined +Model +Small model \(small\)/m);
  const named = await looked(...newest, '--from', file('first.json'));
  expect(named.out).toContain('Better is: higher → lower');
  expect(named.out).not.toContain('Small model');
  const stranger = await looked(...newest, '--from', file('firm/small-1.1.json'));
  expect(stranger.err).toContain('The workbook was not made from this small 1.1.0');
  const found = await inFirm('firm', 'upgrade', file('bare.xlsx'), '--dry-run');
  expect(found.out).toContain('Better is: higher → lower');
  expect(found.out).not.toContain('Small model');
  // A layout goes on from the firm's very own too; of another it asks.
  const lay = ['lay', file('bare.xlsx'), '--out', file('laid.xlsx')];
  const other = await appfi(...lay, ...newest);
  expect(other.err).toContain('does not carry small 1.0.0');
  const stray = await inFirm('firm', ...lay, '--take', 'small');
  expect(stray.err).toContain('has nothing to decide about “small”');
  expect(await inFirm('firm', ...lay)).toMatchObject({ code: 0, err: '' });
});

test('of a workbook and what an upgrade made of it the upgraded one is collected, whatever it is called', async () => {
  const parts = unzipSync(readFileSync(file('engagements/plan.xlsx')));
  const core = strFromU8(parts['docProps/core.xml']!);
  expect(core).toMatch(saved);
  parts['docProps/core.xml'] = strToU8(core.replace(saved, '$<tag>2026-01-05T08:00:00Z'));
  mkdirSync(file('states'));
  writeFileSync(file('states/a.xlsx'), zipSync(parts));
  await inFirm('firm', 'upgrade', file('states/a.xlsx'), '--out', file('states/b.xlsx'));
  const collected = await appfi(
    ...['collect', file('states'), '--out', file('states.csv'), '--json'],
  );
  expect(JSON.parse(collected.out)).toMatchObject({
    older: [{ file: 'a.xlsx', counted: 'b.xlsx' }],
  });
});

const saved = /(?<tag><dcterms:modified[^>]*>)[^<]*/;

test('a firm’s catalogs are listed, chosen by id and version, and named by a settings file as well', async () => {
  const listed = await inFirm('firm', 'catalog', 'list', '--json');
  const versions = (JSON.parse(listed.out) as { id: string; version: string }[])
    .filter(({ id }) => id === 'small')
    .map(({ version }) => version);
  expect(versions).toEqual(['1.0.0', '1.1.0', '1.2.0']);
  const made = (model: string, name: string) =>
    inFirm('firm', 'new', '--model', model, '--out', file(name));
  expect((await made('small@1.1.0', 'chosen.xlsx')).code).toBe(0);
  const { out } = await appfi('read', file('chosen.xlsx'));
  expect(JSON.parse(out)).toMatchObject({ engagement: { catalogs: [{ version: '1.1.0' }] } });
  expect((await made('small@3.0.0', 'none.xlsx')).err).toContain(
    'which has small@1.0.0, small@1.1.0, small@1.2.0',
  );
  const settings = write('settings.json', { catalogs: 'firm' });
  const bySettings = await appfiIn({ LANG: 'en', APPFI_SETTINGS: settings }, ['catalog', 'list']);
  expect(bySettings.out).toContain('small');
  const bad = await appfiIn({ LANG: 'en', APPFI_SETTINGS: write('bad.json', []) }, [
    'catalog',
    'list',
  ]);
  expect(bad.err).toContain('is not a settings file');
});

test('of a folder’s versions the newest is taken by number; two of one number must say the same', async () => {
  mkdirSync(file('many'));
  write('many/small-1.9.json', { ...first, version: '1.9.0' });
  write('many/small-1.10.json', { ...second, version: '1.10.0' });
  write('many/changes.json', { id: 'small', drivers: [] });
  const list = () => inFirm('many', 'catalog', 'list', '--json');
  const listed = JSON.parse((await list()).out) as { id: string; version: string }[];
  const versions = listed.filter(({ id }) => id === 'small').map(({ version }) => version);
  // Changes without a version are to the newest.
  expect(versions).toEqual(['1.10.0', '1.10.0', '1.9.0']);
  write('many/small-1.9 copy.json', { ...first, version: '1.9.0' });
  expect((await list()).code).toBe(0);
  write('many/small-1.9 copy.json', { ...second, version: '1.9.0' });
  expect((await list()).err).toMatch(
    /small-1\.9\.json .*both small@1\.9\.0, and do not say the same/,
  );
  // What is broken is not passed over for an older one.
  write('many/small-2.0.json', { ...first, version: '2.0.0', metrics: 'none' });
  const made = await inFirm('many', 'new', '--model', 'small', '--out', file('newest.xlsx'));
  expect(made.err).toContain('small-2.0.json');
});

test('a file of changes is checked against its base, with a guess at what was meant', async () => {
  const english = JSON.parse(JSON.stringify(first).replaceAll('（中）', ' zh')) as Catalog;
  const base = write('english.json', english);
  const changes = write('changes.json', {
    id: 'small',
    asks: [{ id: 's.ask.1', explanation: { en: 'Because we say so in our own words' } }],
  });
  const alone = await appfi('catalog', 'check', changes);
  expect(alone.out).toContain('small: this file reads as changes to a model that is not here.');
  const based = await appfi('catalog', 'check', changes, '--catalog', base, '--json');
  expect(JSON.parse(based.out)).toMatchObject({ ok: true, kind: 'overlay' });
  const chinese = await appfi('catalog', 'check', changes, '--catalog', file('first.json'));
  expect(chinese.out).toContain('explanation.zh-CN');
  const typo = write('typo.json', { id: 'small', metrics: [{ id: 's.metric.l', unit: 'days' }] });
  const guessed = await appfi('catalog', 'check', typo, '--catalog', base);
  expect(guessed.out).toContain('Did you mean “s.metric.1”?');
  const near = await appfi('catalog', 'check', write('near.json', { id: 'key-acount', asks: [] }));
  expect(near.out).toContain('Did you mean “key-account”?');
  const against = await appfi(
    ...[
      'catalog',
      'check',
      file('firm/small-1.1.json'),
      '--against',
      file('engagements'),
      '--json',
    ],
  );
  expect(JSON.parse(against.out)).toMatchObject({
    engagements: [{ file: 'broken.xlsx' }, { file: 'plan.xlsx' }],
  });
});
