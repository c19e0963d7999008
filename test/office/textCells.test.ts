import type { NameSnapshot } from '../../src/office/inspect';
import { textCells } from '../../src/office/textCells';
import type { TextBlock } from '../../src/workbook';

const block = (...rows: string[][]) =>
  ({
    kind: 'text',
    rows: rows.map((row) => row.map((text) => ({ text }))),
  }) as unknown as TextBlock;

/** Where each text is found, by row and column, in the cells that the block covers now. */
const found = (of: TextBlock, values: (string | null)[][], old: TextBlock | undefined = of) =>
  textCells(of, old, { values } as unknown as NameSnapshot).map(({ cell, before, row, column }) => [
    cell.text,
    before?.text,
    row,
    column,
  ]);

const three = block(['One'], ['Two'], ['Three']);

test('texts that stand where they were', () => {
  expect(found(block(['One', 'side']), [['One', 'side']])).toEqual([
    ['One', 'One', 0, 0],
    ['side', 'side', 0, 1],
  ]);
});

test('a row put between is passed over, one that is gone is left out', () => {
  expect(found(three, [['One'], ['theirs'], ['Two'], ['Three']])).toEqual([
    ['One', 'One', 0, 0],
    ['Two', 'Two', 2, 0],
    ['Three', 'Three', 3, 0],
  ]);
  expect(found(three, [['One'], ['Three']])).toEqual([
    ['One', 'One', 0, 0],
    ['Three', 'Three', 1, 0],
  ]);
});

test('what is said twice is found once, in its order', () => {
  const twice = block(['Same'], ['Other'], ['Same']);
  expect(found(twice, [['new'], ['Same'], ['Other'], ['Same']]).map(([, , row]) => row)).toEqual([
    ...[1, 2, 3],
  ]);
});

test('a text of which nothing is left stands where it was, as long as no row has come or gone', () => {
  expect(found(three, [['One'], ['changed'], ['Three']]).map(([, , row]) => row)).toEqual([
    0, 1, 2,
  ]);
  expect(found(three, [['One'], ['changed'], ['Three'], ['more']]).map(([, , row]) => row)).toEqual(
    [...[0, 2]],
  );
});

test('what is new is found by what stood there before; an empty text says nothing', () => {
  expect(
    found(block(['Uno'], ['Dos']), [['theirs'], ['One'], ['Two']], block(['One'], ['Two'])),
  ).toEqual([
    ['Uno', 'One', 1, 0],
    ['Dos', 'Two', 2, 0],
  ]);
  expect(
    found(block(['', 'A']), [
      ['', 'x'],
      ['', 'A'],
    ]),
  ).toEqual([
    ['', '', 1, 0],
    ['A', 'A', 1, 1],
  ]);
});

test('a block that was not there before is found by nothing but its size', () => {
  const of = block(['One']);
  const told = (values: string[][]) =>
    textCells(of, undefined, { values } as unknown as NameSnapshot).map(({ row }) => row);
  expect([told([['x']]), told([['x'], ['One']])]).toEqual([[0], []]);
});
