import { createHost } from '../../src/host';
import { outline } from '../../src/office';
import { inspect } from '../../src/office/inspect';

type Act = (workbook: Excel.Workbook) => void;

async function workbook(...acts: Act[]) {
  const host = createHost();
  await host.run(async (context) => {
    for (const act of acts) act(context.workbook);
    await context.sync();
  });
  return host;
}
const seen = async (...acts: Act[]) => (await workbook(...acts)).run(outline);
const table =
  (name: string, sheet: string, headers: string[], at = 'A1:B2'): Act =>
  ({ worksheets, tables }) => {
    worksheets.getItem(sheet).getRange(at).values = [headers, ['k', 'v']];
    tables.add(`${sheet}!${at}`, true).name = name;
  };
const name =
  (text: string): Act =>
  ({ names, worksheets }) =>
    void names.add(text, worksheets.getItem('Sheet1').getRange('D1'));
const sheet =
  (text: string): Act =>
  ({ worksheets }) =>
    void worksheets.add(text);

test('a new workbook is nobody’s, and its only sheet is blank', async () => {
  const found = await seen();
  expect(found).toMatchObject({
    ...{ sheets: ['Sheet1'], isManual: false, from1904: false, tables: [], names: [] },
    ...{ ours: false, blankSheet: 'Sheet1' },
  });
  expect(found.underway).toBeUndefined();
  expect([...found.sheetIds.values()]).toEqual(['Sheet1']);
});

test('one in which something stands, or with another sheet, has no blank one', async () => {
  const typed: Act = ({ worksheets }) => {
    worksheets.getItem('Sheet1').getRange('A1').values = [['x']];
  };
  expect((await seen(typed)).blankSheet).toBeUndefined();
  expect((await seen(sheet('Other'))).blankSheet).toBeUndefined();
});

test('it is ours by a table and a name, not by one of them', async () => {
  const ours = table('Provenance', 'Sheet1', ['Key', 'Value']);
  expect((await seen(ours)).ours).toBe(false);
  expect((await seen(name('Roi.Rate'))).ours).toBe(false);
  expect((await seen(table('Other', 'Sheet1', ['Key', 'Value']), name('Roi.Rate'))).ours).toBe(
    false,
  );
  expect((await seen(ours, name('Rate'))).ours).toBe(false);
  expect((await seen(ours, name('Roi.Rate'))).ours).toBe(true);
});

test('what there is', async () => {
  const found = await seen(
    ...[sheet('Other'), sheet('Third'), table('T', 'Other', ['Id', 'What'])],
    ...[name('Roi.Rate'), name('list.Pick'), name('appfi.x'), name('Royal'), name('My.Rate')],
    ({ worksheets, application }) => {
      worksheets.getItem('Third').protection.protect();
      application.calculationMode = 'Manual';
    },
  );
  expect(found.sheets).toEqual(['Sheet1', 'Other', 'Third']);
  expect([...found.protectedSheets]).toEqual(['Third']);
  expect(found.isManual).toBe(true);
  expect(found.tables).toEqual([{ name: 'T', sheet: 'Other', rows: 1, headers: ['Id', 'What'] }]);
  expect([...found.names].sort()).toEqual(['Roi.Rate', 'appfi.x', 'list.Pick']);
  expect([...found.allNames].sort()).toEqual([
    ...['appfi.x', 'list.pick', 'my.rate', 'roi.rate', 'royal'],
  ]);
});

test('tables are read that have ids, or stand on a sheet with one that is known', async () => {
  const host = await workbook(
    ...[sheet('Ours'), sheet('Keyed')],
    table('Known', 'Ours', ['A', 'B']),
    table('Beside', 'Ours', ['C', 'D'], 'F1:G2'),
    table('Renamed', 'Keyed', ['Id', 'E']),
    table('Foreign', 'Sheet1', ['F', 'G']),
    table('Provenance', 'Keyed', ['Key', 'Value'], 'F1:G2'),
    ...[name('Roi.Rate'), name('Roi.Gone')],
    ({ names }) => {
      names.getItem('Roi.Gone').formula = '=#REF!';
    },
  );
  const found = await host.run(async (context) =>
    inspect(context, await outline(context), new Set(['Known'])),
  );
  expect([...found.snapshots.keys()].sort()).toEqual(['Beside', 'Known', 'Renamed']);
  expect([...found.facts]).toEqual([]);
  expect([...found.named]).toEqual([
    ['Roi.Rate', { sheet: 'Sheet1', row: 0, column: 3, values: [['']], formulas: [['']] }],
  ]);
  const all = await host.run(async (context) =>
    inspect(context, await outline(context), new Set(['Provenance'])),
  );
  expect([...all.facts]).toEqual([['k', 'v']]);
});
