import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { builtinModels } from '../../src/catalog/models';
import type { Description } from '../../src/cli/describeSpec';
import { catalogJsonSchema, overlayJsonSchema } from '../../src/catalog/jsonSchema';
import { engagementJsonSchema } from '../../src/engagement/jsonSchema';
import { addInVersion } from '../../src/office/version';
import { appfi, appfiIn, ownFolder, soundCatalog } from './run';

const file = ownFolder();
const json = <T = unknown>(text: string) => JSON.parse(text) as T;
interface Model {
  id: string;
  hash: string;
  counts: Record<string, number>;
}

const putJson = (name: string, content: unknown) => {
  writeFileSync(file(name), JSON.stringify(content));
  return file(name);
};

describe('help', () => {
  test('without a command lists them all', async () => {
    const { code, out, err } = await appfi();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const name of ['new', 'read', 'check', 'lay', 'describe', 'catalog', 'engagement'])
      expect(out).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
    expect(out).toContain('Exit code: 0 done · 1 a check failed · 2 bad input');
  });

  test.each([
    ['new'],
    ['read'],
    ['check'],
    ['lay'],
    ['describe'],
    ['catalog list'],
    ['catalog check'],
    ['catalog schema'],
    ['readings'],
    ['engagement check'],
    ['engagement schema'],
  ])('of %s has an example', async (command) => {
    const { code, out } = await appfi(...command.split(' '), '--help');
    expect(code).toBe(0);
    expect(out).toContain(`Usage: appfi ${command}`);
    expect(out).toContain(`Examples:\n  $ appfi ${command}`);
  });

  test('speaks Chinese where the system does', async () => {
    const { out } = await appfiIn({ LANG: 'zh_CN.UTF-8' }, ['check', '--help']);
    expect(out).toContain('用法： appfi check');
    expect(out).not.toMatch(/Usage|Options|Arguments|display help/);
  });

  test('a group alone shows its commands and is no success', async () => {
    const { code, err } = await appfi('catalog');
    expect(code).toBe(2);
    expect(err).toMatch(/\blist\b[\s\S]*\bcheck\b/);
  });

  test('--version', async () => {
    expect((await appfi('--version')).out).toBe(`${addInVersion}\n`);
  });
});

describe('catalog', () => {
  test('list names every built-in model', async () => {
    const models = json<Model[]>((await appfi('catalog', 'list', '--json')).out);
    expect(models.map(({ id }) => id)).toEqual(builtinModels.map(({ id }) => id));
    expect(models[0]).toMatchObject({
      version: expect.any(String),
      name: { en: expect.any(String) },
    });
    expect(models[0]?.hash).toMatch(/^[0-9a-f]{16}$/);
    const { out } = await appfi('catalog', 'list');
    for (const { id, hash, counts } of models)
      expect(out).toMatch(
        new RegExp(`^${id} .*${hash} .*\\b${counts.asks} .*\\b${counts.pains} `, 'm'),
      );
  });

  test('check passes a sound catalog', async () => {
    const { code, out } = await appfi('catalog', 'check', putJson('sound.json', soundCatalog()));
    expect(code).toBe(0);
    expect(out).toMatch(/^Warning: s\.ask\.1: the en text has 8 characters/m);
    expect(out).toMatch(/^Errors: 0\. Warnings: \d+\.$/m);
  });

  test('check fails a catalog with errors', async () => {
    const catalog = soundCatalog();
    catalog.pains[0]!.calledBy = { 's.ask.9': 1 };
    const path = putJson('broken.json', catalog);
    const { code, out } = await appfi('catalog', 'check', path);
    expect(code).toBe(1);
    expect(out).toMatch(/^Error: s\.pain\.1 · .*: there is no “s\.ask\.9”\./m);
    const report = json<{ problems: object[] }>(
      (await appfi('catalog', 'check', path, '--json')).out,
    );
    expect(report).toMatchObject({ ok: false, kind: 'catalog' });
    expect(report.problems[0]).toHaveProperty('text');
  });

  test('check of changes checks the model as it becomes', async () => {
    const removed = { id: 'key-account', remove: ['ka.ask.wallet'] };
    const path = putJson('remove.json', removed);
    expect(json((await appfi('catalog', 'check', path, '--json')).out)).toMatchObject({
      kind: 'overlay',
    });
  });

  test('check of text that is no JSON is a failed check, not a crash', async () => {
    writeFileSync(file('text.json'), 'no json');
    const { code, out } = await appfi('catalog', 'check', file('text.json'));
    expect(code).toBe(1);
    expect(out).toMatch(/^Error: The file is not valid JSON/);
  });

  test('schema', async () => {
    const plain = (value: unknown) => json(JSON.stringify(value));
    expect(json((await appfi('catalog', 'schema')).out)).toEqual(plain(catalogJsonSchema()));
    expect(json((await appfi('catalog', 'schema', '--overlay')).out)).toEqual(
      plain(overlayJsonSchema()),
    );
  });
});

