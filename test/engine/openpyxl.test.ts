import { openHost } from '../../src/host';
import { openXlsx } from '../../src/book';
import { describe as describeWorkbook } from '../../src/office';
import type { Block, WorkbookSpec } from '../../src/workbook';
import { available, recalculate } from '../support/libreoffice';
import { openpyxlAvailable } from '../support/python';
import { compare } from './compare';
import { contents, edited, type Edit } from './openpyxl';
import { example, laidOut, models, read, readFile } from './workbook';

const ifOpenpyxl = openpyxlAvailable() ? test : test.skip;
const ifBoth = openpyxlAvailable() && available() ? test : test.skip;

const blocksOf = (spec: WorkbookSpec) => spec.sheets.flatMap((sheet) => sheet.blocks);

function formulasOf(block: Block): number {
  switch (block.kind) {
    case 'table':
      return (
        block.columns.filter((column) => column.formula).length *
        Math.max(1, block.rows.length + block.spare)
      );
    case 'fields':
      return block.fields.filter((field) => field.formula).length;
    case 'text':
      return block.rows.flat().filter((cell) => cell.formula).length;
    case 'chart':
      return 0;
  }
}

ifOpenpyxl.each(models)(
  'openpyxl sees everything that is described: %s',
  async (model) => {
    const spec = await describeWorkbook(example(model), 'en');
    const seen = contents(await (await laidOut(example(model), 'en')).save());
    const blocks = blocksOf(spec);
    const tables = blocks.filter((block) => block.kind === 'table');
    const fields = blocks.flatMap((block) => (block.kind === 'fields' ? block.fields : []));
    const lists = new Map(spec.lists.map((list) => [list.id, list.name]));
    const chosenFrom = [...tables.flatMap(({ columns }) => columns), ...fields].flatMap(
      ({ list, role }) => (list === undefined || role === 'calc' ? [] : [lists.get(list)]),
    );
    expect(Object.entries(seen.sheets)).toEqual(
      spec.sheets.map(({ name, visibility }) => [
        name,
        visibility === 'Visible' ? 'visible' : 'veryHidden',
      ]),
    );
    expect(seen.tables).toEqual(
      Object.fromEntries(tables.map(({ name, columns }) => [name, columns.length])),
    );
    expect(seen.names).toEqual(
      expect.arrayContaining([...lists.values(), ...fields.map(({ name }) => name)]),
    );
    expect(seen.lists).toEqual([...new Set(chosenFrom)].sort());
    expect(seen.rules).toEqual(['dataBar', 'expression']);
    expect(Object.values(seen.charts).reduce((sum, count) => sum + count, 0)).toBe(
      blocks.filter(({ kind }) => kind === 'chart').length,
    );
    expect(seen.formulas).toBe(blocks.reduce((sum, block) => sum + formulasOf(block), 0));
    expect(tables.length).toBeGreaterThan(30);
    expect(seen.validations).toBeGreaterThan(60);
  },
  60_000,
);

ifOpenpyxl.each(models)(
  'a file that openpyxl has saved again says the same: %s',
  async (model) => {
    const host = await laidOut(example(model), 'zh-CN');
    const [here, there] = [await read(host), await readFile(edited(await host.save()))];
    expect(there.engagement).toEqual(here.engagement);
    expect(there.findings).toEqual([]);
    expect(there.results).toEqual(here.results);
  },
  60_000,
);

const edits: Edit[] = [
  { table: 'Asks', row: 'ka.ask.bid-work', header: 'Pick', value: 'Yes' },
  { table: 'Asks', row: 'ka.ask.wallet', header: 'Owner', value: 'Ms Li' },
  { table: 'PainPoints', row: 0, header: 'Pain point', value: 'Nobody reads the minutes' },
  { table: 'PainPoints', row: 0, header: 'Pick', value: 'Yes' },
  { table: 'MicroSteps', row: 'micro.4', header: 'Vendor hours', value: 3 },
];

ifBoth(
  'what people write in other spreadsheets is read, and computed alike',
  async () => {
    const host = await laidOut(example('key-account'), 'en');
    const before = await read(host);
    const own = `custom.pain.${1 + Object.keys(before.engagement.pain).filter((id) => id.startsWith('custom.')).length}`;
    const file = edited(await host.save(), edits);
    const saved = await recalculate(file);
    const here = await openHost(file);
    expect(compare(here.book, await openXlsx(saved)).differences).toEqual([]);
    const { engagement, results, findings } = await readFile(saved);
    expect(findings).toEqual([]);
    expect(engagement).toEqual({
      ...before.engagement,
      ask: {
        ...before.engagement.ask,
        'ka.ask.bid-work': { ...before.engagement.ask['ka.ask.bid-work'], pick: 'yes' },
        'ka.ask.wallet': { ...before.engagement.ask['ka.ask.wallet'], owner: 'Ms Li' },
      },
      pain: {
        ...before.engagement.pain,
        [own]: { item: 'Nobody reads the minutes', pick: 'yes' },
      },
      microSteps: {
        ...before.engagement.microSteps,
        'micro.4': { ...before.engagement.microSteps['micro.4'], hours: 3 },
      },
    });
    expect(results.names['Micro.VendorHours']).toBe(41);
    expect(results.tables.pain?.[own]).toMatchObject({ chosen: 'Nobody reads the minutes' });
  },
  60_000,
);
