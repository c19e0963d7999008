import {
  compareNumbers,
  compareScalars,
  compareText,
  lookupKey,
  numberInText,
  toBoolean,
  toNumber,
  toText,
} from '../../../src/host/calc/coerce';
import { CellError, type Scalar } from '../../../src/book';
import { NA } from '../../../src/host/calc/values';
import { plain } from './workbook';

test.each<[Scalar, number: unknown, text: unknown, truth: unknown]>([
  [5, 5, '5', true],
  [0, 0, '0', false],
  [null, 0, '', false],
  [true, 1, 'TRUE', true],
  [false, 0, 'FALSE', false],
  ['true', '#VALUE!', 'true', true],
  ['False', '#VALUE!', 'False', false],
  ['x', '#VALUE!', 'x', '#VALUE!'],
  ['', '#VALUE!', '', '#VALUE!'],
  ['12', 12, '12', '#VALUE!'],
  [NA, '#N/A', '#N/A', '#N/A'],
])('%p as a number, a text, a truth value', (value, number, text, truth) => {
  const found = [toNumber(value), toText(value), toBoolean(value)];
  expect(found.map((one) => (one instanceof CellError ? plain(one) : one))).toEqual([
    ...[number, text, truth],
  ]);
});

/** As Excel joins them to text. */
test.each([
  [999_999_999_999_999, '999999999999999'],
  [1e15, '1E+15'],
  [123_456_789_012_345_680, '1.23456789012346E+17'],
  [-2.5e20, '-2.5E+20'],
  [1e100, '1E+100'],
  [1 / 3, '0.333333333333333'],
  [-0.1, '-0.1'],
  [1234.5, '1234.5'],
  [0.1 + 0.2, '0.3'],
  [999_999_999_999_999.9, '1E+15'],
  [0.00001, '0.00001'],
  [999_999_999_999.9999, '1000000000000'],
  [1e-18, '0.000000000000000001'],
  [1e-19, '1E-19'],
  [1.5e-9, '0.0000000015'],
  [1.2345678901234e-5, '0.000012345678901234'],
  [1.23456789012345e-5, '1.23456789012345E-05'],
  [1.2e-300, '1.2E-300'],
])('%d joined to text', (value, text) => {
  expect(toText(value)).toBe(text);
});

test.each([
  ['1,234.5', 1234.5],
  [' 5 ', 5],
  ['+.5', 0.5],
  ['5.', 5],
  ['-1e3', -1000],
  ['50%', 0.5],
  ['$3', 3],
  ['(7)', -7],
  ['2024-01-05', 45_296],
  ['Jan 5, 2024', 45_296],
  [' 2024-01-05', undefined],
  ['x', undefined],
  ['1x', undefined],
  ['', undefined],
  ['january', undefined],
])('the number in %p', (text, number) => {
  expect(numberInText(text)).toBe(number);
});

test('numbers are compared on fifteen digits', () => {
  expect(compareNumbers(0.1 + 0.2, 0.3)).toBe(0);
  const [eight, more] = [8, 8.000000000000002];
  expect([compareNumbers(eight, more), compareNumbers(more, eight)]).toEqual([0, 0]);
  expect(compareNumbers(1, 1 + 1e-14)).toBeLessThan(0);
  expect(compareNumbers(123456789012345, 123456789012346)).toBeLessThan(0);
  expect(compareNumbers(3, -2)).toBe(5);
  expect(compareNumbers(0, 1e-300)).toBeLessThan(0);
});

test('texts without case, accents told apart', () => {
  expect(compareText('abc', 'ABC')).toBe(0);
  expect(compareText('a', 'b')).toBeLessThan(0);
  expect(compareText('é', 'e')).toBeGreaterThan(0);
  expect([lookupKey('AbC'), lookupKey(3), lookupKey(true)]).toEqual(['abc', 3, true]);
});

/** Each stands before those that follow and beside its equals. */
const ascending: (number | string | boolean | null)[][] = [
  [-1],
  [0, null],
  [7],
  ['', null],
  ['a', 'A'],
  ['b'],
  [false, null],
  [true],
];

test('numbers before texts before truth values, a blank as the other side has it', () => {
  ascending.forEach((these, i) =>
    ascending.forEach((those, j) => {
      for (const a of these)
        for (const b of those) {
          const isBlank = a === null || b === null;
          if (!isBlank) expect(Math.sign(compareScalars(a, b))).toBe(Math.sign(i - j));
          else if (i === j) expect(compareScalars(a, b)).toBe(0);
        }
    }),
  );
  expect([5, 'x', true].map((one) => Math.sign(compareScalars(null, one)))).toEqual([-1, -1, -1]);
  expect([5, 'x', true].map((one) => Math.sign(compareScalars(one, null)))).toEqual([1, 1, 1]);
  expect(compareScalars(null, -1)).toBeGreaterThan(0);
  expect(compareScalars(null, null)).toBe(0);
});
