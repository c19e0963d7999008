import { isReached } from '../../../src/rules/value/limit';

test.each<[value: number, limit: number, reached: boolean]>([
  [1, 1, true],
  [1 - 1 / 1_000_000_000, 1, true],
  [1 - 1.001 / 1_000_000_000, 1, false],
  // Near nothing the hair is that of 1, and elsewhere it is of the limit’s size.
  [-1 / 1_000_000_000, 0, true],
  [-1.001 / 1_000_000_000, 0, false],
  [1999.999998, 2000, true],
  [1999.9999979, 2000, false],
  [-2000.000002, -2000, true],
  [-2000.0000021, -2000, false],
])('%d reaches %d: %s', (value, limit, reached) => {
  expect(isReached(value, limit)).toBe(reached);
});
