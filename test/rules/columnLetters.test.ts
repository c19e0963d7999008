import { toCol } from '@borgar/fx';
import { columnLetters } from '../../src/rules';

test('the letters of every column that a sheet has', () => {
  expect([0, 25, 26, 51, 52, 701, 702, 16_383].map(columnLetters)).toEqual([
    ...['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA', 'XFD'],
  ]);
  const columns = Array.from({ length: 16_384 }, (_, column) => column);
  expect(columns.map(columnLetters)).toEqual(columns.map((column) => toCol(column)));
});
