import { MovedError } from '../../src/office/errors';
import { isTooLarge, readTables, steadily } from '../../src/office/readTables';

/** A table as Excel has it: a text in each cell of its values and one in each of its formulas. */
interface Given {
  name: string;
  rows: number;
  columns: number;
  value: string;
  formula: string;
}

const given = (name: string, rows: number, columns = 1, value = name, formula = name): Given => ({
  ...{ name, rows, columns, value, formula },
});

/** Excel as far as tables are read from it: what each request asks for is written down. */
function excel(
  tables: Given[],
  { refuses = (_: string[]): boolean => false, moved = {}, isSorted = false } = {},
) {
  const requests: string[][] = [];
  let asked: string[] = [];
  const range = (of: Given, start: number, rows: number, columns: number) => {
    const found = {
      ...{ rowIndex: 5 + start, columnIndex: 2, rowCount: of.rows, columnCount: of.columns },
      values: Array.from({ length: rows }, (_, r) => [
        String(start + r).padStart(of.value.length, of.value),
        ...Array<string>(columns - 1).fill(of.value),
      ]),
      formulas: Array.from({ length: rows }, () => Array<string>(columns).fill(of.formula)),
      load(what: string) {
        if (what.includes('formulas')) asked.push(`${of.name} ${start}+${rows}`);
        else if (isSorted) found.values.reverse();
      },
    };
    return Object.assign(found, moved);
  };
  const body = (of: Given) => ({
    ...range(of, 0, Math.max(1, of.rows), of.columns),
    getCell: (start: number) => ({
      getResizedRange: (more: number, columns: number) => range(of, start, more + 1, columns + 1),
    }),
  });
  const context = {
    workbook: {
      tables: { getItem: (name: string) => ({ getDataBodyRange: () => body(tables.find((one) => one.name === name)!) }) },
    },
    sync: () => {
      requests.push(asked);
      asked = [];
      return refuses(requests.at(-1)!)
        ? Promise.reject(Object.assign(new Error(), { code: 'ResponsePayloadSizeLimitExceeded' }))
        : Promise.resolve();
    },
  }; // prettier-ignore
  const outlines = tables.map(({ name, rows, columns }) => ({
    ...{ name, sheet: 'S', rows },
    headers: Array.from({ length: columns }, (_, c) => `H${c}`),
  }));
  const read = async (askToo?: () => void) => {
    const found = await readTables(context as never, outlines as never, askToo);
    return [...found.values()];
  };
  return { requests, read };
}

/** Values and formulas of a row take 350,000 bytes: ten rows are what one request asks for. */
const wide = (name: string, rows: number) =>
  given(name, rows, 66, 'v'.repeat(2_648), 'f'.repeat(2_649));

test('of larger ones the first row says how many go into a request', async () => {
  const tables = [wide('W', 94), wide('X', 7), wide('Y', 2), given('Long', 101), given('Few', 100)];
  const { requests, read } = excel(tables);
  const found = await read();
  expect(found.map(({ values, formulas }) => [values.length, formulas.length])).toEqual(
    [94, 7, 2, 101, 100].map((rows) => [rows, rows]),
  );
  expect(found[0]?.values.map(([cell]) => Number(String(cell).replaceAll('v', '')))).toEqual(
    Array.from({ length: 94 }, (_, r) => r),
  );
  expect(requests).toEqual([
    ['W 0+1', 'X 0+1', 'Y 0+1', 'Long 0+1', 'Few 0+100'],
    ...[1, 11, 21, 31, 41, 51, 61, 71, 81].map((start) => [`W ${start}+10`]),
    ['W 91+3', 'X 1+6', 'Y 1+1'],
    ['Long 1+100'],
  ]);
});

test('5,000 cells are few, 5,001 are not', async () => {
  const { requests, read } = excel([given('A', 5_001)]);
  await read();
  expect(requests).toEqual([['A 0+1'], ['A 1+5000']]);
});

test('of a row in which nothing stands others may hold more', async () => {
  // 25 signs a cell either way are reckoned: 1,060 rows of 66 cells at 3,300 bytes each.
  const { requests, read } = excel([given('Sparse', 1_062, 66, '', '')]);
  await read();
  expect(requests).toEqual([['Sparse 0+1'], ['Sparse 1+1060'], ['Sparse 1061+1']]);
});

const isOver = (most: number) => (asked: string[]) =>
  asked.reduce((sum, one) => sum + Number(one.split('+')[1]), 0) > most;

test('what Excel refuses for its size is asked for in halves, until it is one row', async () => {
  const { requests, read } = excel([given('A', 5), given('B', 1), given('C', 1)], {
    refuses: isOver(2),
  });
  let too = 0;
  const found = await read(() => void (too += 1));
  expect(found.map(({ name, values }) => [name, values.map(([cell]) => cell)])).toEqual([
    ['A', ['0', '1', '2', '3', '4']],
    ['B', ['0']],
    ['C', ['0']],
  ]);
  expect(requests).toEqual([
    ...[['A 0+5', 'B 0+1', 'C 0+1'], ['A 0+5', 'B 0+1'], ['A 0+5'], ['A 0+2'], ['A 2+3']],
    ...[['A 2+1'], ['A 3+2'], ['B 0+1'], ['C 0+1']],
  ]);
  // Until something has come.
  expect(too).toBe(4);
  await expect(excel([given('A', 5)], { refuses: isOver(0) }).read()).rejects.toMatchObject({
    code: 'ResponsePayloadSizeLimitExceeded',
  });
});

test.each([
  ['rows came', [wide('W', 94)], { rowCount: 95 }],
  ['a column went', [wide('W', 94)], { columnCount: 65 }],
  ['rows went', [given('A', 3)], { values: [['0'], ['1']] }],
  [
    'a column came',
    [given('A', 3)],
    {
      values: [
        ['0', ''],
        ['1', ''],
        ['2', ''],
      ],
    },
  ],
])('a table that others have changed meanwhile is told: %s', async (_, tables, moved) => {
  await expect(excel(tables, { moved }).read()).rejects.toThrow(MovedError);
});

test('one that others have sorted meanwhile too', async () => {
  await expect(excel([wide('W', 94)], { isSorted: true }).read()).rejects.toThrow(MovedError);
});

test('what others have moved is read again, three times', async () => {
  const attempts: number[] = [];
  const read = (error: Error, times: number) => (attempt: number) => {
    attempts.push(attempt);
    return attempt <= times ? Promise.reject(error) : Promise.resolve('read');
  };
  expect(await steadily(read(new MovedError(), 3))).toBe('read');
  await expect(steadily(read(new MovedError(), 4))).rejects.toThrow(MovedError);
  await expect(steadily(read(new Error('other'), 1))).rejects.toThrow('other');
  expect(attempts).toEqual([1, 2, 3, 4, 1, 2, 3, 4, 1]);
});

test.each([
  [{ code: 'RequestPayloadSizeLimitExceeded' }, true],
  [{ code: 'ResponsePayloadSizeLimitExceeded' }, true],
  [{ code: 'PayloadSizeLimitExceeded' }, false],
  [{}, false],
  [undefined, false],
])('an error of %j is one of size: %s', (error, expected) => {
  expect(isTooLarge(error)).toBe(expected);
});
