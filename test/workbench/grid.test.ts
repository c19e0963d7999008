import { createHost, type Host } from '../../src/host';
import type { Cell } from '../../src/book';
import { chartData } from '../../src/workbench/chart/data';
import { difference } from '../../src/workbench/grid/difference';
import { inputOf } from '../../src/workbench/grid/input';
import { entriesAt } from '../../src/workbench/grid/lookup';
import { projectCells, projectFrame } from '../../src/workbench/grid/project';

const percent = (value: number): Cell => ({ value, style: { numberFormat: '0%' } });

/** A host whose only sheet was prepared by the batch. */
async function sheetOf(prepare: (sheet: Excel.Worksheet) => void): Promise<Host> {
  const host = createHost();
  await host.run(async (context) => {
    prepare(context.workbook.worksheets.getItem('Sheet1'));
    await context.sync();
  });
  return host;
}

const first = (host: Host) => host.book.sheets[0]!;
const cellOf = (host: Host, row: number, column: number) =>
  projectCells(first(host), host.calculator).get(row)?.get(column);

test('a cell shows the text that Excel would show', async () => {
  const host = await sheetOf((sheet) => {
    sheet.getRange('A1:C1').numberFormat = [['yyyy-mm-dd', '0%', 'General']];
    sheet.getRange('A1:C1').values = [[46_082, 0.256, true]];
    sheet.getRange('A2').formulas = [['=1/0']];
  });
  expect([0, 1, 2].map((column) => cellOf(host, 0, column)?.data.v)).toEqual([
    '2026-03-01',
    '26%',
    'TRUE',
  ]);
  expect(cellOf(host, 1, 0)?.data).toMatchObject({ v: '#DIV/0!', f: '=1/0' });
});

test('numbers stand right, fills and borders are kept', async () => {
  const host = await sheetOf((sheet) => {
    const range = sheet.getRange('A1');
    range.values = [[5]];
    range.format.fill.color = '#FFF8DB';
    range.format.borders.getItem('EdgeBottom').color = '#112233';
  });
  expect(cellOf(host, 0, 0)?.data.s).toMatchObject({
    ht: 3,
    bg: { rgb: '#FFF8DB' },
    bd: { b: { s: 1, cl: { rgb: '#112233' } } },
  });
});

test('a conditional format colours the rows for which it holds, and bars have their length', async () => {
  const host = await sheetOf((sheet) => {
    sheet.getRange('A1:A3').values = [[1], [2], [4]];
    const big = sheet.getRange('A1:A3').conditionalFormats.add('Custom');
    big.custom.rule.formula = '=$A1>1';
    big.custom.format.fill.color = '#DDF3E4';
    sheet.getRange('A1:A3').conditionalFormats.add('DataBar');
  });
  const cells = [0, 1, 2].map((row) => cellOf(host, row, 0));
  const fills = cells.map((cell) => (cell?.data.s as { bg?: { rgb: string } }).bg?.rgb);
  expect(fills).toEqual([undefined, '#DDF3E4', '#DDF3E4']);
  expect(cells.map((cell) => cell?.bar?.share)).toEqual([0.25, 0.5, 1]);
});

test('sizes, hidden columns, merged cells and frozen panes', async () => {
  const host = await sheetOf((sheet) => {
    sheet.getRange('A:A').columnHidden = true;
    sheet.getRange('B1').format.columnWidth = 60;
    sheet.getRange('B2:C3').merge();
    sheet.freezePanes.freezeRows(2);
  });
  expect(projectFrame(first(host))).toMatchObject({
    columnData: { 0: { hd: 1 }, 1: { w: 80 } },
    mergeData: [{ startRow: 1, startColumn: 1, endRow: 2, endColumn: 2 }],
    freeze: { startRow: 2, ySplit: 2, xSplit: 0 },
  });
});

test('a drop-down offers the cells that a name stands for', async () => {
  const host = await sheetOf((sheet) => {
    sheet.getRange('D1:D3').values = [['Yes'], ['No'], ['']];
    sheet.names.add('List.Pick', sheet.getRange('D1:D3'));
    sheet.getRange('A1').dataValidation.rule = {
      list: { inCellDropDown: true, source: '=List.Pick' },
    };
  });
  expect(entriesAt(host.book, first(host), 0, 0)).toEqual(['Yes', 'No']);
  expect(entriesAt(host.book, first(host), 0, 1)).toBeUndefined();
});

test('a chart has the numbers that the cells hold now', async () => {
  const host = await sheetOf((sheet) => {
    sheet.getRange('A1:B3').values = [
      ['Step', 'Picked'],
      ['Ask', 3],
      ['Plan', 5],
    ];
    sheet.charts.add('BarClustered', sheet.getRange('A1:B3'), 'Columns');
  });
  const chart = first(host).charts[0]!;
  expect(chartData(host.book, chart)).toMatchObject({
    categories: ['Ask', 'Plan'],
    kind: 'bars',
    series: [{ name: 'Picked', points: [{ value: 3 }, { value: 5 }] }],
  });
  host.edit('Sheet1', 'B2', -8);
  expect(chartData(host.book, chart).axis.map(({ text }) => text)).toEqual(['-10', '-5', '0', '5']);
});

test('what is stacked begins where the one below it ends, losses downwards', async () => {
  const host = await sheetOf((sheet) => {
    sheet.getRange('A1:C3').values = [
      ['Year', 'In', 'Out'],
      ['First', 4, -1],
      ['Next', 2, 3],
    ];
    sheet.charts.add('ColumnStacked', sheet.getRange('A1:C3'), 'Columns');
  });
  const { series } = chartData(host.book, first(host).charts[0]!);
  expect(series.map(({ points }) => points.map(({ from }) => from))).toEqual([
    [0, 0],
    [0, 2],
  ]);
});

test.each([
  ['a new text', { v: 'yes' }, undefined, 'yes'],
  ['the same text again', { v: 'yes' }, { value: 'yes' }, undefined],
  ['nothing more', null, { value: 'yes' }, ''],
  ['nothing where nothing was', null, undefined, undefined],
  ['a formula', { f: '=1+1' }, undefined, '=1+1'],
  ['its own formula again', { f: '=1+1' }, { formula: '=1+1', value: 2 }, undefined],
  ['a truth value', { v: 1, t: 3 }, undefined, true],
  ['a text that begins with an apostrophe', { v: '007', t: 4 }, undefined, "'007"],
  ['text of two lines', { p: { body: { dataStream: 'a\rb\r\n' } } }, undefined, 'a\nb'],
  [
    'the same lines again',
    { p: { body: { dataStream: 'a\rb\r\n' } } },
    { value: 'a\nb' },
    undefined,
  ],
  ['lines that end otherwise', { v: 'a\rb' }, { value: 'a\r\nb' }, undefined],
  ['all digits again', { v: '33.33333333%' }, percent(0.3333333333), undefined],
  ['fewer digits than there were', { v: '33%' }, percent(0.3333333333), '33%'],
  ['a look only', { s: { bl: 1 } }, { value: 'yes' }, undefined],
])('typing %s', (_, typed, before, input) => expect(inputOf(typed as never, before)).toBe(input));

test('only cells that look different are handed to the grid', () => {
  const cells = (...texts: string[]) =>
    new Map([[0, new Map(texts.map((v, column) => [column, { key: v, data: { v } }]))]]);
  expect(difference(cells('a', 'b', 'c'), cells('a', 'x'))).toEqual({
    gone: { 0: { 1: null, 2: null } },
    changed: { 0: { 1: { v: 'x' } } },
  });
});
