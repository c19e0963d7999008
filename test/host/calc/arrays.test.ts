import { createCalculator } from '../../../src/host/calc';
import type { Book } from '../../../src/book';
import { bookOf, calculated, plain, sheetOf, tableOf, type Entry } from './workbook';

/** A sheet on which some cells hold array formulas that fill `rows` × `columns`; with `spills` they grow and shrink. */
function withArrays(
  rows: Entry[][],
  arrays: [row: number, column: number, formula: string, rows: number, columns: number][],
  spills = true,
): Book {
  const sheet = sheetOf('Sheet1', rows);
  for (const [row, column, formula, height, width] of arrays)
    (sheet.cells[row] ??= [])[column] = {
      value: null,
      formula,
      array: { rows: height, columns: width, ...(spills ? { metadata: '1' } : {}) },
    };
  return bookOf([sheet]);
}

const shown = (book: Book) =>
  book.sheets[0]!.cells.map((row) => Array.from(row, (cell) => plain(cell?.value)));

function edited(book: Book, ...edits: [row: number, column: number, value: Entry][]): unknown[][] {
  const calculator = createCalculator(book);
  calculator.calculateAll();
  for (const [row, column, value] of edits) {
    const cells = (book.sheets[0]!.cells[row] ??= []);
    cells[column] = { ...cells[column], value: value ?? null };
    calculator.changed('{Sheet1}', row, column);
    calculator.calculate();
  }
  return shown(book);
}

describe('array formulas', () => {
  test('fill their cells, and follow what they read', () => {
    const book = withArrays([[1], [2], [3]], [[0, 1, '=A1:A3*2', 3, 1]], false);
    expect(edited(book, [1, 0, 5])).toEqual([[1, 2], [5, 10], [3, 6]]); // prettier-ignore
  });

  test('repeat a row, a column or a value, and have nothing beyond', () => {
    const book = withArrays([], [[0, 0, '={1,2}', 2, 3], [2, 0, '=7', 1, 2]], false); // prettier-ignore
    expect(calculated(book)).toEqual([[1, 2, '#N/A'], [1, 2, '#N/A'], [7, 7]]); // prettier-ignore
  });

  test('what reads one of their cells waits for the whole', () => {
    const book = withArrays([['=SUM(B1:B3)+B2'], [4], [5]], [[0, 1, '=A2:A3*10', 2, 1]], false);
    expect(edited(book, [1, 0, 6])[0]).toEqual([60 + 50 + 50, 60]);
  });

  test('what spills grows and shrinks with its result, and what reads it follows', () => {
    const book = withArrays(
      [[1], [5], [3], ['=SUM(B1#)'], ['=COUNT(B1:B3)']],
      [[0, 1, '=FILTER(A1:A3,A1:A3>2)', 2, 1]],
    );
    const columns = (rows: unknown[][]) => rows.map((row) => [row[0], row[1] ?? null]);
    expect(columns(edited(book))).toEqual([[1, 5], [5, 3], [3, null], [8, null], [2, null]]); // prettier-ignore
    expect(columns(edited(book, [0, 0, 9]))).toEqual([[9, 9], [5, 5], [3, 3], [17, null], [3, null]]); // prettier-ignore
    expect(columns(edited(book, [0, 0, 0], [1, 0, 0]))).toEqual([[0, 3], [0, null], [3, null], [3, null], [1, null]]); // prettier-ignore
  });

  test('what takes the place of one empties the cells that it has filled', () => {
    const book = withArrays([[1], [2], ['=SUM(B1:B2)']], [[0, 1, '=A1:A2*2', 2, 1]]);
    const calculator = createCalculator(book);
    calculator.calculateAll();
    expect(shown(book)).toEqual([[1, 2], [2, 4], [6]]);
    book.sheets[0]!.cells[0]![1] = { value: 9 };
    calculator.changed('{Sheet1}', 0, 1);
    calculator.calculate();
    expect(shown(book)).toEqual([[1, 9], [2, null], [9]]);
  });

  test('what has something in its way is not evaluated, nor what reads it', () => {
    const book = withArrays([[1], [5], [3, null], ['=SUM(B1#)']], [[0, 1, '=SORT(A1:A3)', 1, 1]]);
    book.sheets[0]!.cells[2]![1] = { value: 'mine' };
    const found = calculated(book);
    expect([found[0]![1], found[2]![1], found[3]![0]]).toEqual(['#NOT_EVALUATED', 'mine', '#NOT_EVALUATED']); // prettier-ignore
    book.sheets[0]!.cells[2]![1] = { value: null, formula: '=7' };
    expect(calculated(book).slice(0, 3).map((row) => row[1])).toEqual(['#NOT_EVALUATED', undefined, 7]); // prettier-ignore
  });

  test('what stands right beside what spills is in no way', () => {
    const cells = [['x', 'x', 'x', 'x'], ['x', null, null, 'x'], ['x', null, null, 'x'], ['x', 'x', 'x', 'x']]; // prettier-ignore
    const book = withArrays(cells, [[1, 1, '=SEQUENCE(2,2)', 1, 1]]);
    expect(calculated(book)).toEqual([['x', 'x', 'x', 'x'], ['x', 1, 2, 'x'], ['x', 3, 4, 'x'], ['x', 'x', 'x', 'x']]); // prettier-ignore
  });

  test.each(['=SEQUENCE(1,3)', '=SEQUENCE(3)'])(
    '%s has no room at the end of the sheet',
    (formula) => {
      const sheet = sheetOf('Sheet1', []);
      const at = formula.includes('1,3') ? [0, 16_382] : [1_048_574, 0];
      sheet.cells[at[0]!] = [];
      sheet.cells[at[0]!]![at[1]!] = {
        value: null,
        formula,
        array: { rows: 1, columns: 1, metadata: '1' },
      };
      createCalculator(bookOf([sheet])).calculateAll();
      expect(plain(sheet.cells[at[0]!]![at[1]!]!.value)).toBe('#NOT_EVALUATED');
    },
  );
});

