import { chartColumns, layoutSheet, widthAt } from '../../src/office/positions';
import type { Block, ColumnSpec, SheetSpec } from '../../src/workbook';

const column = (id: string, width: number, more: Partial<ColumnSpec> = {}): ColumnSpec => ({
  ...{ id, header: id, role: 'input', kind: 'text', width },
  ...more,
});
const key = column('id', 4, { role: 'key', hidden: true });
const table = (id: string, columns: ColumnSpec[], rows = 2, spare = 0): Block => ({
  ...{ kind: 'table', id, name: id, columns, spare, filter: false },
  rows: Array.from({ length: rows }, (_, i) => ({ id: `${id}${i}`, cells: {} })),
});
const text = (rows: number, columns = 1): Block => ({
  ...{ kind: 'text', id: 'text' },
  rows: Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => ({ text: 'x', look: 'text' })),
  ),
});
const fields = (count: number, offset?: number): Block => ({
  ...{ kind: 'fields', id: 'fields', offset },
  fields: Array.from({ length: count }, (_, i) => ({
    ...{ id: `f${i}`, name: `F${i}`, label: 'f', role: 'input', kind: 'text' },
  })),
});
const chart = (width: number, rows: number, beside?: true): Block => ({
  ...{ kind: 'chart', id: 'chart', type: 'Line', title: 'c', table: 't', category: 'a' },
  ...{ series: ['b'], rows, width, beside },
});

const laid = (flow: SheetSpec['flow'], blocks: Block[], widths?: number[]) => {
  const layout = layoutSheet({
    ...{ id: 's', name: 's', tab: 'plan', visibility: 'Visible', flow, blocks, widths },
    page: { orientation: 'Portrait' },
  });
  return {
    layout,
    places: layout.placements.map(({ row, column, rows, columns }) => [row, column, rows, columns]),
    widths: [0, 1, 2, 3, 4, 5, 6].map((at) => widthAt(layout, at)),
  };
};

test('blocks stand below one another, what heads a block close to it', () => {
  const blocks = [
    text(2),
    text(1, 4),
    table('t', [key, column('a', 5)], 2, 3),
    fields(2, 3),
    fields(1),
    table('u', [column('a', 5)], 0),
    text(0),
  ];
  // The sheet's head keeps a row's distance, and so do blocks without a heading.
  expect(laid('down', blocks).places).toEqual([
    [0, 1, 2, 1],
    [3, 1, 1, 4],
    [4, 0, 6, 2],
    [11, 4, 2, 3],
    [14, 1, 1, 3],
    [16, 1, 2, 1],
    [19, 1, 0, 1],
  ]);
  expect(laid('down', [text(1), fields(1)]).places[1]).toEqual([2, 1, 1, 3]);
});

test('a column is as wide as the widest of what stands there, in a few widths', () => {
  const blocks = [
    table('t', [key, column('a', 5), column('b', 13), column('c', 61)]),
    table('u', [key, column('a', 10), column('b', 2)]),
  ];
  expect(laid('down', blocks).widths).toEqual([6, 12, 16, 61, 10, 10, 10]);
  expect(laid('down', blocks, [14, 40]).widths).toEqual([6, 16, 46, 61, 10, 10, 10]);
  const given = [1, 2, 3, 7, 10, 13, 17, 23, 31, 39, 47, 60, 61];
  const { layout } = laid('down', [fields(1)], given);
  expect(given.map((_width, at) => widthAt(layout, at + 1))).toEqual([
    2, 2, 6, 9, 12, 16, 22, 30, 38, 46, 60, 60, 61,
  ]);
});

test('a column is hidden where no table shows it', () => {
  const hidden = column('h', 5, { hidden: true });
  const first = table('t', [key, hidden, hidden]);
  expect(laid('down', [first]).layout.hiddenColumns).toEqual([0, 1, 2]);
  const second = table('u', [key, hidden, column('b', 5)]);
  expect(laid('down', [first, second]).layout.hiddenColumns).toEqual([0, 1]);
  expect(laid('down', [fields(1)]).layout.hiddenColumns).toEqual([0]);
  expect(laid('right', [first]).layout.hiddenColumns).toEqual([0, 1, 2]);
  expect(laid('right', [table('v', [column('a', 5), hidden])]).layout.hiddenColumns).toEqual([1]);
});

test('charts stand beside one another or a table, and what follows below the longest', () => {
  // Columns of 12 characters are 66.75 points wide.
  const shown = table('t', [key, column('a', 12), column('b', 12), column('c', 12)], 1);
  const under = (...blocks: Block[]) => laid('down', [shown, ...blocks, text(1)], [12, 12, 12, 12]);
  expect(under(chart(130, 9), chart(60, 4, true)).places.slice(1)).toEqual([
    [3, 1, 9, 1],
    [3, 3, 4, 1],
    [13, 1, 1, 1],
  ]);
  expect(under(chart(134, 3), chart(60, 5, true)).places.slice(1)).toEqual([
    [3, 1, 3, 1],
    [3, 4, 5, 1],
    [9, 1, 1, 1],
  ]);
  expect(under(chart(60, 6, true)).places.slice(1)).toEqual([
    [0, 5, 6, 1],
    [7, 1, 1, 1],
  ]);
});

test('a chart reaches over as many columns as it is wide, hidden ones aside', () => {
  const reach = (width: number, columns: ColumnSpec[]) => {
    const { layout } = laid('down', [table('t', columns)]);
    return chartColumns(layout, 1, width);
  };
  const twelve = column('a', 12);
  const hidden = column('h', 12, { hidden: true });
  expect(reach(66, [key, twelve, twelve])).toBe(1);
  expect(reach(66.75, [key, twelve, twelve])).toBe(1);
  expect(reach(67, [key, twelve, twelve])).toBe(2);
  expect(reach(67, [key, twelve, hidden, twelve])).toBe(3);
  expect(reach(1e9, [key, twelve])).toBe(60);
});

test('sideways, tables stand beside one another below all texts', () => {
  const { places, widths } = laid('right', [
    text(2),
    table('t', [column('a', 5), column('b', 12)], 3),
    text(1),
    table('u', [column('a', 16)], 1, 1),
  ]);
  expect(places).toEqual([
    [0, 0, 2, 1],
    [5, 0, 4, 2],
    [3, 0, 1, 1],
    [5, 3, 3, 1],
  ]);
  expect(widths).toEqual([6, 12, 2, 16, 2, 10, 10]);
});
