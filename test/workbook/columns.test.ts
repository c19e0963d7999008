import { tables } from '../../src/engagement/register';
import { describe as describeWorkbook } from '../../src/office';
import { layoutSheet } from '../../src/office/positions';
import { engagementOf, small } from '../rules/value/cases';

test('no table hides a column that another table of its sheet shows', async () => {
  const spec = await describeWorkbook(engagementOf({}), 'en', { catalogs: [small] });
  const clashes = spec.sheets.flatMap((sheet) => {
    const { placements, hiddenColumns } = layoutSheet(sheet);
    return placements.flatMap(({ block, column }) =>
      block.kind === 'table' && sheet.flow === 'down'
        ? block.columns
            .filter((one, i) => !one.hidden && hiddenColumns.includes(column + i))
            .map((one) => `${sheet.id}: ${block.name}[${one.id}]`)
        : [],
    );
  });
  expect(clashes).toEqual([]);
});

test('headers of a table differ, whatever the language', async () => {
  for (const lang of ['en', 'zh-CN', 'zh-TW'] as const) {
    const spec = await describeWorkbook(engagementOf({}), lang, { catalogs: [small] });
    const twice = spec.sheets.flatMap((sheet) =>
      sheet.blocks.flatMap((block) => {
        if (block.kind !== 'table') return [];
        const headers = block.columns.map(({ header }) => header.toLowerCase());
        return headers
          .filter((header, i) => headers.indexOf(header) !== i)
          .map((header) => `${block.name}: ${header}`);
      }),
    );
    expect(twice).toEqual([]);
  }
});

test('tables have the columns that the register names, and more only where those are numbered', async () => {
  const spec = await describeWorkbook(engagementOf({}), 'en', { catalogs: [small] });
  const shown = new Map(
    spec.sheets.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'table' ? [[block.name, block.columns.map(({ id }) => id)] as const] : [],
      ),
    ),
  );
  const known = Object.entries(tables).filter(([name]) => shown.has(name));
  expect(known.length).toBeGreaterThan(60);
  for (const [name, { columns }] of known) {
    const own = shown.get(name)!;
    // What nobody can type into at fault has no cell that says so.
    const lacks = Object.keys(columns).filter((id) => !own.includes(id) && !/^faults?$/.test(id));
    const more = own.filter((id) => !Object.hasOwn(columns, id) && !/\d$/.test(id));
    expect([name, lacks, more]).toEqual([name, [], []]);
  }
});
