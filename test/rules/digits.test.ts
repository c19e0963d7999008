import { grouped } from '../../src/rules';

test.each<[number, least: number, most: number | undefined, text: string]>([
  [1234567.891, 0, undefined, '1,234,568'],
  [1234.5, 2, undefined, '1,234.50'],
  [1234.5, 0, 3, '1,234.5'],
  [1234.56789, 1, 3, '1,234.568'],
  [-1234.5, 1, undefined, '−1,234.5'],
  [-0.001, 2, undefined, '0.00'],
  [-0.001, 0, undefined, '0'],
  [-0.01, 2, undefined, '−0.01'],
  [0, 0, 2, '0'],
  [0.5, 2, undefined, '0.50'],
])('%d between %d and %p decimals', (value, least, most, text) => {
  expect(grouped(value, least, most)).toBe(text);
  // A format is kept, each under its own decimals.
  expect(grouped(value, least, most)).toBe(text);
});
