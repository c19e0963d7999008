import { newBook } from '../../src/host';
import { type Cell, CellError } from '../../src/book';
import { compare } from './compare';

const bookOf = (...row: Cell[]) => {
  const book = newBook();
  book.sheets[0]!.cells = [row];
  return book;
};
const formula = (value: Cell['value']): Cell => ({ value, formula: '=X' });

test('the comparison sees values, errors, texts and formulas that differ', () => {
  const ours = bookOf(
    formula(1),
    formula('a'),
    formula(new CellError('#N/A')),
    formula(0.1 + 0.2),
    formula(''),
    formula(true),
  );
  const theirs = bookOf(
    formula(1.000001),
    formula('A'),
    formula(new CellError('#REF!')),
    formula(0.3),
    formula(null),
    { value: true },
  );
  expect(compare(ours, theirs)).toEqual({
    compared: 6,
    filled: 5,
    differences: [
      'Sheet1!0,0: 1 ≠ 1.000001 of =X',
      'Sheet1!0,1: "a" ≠ "A" of =X',
      'Sheet1!0,2: #N/A ≠ #REF! of =X',
      'Sheet1!0,5: the formula is gone',
    ],
  });
});
