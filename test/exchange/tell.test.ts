import { describeIssue, tell } from '../../src/exchange';
import type { Change, OpenQuestion, MergeOutcome } from '../../src/exchange/merge';
import type { Lang } from '../../src/messages';
import { project, specOf } from './paper';

const pick = { table: 'pain', row: 's.pain.1', column: 'pick' };

const told = async (said: Partial<MergeOutcome>, lang: Lang = 'en') =>
  tell(await specOf(project(), lang), {
    changes: [],
    open: [],
    edited: [],
    state: { responses: {}, answers: {}, merged: {} },
    ...said,
  });
const change = (said: Partial<Change>): Change => ({
  ...pick,
  before: null,
  after: 'yes',
  by: ['Li'],
  ...said,
});
const open = (said: Partial<OpenQuestion>): OpenQuestion => ({
  ...pick,
  now: null,
  said: [],
  ...said,
});

test('a change by the names and words that people see, in their language', async () => {
  expect((await told({ changes: [change({ before: 'no' })] })).changes).toEqual([
    {
      sheet: '3 PainPoints',
      item: 'Pain 1',
      column: 'Pick',
      before: 'No',
      after: 'Yes',
      by: ['Li'],
    },
  ]);
  expect((await told({ changes: [change({})] }, 'zh-CN')).changes).toEqual([
    {
      sheet: '3 痛点汇总',
      item: 'Pain 1（中）',
      column: '挑选',
      before: '–',
      after: '选用',
      by: ['Li'],
    },
  ]);
});

test('numbers and free texts as they are, long ones cut', async () => {
  const { changes } = await told({
    changes: [
      change({ column: 'comment', before: 'a', after: 'b'.repeat(60) }),
      change({ column: 'comment', before: 7, after: `${'c'.repeat(58)} ${'d'.repeat(9)}` }),
    ],
  });
  expect(changes.map(({ before, after }) => [before, after])).toEqual([
    ['a', 'b'.repeat(60)],
    ['7', `${'c'.repeat(58)}…`],
  ]);
});

test('a row of one’s own by the words it is added with, else by its id', async () => {
  const row = 'custom.pain.0123456789';
  const { changes, rows } = await told({
    changes: [
      change({ row, column: 'item', after: 'Our own pain' }),
      change({ row }),
      change({ row: 'custom.pain.abcdef0123' }),
      change({ row: 'custom.pain.gone', after: null }),
      change({}),
    ],
  });
  expect(changes.map(({ item }) => item)).toEqual([
    'Our own pain',
    'Our own pain',
    'custom.pain.abcdef0123',
    'custom.pain.gone',
    'Pain 1',
  ]);
  // Two rows come; one that is emptied and one that is there do not.
  expect(rows).toBe(2);
});

test('rows of the same id in two tables are two', async () => {
  const row = 'custom.1';
  expect((await told({ changes: [change({ row }), change({ row, table: 'ask' })] })).rows).toBe(2);
});

test('who differs about a cell; the workbook itself where only one says something else', async () => {
  const said = [
    { value: 'yes', by: ['Li', 'Wu'] },
    { value: 'no', by: ['Bo'] },
  ];
  const { open: questions } = await told({
    open: [
      open({ said }),
      open({ now: 'no', said: said.slice(0, 1) }),
      open({ said, unclear: 'perhaps' }),
    ],
  });
  expect(questions.map((one) => one.said)).toEqual([
    [
      { value: 'Yes', by: ['Li', 'Wu'] },
      { value: 'No', by: ['Bo'] },
    ],
    [
      { value: 'Yes', by: ['Li', 'Wu'] },
      { value: 'No', by: ['this workbook'] },
    ],
    [
      { value: 'Yes', by: ['Li', 'Wu'] },
      { value: 'No', by: ['Bo'] },
      { value: 'perhaps', by: ['Decision, not understood'] },
    ],
  ]);
  expect(questions[0]).toMatchObject({ sheet: '3 PainPoints', item: 'Pain 1', column: 'Pick' });
});

test('what someone edited since is told with what stands there', async () => {
  expect((await told({ edited: [{ ...pick, now: 'no' }] })).edited).toEqual([
    { sheet: '3 PainPoints', item: 'Pain 1', column: 'Pick', now: 'No' },
  ]);
});

test('an issue says where, what and what to do', () => {
  const issue = { kind: 'value-unknown', place: '3 PainPoints!F5', column: 'Pick *' } as const;
  const short = describeIssue('en', { ...issue, found: 'Perhaps' });
  expect(short).toContain('3 PainPoints!F5');
  expect(short).toContain('Perhaps');
  expect(short).toContain('Pick *');
  expect(describeIssue('en', { ...issue, found: 'x'.repeat(99) })).toContain(`${'x'.repeat(59)}…`);
});
