import { answerTables } from '../../src/engagement/register';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyEngagement } from '../../src/engagement/project';
import { LANGS, type Lang } from '../../src/messages';
import { describe as describeWorkbook } from '../../src/office';
import { namingOf, tablesOf } from '../../src/office/naming';
import { namesOf } from '../../src/office/place';
import { render } from '../../src/rules';
import { functions } from '../../src/rules/functions';
import { tableNames, type WorkbookSpec } from '../../src/workbook';
import { tableOf } from '../support/desk';
import { structureOf } from './structure';
import { wordsOf } from './words';

const models: Record<string, string[]> = {
  'key-account': ['key-account'],
  'after-sales': ['after-sales'],
  both: ['key-account', 'after-sales'],
};
const described = (model: string, lang: Lang): Promise<WorkbookSpec> => {
  const catalogs = (models[model] as string[]).map((id) => ({ id }));
  return describeWorkbook(emptyEngagement(catalogs, lang), lang);
};
const cases = [
  ...['key-account', 'after-sales'].flatMap((model) =>
    LANGS.map((lang): [string, Lang] => [model, lang]),
  ),
  ['both', 'zh-CN'] as [string, Lang],
];

/** Every formula of a workbook as it is written into a cell. */
function formulasOf(spec: WorkbookSpec): string[] {
  const naming = namingOf(spec.sheets);
  return spec.sheets.flatMap((sheet) =>
    sheet.blocks.flatMap((block) => {
      if (block.kind === 'table') {
        return block.columns.flatMap(({ formula }) =>
          formula ? [render(formula.node, naming, block.name)] : [],
        );
      }
      if (block.kind === 'fields') {
        return block.fields.flatMap(({ formula }) =>
          formula ? [render(formula.node, naming)] : [],
        );
      }
      if (block.kind === 'chart') return [];
      return block.rows
        .flat()
        .flatMap(({ formula }) => (formula ? [render(formula.node, naming)] : []));
    }),
  );
}

/** The functions that all spreadsheets compute alike (value-model.md §7); SMALL, FIND, LEFT and RIGHT are proved in LibreOffice. */
const allowed = new Set(
  'IF AND OR NOT IFERROR ISNUMBER ISBLANK MIN MAX MEDIAN ABS SIGN ROUND INT SUM SUMIF SUMIFS COUNT COUNTA COUNTIF COUNTIFS AVERAGEIF AVERAGEIFS SUMPRODUCT INDEX MATCH LOOKUP NPV IRR SLOPE INTERCEPT DATE EDATE WORKDAY TEXT CHOOSE ROW SMALL FIND LEFT RIGHT'.split(
    ' ',
  ),
);

