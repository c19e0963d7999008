import {
  isHeld,
  isKnown,
  merge,
  readFilled,
  whose,
  type Filled,
  type Reply,
} from '../../src/exchange';
import type { Scalar } from '../../src/book';
import { applyToEngagement } from '../../src/exchange';
import { Paper, project, sendOut, specOf } from './paper';

/** What is in doubt is asked about, and taken as it was answered. */

const pain = '3 PainPoints';
let asked: { department: Uint8Array; finance: Uint8Array };
beforeAll(async () => {
  const department = await sendOut(project(), { audience: 'department' });
  const finance = await sendOut(project(), { audience: 'finance', steps: ['costs', 'metrics'] });
  asked = { department, finance };
});

interface Told {
  answers: unknown[];
  open: string[];
  asks: { place: string; found: string; choices: readonly string[] }[];
}

/** @param words replies, by what is asked about */
async function read(
  audience: keyof typeof asked,
  fill: (paper: Paper) => void,
  words: Record<string, string> = {},
): Promise<Told> {
  const paper = await Paper.of(asked[audience]);
  fill(paper);
  const asks = ({ issues }: Filled) =>
    issues.flatMap(({ place, found, ask }) =>
      ask ? [{ place, found, choices: ask.choices }] : [],
    );
  const replies = asks(readFilled(paper.book)).flatMap(({ place, found }): Reply[] => {
    const reply = words[found];
    return reply === undefined ? [] : [{ place, found, reply }];
  });
  const filled = readFilled(paper.book, undefined, replies);
  return {
    answers: [...filled.answers.map(({ value }) => value), ...filled.own.map(({ cells }) => cells)],
    open: filled.issues.map(({ kind }) => kind),
    asks: asks(filled),
  };
}

const costs = (value: Scalar) => (paper: Paper) =>
  paper.type('Costs', 'Internal labour', 'Year 1', value);

test.each<[Scalar, string[], string, number]>([
  ['0,300', ['300', '0.3'], '0.3', 0.3],
  ['1.200', ['1200', '1.2'], '1200', 1200],
  ['1,5', ['1.5'], '1.5', 1.5],
  ['1.200,50', ['1200.5'], '1200.5', 1200.5],
  ['about 7', [], '7', 7],
])('%s is asked about and taken as answered', async (typed, choices, word, value) => {
  const before = await read('finance', costs(typed));
  expect(before).toMatchObject({ answers: [], asks: [{ found: typed, choices }] });
  const after = await read('finance', costs(typed), { [`${typed}`]: word });
  expect(after).toEqual({ answers: [value], open: [], asks: [] });
});

test('an answer that means nothing leaves the question open; an empty one leaves the cell out', async () => {
  const unclear = await read('finance', costs('1.200'), { '1.200': 'plenty' });
  expect(unclear).toMatchObject({ answers: [], open: ['number-doubtful'] });
  expect(await read('finance', costs('1.200'), { '1.200': '' })).toEqual({
    answers: [],
    open: [],
    asks: [],
  });
});

test('a word that is not offered is chosen among those that are', async () => {
  const fill = (paper: Paper) => paper.type(pain, 'Pain 1', 'Pick *', 'perhaps later');
  expect((await read('department', fill)).asks).toMatchObject([
    { found: 'perhaps later', choices: ['Yes', 'Maybe', 'No'] },
  ]);
  expect((await read('department', fill, { 'perhaps later': 'Maybe' })).answers).toEqual(['maybe']);
});

test('a column under a header that is nobody’s is asked about as a whole', async () => {
  const fill = (paper: Paper) => {
    const { row, column } = paper.find(pain, 'Comment');
    paper.put(pain, row, column, 'What we think');
    for (const n of [1, 2, 3, 4]) paper.put(pain, row + n, column, `thought ${n}`);
  };
  const found = 'thought 1 · thought 2 · thought 3 · … (4)';
  const before = await read('department', fill);
  expect(before).toMatchObject({ answers: [], asks: [{ found, choices: ['Comment'] }] });
  const after = await read('department', fill, { [found]: 'Comment' });
  expect(after.answers).toEqual(['thought 1', 'thought 2', 'thought 3', 'thought 4']);
  expect(after.open).toEqual([]);
  expect((await read('department', fill, { [found]: '' })).answers).toEqual([]);
});

