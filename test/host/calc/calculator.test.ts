import { createCalculator } from '../../../src/host/calc';
import { CellError, type Book } from '../../../src/book';
import { bookOf, cellOf, plain, sheetOf, tableOf, type Entry } from './workbook';

const id = '{One}';

function write(book: Book, row: number, column: number, entry: Entry): void {
  (book.sheets[0]!.cells[row] ??= [])[column] = cellOf(entry);
}

const read = (book: Book, row: number, column: number) =>
  plain(book.sheets[0]!.cells[row]?.[column]?.value);

describe('recalculation', () => {
  test('follows an edit and names the cells that changed', () => {
    const book = bookOf([sheetOf('One', [[1, '=A1+1', '=B1*2', '=5', '=A1*0']])]);
    const calculator = createCalculator(book);
    expect(calculator.calculate()).toHaveLength(4);
    write(book, 0, 0, 4);
    calculator.changed(id, 0, 0);
    const changed = calculator
      .calculate()
      .map(({ sheetId, row, column }) => [sheetId, row, column]);
    expect(changed.sort()).toEqual([
      [id, 0, 1],
      [id, 0, 2],
    ]);
    expect([1, 2, 3, 4].map((column) => read(book, 0, column))).toEqual([5, 10, 5, 0]);
    expect(calculator.calculate()).toEqual([]);
  });

  test('a name that comes, means something else or goes reaches what mentions it, by way of names, too', () => {
    const book = bookOf([
      sheetOf('One', [[7, 8, '=rate+1', '=Twice', '=A1', '=INDIRECT("Ra"&"te")']]),
    ]);
    book.names.push({ name: 'Twice', formula: '=2*Rate', visible: true, comment: '' });
    const calculator = createCalculator(book);
    const shown = () => {
      calculator.calculate();
      return [2, 3, 4, 5].map((column) => read(book, 0, column));
    };
    expect(shown()).toEqual(['#NAME?', '#NAME?', 7, '#REF!']);
    const rate = { name: 'Rate', formula: '=One!$A$1', visible: true, comment: '' };
    book.names.push(rate);
    calculator.nameChanged('Rate');
    expect(shown()).toEqual([8, 14, 7, 7]);
    rate.formula = '=One!$B$1';
    calculator.nameChanged('Rate');
    expect(shown()).toEqual([9, 16, 7, 8]);
    book.names.push({ name: 'Other', formula: '=One!$B$1', visible: true, comment: '' });
    calculator.nameChanged('Other');
    expect(shown()).toEqual([9, 16, 7, 8]);
    book.names = book.names.filter((one) => one !== rate);
    calculator.nameChanged('Rate');
    expect(shown()).toEqual(['#NAME?', '#NAME?', 7, '#REF!']);
  });

  test('a name that only one of many formulas mentions', () => {
    const book = bookOf([sheetOf('One', [['=1+1', '=rate*2', '=2']]), sheetOf('Two', [['=3']])]);
    const calculator = createCalculator(book);
    calculator.calculate();
    expect(read(book, 0, 1)).toBe('#NAME?');
    book.names.push({ name: 'Rate', formula: '=7', visible: true, comment: '' });
    calculator.nameChanged('Rate');
    calculator.calculate();
    expect(read(book, 0, 1)).toBe(14);
  });

  test('a name that only another name mentions', () => {
    const book = bookOf([sheetOf('One', [[7, '=Twice']])]);
    const rate = { name: 'Rate', formula: '=One!$A$1', visible: true, comment: '' };
    book.names.push(rate, { name: 'Twice', formula: '=2*Rate', visible: true, comment: '' });
    const calculator = createCalculator(book);
    calculator.calculate();
    rate.formula = '=10';
    calculator.nameChanged('Rate');
    calculator.calculate();
    expect(read(book, 0, 1)).toBe(20);
  });

  test('formulas that come after many edits take their place among the others', () => {
    const book = bookOf([sheetOf('One', [[1, '=A1*2']])]);
    const calculator = createCalculator(book);
    const edit = (column: number, entry: Entry) => {
      write(book, 0, column, entry);
      calculator.changed(id, 0, column);
      calculator.calculate();
    };
    for (const value of [2, 3, 4]) edit(0, value);
    edit(3, '=B1+1');
    for (const value of [5, 6]) edit(0, value);
    edit(2, '=D1+B1+E1');
    edit(4, '=D1*10');
    for (const value of [7, 8]) edit(0, value);
    expect([1, 2, 3, 4].map((column) => read(book, 0, column))).toEqual([16, 203, 17, 170]);
  });

  test('a formula may be replaced by another, by a value, or cleared', () => {
    const book = bookOf([sheetOf('One', [[1, '=A1', '=B1+1']])]);
    const calculator = createCalculator(book);
    calculator.calculate();
    write(book, 0, 1, '=A1+10');
    calculator.changed(id, 0, 1);
    calculator.calculate();
    expect(read(book, 0, 2)).toBe(12);
    write(book, 0, 1, 7);
    calculator.changed(id, 0, 1);
    calculator.calculate();
    expect(read(book, 0, 2)).toBe(8);
    write(book, 0, 1, undefined);
    calculator.changedArea(id, { row: 0, column: 0, rows: 1, columns: 2 });
    calculator.calculate();
    expect(read(book, 0, 2)).toBe(1);
  });

  test('cells below the filled area belong to whole columns', () => {
    const book = bookOf([sheetOf('One', [[1, '=SUM(A:A)', '=MATCH(9,A:A,0)']])]);
    const calculator = createCalculator(book);
    calculator.calculate();
    write(book, 20, 0, 9);
    calculator.changed(id, 20, 0);
    calculator.calculate();
    expect([read(book, 0, 1), read(book, 0, 2)]).toEqual([10, 21]);
  });

  test('lookups and criteria see a changed key', () => {
    const rows: Entry[][] = [
      ['a', 1, '=MATCH("b",A1:A3,0)', '=SUMIFS(B1:B3,A1:A3,"b")', '=VLOOKUP("c",A1:B3,2,FALSE)'],
      ['b', 2],
      ['c', 3],
    ];
    const book = bookOf([sheetOf('One', rows)]);
    const calculator = createCalculator(book);
    calculator.calculate();
    write(book, 0, 0, 'b');
    calculator.changed(id, 0, 0);
    calculator.calculate();
    expect([2, 3, 4].map((column) => read(book, 0, column))).toEqual([1, 3, 3]);
  });

  test('a table that grows is read whole', () => {
    const book = bookOf([
      sheetOf('One', [['Id', '=SUM(Ask[Id])'], [1], [2], [3]], [tableOf('Ask', [0, 0], 3, ['Id'])]),
    ]);
    const calculator = createCalculator(book);
    calculator.calculate();
    expect(read(book, 0, 1)).toBe(3);
    book.sheets[0]!.tables[0]!.area.rows = 4;
    calculator.structureChanged();
    calculator.calculate();
    expect(read(book, 0, 1)).toBe(6);
  });

  test('time moves on with each calculation', () => {
    let hour = 6;
    const book = bookOf([sheetOf('One', [['=NOW()', '=A1*24-INT(A1)*24']])]);
    const calculator = createCalculator(book, { now: () => new Date(2024, 0, 5, hour) });
    calculator.calculate();
    hour = 12;
    calculator.calculate();
    expect(read(book, 0, 1)).toBe(12);
  });
});