test('what somebody types into a cell that an array fills stays, and the array has no value', () => {
  const book = withArrays([[1], [5]], [[0, 1, '=SORT(A1:A2)', 2, 1]]);
  expect(edited(book, [1, 1, 'mine'])).toEqual([[1, '#NOT_EVALUATED'], [5, 'mine']]); // prettier-ignore
  const long = withArrays([[1], [5], [7]], [[0, 1, '=SORT(A1:A3)', 3, 1]]);
  expect(edited(long, [1, 1, 'mine'])).toEqual([[1, '#NOT_EVALUATED'], [5, 'mine'], [7, '#NOT_EVALUATED']]); // prettier-ignore
});

test.each([
  ['=SUM(COLUMN(B1:D1))', 2],
  ['=SUM(ROW(A2:A4))', 2],
])('%s takes the first alone where no array is computed', (formula, first) => {
  expect(calculated(bookOf([sheetOf('Sheet1', [[formula]])]))).toEqual([[first]]);
});

test('growth is of what is above 0, however small', () => {
  const formulas = ['=LOGEST({0.5,1,2})', '=INDEX(GROWTH({0.25,0.5}),2)', '=LOGEST({1,0,2})'];
  expect(calculated(bookOf([sheetOf('Sheet1', [formulas])]))).toEqual([
    [expect.closeTo(2, 9), expect.closeTo(0.5, 9), '#NUM!'],
  ]);
});

test('INDIRECT takes no call for a reference', () => {
  const formulas = ['=INDIRECT("OFFSET(D1,0,1)")', '=INDIRECT("E1")', '=INDIRECT("SUM(E1)")', 4, 5];
  expect(calculated(bookOf([sheetOf('Sheet1', [formulas])]))[0]).toEqual([
    '#REF!',
    5,
    '#REF!',
    4,
    5,
  ]);
});

