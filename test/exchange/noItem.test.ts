import type { Scalar } from '../../src/book';
import { isNoItem, RunningSums } from '../../src/exchange/noItem';
import { foundIn, sheetOf, tableOf } from './sheet';

const pains = tableOf('id item +pick +comment', { p1: { item: 'Slow' } });
const costs = tableOf(
  'id item +pick:text:pick +y1:money +y2:money +day:date',
  { p1: { item: 'A' } },
  { id: 'cost' },
);

type Row = (Scalar | null)[];

/** Whether the last of a table's rows is no item. */
function is(rows: Row[], { table = pains, apart = false, merges = [] as object[] } = {}): boolean {
  const header = table.columns.map((column) => column.header);
  const first = ['p1', ...Object.values(table.rows.p1!), ...header.slice(2).map(() => null)];
  const sheet = sheetOf([header, first, ...rows], { merges } as never);
  const found = foundIn(table, sheet);
  const above = new RunningSums(table, found);
  rows.slice(0, -1).forEach((_, i) => above.add(i + 2));
  const at = rows.length + 1;
  const cells = Object.fromEntries(
    table.columns.flatMap(({ id }, i) => {
      const value = rows.at(-1)?.[i] ?? null;
      return value === null || id === 'id' ? [] : [[id, value]];
    }),
  );
  return isNoItem(table, found, at, cells as never, above, apart);
}
const titled = (title: string, ...others: Scalar[]) => is([[null, title, ...others]]);

test.each(
  [
    'total', 'Totals', 'Grand Total', 'subtotal', 'sub-total', 'Sum', 'SUM: all', 'Total (net)',
    'Total：', '合计', '总计', '小计', '共计', '总额', '合計', '總計', '小計', '共計', '總額', '合计（元）',
    'n/a', 'NA', 'none', 'nil', 'Nothing', 'ditto', 'same as above', 'as above', 'see above', '无',
    '無', '没有', '沒有', '暂无', '暫無', '不适用', '不適用', '同上', '如上', '略', '无。', 'none.',
  ], // prettier-ignore
)('%s is no item, whatever stands beside it', (title) => {
  expect([titled(title), titled(` ${title} `, 'Yes', 'seen')]).toEqual([true, true]);
});

test.each(
  [
    'Please fill', 'Note: all', 'note : all', 'e.g. printing', 'Example: one', '请填写', '請填寫', '注：每周',
    '说明：每周', '說明：每周', '例：打印', '示例', '填写说明', '填寫說明', '一、现场', '十二. 现场', '第一章',
    '第二节', '第二節', '第三部分', '第三部份', 'I. Sales', 'IX. Sales', 'XIV. Sales', 'Part two', 'Section 3',
    'chapter A', 'In sales:', '现场：',
  ], // prettier-ignore
)('%s is no item by itself, but one where more stands beside it', (title) => {
  expect([titled(title), titled(title, 'Yes')]).toEqual([true, false]);
});

test.each(['Totally lost', 'The total', 'Summary', 'None of them', 'Noted', 'Party', 'I phone', '无人', 'Mixed: a'])(
  '%s is an item',
  (title) => {
    expect(titled(title)).toBe(false);
  },
); // prettier-ignore

test('lines are no items, however long', () => {
  const line = (...cells: Row) => is([[null, ...cells]]);
  expect([line('-----'), line('=== ===', '…'), line('——', '~'), line('•')]).toEqual(
    Array.from({ length: 4 }, () => true),
  );
  expect([line('-----', 'a'), line('- a')]).toEqual([false, false]);
});

test('the header again is none, with two of its words at least', () => {
  expect(is([[null, 'item', 'PICK *']])).toBe(true);
  expect(is([[null, 'Item']])).toBe(false);
  expect(is([[null, 'item', 'COMMENT']])).toBe(false);
  expect(is([[null, 'item', 'Pick', 'mine']])).toBe(false);
});