test('formulas below the cells that are left are gone with theirs', () => {
  const book = bookOf([sheetOf('One', [['=A3+1'], [1], ['=A2']])]);
  const calculator = createCalculator(book);
  calculator.calculate();
  expect(read(book, 0, 0)).toBe(2);
  book.sheets[0]!.cells.length = 1;
  calculator.changedArea(id, { row: 1, column: 0, rows: 5, columns: 1 });
  calculator.calculate();
  expect(read(book, 0, 0)).toBe(1);
  expect(book.sheets[0]!.cells).toHaveLength(1);
});

test('a written area, however large, is taken up whole', () => {
  const book = bookOf([sheetOf('One', [[1, '=SUM(A:A)', '=A2&A3'], [2], [3, '=A3*2']])]);
  const calculator = createCalculator(book);
  calculator.calculate();
  write(book, 0, 0, 10);
  write(book, 2, 0, undefined);
  write(book, 2, 1, '=A1');
  calculator.changedArea(id, { row: 0, column: 0, rows: 1_048_576, columns: 16_384 });
  calculator.calculate();
  expect([read(book, 0, 1), read(book, 0, 2), read(book, 2, 1)]).toEqual([12, '2', 10]);
});

describe('cells that wait for one another', () => {
  test('are not evaluated, nor is what reads them, whatever it makes of errors', () => {
    const book = bookOf([
      sheetOf('One', [
        ['=B1+1', '=C1', '=IFERROR(A1,0)', '=A1+1', '=IFERROR(B1,7)', '=1'],
        ['=A2', '=SUM(A2:C2)'],
      ]),
    ]);
    const calculator = createCalculator(book);
    calculator.calculate();
    const stuck = '#NOT_EVALUATED';
    expect([0, 1, 2, 3, 4, 5].map((column) => read(book, 0, column))).toEqual([
      stuck,
      stuck,
      stuck,
      stuck,
      stuck,
      1,
    ]);
    expect([read(book, 1, 0), read(book, 1, 1)]).toEqual([stuck, stuck]);
    write(book, 0, 1, 5);
    calculator.changed(id, 0, 1);
    calculator.calculate();
    expect([0, 2, 3, 4].map((column) => read(book, 0, column))).toEqual([6, 6, 7, 5]);
  });

  test('only what is read counts: a branch not taken and a cell passed over by INDEX make no cycle', () => {
    const book = bookOf([
      sheetOf('One', [
        ['=IF(TRUE,1,A1)'],
        ['=INDEX(A1:A3,1)+1'],
        ['=INDEX(A1:A3,2)+1', '=ROW(B3)'],
      ]),
    ]);
    createCalculator(book).calculate();
    expect([read(book, 0, 0), read(book, 1, 0), read(book, 2, 0), read(book, 2, 1)]).toEqual([
      1, 2, 3, 3,
    ]);
  });

  test('a cycle through 5,000 cells ends', () => {
    const rows: Entry[][] = Array.from({ length: 5_000 }, (_, i) => [`=A${((i + 1) % 5_000) + 1}`]);
    const book = bookOf([sheetOf('One', rows)]);
    createCalculator(book).calculate();
    expect(book.sheets[0]!.cells.every((row) => row[0]!.value instanceof CellError)).toBe(true);
  });
});

