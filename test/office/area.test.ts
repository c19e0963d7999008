import { areasOf, common } from '../../src/office/area';

type Sides = [row: number, column: number, rows: number, columns: number];
const area = ([row, column, rows, columns]: Sides) => ({ row, column, rows, columns });

test.each<[Sides, Sides, Sides | undefined]>([
  [
    [1, 2, 4, 5],
    [3, 4, 9, 9],
    [3, 4, 2, 3],
  ],
  [
    [3, 4, 9, 9],
    [1, 2, 4, 5],
    [3, 4, 2, 3],
  ],
  [
    [0, 0, 10, 10],
    [2, 3, 1, 2],
    [2, 3, 1, 2],
  ],
  [
    [0, 0, 1, 3],
    [0, 2, Infinity, 1],
    [0, 2, 1, 1],
  ],
  // One ends where the other begins.
  [[0, 0, 2, 2], [2, 0, 2, 2], undefined],
  [[0, 0, 2, 2], [0, 2, 2, 2], undefined],
])('%j and %j have %j in common', (one, other, expected) => {
  expect(common(area(one), area(other))).toEqual(expected && area(expected));
});

test.each<[string, Sides[] | undefined]>([
  ['B2', [[1, 1, 1, 1]]],
  ['$B$2:C4', [[1, 1, 3, 2]]],
  ["'My sheet'!aa10", [[9, 26, 1, 1]]],
  [
    'A1:C7, E1',
    [
      [0, 0, 7, 3],
      [0, 4, 1, 1],
    ],
  ],
  ['3:5', [[2, 0, 3, Infinity]]],
  ['A:C', [[0, 0, Infinity, 3]]],
  ['', undefined],
  ['A1,Total', undefined],
])('the address %j', (address, expected) => {
  expect(areasOf(address)).toEqual(expected?.map(area));
});
