import { readFilled, UnreadableError } from '../../src/exchange';
import { type Scalar, CellError } from '../../src/book';
import { Paper, project, sendOut } from './paper';

/** What cannot be understood is listed with its place, and never guessed. */

let money: Uint8Array;
beforeAll(async () => {
  money = await sendOut(project(), { audience: 'finance', steps: ['costs', 'readings'] });
});

async function reading(header: string, value: Scalar) {
  const paper = await Paper.of(money);
  const { row } = paper.find('Readings', 'Metric');
  const put = (name: string, typed: Scalar) =>
    paper.put('Readings', row + 1, paper.find('Readings', name).column, typed);
  put('Metric', 'Metric 1');
  put(header, value);
  const { own, issues } = readFilled(paper.book);
  return { cells: own[0]?.cells, issues: issues.map(({ kind, found }) => [kind, found]) };
}

test.each<[string, Scalar, string]>([
  ['Date', '3月1日', 'not-date'],
  ['Date', '1/2/2026', 'not-date'],
  ['Date', '2026-13-01', 'not-date'],
  ['Date', 'in spring', 'not-date'],
  ['Value', 'about 5', 'not-number'],
  ['Value', '1,5', 'not-number'],
  ['Value', '1.234,50', 'not-number'],
  ['Value', '5–7', 'not-number'],
  ['Value', '12.3 %', 'share-of-money'],
  ['Value', new CellError('#REF!'), 'error-value'],
  ['Value', new CellError('#NOT_EVALUATED'), 'error-value'],
])('%s: %s', async (header, value, kind) => {
  const found = value instanceof CellError ? value.code : String(value);
  expect(await reading(header, value)).toEqual({
    cells: { metric: 's.metric.1' },
    issues: [[kind, found]],
  });
});

test.each<[string, Scalar, number]>([
  ['Value', '１２．５', 12.5],
  ['Value', '３万', 30_000],
  ['Value', '(1,200)', -1200],
])('%s: %s is %s', async (header, value, means) => {
  expect(await reading(header, value)).toEqual({
    cells: { metric: 's.metric.1', value: means },
    issues: [],
  });
});

test('a share where money is asked is not guessed', async () => {
  const paper = await Paper.of(money);
  paper.type('Costs', 'Internal labour', 'Year 1', '5%');
  const { answers, issues } = readFilled(paper.book);
  expect(answers).toEqual([]);
  expect(issues).toMatchObject([{ kind: 'share-of-money', found: '5%', column: 'Year 1' }]);
  expect(issues[0]?.place).toMatch(/^Costs![A-Z]+\d+$/);
});

test('a file without its base is refused, or read by the base of the template as sent', async () => {
  const paper = await Paper.of(money);
  const { sent } = readFilled(paper.book);
  paper.type('Costs', 'Internal labour', 'Year 1', 7);
  const base = paper.book.sheets.find(({ name }) => name === 'appfi-sent');
  const cell = base?.cells.flat().find((one) => String(one?.value).startsWith('|'));
  if (!cell) throw new Error('no base');
  cell.value = String(cell.value).replace('finance', 'department');
  const refused = (reason: string) =>
    expect(() => readFilled(paper.book)).toThrow(new UnreadableError(reason as never));
  refused('damaged');
  paper.book.sheets = paper.book.sheets.filter((one) => one !== base);
  refused('not-template');
  expect(readFilled(paper.book, sent).answers).toMatchObject([{ row: 'cost.labour', value: 7 }]);
});

test('who answers is who the first sheet says', async () => {
  const paper = await Paper.of(money);
  const { row, column } = paper.find('Please fill', 'Answered by');
  paper.put('Please fill', row, column + 1, ' Wang Fang ');
  expect(readFilled(paper.book).respondent).toBe('Wang Fang');
});