describe('evaluate', () => {
  const book = bookOf([
    sheetOf(
      'One',
      [
        ['Id', 'Pick', ''],
        ['a', 'x', '=B2&"!"'],
        ['b', 'y', '=B3&"!"'],
      ],
      [tableOf('Ask', [0, 0], 3, ['Id', 'Pick'])],
    ),
  ]);
  const calculator = createCalculator(book);

  test('a formula as if it stood in a cell', () => {
    const at = { sheetId: id, row: 2, column: 0 };
    expect(calculator.evaluate('=C3="y!"', at)).toBe(true);
    expect(calculator.evaluate('=Ask[@Pick]', at)).toBe('y');
    expect(calculator.evaluate('=ROW()', at)).toBe(3);
  });

  test('relative references move from where the formula was written', () => {
    const writtenAt = { row: 1, column: 0 };
    const at = { sheetId: id, row: 2, column: 0 };
    expect(calculator.evaluate('=$B2', at, writtenAt)).toBe('y');
    expect(calculator.evaluate('=B$2', { ...at, column: 1 }, writtenAt)).toBe('x!');
  });

  test('the area behind a reference', () => {
    const at = { sheetId: id, row: 2, column: 0 };
    const area = { row: 1, column: 1, rows: 2, columns: 1 };
    expect(calculator.reference('=Ask[Pick]', at)).toEqual({ sheetId: id, area });
    expect(calculator.reference('=1+1', at)).toBeUndefined();
  });

  test('an unknown sheet is a mistake of the caller', () => {
    expect(() => calculator.evaluate('=1', { sheetId: 'x', row: 0, column: 0 })).toThrow('"x"');
  });
});

describe('size', () => {
  test.each([
    ['downwards', (i: number) => (i === 0 ? 1 : `=A${i}+1`)],
    ['upwards', (i: number, last: number) => (i === last ? 1 : `=A${i + 2}+1`)],
  ])('a chain of 20,000 cells %s', (_, entry) => {
    const count = 20_000;
    const book = bookOf([
      sheetOf(
        'One',
        Array.from({ length: count }, (_, i) => [entry(i, count - 1)]),
      ),
    ]);
    createCalculator(book).calculate();
    expect(Math.max(...book.sheets[0]!.cells.map((row) => row[0]!.value as number))).toBe(count);
  });

  test('a chain of formulas nested as deep as Excel allows', () => {
    const nested = (i: number) => `=${'IF(TRUE,SUM('.repeat(31)}A${i + 2}+1${'))'.repeat(31)}`;
    const rows = Array.from({ length: 500 }, (_, i): Entry[] => [i === 499 ? 1 : nested(i)]);
    const book = bookOf([sheetOf('One', rows)]);
    createCalculator(book).calculate();
    expect(read(book, 0, 0)).toBe(500);
  });

  test('what reads an input and what comes of it is computed once', () => {
    const chain = Array.from({ length: 50 }, (_, i): Entry[] => [`=A${i + 1}+1`]);
    const book = bookOf([sheetOf('One', [[1, '=A1+A51+C1', 7], ...chain])]);
    let looks = 0;
    Object.defineProperty(book.sheets[0]!.cells[0]![2], 'value', { get: () => ((looks += 1), 7) });
    const calculator = createCalculator(book);
    calculator.calculate();
    write(book, 0, 0, 2);
    calculator.changed(id, 0, 0);
    calculator.calculate();
    expect([read(book, 0, 1), looks]).toEqual([2 + 52 + 7, 2]);
  });

  test('only what reads a changed value is computed again', () => {
    const rows = Array.from({ length: 200 }, (): Entry[] => ['=$B$1+$C$1']);
    const book = bookOf([sheetOf('One', [[1, '=A1>0', 7], ...rows])]);
    const cells = book.sheets[0]!.cells;
    let looks = 0;
    Object.defineProperty(cells[0]![2], 'value', { get: () => ((looks += 1), 7) });
    const calculator = createCalculator(book);
    calculator.calculate();
    expect([looks, read(book, 200, 0)]).toEqual([200, 8]);

    write(book, 0, 0, 2);
    calculator.changed(id, 0, 0);
    expect([calculator.calculate(), looks]).toEqual([[], 200]);

    write(book, 0, 0, -1);
    calculator.changed(id, 0, 0);
    expect([calculator.calculate().length, looks, read(book, 200, 0)]).toEqual([201, 400, 7]);
  });
});
