import { precedentsOf } from '../../src/office/precedents';

const table = (name: string, sheet: string, row: number, column: number) => ({
  snapshot: { name, sheet, row, column, headers: ['Item', 'Sum'], values: [[], [], []] },
});
const tables = new Map([
  ['costs', table('Costs', 'Money', 4, 1)],
  ['more', table('More', 'Money', 4, 3)],
  ['away', table('Away', 'Else', 4, 1)],
]);

/** What a formula in a cell of the sheet "Money" reads; places as row, column, rows, columns. */
const read = (formula: string, row = 5, column = 2) =>
  precedentsOf(formula, { sheet: 'Money', row, column }, { read: { matching: { tables } } } as never)
    .map((one) =>
      'name' in one
        ? [one.text, one.name]
        : [one.text, one.sheet, one.area.row, one.area.column, one.area.rows, one.area.columns],
    ); // prettier-ignore

test('cells of this sheet and of others, each once', () => {
  expect(read('=A1+$B$2*SUM(C3:D7)-A1')).toEqual([
    ['A1', 'Money', 0, 0, 1, 1],
    ['$B$2', 'Money', 1, 1, 1, 1],
    ['C3:D7', 'Money', 2, 2, 5, 2],
  ]);
  expect(read("=Else!B2&'My sheet'!C3")).toEqual([
    ['Else!B2', 'Else', 1, 1, 1, 1],
    ["'My sheet'!C3", 'My sheet', 2, 2, 1, 1],
  ]);
});

test('whole rows and columns, and other workbooks, are left out', () => {
  expect(read('=SUM(A:B)+SUM(3:4)+[Other.xlsx]Sheet1!A1+\'[Other.xlsx]Sheet1\'!A1+"A1"')).toEqual(
    [],
  );
});

test('names as they are', () => {
  expect(read('=Roi.Rate*2')).toEqual([['Roi.Rate', 'Roi.Rate']]);
});

test('columns of tables, whole or in the own row', () => {
  expect(read('=SUM(costs[sum])')).toEqual([['costs[sum]', 'Money', 5, 2, 3, 1]]);
  expect(read('=Away[Item]')).toEqual([['Away[Item]', 'Else', 5, 1, 3, 1]]);
  expect(read('=Costs[[#This Row],[Item]]', 6)).toEqual([
    ['Costs[[#This Row],[Item]]', 'Money', 6, 1, 1, 1],
  ]);
  expect(read('=Gone[Item]+Costs[Gone]+Costs[[Item]:[Sum]]')).toEqual([]);
});

test('a column without its table is of the one around', () => {
  const of = (row: number, column: number) => read('=[Item]', row, column)[0]?.slice(2);
  expect([of(5, 1), of(7, 2)]).toEqual([
    [5, 1, 3, 1],
    [5, 1, 3, 1],
  ]);
  expect([of(5, 3), of(5, 4)]).toEqual([
    [5, 3, 3, 1],
    [5, 3, 3, 1],
  ]);
  expect([of(4, 1), of(8, 1), of(5, 0), of(5, 5)]).toEqual(Array.from({ length: 4 }));
});
