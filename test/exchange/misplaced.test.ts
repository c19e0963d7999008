import { readFilled } from '../../src/exchange';
import { openXlsx, type Cell, type Scalar } from '../../src/book';
import { noted } from '../engine/openpyxl';
import { openpyxlAvailable } from '../support/python';
import { Paper, project, sendOut } from './paper';

/** What people do with a spreadsheet, and where their answers end up then. */

const pain = '3 PainPoints';
let asked: { department: Uint8Array; finance: Uint8Array };
beforeAll(async () => {
  const department = await sendOut(project(), { audience: 'department' });
  const finance = await sendOut(project(), { audience: 'finance', steps: ['costs', 'drivers'] });
  asked = { department, finance };
});

async function read(audience: keyof typeof asked, fill: (paper: Paper) => void) {
  const paper = await Paper.of(asked[audience]);
  fill(paper);
  const { answers, own, issues } = readFilled(paper.book);
  return {
    answers: Object.fromEntries(answers.map((one) => [`${one.row} ${one.column}`, one.value])),
    own: own.map(({ cells }) => cells),
    issues: issues.map(({ kind, found }) => `${kind}: ${found}`),
  };
}

const picks = (paper: Paper, words: Record<string, Scalar>) => {
  for (const [item, word] of Object.entries(words)) paper.type(pain, item, 'Pick *', word);
};

/** The cells of the rows below the header in another order; `from` on, column by column. */
function shuffle(paper: Paper, from: number, to: number, order: (rows: Row[]) => Row[]): void {
  const sheet = paper.sheet(pain);
  const header = paper.find(pain, 'Pick *').row;
  const rows = [1, 2, 3, 4].map((n) => sheet.cells[header + n]?.slice(from, to) ?? []);
  order(rows).forEach((row, i) => {
    const cells = (sheet.cells[header + 1 + i] ??= []);
    for (let c = 0; c < to - from; c += 1) cells[from + c] = row[c];
  });
}
type Row = (Cell | undefined)[];
const reversed = (rows: Row[]) => [...rows].reverse();

test('rows sorted without the hidden id are found by their words', async () => {
  const { answers, issues } = await read('department', (paper) => {
    picks(paper, { 'Pain 1': 'Yes', 'Pain 3': 'No' });
    shuffle(paper, 1, 20, reversed);
  });
  expect(answers).toEqual({ 's.pain.1 pick': 'yes', 's.pain.3 pick': 'no' });
  expect(issues).toEqual(['rows-moved: 4']);
});

test('texts shifted alone, away from what was sent beside them: nothing is taken', async () => {
  const { answers, own, issues } = await read('department', (paper) => {
    picks(paper, { 'Pain 1': 'Yes' });
    const { column } = paper.find(pain, 'Pain point');
    shuffle(paper, column, column + 1, reversed);
  });
  expect([answers, own]).toEqual([{}, []]);
  expect(issues).toEqual(['table-shifted: Pain 4']);
});

test('a text mended in place is still that row', async () => {
  const { answers, issues } = await read('department', (paper) => {
    picks(paper, { 'Pain 2': 'Yes' });
    const at = paper.find(pain, 'Pain 2');
    paper.put(pain, at.row, at.column, 'Pain two, as we call it');
  });
  expect(answers).toEqual({ 's.pain.2 pick': 'yes' });
  expect(issues).toEqual(['text-changed: Pain two, as we call it']);
});

test('a pick merged over rows counts for each of them', async () => {
  const { answers, issues } = await read('department', (paper) => {
    picks(paper, { 'Pain 1': 'Yes' });
    const { row, column } = paper.find(pain, 'Pick *');
    paper.sheet(pain).merges.push({ row: row + 1, column, rows: 3, columns: 1 });
  });
  expect(answers).toEqual({
    's.pain.1 pick': 'yes',
    's.pain.2 pick': 'yes',
    's.pain.3 pick': 'yes',
  });
  expect(issues).toEqual([]);
});

(openpyxlAvailable() ? test : test.skip)(
  'a note is told with its place and its words',
  async () => {
    const file = noted(asked.department, pain, 'F7', 'Yes, and urgent');
    const { answers, issues } = readFilled(await openXlsx(file));
    expect(answers).toEqual([]);
    expect(issues).toEqual([
      { kind: 'note', place: '3 PainPoints!F7', found: 'Yes, and urgent', column: '' },
    ]);
  },
);

