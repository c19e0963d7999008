import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { createHost, openHost } from '../../src/host';
import { asPlainUser } from '../support/plainUser';
import { appfi, appfiIn, ownFolder, soundCatalog } from './run';

const file = ownFolder();

const put = (name: string, content: string | Uint8Array) => {
  writeFileSync(file(name), content);
  return file(name);
};
const putJson = (name: string, content: unknown) => put(name, JSON.stringify(content));

/** Refused with exit code 2, nothing on stdout, and exactly one line on stderr. */
async function refusal(...argv: string[]): Promise<string> {
  const { code, out, err } = await appfi(...argv);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^appfi: [^\n]+\n$/);
  return err.slice('appfi: '.length, -1);
}

const engagement = (part: object) => ({
  format: 'appfi-engagement/1',
  catalogs: [{ id: 'key-account' }],
  ...part,
});

describe('what was typed', () => {
  const out = ['--out', file('never.xlsx')];
  test.each([
    [['news'], 'There is no command news. See appfi --help.'],
    [['check', '--modle', 'x'], 'There is no option --modle. See appfi --help.'],
    [['new', '--model', 'key-account'], 'The option --out <file> is required. Add it.'],
    [['new', '--out'], 'Option --out <file> needs a value. Add it.'],
    [['read'], 'The argument file is missing. See appfi --help.'],
    [['check', 'a', 'b'], 'Too many arguments. Put file names with blanks in quotes.'],
    [['new', ...out], 'Say which model to use: --model, --engagement or --catalog.'],
    [
      ['new', '--model', 'crm', ...out],
      'There is no model “crm”. Choose one of key-account, after-sales, industrial-equipment, both.',
    ],
    [['new', '--lang', 'fr', ...out], 'There is no language “fr”. Choose one of zh-CN, zh-TW, en.'],
  ])('%j', async (argv, line) => {
    expect(await refusal(...argv)).toBe(line);
  });

  test('in the user’s language', async () => {
    const env = { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' };
    expect((await appfiIn(env, ['news'])).err).toBe(
      'appfi: 没有命令 news。运行 appfi --help 查看用法。\n',
    );
    expect((await appfiIn({}, ['news', '--lang', 'zh-TW'])).err).toMatch(/^appfi: [沒没]有/);
  });
});

describe('files', () => {
  test('that are not there', async () => {
    const path = file('absent.xlsx');
    const line = `There is no ${path}. Check the path.`;
    for (const command of ['read', 'check', 'lay']) expect(await refusal(command, path)).toBe(line);
    expect(await refusal('catalog', 'check', path)).toBe(line);
    expect(await refusal('new', '--engagement', path, '--out', file('x.xlsx'))).toBe(line);
  });

  test('that are folders', async () => {
    mkdirSync(file('folder.xlsx'));
    expect(await refusal('read', file('folder.xlsx'))).toBe(
      `${file('folder.xlsx')} is a folder. Name a file.`,
    );
  });

  test('that would be overwritten', async () => {
    const path = put('mine.xlsx', 'mine');
    const line = `${path} exists already. Choose another name, or pass --force to overwrite it.`;
    expect(await refusal('new', '--model', 'key-account', '--out', path)).toBe(line);
    expect(await refusal('describe', '--out', path)).toBe(line);
    expect(await refusal('read', path, '--out', path)).toBe(line);
  });

  test('of another kind than .xlsx', async () => {
    const path = file('plan.xls');
    expect(await refusal('new', '--model', 'key-account', '--out', path)).toBe(
      `${path} must end in .xlsx. Rename it.`,
    );
  });

  test('that may not be read', async () => {
    const path = put('locked.xlsx', '');
    chmodSync(path, 0);
    const told = await asPlainUser(() => refusal('read', path));
    expect(told).toMatch(/^No permission to read or write/);
  });

  test('below something that is no folder', async () => {
    const path = `${put('plain.txt', '')}/plan.xlsx`;
    expect(await refusal('read', path)).toBe(`There is no ${path}. Check the path.`);
  });
});

describe('workbooks', () => {
  const compound = new Uint8Array(4096);
  compound.set([0xd0, 0xcf, 0x11, 0xe0]);
  const encrypted = Uint8Array.from(compound);
  encrypted.set(Buffer.from('EncryptedPackage', 'utf16le'), 512);
  const crowd = () =>
    zipSync(
      Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`${i}`, new Uint8Array()])),
    );
  test.each<[string, () => string | Uint8Array, RegExp]>([
    [
      'empty',
      () => '',
      /: This is not an Excel workbook\. Use a file that Excel saved as \.xlsx\.$/,
    ],
    ['csv', () => 'id,pick\na,yes\n', /is not an Excel workbook\./],
    [
      'encrypted',
      () => encrypted,
      / is protected with a password\. Open it in Excel, remove the password/,
    ],
    [
      'old',
      () => compound,
      /: This is an old \.xls file\. Open it in Excel, save it as \.xlsx, and use that file\.$/,
    ],
    [
      'cut',
      () => Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]),
      /: The workbook is damaged\. Open it in Excel, let Excel repair/,
    ],
    ['zip', () => zipSync({ 'a.txt': new Uint8Array(3) }), /is not an Excel workbook\./],
    [
      'nonsense',
      () => zipSync({ 'xl/workbook.xml': Buffer.from('<workbook><sheets>') }),
      /: The workbook is damaged\. Open it in Excel, let Excel repair/,
    ],
    ['crowd', crowd, /: The file is too large\. Remove in Excel what is not needed/],
  ])(
    '%s',
    async (name, content, line) => {
      const path = put(`${name}.xlsx`, content());
      const said = await refusal('read', path);
      expect(said).toMatch(line);
      expect(said.startsWith(path)).toBe(true);
      expect(await refusal('check', path)).toBe(said);
      expect(await refusal('lay', path)).toBe(said);
    },
    30_000,
  );

  test('that hold no engagement', async () => {
    const path = put('plain.xlsx', await createHost().save());
    for (const command of ['read', 'check', 'lay'])
      expect(await refusal(command, path)).toMatch(
        /plain\.xlsx: This workbook holds no APPFI engagement\. .* \(appfi lay --model …\)$/,
      );
  }, 30_000);

  test('whose catalog is neither carried nor given', async () => {
    const path = file('own-model.xlsx');
    const catalog = putJson('small.json', soundCatalog());
    expect((await appfi('new', '--catalog', catalog, '--out', path)).code).toBe(0);
    expect((await appfi('read', path)).code).toBe(0);
    // As an earlier version laid it out.
    const host = await openHost(readFileSync(path));
    const sheet = host.book.sheets.find(({ tables }) =>
      tables.some((one) => one.name === 'Provenance'),
    );
    for (const cells of sheet?.cells ?? [])
      for (const cell of cells ?? [])
        if (String(cell?.value ?? '').startsWith('carried.')) cell!.value = 'none';
    writeFileSync(path, await host.save());
    expect(await refusal('check', path)).toBe(
      `${path}: The model catalog “small” is not here. Open its file as well. (--catalog)`,
    );
  }, 30_000);

  test('with what saving would end', async () => {
    const parts = { '_xmlsignatures/sig1.xml': new Uint8Array(8) };
    const { unzipSync } = await import('fflate');
    const plain = unzipSync(await createHost().save());
    const path = put('signed.xlsx', zipSync({ ...plain, ...parts }));
    expect(await refusal('lay', path, '--model', 'key-account')).toBe(
      `${path} carries a digital signature, which any change ends. ` +
        'Sign a changed copy again in Excel, or pass --force to write it without the signature.',
    );
  });
});

