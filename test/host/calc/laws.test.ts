import fc from 'fast-check';
import { createCalculator } from '../../../src/host/calc';
import type { Book } from '../../../src/book';
import { thoroughness } from '../../support/thoroughness';
import { bookOf, cellOf, plain, sheetOf, tableOf, type Entry } from './workbook';

const size = 6;
const index = fc.nat(size - 1);
const cell = fc.tuple(index, index).map(([row, column]) => `${'ABCDEF'[column]}${row + 1}`);
const area = fc.tuple(cell, cell).map(([a, b]) => `${a}:${b}`);
const column = fc.constantFrom('T[c1]', 'T[c2]', 'T[@c3]', 'T[[c1]:[c3]]', 'A:A', 'Named');
const range = fc.oneof(area, column);

const formula = fc.oneof(
  fc
    .tuple(cell, fc.constantFrom('+', '-', '*', '/', '&', '=', '<'), cell)
    .map(([a, o, b]) => `=${a}${o}${b}`),
  range.map((r) => `=SUM(${r})`),
  fc.tuple(cell, range).map(([a, r]) => `=COUNTIF(${r},${a})`),
  fc
    .tuple(cell, index, index)
    .map(([a, from, to]) => `=MATCH(${a},${'ABCDEF'[from]}1:${'ABCDEF'[from]}${to + 1},0)`),
  fc.tuple(area, index, index).map(([r, i, j]) => `=INDEX(${r},${i + 1},${j + 1})`),
  fc.tuple(cell, cell).map(([a, b]) => `=SUM(${a}:INDEX(${b}:F6,1,1))`),
  fc.tuple(cell, cell, cell).map(([a, b, c]) => `=IF(${a}>1,${b},${c})`),
  fc.tuple(cell, range).map(([a, r]) => `=SUMIFS(A1:C6,A1:C6,${a})+MAX(${r})`),
  cell.map((a) => `=VLOOKUP(${a},A1:F6,2,FALSE)`),
);

const entry: fc.Arbitrary<Entry> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -2, max: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom<Entry>('a', 'b', '', true, undefined) },
  { weight: 4, arbitrary: formula },
);
const grid = fc.array(fc.array(entry, { minLength: size, maxLength: size }), {
  minLength: size,
  maxLength: size,
});
const edit = fc.record({ row: index, column: index, entry });
/** Of an input, as most are. */
const input = fc.record({ row: index, column: index, entry: fc.integer({ min: -2, max: 4 }) });

const build = (rows: Entry[][]): Book =>
  bookOf(
    [sheetOf('One', rows, [tableOf('T', [0, 1], size, ['c1', 'c2', 'c3'])])],
    [
      ['Named', '=One!$C$2:$D$4'],
      ['First', '=INDEX(One!$B$1:$B$1,1)'],
    ],
  );

const values = (book: Book) =>
  book.sheets[0]!.cells.map((row) => Array.from(row, (cell) => plain(cell?.value)));

const circular = '#NOT_EVALUATED';

/** Which cells of a circle are told depends on where one comes in; all others must be the same. */
function expectSame(stepwise: unknown[][], scratch: unknown[][]): void {
  expect(stepwise.flat().includes(circular)).toBe(scratch.flat().includes(circular));
  const masked = (mine: unknown[][], theirs: unknown[][]) =>
    mine.map((row, r) => row.map((value, c) => (theirs[r]?.[c] === circular ? circular : value)));
  expect(masked(stepwise, scratch)).toEqual(masked(scratch, stepwise));
}

