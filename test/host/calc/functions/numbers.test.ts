import {
  cellsOf,
  numbersOf,
  pairsOf,
  sortedNumbers,
  summaries,
  summaryOf,
} from '../../../../src/host/calc/functions/numbers';
import { Areas, DIV0, Matrix, NA } from '../../../../src/host/calc/values';
import type { Scalar } from '../../../../src/book';

const row = (...data: Scalar[]) => new Matrix(1, data.length, data);

test('what an argument amounts to: in a block numbers count, and what is not blank is filled', () => {
  expect(summaryOf(row(null, 3, '', '7', -2, true))).toEqual({
    ...{ count: 2, sum: 1, min: -2, max: 3, filled: 5 },
  });
  expect(summaryOf(row())).toEqual({ count: 0, sum: 0, min: Infinity, max: -Infinity, filled: 0 });
  expect(summaryOf(row(1, DIV0, NA, 2))).toMatchObject({
    error: DIV0,
    count: 2,
    sum: 3,
    filled: 4,
  });
  expect(summaryOf('7')).toEqual({ count: 1, sum: 7, min: 7, max: 7, filled: 1 });
  expect(summaryOf('x').error?.code).toBe('#VALUE!');
  expect(summaries([row(1), row(2, NA), row(DIV0)])).toBe(NA);
  expect(summaries([row(1), true])).toMatchObject([{ sum: 1 }, { sum: 1 }]);
});

test('numbers of arguments, the first error instead', () => {
  expect(numbersOf([row(3, 'x', null), '4', row(1)])).toEqual([3, 4, 1]);
  expect(numbersOf([row(3, NA), DIV0, row(DIV0)])).toBe(NA);
  expect(sortedNumbers(row(10, 9, 'x', -1, 100))).toEqual([-1, 9, 10, 100]);
  expect(sortedNumbers(new Areas([row(10, 9), row(2)] as never))).toEqual([2, 9, 10]);
  expect(sortedNumbers(row(1, DIV0))).toBe(DIV0);
});

test('pairs where both are numbers', () => {
  expect(pairsOf(row(1, 2, 'x', 4), row(5, null, 7, 8))).toEqual([[1, 5], [4, 8]]); // prettier-ignore
  expect(pairsOf(row(1, 2), row(1, 2, 3))).toBeUndefined();
  expect(pairsOf(row(1, 2), row(1, NA))).toBe(NA);
  expect(pairsOf(row(1, DIV0), row(NA, 1))).toBe(DIV0);
  expect(pairsOf(NA, row(1))).toBe(NA);
  expect(pairsOf(row(1), DIV0)).toBe(DIV0);
  expect(cellsOf(row(1, null, 'x'))).toEqual([1, null, 'x']);
  expect(cellsOf(5)).toEqual([5]);
});
