import fc from 'fast-check';
import type { Area, Cell, Scalar, Sheet } from '../../src/book';
import { createHost, type Host } from '../../src/host';
import { parseInput } from '../../src/host/wire/input';
import { editText } from '../../src/workbench/cells/content';
import { copyOf, pasted, pastedTexts } from '../../src/workbench/cells/copy';
import { fill } from '../../src/workbench/cells/fill';
import { findAll, nextOf } from '../../src/workbench/cells/find';
import { destination } from '../../src/workbench/cells/keys';

const area = (row: number, column: number, rows = 1, columns = 1): Area => ({
  row,
  column,
  rows,
  columns,
});

/** A host whose only sheet holds these formulas and values from A1 on. */
async function holding(values: (string | number)[][], formats?: string[][]): Promise<Host> {
  const host = createHost();
  await host.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    const range = sheet.getRangeByIndexes(0, 0, values.length, values[0]?.length ?? 1);
    if (formats) range.numberFormat = formats;
    range.formulas = values;
    await context.sync();
  });
  return host;
}

const sheetIn = (host: Host): Sheet => host.book.sheets[0]!;
const at = (host: Host, row: number, column: number): Cell | undefined =>
  sheetIn(host).cells[row]?.[column];
const column = (host: Host, rows: number, across = 0): unknown[] =>
  Array.from({ length: rows }, (_, row) => at(host, row, across)?.value ?? null);

const digits = (value: unknown) => (typeof value === 'number' ? value.toPrecision(15) : value);

describe('what a person is given to edit', () => {
  test.each<[string, Cell, string]>([
    ['all digits', { value: 900_000.55, style: { numberFormat: '#,##0' } }, '900000.55'],
    ['of a share too', { value: 1 / 3, style: { numberFormat: '0.0%' } }, '33.3333333333333%'],
    ['a day', { value: 46_082, style: { numberFormat: 'd mmm' } }, '2026-03-01'],
    ['a formula', { value: 3, formula: '=1+2' }, '=1+2'],
    ['a text like a number', { value: '007' }, "'007"],
    ['lines', { value: 'a\nb' }, 'a\nb'],
    ['a truth value', { value: true }, 'TRUE'],
  ])('%s', (_, cell, text) => expect(editText(cell)).toBe(text));

  test('gives the same value again when it is typed', () => {
    const formats = ['General', '0%', '0.0%', '#,##0', 'yyyy-mm-dd', '@', '0.00E+00'];
    const value = fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }));
    fc.assert(
      fc.property(value, fc.constantFrom(...formats), (held, numberFormat) => {
        fc.pre(held !== '' && !Object.is(held, -0));
        fc.pre(!(numberFormat === '@' && typeof held === 'number'));
        const text = editText({ value: held, style: { numberFormat } });
        const read = parseInput(text, numberFormat, () => new Date(0));
        expect([digits(read.value), read.formula]).toEqual([digits(held), undefined]);
      }),
    );
  });
});

describe('taken back and done again', () => {
  test('a cell has its value of before at full precision, and its format', async () => {
    const host = await holding([[1 / 3, 900_000.55]], [['0%', 'General']]);
    host.edit('Sheet1', 'A1', '50%');
    host.edit('Sheet1', 'B1', '5%');
    host.undo();
    host.undo();
    expect([at(host, 0, 0)?.value, at(host, 0, 1)?.value]).toEqual([1 / 3, 900_000.55]);
    expect(at(host, 0, 1)?.style?.numberFormat ?? 'General').toBe('General');
    host.redo();
    expect(at(host, 0, 0)?.value).toBe(0.5);
    expect(host.redo()).toMatchObject({ area: area(0, 1) });
    expect(host.redo()).toBeUndefined();
  });

  test('what somebody else has written since stays', async () => {
    const host = await holding([[1, 2]]);
    host.enter('Sheet1', { row: 0, column: 0 }, [[10, 20]]);
    await host.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [[7]];
      await context.sync();
    });
    host.undo();
    expect([at(host, 0, 0)?.value, at(host, 0, 1)?.value]).toEqual([7, 2]);
  });

  test('nothing, once rows have moved', async () => {
    const host = await holding([[1]]);
    host.edit('Sheet1', 'A1', 2);
    await host.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('1:1').insert('Down');
      await context.sync();
    });
    expect(host.undo()).toBeUndefined();
    expect(column(host, 2)).toEqual([null, 2]);
  });

  test('what is refused leaves everything as it was, and no step', async () => {
    const host = await holding([[1]]);
    await host.run(async (context) => {
      const cell = context.workbook.worksheets.getItem('Sheet1').getRange('A1');
      cell.dataValidation.rule = { wholeNumber: { formula1: 5, operator: 'LessThan' } };
      await context.sync();
    });
    expect(() => host.edit('Sheet1', 'A1', 9)).toThrow();
    expect([at(host, 0, 0)?.value, host.undo()]).toEqual([1, undefined]);
  });
});

