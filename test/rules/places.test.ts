import fc from 'fast-check';
import { meeting, type CellValue } from '../../src/rules';
import { functions } from '../../src/rules/functions';
import { firstPlace, placesOf } from '../../src/rules/places';

const value = fc.oneof(
  fc.integer({ min: -2, max: 3 }),
  fc.constantFrom<CellValue>('a', 'A', 'b', '3', ' 3 ', '3.0', '', ' ', true, false, null, 0.5),
);
const criterion = fc.oneof(value, fc.constantFrom<CellValue>('>1', '<>a', '=3', '<>', '='));
const table = fc
  .integer({ min: 1, max: 12 })
  .chain((size) =>
    fc.tuple(...[1, 2].map(() => fc.array(value, { minLength: size, maxLength: size }))),
  ) as fc.Arbitrary<[CellValue[], CellValue[]]>;

test('a column that is looked into again answers as one that is looked into once', () => {
  fc.assert(
    fc.property(table, criterion, criterion, value, ([left, right], first, second, wanted) => {
      // A copy has never been seen, and is scanned from top to bottom.
      const once = meeting([[...left], first, [...right], second]);
      const match = functions.MATCH?.(wanted, [...left]);
      for (let look = 0; look < 3; look += 1) {
        expect(meeting([left, first, right, second])).toEqual(once);
        expect(functions.MATCH?.(wanted, left)).toEqual(match);
      }
    }),
    { numRuns: 500 },
  );
});

test('cells that equal a number, and the first of one kind', () => {
  const column = [2, 'a', '2', null, ' 2.0 ', 'A', '', ' ', 0, '0', true, false, 2, 'x2'];
  // A column is looked through the first time, and has an index from then on.
  const looks = [firstPlace([...column], 2), firstPlace(column, 2), firstPlace(column, 2)];
  expect(looks).toEqual([0, 0, 0]);
  expect(placesOf([...column], 2)).toBeUndefined();
  expect([2, 0, 'a', '2', ' ', 7, 'b'].map((wanted) => placesOf(column, wanted))).toEqual([
    ...[[0, 2, 4, 12], [8, 9], [1, 5], [2], [7], [], []],
  ]);
  const first = ['A', ' 2.0 ', 'b', 0, true, false, null, 7].map((wanted) => [
    firstPlace([...column], wanted),
    firstPlace(column, wanted),
  ]);
  expect(first).toEqual([1, 4, -1, 8, 10, 11, -1, -1].map((at) => [at, at]));
});