test.each([
  ['by the calculator that was there before', false],
  ['by another that takes its values over', true],
])('calculating after edits %s gives what calculating from scratch gives', (_, isOther) => {
  fc.assert(
    fc.property(
      grid,
      fc.oneof(
        fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 6 }),
        fc.array(fc.array(input, { minLength: 1, maxLength: 2 }), { maxLength: 12 }),
      ),
      (rows, rounds) => {
        const book = build(rows);
        let calculator = createCalculator(book);
        calculator.calculate();
        for (const round of rounds) {
          if (isOther) calculator = createCalculator(book, { isComputed: true });
          for (const { row, column, entry } of round) {
            book.sheets[0]!.cells[row]![column] = cellOf(entry);
            calculator.changed('{One}', row, column);
          }
          calculator.calculate();
          const stepwise = values(book);
          const scratch = build(rows);
          scratch.sheets[0]!.cells = book.sheets[0]!.cells.map((cells) =>
            Array.from(
              cells,
              (cell) => cell && { ...cell, value: cell.formula ? null : cell.value },
            ),
          );
          createCalculator(scratch).calculateAll();
          expectSame(stepwise, values(scratch));
        }
      },
    ),
    {
      numRuns: 150 * thoroughness,
      examples: [
        [
          [
            [1, 'a', '=IF(A1>1,A1,A1)', '=INDEX(A1:A1,1,1)', '=VLOOKUP(A1,A1:F6,2,FALSE)', 'a'],
            ['=MATCH(A1,C1:C6,0)', 'a', 0, 0, 0, 0],
            [2, 0, 'a', 0, '=SUM(F1:INDEX(F1:F6,1,1))', 0],
            [1, 0, 0, 0, '=MATCH(A1,A1:A1,0)', 0],
            ['=INDEX(A1:A1,1,1)', '=COUNTIF(T[c1],A1)', 0, '=SUM(A1:A1)', 0, 'a'],
            ['=COUNTIF(B2:C2,A1)', '=COUNTIF(A1:A2,A1)', '=VLOOKUP(D2,A1:F6,2,FALSE)', 'a', 0, 0],
          ],
          [[{ row: 1, column: 1, entry: '=SUM(A1:E1)' }]],
        ],
      ],
    },
  );
});

/** Formulas in the columns D to F, each of columns before its own, that pick cells in many ways. */
const picking = (column: number) => {
  const letter = fc.nat(column - 1).map((i) => 'ABCDEF'[i]!);
  const line = letter.map((c) => `${c}1:${c}6`);
  const one = fc.tuple(letter, index).map(([c, row]) => `${c}${row + 1}`);
  const kinds = [
    fc.tuple(line, one).map(([of, a]) => `=INDEX(${of},${a})`),
    fc.tuple(letter, one, one).map(([c, a, b]) => `=IFERROR(INDEX(A1:${c}6,${a},${b}),"none")`),
    fc.tuple(line, line, one).map(([of, by, a]) => `=SUMIFS(${of},${by},${a})`),
    fc.tuple(line, line, one).map(([of, by, a]) => `=MAXIFS(${of},${by},">"&${a})+SUM(${by})`),
    fc.tuple(line, line, one).map(([of, by, a]) => `=SUMIF(${of},${a},${by})`),
    fc.tuple(line, one).map(([of, a]) => `=IFERROR(SUM(INDEX(${of},${a}):INDEX(${of},4)),0)`),
    fc.tuple(line, one).map(([of, a]) => `=IF(${a}>1,INDEX(${of},2),SUM(INDEX(${of},0)))`),
    fc.tuple(line, line, one).map(([of, by, a]) => `=SUM(SUMIFS(${of},${by},{1,2,3}))*${a}`),
    fc.tuple(one, one).map(([a, b]) => `=${a}+${b}`),
  ];
  return fc.oneof(...kinds);
};
const numbers = fc.tuple(...[1, 2, 3].map(() => fc.integer({ min: 0, max: 5 })));
const pickingRow = fc
  .tuple(numbers, picking(3), picking(4), picking(5))
  .map(([some, ...formulas]): Entry[] => [...some, ...formulas]);

test('what formulas pick is known edit by edit', () => {
  fc.assert(
    fc.property(
      fc.array(pickingRow, { minLength: size, maxLength: size }),
      fc.array(fc.tuple(index, fc.nat(2), fc.integer({ min: 0, max: 5 })), { maxLength: 15 }),
      (rows, edits) => {
        const book = build(rows);
        const calculator = createCalculator(book);
        calculator.calculate();
        for (const [row, column, value] of edits) {
          book.sheets[0]!.cells[row]![column]!.value = value;
          calculator.changed('{One}', row, column);
          calculator.calculate();
          const stepwise = values(book);
          const scratch = structuredClone(book);
          createCalculator(scratch).calculateAll();
          expect(stepwise).toEqual(values(scratch));
        }
      },
    ),
    { numRuns: 150 * thoroughness },
  );
});