/** A table of two columns, the second computed, and what depends on it. */
async function withTable(): Promise<Host> {
  const host = await holding(
    [
      ['Item', 'Twice'],
      [1, '=[@Item]*2'],
    ].map((row) => row.map((one) => (String(one).startsWith('=') ? '' : one))),
  );
  await host.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.tables.add('A1:B2', true).name = 'Items';
    sheet.getRange('B2').formulas = [['=[@Item]*2']];
    sheet.getRange('D1').formulas = [['=SUM(Items[Twice])']];
    await context.sync();
  });
  return host;
}

describe('pasting into a table', () => {
  test('5,000 rows grow it, in one step that is taken back whole', async () => {
    const host = await withTable();
    const rows = Array.from({ length: 5_000 }, (_, i) => [String(i)]);
    host.enter('Sheet1', { row: 1, column: 0 }, rows);
    const [table] = sheetIn(host).tables;
    expect([table?.area.rows, at(host, 5_000, 1)?.value, at(host, 0, 3)?.value]).toEqual([
      5_001,
      9_998,
      4_999 * 5_000,
    ]);
    host.undo();
    expect([table?.area.rows, at(host, 0, 3)?.value, at(host, 2, 0), at(host, 2, 1)]).toEqual([
      2,
      2,
      undefined,
      undefined,
    ]);
    host.redo();
    expect([table?.area.rows, at(host, 0, 3)?.value]).toEqual([5_001, 4_999 * 5_000]);
  });

  test('a header comes back with its name, wherever it is referred to', async () => {
    const host = await withTable();
    host.edit('Sheet1', 'B1', 'Double');
    expect(at(host, 0, 3)?.formula).toBe('=SUM(Items[Double])');
    host.undo();
    expect([at(host, 0, 3)?.formula, at(host, 0, 3)?.value]).toEqual(['=SUM(Items[Twice])', 2]);
  });

  test('what does not fit stands and is told', async () => {
    const host = await withTable();
    await host.run(async (context) => {
      const cell = context.workbook.worksheets.getItem('Sheet1').getRange('A2');
      cell.dataValidation.rule = { wholeNumber: { formula1: 5, operator: 'LessThan' } };
      await context.sync();
    });
    expect(host.enter('Sheet1', { row: 1, column: 0 }, [[1], [9], [3]])).toEqual([
      { row: 2, column: 0 },
    ]);
    expect(column(host, 4)).toEqual(['Item', 1, 9, 3]);
  });
});

describe('copied', () => {
  test('values come with all digits, formulas follow, over an area that they fill', async () => {
    const host = await holding([[1 / 3, '=A1*2']], [['0%', 'General']]);
    const copied = copyOf(sheetIn(host), area(0, 0, 1, 2));
    host.enter('Sheet1', { row: 1, column: 0 }, pasted(copied, area(1, 0, 2, 2)));
    expect([1, 2].map((row) => [at(host, row, 0)?.value, at(host, row, 1)?.formula])).toEqual([
      [1 / 3, '=A2*2'],
      [1 / 3, '=A3*2'],
    ]);
    expect(at(host, 2, 0)?.style?.numberFormat).toBe('0%');
  });

  test('what is cut moves as it is, in one step', async () => {
    const host = await holding([[1 / 3, '=A1*2']]);
    const cut = copyOf(sheetIn(host), area(0, 1), true);
    host.enter('Sheet1', { row: 3, column: 3 }, pasted(cut, area(3, 3)), cut);
    expect([at(host, 0, 1), at(host, 3, 3)?.formula]).toEqual([undefined, '=A1*2']);
    host.undo();
    expect([at(host, 0, 1)?.value, at(host, 3, 3)]).toEqual([2 / 3, undefined]);
  });

  test('texts of elsewhere are repeated where they fill what is selected, and uneven rows made even', () => {
    expect(pastedTexts([['a']], area(0, 0, 2, 2))).toEqual([
      ['a', 'a'],
      ['a', 'a'],
    ]);
    expect(pastedTexts([['a', 'b'], ['c']], area(0, 0, 3, 1))).toEqual([
      ['a', 'b'],
      ['c', ''],
    ]);
  });
});

