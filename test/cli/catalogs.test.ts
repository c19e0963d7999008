import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Catalog } from '../../src/catalog/schema';
import { openHost } from '../../src/host';
import { readWorkbook } from '../../src/office';
import type { Upgrade } from '../../src/office';
import { Desk, engagementOf } from '../support/desk';
import { appfi, appfiIn, ownFolder, soundCatalog } from './run';

const file = ownFolder();
const put = (name: string, catalog: Catalog) => writeFileSync(file(name), JSON.stringify(catalog));

const newer = (): Catalog => {
  const catalog = structuredClone(soundCatalog());
  catalog.version = '1.1.0';
  const [pain] = catalog.pains;
  const [func] = catalog.functions;
  if (!pain || !func) throw new Error('No item');
  func.calledBy['s.pain.9'] = 1;
  catalog.pains.push({ ...pain, id: 's.pain.9', text: { en: 'Stock is late', 'zh-CN': '备货迟' } });
  pain.text = { en: 'Pain 1 anew', 'zh-CN': '痛点一新' };
  return catalog;
};

beforeAll(async () => {
  put('old.json', soundCatalog());
  put('new.json', newer());
  const desk = new Desk();
  desk.catalogs = [soundCatalog()];
  await desk.layOut(engagementOf({ pain: { 's.pain.1': { pick: 'yes' } } }), { lang: 'en' });
  writeFileSync(file('plan.xlsx'), await desk.host.save());
});

test('upgrade: looked at first, then written to another workbook', async () => {
  const upgrade = (...argv: string[]) => appfi('upgrade', file('plan.xlsx'), ...argv);
  const dry = await upgrade('--catalog', file('new.json'), '--dry-run');
  expect(dry).toMatchObject({ code: 0, err: '' });
  expect(dry.out).toMatch(/^small: 1\.0\.0 → 1\.1\.0$/m);
  expect(dry.out).toMatch(/^reworded +3 PainPoints +Pain 1 anew .* Yes +renewed$/m);
  expect(dry.out).toMatch(/^added +3 PainPoints +Stock is late .*comes$/m);
  expect(dry.out).toContain('Added: 1. Reworded: 1. Moved: 0. Retired: 0.');
  const out = await upgrade('--catalog', file('new.json'), '--out', file('up.xlsx'), '--json');
  expect(out).toMatchObject({ code: 0, err: '' });
  expect((JSON.parse(out.out) as Upgrade).changes.map(({ id }) => id)).toEqual([
    ...['s.pain.1', 's.pain.9'],
  ]);
  const host = await openHost(readFileSync(file('up.xlsx')));
  const { engagement, findings } = await host.run((context) =>
    readWorkbook(context, { catalogs: [newer()] }),
  );
  expect(findings).toEqual([]);
  expect(engagement.catalogs).toMatchObject([{ version: '1.1.0' }]);
  const again = await appfi('upgrade', file('up.xlsx'), '--catalog', file('new.json'), '--dry-run');
  expect(again.out).toBe('small: 1.1.0, the same\nNothing changes: the workbook is up to date.\n');

  const back = await appfi('upgrade', file('up.xlsx'), '--catalog', file('old.json'), '--dry-run');
  expect(back.code).toBe(2);
  expect(back.err).toMatch(
    /up\.xlsx: small 1\.0\.0 is older than what the workbook has \(1\.1\.0\)/,
  );
  const silent = await upgrade('--catalog', file('new.json'));
  expect(silent.code).toBe(2);
  expect(silent.err).toMatch(/--out, or look first with --dry-run/);
});

