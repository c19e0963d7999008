import { type Book, openXlsx } from '../../../src/book';
import { createHost } from '../../../src/host';
import { fileOf } from '../../book/package';

/** Cells of a file, one a row in column A: `formula=value`, or a plain value. */
async function opened(...cells: string[]): Promise<Book> {
  const rows = cells.map((cell, i) => {
    const [, formula, value] = /^(?:(.*)→)?(.*)$/.exec(cell)!;
    const f = formula === undefined ? '' : `<f>${formula.replace(/</g, '&lt;')}</f>`;
    return `<row r="${i + 1}"><c r="A${i + 1}">${f}${value === '' ? '' : `<v>${value}</v>`}</c></row>`;
  });
  return openXlsx(fileOf(`<sheetData>${rows.join('')}</sheetData>`));
}

const shown = (book: Book) =>
  book.sheets[0]!.cells.map((row) => {
    const value = row?.[0]?.value;
    return typeof value === 'object' && value ? value.code : value;
  });

const none = '#NOT_EVALUATED';

test('what cannot be computed keeps the value of its file, and others go by it', async () => {
  const host = createHost(
    await opened('1', 'CUBESETCOUNT(A1)→0.44', 'MYMODEL(A1)→7', 'A2+A3→0', '5'),
  );
  host.calculator.calculateAll();
  expect(shown(host.book)).toEqual([1, 0.44, 7, 7.44, 5]);
  host.edit('S', 'A5', 6);
  expect(shown(host.book)).toEqual([1, 0.44, 7, 7.44, 6]);
});

test('once what it rests on is written it has none, and nothing makes a number of that', async () => {
  const host = createHost(
    await opened(
      '1', 'CUBESETCOUNT(A1)→0.44', 'IFERROR(A2,0)→0.44', 'IF(ISNA(A2),1,2)→2', 'COUNTIF(A2:A3,">0")→2',
      'SUMIFS(A2:A3,A2:A3,">0")→1', 'IFERROR(MATCH(9,A2:A3,0),0)→0', 'COUNT(A2)→1', 'IFERROR(CUBESETCOUNT(A1),0)→0.44',
      'SUM(A1)→1', 'COUNTIF(A2:A3,">0")→2',
    ), // prettier-ignore
  );
  host.edit('S', 'A1', 2);
  expect(shown(host.book)).toEqual([2, none, none, none, none, none, none, none, none, 2, none]);
});

test.each([
  ['A1', none, none],
  ['A2', none, 0.5],
  ['A3', 0.25, none],
  ['A6', 0.25, 0.5],
])(
  'with %s written, the first keeps or loses its value, and the second',
  async (at, first, second) => {
    const host = createHost(
      await opened('1', '2', '3', 'MYMODEL(A1:A2)→0.25', 'MYMODEL(A1,A3)→0.5', '6'),
    );
    host.edit('S', at, 9);
    expect(shown(host.book).slice(3, 5)).toEqual([first, second]);
  },
);

test('a written area counts as a written cell does', async () => {
  const { book, calculator } = createHost(await opened('1', 'CUBESETCOUNT(A1)→0.44'));
  calculator.calculateAll();
  book.sheets[0]!.cells[0]![0]!.value = 2;
  calculator.changedArea(book.sheets[0]!.id, { row: 0, column: 0, rows: 1, columns: 3 });
  calculator.calculate();
  expect(shown(book)).toEqual([2, none]);
});

test('a branch that is not taken asks for nothing', async () => {
  const host = createHost(await opened('1', 'CUBESETCOUNT(A1)→0.44', 'IF(A1>0,A1,A2)→1'));
  host.edit('S', 'A1', 2);
  expect(shown(host.book)).toEqual([2, none, 2]);
});

test('a format that would be shown otherwise than by Excel is not computed', async () => {
  const formats = [
    '# ?/??????',
    '0.0 # ?/?',
    '/?',
    '?/',
    '# ?/? 0',
    '# ?/?/?',
    '[DBNum1]0',
    '[m]" ("m")"',
    '上午/下午h:mm',
    'gggy',
    'h:mm 0',
  ];
  const cells = formats.map((one) => `TEXT(1.5,"${one.replace(/"/g, '""')}")→7`);
  const host = createHost(await opened('1', ...cells.map((cell) => cell.replace('1.5', 'A1'))));
  host.edit('S', 'A1', 2);
  expect(shown(host.book).slice(1)).toEqual(formats.map(() => none));
});

test('this very workbook may be named as one of a list', async () => {
  const book = await opened('1', 'SUM([0]!Two,A1)→3');
  book.names.push({ name: 'Two', formula: '=2', visible: true, comment: '' });
  const host = createHost(book);
  host.edit('S', 'A1', 5);
  expect(shown(host.book)).toEqual([5, 7]);
});

test.each(['A1+', 'GETPIVOTDATA("Sum",A9)', 'LEN(A1,2)'])(
  '%s reads what is not known, and keeps the value of its file until something is written',
  async (formula) => {
    const host = createHost(await opened('1', `${formula}→7`, 'A2+1→8', '5'));
    host.calculator.calculateAll();
    expect(shown(host.book)).toEqual([1, 7, 8, 5]);
    host.edit('S', 'A4', 6);
    expect(shown(host.book)).toEqual([1, none, none, 6]);
  },
);