describe('engagement', () => {
  test('check passes the examples', async () => {
    for (const model of ['after-sales', 'key-account']) {
      const { code, out } = await appfi('engagement', 'check', `examples/${model}.json`);
      expect({ code, out }).toEqual({ code: 0, out: 'Errors: 0. Warnings: 0.\n' });
    }
  });

  test('check names rows without a place and values that do not fit', async () => {
    const path = putJson('odd.json', {
      format: 'appfi-engagement/1',
      catalogs: [{ id: 'after-sales' }],
      settings: { startDate: '2026-02-30', fee: 'ask me', stage: 'later' },
      ask: { 'as.ask.uptime': { pick: 'certainly' }, 'as.ask.x': { pick: 'yes' } },
    });
    const { code, out } = await appfi('engagement', 'check', path);
    expect(code).toBe(1);
    expect(out.split('\n').sort()).toEqual([
      '',
      'Error: ask.as.ask.x: the catalog has no such row. Check the id, or give it an item of its own.',
      'Errors: 1. Warnings: 4.',
      'Warning: ask.as.ask.uptime.pick: “certainly” is not among those offered. Use a word of the drop-down.',
      'Warning: settings.fee: “ask me” is not a number. Write a number.',
      'Warning: settings.stage: “later” is not among those offered. Use a word of the drop-down.',
      'Warning: settings.startDate: “2026-02-30” is not a date. Write it like 2026-03-02.',
    ]);
    expect(json((await appfi('engagement', 'check', path, '--json')).out)).toMatchObject({
      ok: false,
    });
  });

  test('schema', async () => {
    const schema = json(JSON.stringify(engagementJsonSchema()));
    expect(json((await appfi('engagement', 'schema')).out)).toEqual(schema);
  });
});

describe('describe', () => {
  test('shows every column with its formula as Excel has it', async () => {
    const catalog = putJson('small.json', soundCatalog());
    const { code, out } = await appfi('describe', '--catalog', catalog, '--lang', 'en');
    expect(code).toBe(0);
    const spec = json<Description>(out);
    const plan = spec.sheets.find(({ id }) => id === 'plan');
    const table = plan?.blocks.find((block) => block.kind === 'table');
    expect(table).toMatchObject({ id: 'plan', name: 'Plans', store: 'plan', rows: 2 });
    expect(table?.columns.find(({ id }) => id === 'suggested')).toEqual({
      id: 'suggested',
      header: 'Suggested',
      role: 'calc',
      kind: 'score',
      formula:
        '=IF([@Id]="","",IF([@[Called in all]]>0,[@[Called in all]]+[@[Order among equals]],0))',
    });
    expect(spec.lists.find(({ id }) => id === 'pick')?.entries[0]).toEqual({
      id: 'yes',
      label: 'Yes',
    });
  });

  test('docs/workbook.md is current; `npm run docs` renews it', async () => {
    const { out } = await appfi('describe', '--markdown', '--lang', 'en');
    expect(readFileSync('docs/workbook.md', 'utf8')).toBe(out);
  });
});

test('the command in a checkout', () => {
  const run = (...argv: string[]) =>
    spawnSync(process.execPath, ['tools/appfi.mjs', ...argv], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    });
  const path = file('spawned.xlsx');
  const made = run('new', '--model', 'key-account', '--out', path);
  expect(made).toMatchObject({ status: 0, stdout: `Wrote ${path}\n`, stderr: '' });
  expect(run('read', file('absent.xlsx'))).toMatchObject({
    status: 2,
    stdout: '',
    stderr: `appfi: There is no ${file('absent.xlsx')}. Check the path.\n`,
  });
}, 120_000);