test('a block beyond what can be held is #NUM!', () => {
  const formulas = ['=EXPAND({1},2000,2000)', '=ROWS(EXPAND({1},1000,2000,0))'];
  expect(calculated(bookOf([sheetOf('Sheet1', [formulas])]))).toEqual([['#NUM!', 1000]]);
});

describe('references that are computed', () => {
  test.each([
    ['=OFFSET(A1,C1,0)', [1, 2, 3]],
    ['=INDIRECT("A"&C1+1)', [1, 2, 3]],
  ])('%s follows what it points to, and where it points', (formula, [first, second, third]) => {
    const book = bookOf([sheetOf('Sheet1', [[first, formula, 1], [second], [third]])]);
    expect(edited(book)[0]![1]).toBe(second);
    expect(edited(book, [1, 0, 20])[0]![1]).toBe(20);
    expect(edited(book, [0, 2, 2])[0]![1]).toBe(third);
  });

  test('a reference to itself is a circle', () => {
    expect(calculated(bookOf([sheetOf('Sheet1', [['=OFFSET(B1,0,-1)+1', 2]])]))[0]![0]).toBe(
      '#NOT_EVALUATED',
    );
  });

  test('INDIRECT reads other sheets, names and tables, and nothing else', () => {
    const book = bookOf(
      [
        sheetOf(
          'Sheet1',
          ["It's!A1", 'Rate', 'List[N]', '1+1', 'Nowhere!A1', '=A1'].map((text) => [`=SUM(INDIRECT("${text}"))`]), // prettier-ignore
        ),
        sheetOf('It', [['N'], [4], [5]], [tableOf('List', [0, 0], 3, ['N'])]),
      ],
      [['Rate', '=It!$A$2']],
    );
    book.sheets[0]!.cells[0]![0]!.formula = '=SUM(INDIRECT("It!A2:A3"))';
    expect(calculated(book).flat()).toEqual([9, 4, 9, '#REF!', '#REF!', '#REF!']);
  });

  test('a list of areas is added up, area by area', () => {
    const formulas = [
      'SUMPRODUCT(SUMIF(INDIRECT(ROW(INDIRECT("1:2"))&"月!A:A"),"x",INDIRECT(ROW(INDIRECT("1:2"))&"月!B:B")))',
      'SUMPRODUCT(COUNTIF(INDIRECT({"1月!B1:B2";"2月!B1:B2"}),{1,20}))',
      "SUMPRODUCT(SUBTOTAL(9,OFFSET('1月'!B1,0,0,ROW(A1:A3))))",
      "SUMPRODUCT(N(OFFSET('1月'!B1,{0;2},0)))",
      'SUM(SUMIF(INDIRECT({"1月!A1:A2","1月!A1:A3"}),"x",INDIRECT({"1月!B1:B2","1月!B1:B3"})))',
      "MAX(INDEX(('1月'!B1:B3<4)*'1月'!B1:B3,0))",
      "IFERROR(SUM(OFFSET('1月'!B1,{0;1},0,2)),7)",
    ];
    const book = bookOf([
      sheetOf('S', formulas.map((formula) => [`=${formula}`])), // prettier-ignore
      sheetOf('1月', [['x', 1], ['y', 2], ['x', 4]]), // prettier-ignore
      sheetOf('2月', [['x', 10], ['x', 20]]), // prettier-ignore
    ]);
    // What a total of a list is, Excel alone knows.
    expect(calculated(book).flat()).toEqual([35, 2, 11, 5, 6, 2, '#NOT_EVALUATED']);
  });

  test('an area of several sheets, in the order of their tabs', () => {
    const formulas = ['SUM(Two:Four!A1)', 'COUNTA(Four:Two!A1:B1)', 'AVERAGE(Two:Three!A1:B1)', 'SUM(Two:Gone!A1)', 'Two:Four!A1', 'RANK(5,(A9,Four!A1,A1:A1))']; // prettier-ignore
    const book = bookOf([
      sheetOf('One', formulas.map((formula) => [`=${formula}`])), // prettier-ignore
      sheetOf('Two', [[1, 2]]),
      sheetOf('Three', [[3, 6]]),
      sheetOf('Four', [[5]]),
    ]);
    expect(calculated(book).flat()).toEqual([9, 5, 3, '#REF!', '#VALUE!', 2]);
  });
});