describe('filled', () => {
  const drawn = async (values: (string | number)[], count: number, format: string) => {
    const host = await holding(
      values.map((value) => [value]),
      values.map(() => [format]),
    );
    const filled = fill(
      sheetIn(host),
      area(0, 0, values.length),
      area(0, 0, values.length + count),
    );
    host.enter('Sheet1', filled!, filled!.entries);
    return column(host, values.length + count).slice(values.length);
  };

  test.each<[string, string, (string | number)[], Scalar[]]>([
    ['one number is repeated', 'General', [1 / 3], [1 / 3, 1 / 3]],
    ['two numbers go on', 'General', [1, 1.1], [1.2, 1.3]],
    ['a trend goes on', 'General', [1, 2, 4], [5.33333333333333, 6.83333333333333]],
    ['a day goes on', 'yyyy-mm-dd', [46_082], [46_083, 46_084]],
    ['a numbered text goes on', 'General', ['Q1'], ['Q2', 'Q3']],
    ['and keeps its digits', 'General', ['T-08', 'T-09'], ['T-10', 'T-11']],
    [
      'numbers longer than can be counted are repeated',
      '@',
      ['A 62220210012345678'],
      ['A 62220210012345678'],
    ],
    ['other texts are repeated', 'General', ['a', 'b'], ['a', 'b', 'a']],
  ])('%s', async (_, format, values, next) =>
    expect(await drawn(values, next.length, format)).toEqual(next),
  );

  test('formulas follow in each direction', async () => {
    const host = await holding([
      [0, 0, 0],
      [0, '=A1', 0],
      [0, 0, 0],
    ]);
    const formulas = (all: Area) => fill(sheetIn(host), area(1, 1), all)?.entries;
    const rightward = [[expect.objectContaining({ formula: '=B1' })]];
    expect(formulas(area(1, 1, 1, 2))).toEqual(rightward);
    expect(formulas(area(1, 1, 2, 1))).toEqual([[expect.objectContaining({ formula: '=A2' })]]);
    expect(fill(sheetIn(host), area(1, 1), area(0, 1, 2))).toMatchObject({ row: 0, column: 1 });
  });
});

test('keys lead to the ends of rows and sheet, past what is hidden', async () => {
  const host = await holding([
    [1, 2, 3, 4],
    [1, 2, '', ''],
  ]);
  await host.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('A:A').columnHidden = true;
    sheet.getRange('2:2').rowHidden = true;
    sheet.freezePanes.freezeRows(1);
    await context.sync();
  });
  const from = { row: 1, column: 2 };
  const to = (key: string, ctrl = false) => destination(sheetIn(host), from, { key, ctrl }, 10);
  expect([to('Home'), to('Home', true)]).toEqual([
    { row: 1, column: 1 },
    { row: 2, column: 1 },
  ]);
  expect([to('End'), to('End', true)]).toEqual([
    { row: 1, column: 1 },
    { row: 0, column: 3 },
  ]);
  expect([to('PageDown'), to('PageUp'), to('a')]).toEqual([
    { row: 11, column: 2 },
    { row: 0, column: 2 },
    undefined,
  ]);
});

test('what is looked for is found in texts, digits and formulas, round and round', async () => {
  const host = await holding([
    ['Repair', 0.256],
    ['', '=LEN("repair")'],
  ]);
  const { book } = host;
  const sheet = sheetIn(host).id;
  const places = (text: string) =>
    findAll(book, text).map(({ row, column: across }) => [row, across]);
  expect(places('repair')).toEqual([
    [0, 0],
    [1, 1],
  ]);
  expect([places('0.256'), places('none'), places(' ')]).toEqual([[[0, 1]], [], []]);
  const found = findAll(book, 'repair');
  const next = (row: number, across: number, step: 1 | -1) =>
    nextOf(book, found, { sheet, row, column: across }, step);
  expect([next(0, 0, 1), next(1, 1, 1), next(0, 0, -1), next(1, 0, -1)]).toEqual([1, 0, 1, 0]);
});