describe('catalogs and engagements', () => {
  const out = () => ['--out', file('never.xlsx')];

  test('a catalog with errors', async () => {
    const { functions, ...rest } = soundCatalog();
    const path = putJson('no-functions.json', { ...rest, functions: functions.slice(2) });
    expect(await refusal('new', '--catalog', path, ...out())).toMatch(
      /^Catalog .*no-functions\.json cannot be used: .* \(and \d+ more, see appfi catalog check\)$/,
    );
  });

  test('a file of changes with a slip', async () => {
    const path = putJson('slip.json', { id: 'key-account', ask: [] });
    expect(await refusal('new', '--catalog', path, ...out())).toBe(
      `Catalog ${path} cannot be used: key-account: there is no field ask. Check the spelling or remove it.`,
    );
  });

  test('an engagement that is none', async () => {
    const path = put('none.json', '{"format":"appfi-engagement/1","ask":{"__proto__":{}}}');
    expect(await refusal('new', '--engagement', path, ...out())).toBe(
      `Engagement ${path} cannot be used: the file · ask: “__proto__” is not allowed as a name. Remove or rename it.`,
    );
  });

  test('an engagement with rows that its catalog lacks', async () => {
    const said = { ask: { 'ka.ask.walet': { pick: 'yes' }, 'as.ask.skill': { pick: 'yes' } } };
    const path = putJson('rows.json', engagement(said));
    expect(await refusal('new', '--engagement', path, ...out())).toBe(
      `Engagement ${path} cannot be used: ask.ka.ask.walet: the catalog has no such row. ` +
        'Check the id, or give it an item of its own. (and 1 more, see appfi engagement check)',
    );
  });

  test('an engagement of another model', async () => {
    const path = putJson('other.json', engagement({}));
    const args = ['new', '--engagement', path, '--model', 'after-sales', ...out()];
    expect(await refusal(...args)).toBe(
      'The engagement is planned from “key-account”, not from --model after-sales. ' +
        'Leave out --model, or give another engagement.',
    );
  });

  test('an engagement that names no catalog', async () => {
    const path = putJson('nowhere.json', engagement({ catalogs: [] }));
    expect(await refusal('engagement', 'check', path)).toBe(
      `Engagement ${path} names no catalog. List its model ids in catalogs.`,
    );
  });
});