test('a word alone is none where items do not stand, or where numbers are asked', () => {
  expect(is([[null, 'Printing']], { apart: true })).toBe(true);
  expect(is([[null, 'Printing', 'Yes']], { apart: true })).toBe(false);
  expect(is([[null, 'Printing']], { table: costs })).toBe(true);
  expect(is([[null, 'Printing', null, 5]], { table: costs })).toBe(false);
  const asks = (column: string) =>
    is([[null, 'Printing']], { table: tableOf(`id item ${column}`, pains.rows) });
  expect(['+a:number', '+a:date', '+a', 'a:number', '+a:number:list'].map(asks)).toEqual(
    [true, false, false, false, false], // prettier-ignore
  );
  // What is chosen from a list is no title.
  const chosen = tableOf('id item:text:metrics +y1:money', pains.rows);
  expect(is([[null, 'Printing']], { table: chosen })).toBe(false);
});

test('a number alone is an item, and so is a word beside which somebody has written', () => {
  expect(is([[null, null, null, 5]], { table: costs })).toBe(false);
  const beside: Row = [null, 'Printing', null, null, null, null, 'ours'];
  expect(is([beside], { table: costs })).toBe(false);
});

test('a word merged over several columns is a title', () => {
  const merged = (row: number, rows: number, columns: number) =>
    is([[null, 'Printing']], { merges: [{ row, column: 1, rows, columns }] });
  expect([merged(2, 1, 2), merged(1, 2, 3), merged(2, 2, 2)]).toEqual([true, true, true]);
  expect([merged(2, 2, 1), merged(3, 1, 2), merged(0, 2, 2)]).toEqual([false, false, false]);
});

const y = (a: Scalar | null, b: Scalar | null = null, item: string | null = null): Row => [
  ...[null, item, null, a, b],
];
test.each<[string, Row[], boolean]>([
  ['the sum of two', [y(1), y(2), y(3)], true],
  ['something else', [y(1), y(2), y(4)], false],
  ['the sum of one', [y(3), y(3)], false],
  ['the sum of one and nothing', [y(0), y(3), y(3)], false],
  ['the sum in both columns', [y(1, 4), y(2, 5), y(3, 9)], true],
  ['the sum in one of two', [y(1, 4), y(2, 5), y(3, 8)], false],
  ['the sum under a name, of one column', [y(1), y(2), y(3, null, 'Others')], false],
  ['the sum under a name, of two', [y(1, 4), y(2, 5), y(3, 9, 'Others')], true],
  ['nearly the sum', [y(1e6), y(2e6), y(3e6 + 1)], true],
  ['nearly the sum, not quite', [y(1e6), y(2e6), y(3e6 + 4)], false],
  ['a small sum, nearly', [y(0.1), y(0.2), y(0.300_000_5)], true],
  ['a small sum, not quite', [y(0.1), y(0.2), y(0.300_002)], false],
  ['a negative sum', [y(-1e6), y(-2e6), y(-3e6 - 1)], true],
  ['words', [y('1'), y('2'), y('3')], false],
  ['the sum beside a nought', [y(1), y(2), y(3, 0)], true],
  ['numbers where words are asked', [1, 2, 3].map((n) => [null, null, n]), false],
])('a row without a name that says %s is no item: %s', (_, rows, expected) => {
  const [last = []] = rows.slice(-1);
  // Beside a number alone a day keeps the row from being a title.
  last[5] = '2026-03-01';
  expect(is(rows, { table: costs })).toBe(expected);
});

test.each(['+day:date', '+note', '+pick:number:pick', 'count:number'])(
  'what stands under %s is not added up',
  (other) => {
    const table = tableOf(`id item ${other} +y1:money`, pains.rows);
    const rows = [1, 2, 3].map((n): Row => [null, null, 7, n]);
    expect(is(rows, { table })).toBe(true);
  },
);
