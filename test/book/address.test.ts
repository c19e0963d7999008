import { fromCol } from '@borgar/fx';
import fc from 'fast-check';
import { parseCell } from '../../src/book/address';

test.each([
  ['A1', 0, 0],
  ['$b$2', 1, 1],
  ['XFD1048576', 1_048_575, 16_383],
])('%s is in row %i, column %i, both from zero', (text, row, column) => {
  expect(parseCell(text)).toEqual({ row, column });
});

test('what is no cell is refused', () => {
  const sign = fc.constantFrom(...'AzZ09$@[`{!é', '');
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 11 }), (signs) => {
      const text = signs.join('');
      const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(text) ?? [];
      const cell = { row: Number(digits) - 1, column: letters === '' ? -1 : fromCol(letters) };
      const isCell =
        cell.row >= 0 && cell.row < 2 ** 20 && cell.column >= 0 && cell.column < 2 ** 14;
      if (isCell) expect(parseCell(text)).toEqual(cell);
      else expect(() => parseCell(text)).toThrow('address');
    }),
    { numRuns: 2_000 },
  );
});