test('beside ticks a letter x says no; alone it says yes', async () => {
  const beside = await read('department', (paper) =>
    picks(paper, { 'Pain 1': '√', 'Pain 2': 'x' }),
  );
  expect(beside.answers).toEqual({ 's.pain.1 pick': 'yes', 's.pain.2 pick': 'no' });
  const alone = await read('department', (paper) => picks(paper, { 'Pain 2': 'X' }));
  expect(alone.answers).toEqual({ 's.pain.2 pick': 'yes' });
});

test('free words under a header that is nobody’s are told and not taken', async () => {
  const { answers, issues } = await read('department', (paper) => {
    const { row, column } = paper.find(pain, 'Comment');
    paper.put(pain, row, column, 'Internal cost centre');
    paper.put(pain, row + 1, column, 'CC-4711');
    picks(paper, { 'Pain 1': 'Yes' });
  });
  expect(answers).toEqual({ 's.pain.1 pick': 'yes' });
  expect(issues).toEqual(['column-unknown: CC-4711', 'column-missing: ']);
});

test.each<[string, Record<string, Scalar>]>([
  ['a total', { 'Cost item': 'Total', 'Year 1': 30 }],
  ['a total in Chinese', { 'Cost item': '合计（元）', 'Year 1': 7 }],
  ['a sum without a name', { 'Year 1': 30 }],
  ['a sum by another name', { 'Cost item': 'All of it', 'Year 1': 30, 'Year 2': 300 }],
  ['the header again', { 'Cost item': 'Cost item', 'Year 1': 'Year 1' }],
  ['a title', { 'Cost item': 'Second phase' }],
  ['a line', { 'Cost item': '-----', 'Year 1': '—' }],
])('%s is no cost', async (_, cells) => {
  const { own, issues } = await read('finance', (paper) => {
    paper.add('Costs', 1, { 'Cost item': 'A', 'Year 1': 10, 'Year 2': 100 });
    paper.add('Costs', 2, { 'Cost item': 'B', 'Year 1': 20, 'Year 2': 200 });
    paper.add('Costs', 3, cells);
  });
  expect(own.map(({ item, name }) => item ?? name)).toEqual(['A', 'B']);
  expect(issues).toEqual([`row-no-item: ${Object.values(cells).map(String).join(' · ')}`]);
});

test('a cost that looks like no sum is one, whatever it is called', async () => {
  const { own, issues } = await read('finance', (paper) =>
    paper.add('Costs', 1, { 'Cost item': 'Total-quality training', 'Year 1': 10 }),
  );
  expect(own).toHaveLength(1);
  expect(issues).toEqual([]);
});

test.each<[Scalar, string, string | null]>([
  ['0,300', 'number-doubtful: 0,300', null],
  ['1.200', 'number-doubtful: 1.200', null],
  ['1.200,50', 'not-number: 1.200,50', null],
  [0.3, 'share-of-money: 30%', '0%'],
  [-5, 'out-of-range: -5', null],
])('%s in a cell for money is asked about', async (value, issue, format) => {
  const { answers, issues } = await read('finance', (paper) => {
    paper.type('Costs', 'Internal labour', 'Year 1', value);
    const at = {
      ...paper.find('Costs', 'Internal labour'),
      ...{ column: paper.find('Costs', 'Year 1').column },
    };
    const cell = paper.sheet('Costs').cells[at.row]?.[at.column];
    if (format && cell) cell.style = { ...cell.style, numberFormat: format };
  });
  expect(answers).toEqual({});
  expect(issues).toEqual([issue]);
});

test('days, times and shares in a column of words come as one sees them', async () => {
  const { answers } = await read('department', (paper) => {
    const shown: [string, number, string][] = [
      ['Pain 1', 46_082, 'yyyy-mm-dd'],
      ['Pain 2', 0.3, '0%'],
      ['Pain 3', 0.5625, 'h:mm'],
      ['Pain 4', 7.5, 'General'],
    ];
    for (const [item, value, numberFormat] of shown) {
      const { row } = paper.find(pain, item);
      const { column } = paper.find(pain, 'Comment');
      (paper.sheet(pain).cells[row] ??= [])[column] = { value, style: { numberFormat } };
    }
  });
  expect(Object.values(answers)).toEqual(['2026-03-01', '30%', '13:30', '7.5']);
});

test('signs that nobody sees are told before a map or paper loses them', async () => {
  const { answers, issues } = await read('department', (paper) =>
    paper.type(pain, 'Pain 1', 'Comment', 'one\ttwo\u000bthree'),
  );
  expect(answers).toEqual({ 's.pain.1 comment': 'one\ttwo\u000bthree' });
  expect(issues).toEqual(['signs: one\ttwo\u000bthree']);
});