describe.each(cases)('%s in %s', (model, lang) => {
  let spec: WorkbookSpec;
  beforeAll(async () => {
    spec = await described(model, lang);
  });

  test('is described as it was (UPDATE_GOLDEN=1 renews)', () => {
    const path = join(__dirname, 'golden', `${model}.${lang}.json`);
    const structure = structureOf(spec);
    if (process.env['UPDATE_GOLDEN'])
      writeFileSync(path, `${JSON.stringify(structure, null, 2)}\n`);
    expect(existsSync(path)).toBe(true);
    expect(structure).toEqual(JSON.parse(readFileSync(path, 'utf8')));
  });

  test('says what it said (UPDATE_GOLDEN=1 renews)', () => {
    const path = join(__dirname, 'golden', `${model}.${lang}.txt`);
    const words = wordsOf(spec);
    if (process.env['UPDATE_GOLDEN']) writeFileSync(path, words);
    expect(words.split('\n')).toEqual(readFileSync(path, 'utf8').split('\n'));
  });

  test('labels of cells are short enough to be read whole', () => {
    const width = (label: string) =>
      [...label].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0);
    const labels = spec.sheets
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === 'fields' ? block.fields.map(({ label }) => label) : []));
    expect(labels.filter((label) => width(label) > 30)).toEqual([]);
  });

  test('sheets, tables, columns and names are such as Excel takes', () => {
    const sheets = spec.sheets.map(({ name }) => name);
    expect(new Set(sheets.map((name) => name.toLowerCase())).size).toBe(sheets.length);
    // What is laid out again is found by the id of its block.
    const blocks = spec.sheets.flatMap((sheet) => sheet.blocks.map(({ id }) => id));
    expect(blocks.filter((id, i) => blocks.indexOf(id) < i)).toEqual([]);
    for (const name of sheets) expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/);
    const names = [
      ...tablesOf(spec.sheets).map(({ name }) => name),
      ...spec.sheets.flatMap((sheet) => namesOf(spec, sheet)),
    ].map((name) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name))).toEqual([]);
    expect(names.filter((name) => /^[a-z]{1,3}\d+$/.test(name))).toEqual([]);
    for (const { name, columns } of tablesOf(spec.sheets)) {
      expect(tableNames).toContain(name);
      const headers = columns.map(({ header }) => header.toLowerCase());
      expect(new Set(headers).size).toBe(headers.length);
      expect(headers.filter((header) => !/^[\p{L}\p{N} ]+$/u.test(header))).toEqual([]);
    }
  });

  test('formulas are short enough and of functions that every spreadsheet has', () => {
    const formulas = formulasOf(spec);
    expect(formulas.length).toBeGreaterThan(60);
    expect(formulas.filter(({ length }) => length > 8192)).toEqual([]);
    const words = formulas.flatMap(
      (formula) => formula.replaceAll(/"[^"]*"/g, '""').match(/[A-Z.]+(?=\()/g) ?? [],
    );
    expect(words.filter((word) => !allowed.has(word))).toEqual([]);
  });

  test('nothing agreed yet: few rows wait for what a contract may hold', () => {
    const cells = tablesOf(spec.sheets).map(
      ({ name, columns, rows, spare }) =>
        [name, columns.filter(({ formula }) => formula).length * (rows.length + spare)] as const,
    );
    expect(cells.filter(([name, count]) => name.startsWith('Payoff') && count > 2000)).toEqual([]);
    const most = models[model]!.length > 1 ? 34_000 : 28_000;
    expect(cells.reduce((sum, [, count]) => sum + count, 0)).toBeLessThan(most);
  });

  test('prompts and alerts fit, cells fit', () => {
    const tables = tablesOf(spec.sheets);
    const prompts = tables.flatMap(({ columns }) => columns.map(({ prompt }) => prompt ?? ''));
    expect(prompts.filter((prompt) => prompt.length > 255)).toEqual([]);
    const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.cells)));
    expect(cells.filter((value) => String(value ?? '').length > 32_767)).toEqual([]);
  });

  test('five steps in order, four questions, three slots, eleven steps of micro-consulting', () => {
    const ids = spec.sheets.map(({ id }) => id);
    expect(
      ids.filter((id) => ['ask', 'plan', 'pain', 'function', 'innovation'].includes(id)),
    ).toEqual(['ask', 'plan', 'pain', 'function', 'innovation']);
    const entries = (id: string) => spec.lists.find((list) => list.id === id)?.entries.length;
    const times = (models[model] as string[]).length;
    expect(entries('dimension.ask')).toBe(4 * times);
    expect(entries('dimension.plan')).toBe(3 * times);
    expect(tableOf(spec, 'microSteps').rows).toHaveLength(11);
  });
});

test('the vendor’s hours of key accounts are 40 = 16 online + 24 offline', async () => {
  const { rows } = tableOf(await described('key-account', 'en'), 'microSteps');
  const hours = (mode?: string) =>
    rows
      .filter(({ cells }) => cells.lead === 'vendor' && (!mode || cells.mode === mode))
      .reduce((total, { cells }) => total + Number(cells.hours), 0);
  expect([hours(), hours('online'), hours('offline')]).toEqual([40, 16, 24]);
});

test('every table of a layout is known by name, whatever the catalog', async () => {
  const names = tablesOf((await described('both', 'en')).sheets).map(({ name }) => name);
  // Those of the round trip come with the first answers, the mapping with the first that is taken in.
  expect(new Set([...names, ...answerTables, 'Mapping'])).toEqual(tableNames);
});

test('the same engagement gives the same workbook', async () => {
  expect(JSON.stringify(await described('key-account', 'en'))).toBe(
    JSON.stringify(await described('key-account', 'en')),
  );
});

test('rules use no function that cannot be evaluated', () => {
  expect(Object.keys(functions).filter((name) => !allowed.has(name))).toEqual([]);
});
