import fc from 'fast-check';
import { meeting, type CellValue } from '../../src/rules';
import { functions } from '../../src/rules/functions';

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