test('a row that looks like a total is an item where somebody says so', async () => {
  const fill = (paper: Paper) => paper.add('Costs', 1, { 'Cost item': 'Total', 'Year 1': 7 });
  const before = await read('finance', fill);
  expect(before).toMatchObject({ answers: [], asks: [{ choices: ['It is an item'] }] });
  const after = await read('finance', fill, { 'Total · 7': 'it is an item' });
  expect(after).toMatchObject({ answers: [{ item: 'Total' }], open: [] });
});

const picked = async (word: string, item = 'Pain 1') => {
  const paper = await Paper.of(asked.department);
  return readFilled(paper.type(pain, item, 'Pick *', word).book);
};
const incoming = (filled: Filled) => ({ file: 'north.xlsx', filled });
const reply = (word: string): Reply[] => [{ place: '', found: 'Li', reply: word }];

test('two files of one name that contradict each other ask who answered', async () => {
  const [yes, no, more] = await Promise.all([picked('Yes'), picked('No'), picked('Yes', 'Pain 2')]);
  const sorted = (...files: [Filled, string?][]) =>
    whose(
      project(),
      files.map(([filled, word]) => ({ filled, replies: word ? reply(word) : [] })),
    );
  expect(sorted([yes], [no]).map(isHeld)).toEqual([true, true]);
  expect(sorted([yes], [more]).map(isHeld)).toEqual([false, false]);
  const named = sorted([yes], [no, 'Wang']);
  expect(named.map(isHeld)).toEqual([false, false]);
  expect(named.map(({ respondent }) => respondent)).toEqual(['Li', 'Wang']);
  expect(sorted([yes, 'Li'], [no, 'Li']).map(isHeld)).toEqual([false, false]);
  const spec = await specOf(project());
  const on = '2026-04-01';
  const outcome = merge({ engagement: project(), spec }, named.map(incoming), { on });
  expect(outcome.open).toMatchObject([{ said: [{ by: ['Li'] }, { by: ['Wang'] }] }]);
  // Both come again with the same reply: nothing is asked, and nothing is new.
  const next = applyToEngagement(project(), spec, outcome);
  const again = whose(next, [
    { filled: yes, replies: [] },
    { filled: no, replies: reply('Wang') },
  ]);
  expect(again.map((one) => [isHeld(one), isKnown(next, one, again)])).toEqual([
    [false, true],
    [false, true],
  ]);
});

test('a file of a known name that has nothing of what was said before asks who answered', async () => {
  const [first, other] = await Promise.all([picked('Yes'), picked('Yes', 'Pain 2')]);
  const spec = await specOf(project());
  const on = '2026-04-01';
  const outcome = merge({ engagement: project(), spec }, [incoming(first)], { on });
  const next = applyToEngagement(project(), spec, outcome);
  const one = (filled: Filled, replies: Reply[] = []) => whose(next, [{ filled, replies }])[0];
  expect(one(other)).toMatchObject({ issues: [{ kind: 'one-name' }] });
  expect(one(await picked('No'))).toMatchObject({ issues: [] });
  expect(one(other, reply('Li'))).toMatchObject({ issues: [], respondent: 'Li' });
  expect(one(other, reply('Wang'))).toMatchObject({ issues: [], respondent: 'Wang' });
});

test('what a reply has settled is not unsettled when the file comes again without it', async () => {
  const paper = await Paper.of(asked.finance);
  costs('1.200')(paper);
  const place = readFilled(paper.book).issues[0]?.place ?? '';
  const replies = [{ place, found: '1.200', reply: '1200' }];
  const spec = await specOf(project());
  const on = '2026-04-01';
  const settled = incoming(readFilled(paper.book, undefined, replies));
  const outcome = merge({ engagement: project(), spec }, [settled], { on });
  const next = applyToEngagement(project(), spec, outcome);
  expect(outcome.changes).toMatchObject([{ after: 1200 }]);
  const plain = incoming(readFilled(paper.book));
  const again = merge({ engagement: next, spec: await specOf(next) }, [plain], { on });
  expect(again.changes).toEqual([]);
});