describe('SUBTOTAL and AGGREGATE', () => {
  const rows: Entry[][] = [[1], [2], ['=SUBTOTAL(9,A1:A2)'], [4], ['=1/0']];

  test('leave totals out, and hidden rows where they are asked to', () => {
    const book = bookOf([
      sheetOf('Sheet1', [
        ...rows,
        ['=SUBTOTAL(9,A1:A4)'],
        ['=SUBTOTAL(109,A1:A4)'],
        ['=AGGREGATE(9,6,A1:A5)'],
        ['=AGGREGATE(9,7,A1:A5)'],
        ['=AGGREGATE(14,6,A1:A5/(A1:A5>1),1)'],
      ]),
    ]);
    book.sheets[0]!.hiddenRows.add(1);
    expect(calculated(book).flat().slice(5)).toEqual([7, 5, 10, 8, 4]);
  });

  test('rows that a filter leaves out never count', () => {
    const book = bookOf([
      sheetOf('Sheet1', [['N'], [1], [2], ['=SUBTOTAL(9,A2:A3)']], [tableOf('List', [0, 0], 3, ['N'])]), // prettier-ignore
    ]);
    const [sheet] = book.sheets;
    sheet!.hiddenRows.add(1);
    expect(calculated(book)[3]).toEqual([3]);
    sheet!.tables[0]!.columns[0]!.filter = ['2'];
    expect(calculated(book)[3]).toEqual([2]);
    // As Excel has stored it: under a filter, whatever is hidden on the sheet counts as left out.
    sheet!.tables[0]!.area.row = 20;
    expect(calculated(book)[3]).toEqual([2]);
  });
});

test('CHOOSE among columns takes empty cells as they are', () => {
  const rows: Entry[][] = [
    [1, 10, 5, '=SUMPRODUCT(B1:B2,CHOOSE(A1+1,B1:B2,C1:C2))'],
    [2, 20, null, '=SUM(CHOOSE({1,2},C2,B2))'],
  ];
  expect(calculated(bookOf([sheetOf('Sheet1', rows)])).map((row) => row[3])).toEqual([50, 20]);
});

describe('LAMBDA', () => {
  test('a name that is a function may call itself, but not for ever', () => {
    const book = bookOf(
      [sheetOf('Sheet1', [['=FACTORIAL(5)'], ['=FOREVER(1)'], ['=FACTORIAL(FACTORIAL(3))']])],
      [
        ['FACTORIAL', '=LAMBDA(n,IF(n<2,1,n*FACTORIAL(n-1)))'],
        ['FOREVER', '=LAMBDA(n,FOREVER(n))'],
      ],
    );
    expect(calculated(book).flat()).toEqual([120, '#NOT_EVALUATED', 720]);
  });

  test('cells with one formula keep their values apart while one computes another', () => {
    const formula = '=LET(x,[@N],y,IF(x>1,INDEX([Sum],x-1),0),x+y)';
    const book = bookOf([
      sheetOf('Sheet1', [['N', 'Sum'], [1, formula], [2, formula], [3, formula]], [tableOf('List', [0, 0], 4, ['N', 'Sum'])]), // prettier-ignore
    ]);
    expect(calculated(book).map((row) => row[1])).toEqual(['Sum', 1, 3, 6]);
  });

  test('parameters may be left out, as files write them', () => {
    const formula = 'LAMBDA(_xlpm.a,_xlop.b,IF(ISOMITTED(_xlpm.b),_xlpm.a/2,_xlpm.a*_xlpm.b))';
    expect(calculated(bookOf([sheetOf('Sheet1', [[`=${formula}(8)`, `=${formula}(8,3)`]])]))).toEqual([[4, 24]]); // prettier-ignore
  });
});