test('catalog export and import: the same catalog, and an error with its cell', async () => {
  const book = file('catalog.xlsx');
  expect(await appfi('catalog', 'export', file('old.json'), '--out', book)).toMatchObject({
    code: 0,
  });
  const back = await appfi('catalog', 'import', book, '--out', file('back.json'));
  expect(back).toMatchObject({ code: 0, err: '' });
  expect(back.out).toContain('Catalog small 1.0.0: 18 items.');
  const written = (name: string): unknown => JSON.parse(readFileSync(file(name), 'utf8'));
  expect(written('back.json')).toEqual(written('old.json'));

  const host = await openHost(readFileSync(book));
  const pains = host.book.sheets.find(({ name }) => name === 'Pains');
  const table = pains?.tables[0];
  const column = table?.columns.findIndex(({ name }) => name === 'dimension') ?? 0;
  const cell = `${String.fromCharCode(65 + (table?.area.column ?? 0) + column)}${(table?.area.row ?? 0) + 2}`;
  host.edit('Pains', cell, 's.nowhere');
  writeFileSync(book, await host.save());
  const bad = await appfi('catalog', 'import', book, '--out', file('bad.json'));
  expect(bad.code).toBe(1);
  expect(bad.out).toContain(`Error: Pains!${cell}: s.pain.1 · dimension: there is no “s.nowhere”`);
  expect(existsSync(file('bad.json'))).toBe(false);
});

test('harvest: proposed from a workbook, reviewed, taken over as the next version', async () => {
  const into = ['--into', file('old.json')];
  const desk = new Desk();
  desk.catalogs = [soundCatalog()];
  const said = engagementOf({
    settings: { client: 'Acme' },
    ask: { 's.ask.1': { pick: 'yes', wording: 'What Acme calls it' } },
  });
  await desk.layOut(said, { lang: 'en' });
  writeFileSync(file('done.xlsx'), await desk.host.save());
  const first = await appfi('harvest', file('done.xlsx'), ...into, '--review', file('review.xlsx'));
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(first.out).toContain('Proposed: 0 items, 1 wordings, 0 sets of figures.');
  const take = (...more: string[]) =>
    appfi('harvest', ...into, '--accept', file('review.xlsx'), '--on', '2026-07-01', ...more);
  const out = ['--by', 'Lin', '--out', file('next.json')];
  const idle = await take(...out);
  expect(idle.code).toBe(2);
  expect(idle.err).toContain('Nothing is decided');
  expect((await take()).err).toContain('Say who accepts with --by');

  const host = await openHost(readFileSync(file('review.xlsx')));
  const table = host.book.sheets.find(({ name }) => name === 'Wordings')?.tables[0];
  const row = (table?.area.row ?? 0) + 2;
  const cell = (header: string) => {
    const at = table?.columns.findIndex(({ name }) => name === header) ?? 0;
    return `${String.fromCharCode(65 + (table?.area.column ?? 0) + at)}${row}`;
  };
  host.edit('Wordings', cell('accept'), 'yes');
  host.edit('Wordings', cell('text.en'), 'Keep every promised date');
  host.edit('Wordings', cell('text.zh-CN'), '承诺的日期个个守住');
  writeFileSync(file('review.xlsx'), await host.save());
  const words = file('words.txt');
  writeFileSync(words, '# never\npromised\n');
  writeFileSync(file('settings.json'), JSON.stringify({ withhold: 'words.txt' }));
  const held = await appfiIn({ LANG: 'en', APPFI_SETTINGS: file('settings.json') }, [
    ...['harvest', ...into, '--accept', file('review.xlsx'), ...out],
  ]);
  expect(held.code).toBe(1);
  expect(held.out).toContain('promised');
  const taken = await take(...out);
  expect(taken).toMatchObject({ code: 0, err: '' });
  expect(taken.out).toContain(
    'small 1.0.0 → 1.1.0. Added: 0. Reworded: 1. With figures: 0. Refused: 0.',
  );
  const next = JSON.parse(readFileSync(file('next.json'), 'utf8')) as Catalog;
  expect(next.asks[0]?.text).toEqual({
    en: 'Keep every promised date',
    'zh-CN': '承诺的日期个个守住',
  });
  expect(next.asks[0]?.harvested).toMatchObject([{ by: 'Lin', on: '2026-07-01' }]);
  expect(JSON.stringify(next)).not.toContain('Acme');
  const dry = await appfi(
    'upgrade',
    file('done.xlsx'),
    '--catalog',
    file('next.json'),
    '--dry-run',
  );
  expect(dry.out).toMatch(/^small: 1\.0\.0 → 1\.1\.0$/m);
  expect(dry.out).toMatch(/^reworded +1 Ask +Keep every promised date .*renewed$/m);
});