test('an area is told of every edit, whatever of it was computed in the one before', () => {
  const book = build([[1, '=MIN(A1,5)', '=SUM(A1:B1)']]);
  const calculator = createCalculator(book);
  calculator.calculate();
  const sums = [2, 3, 7, 8].map((value) => {
    book.sheets[0]!.cells[0]![0]!.value = value;
    calculator.changed('{One}', 0, 0);
    calculator.calculate();
    return values(book)[0]![2];
  });
  expect(sums).toEqual([4, 6, 12, 13]);
});

test.each([
  '=SUMIF(A1:A3,1,B1)',
  '=SUMIF(A1:A3,1,B1:B2)',
  '=AVERAGEIF(A1:A3,1,B1)*2',
  '=SUMIF(A1:A3,1,INDEX(B1:B3,1))',
  '=SUMIF(A1:A3,1,INDEX(B1:B1,1))',
  '=SUMIF(A1:A3,1,CHOOSE(1,INDEX(B1:B1,1),A1))',
  '=SUMIF(A1:A3,1,First)',
  '=LET(x,B1,SUMIF(A1:A3,1,x))',
  '=SUM(OFFSET(B1,0,0,3,1))-3',
  '=SUM(INDIRECT("B"&1&":B3"))-3',
])('%s follows what it reads beyond its references', (formula) => {
  const book = build([
    [1, 1, formula],
    [2, 3],
    [1, '=D3*1', '', 2],
  ]);
  const calculator = createCalculator(book);
  calculator.calculate();
  for (const value of [3, 7, 8]) {
    book.sheets[0]!.cells[2]![3]!.value = value;
    calculator.changed('{One}', 2, 3);
    calculator.calculate();
    expect(values(book)[0]![2]).toBe(1 + value);
  }
});

test.each([
  ['a name', '=LET(x,A1,SUM(x:A3))'],
  ['what a name picks', '=LET(x,INDEX(A1:A1,1),SUM(x:A3))'],
  ['a parameter', '=LAMBDA(x,SUM(x:A3))(A1)'],
])('a span from %s is read between its ends, too', (_, formula) => {
  const book = build([[1, formula], [1], [1]]);
  const calculator = createCalculator(book);
  calculator.calculate();
  for (const value of [2, 3, 4]) {
    book.sheets[0]!.cells[1]![0]!.value = value;
    calculator.changed('{One}', 1, 0);
    calculator.calculate();
    expect(values(book)[0]![1]).toBe(2 + value);
  }
});

test('the cells reported as changed are those whose value did change', () => {
  fc.assert(
    fc.property(grid, edit, (rows, { row, column, entry }) => {
      const book = build(rows);
      const calculator = createCalculator(book);
      calculator.calculate();
      book.sheets[0]!.cells[row]![column] = cellOf(entry);
      const before = values(book);
      calculator.changed('{One}', row, column);
      const reported = calculator.calculate().map(({ row, column }) => `${row},${column}`);
      const after = values(book);
      const changed = after.flatMap((cells, r) =>
        cells.flatMap((value, c) => (Object.is(value, before[r]![c]) ? [] : [`${r},${c}`])),
      );
      expect(reported.sort()).toEqual(changed.sort());
    }),
    { numRuns: 200 },
  );
});

test('of values that were taken over only those are computed again that rest on what was written', () => {
  const rows = [[1, '=A1+1', 5, '=C1+1', '=SUM(C1:D1)', '=RAND()*0+7']];
  const taken = () => {
    const book = build(rows);
    for (const cell of book.sheets[0]!.cells[0]!) if (cell?.formula) cell.value = -1;
    return { book, calculator: createCalculator(book, { isComputed: true }) };
  };
  const written = taken();
  written.book.sheets[0]!.cells[0]![2]!.value = 6;
  written.calculator.changed('{One}', 0, 2);
  written.calculator.calculate();
  expect(values(written.book)).toEqual([[1, -1, 6, 7, 13, 7]]);

  const over = taken();
  over.book.sheets[0]!.cells[0]![1]!.formula = '=A1+2';
  over.calculator.changedArea('{One}', { row: 0, column: 0, rows: 1, columns: 2 });
  over.calculator.calculate();
  expect(values(over.book)).toEqual([[1, 3, 5, -1, -1, 7]]);

  const renamed = taken();
  renamed.calculator.nameChanged('Other');
  renamed.calculator.calculate();
  expect(values(renamed.book)).toEqual([[1, 2, 5, 6, 11, 7]]);
});
