import type { Scalar } from '../../../src/book';
import {
  binary,
  elementwise,
  isArray,
  isBlock,
  matrixOf,
  power,
  unary,
  withoutResidue,
} from '../../../src/host/calc/operators';
import { Areas, DIV0, Lambda, Matrix, NA } from '../../../src/host/calc/values';
import { plain } from './workbook';

test.each<[Scalar, operator: string, Scalar, result: unknown]>([
  [2, '+', '3', 5],
  [true, '+', null, 1],
  ['x', '+', 1, '#VALUE!'],
  [1, '+', 'x', '#VALUE!'],
  [NA, '+', DIV0, '#N/A'],
  [1, '+', DIV0, '#DIV/0!'],
  [5, '-', 7, -2],
  [4, '*', 5, 20],
  [1e308, '*', 10, '#NUM!'],
  [6, '/', 4, 1.5],
  [6, '/', 0, '#DIV/0!'],
  [2, '^', 3, 8],
  ['a', '&', 1, 'a1'],
  [null, '&', true, 'TRUE'],
  [NA, '&', DIV0, '#N/A'],
  ['a', '&', DIV0, '#DIV/0!'],
  [NA, '=', DIV0, '#N/A'],
  [1, '=', DIV0, '#DIV/0!'],
  ['a', '=', 'A', true],
  ['a', '<>', 'A', false],
  ...([1, 2, 3] as const).flatMap((one): [Scalar, string, Scalar, boolean][] => [
    [one, '=', 2, one === 2],
    [one, '<>', 2, one !== 2],
    [one, '<', 2, one === 1],
    [one, '>', 2, one === 3],
    [one, '<=', 2, one !== 3],
    [one, '>=', 2, one !== 1],
  ]),
])('%p %s %p', (left, operator, right, result) => {
  expect(plain(binary[operator]!(left, right))).toBe(result);
});

test.each<[number, number, unknown]>([
  [0, 0, '#NUM!'],
  [0, -1, '#DIV/0!'],
  [0, 2, 0],
  [-8, 1 / 3, -2],
  [-8, 1 / 2, '#NUM!'],
  [-8, 2 / 3, '#NUM!'],
  [-32, 1 / 5, -2],
  [-8, 0.34, '#NUM!'],
  [-8, -1 / 3, -0.5],
  [-2, 2, 4],
  [-2, -1, -0.5],
  [4, 0.5, 2],
])('%d ^ %d', (base, exponent, result) => {
  const found = plain(power(base, exponent));
  if (typeof result === 'number') expect(found).toBeCloseTo(result, 12);
  else expect(found).toBe(result);
});

test('signs and per cent', () => {
  const all = (['+', '-', '%'] as const).map((sign) => unary[sign]!);
  expect(all.map((of) => of(50))).toEqual([50, -50, 0.5]);
  expect(all.map((of) => of('50'))).toEqual(['50', -50, 0.5]);
  expect(all.map((of) => plain(of('x')))).toEqual(['x', '#VALUE!', '#VALUE!']);
  expect(all.map((of) => of(NA))).toEqual([NA, NA, NA]);
});

test('a last subtraction leaves no rounding', () => {
  const subtract = withoutResidue(binary['-']!);
  expect(subtract(0.3, 0.1 + 0.2)).toBe(0);
  expect(subtract(1, 1 - 1e-14)).toBeCloseTo(1e-14, 16);
  expect(subtract(1, 1 - 1e-14)).not.toBe(0);
  expect(subtract(-0.3, -(0.1 + 0.2))).toBe(0);
  expect(subtract(2, 0.5)).toBe(1.5);
  expect(subtract('3', 1)).toBe(2);
  expect(subtract(NA, 1)).toBe(NA);
});

const row = (...data: Scalar[]) => new Matrix(1, data.length, data);
const column = (...data: Scalar[]) => new Matrix(data.length, 1, data);

test('element by element: a row or a column is repeated, beyond the end there is nothing', () => {
  const add = (...values: Scalar[]) => values.reduce<number>((sum, one) => sum + Number(one), 0);
  expect(elementwise([1, 2], add)).toBe(3);
  expect(elementwise([row(1, 2), 10], add)).toEqual(row(11, 12));
  expect(elementwise([row(1, 2), column(10, 20)], add)).toEqual(new Matrix(2, 2, [11, 12, 21, 22]));
  const shown = (...values: Scalar[]) => values.map(plain).join();
  expect(elementwise([row(1, 2, 3), row(4, 5)], shown)).toEqual(row('1,4', '2,5', '3,#N/A'));
  expect(elementwise([column(1, 2, 3), column(4, 5)], shown)).toEqual(
    column('1,4', '2,5', '3,#N/A'),
  );
});

test('what is a block', () => {
  const call = new Lambda(0, () => 1);
  const kinds = [row(1), 5, new Areas([]), call, undefined];
  expect(kinds.map(isBlock)).toEqual([true, false, false, false, false]);
  expect(kinds.map(isArray)).toEqual([true, false, false, false, false]);
  expect(matrixOf(row(1, 2))).toEqual(row(1, 2));
  expect([5, new Areas([]), call].map((one) => matrixOf(one).data.map(plain))).toEqual([
    ...[[5], ['#VALUE!'], ['#CALC!']],
  ]);
});
