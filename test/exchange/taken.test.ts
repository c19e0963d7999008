import type { Rule } from '../../src/engagement/register';
import type { Engagement } from '../../src/engagement/schema';
import { applyToEngagement, merge, templateOf, undo, type Filled } from '../../src/exchange';
import type { CellValue } from '../../src/rules';
import { project, specOf } from './paper';

/** What a merge makes of answers, told as cells; how they are read from a file is tried elsewhere. */

type Answer = [row: string, column: string, value: CellValue, sent?: CellValue];

async function answers(
  respondent: string,
  said: Answer[],
  of: Engagement = project(),
  audience: 'department' | 'lead' = 'department',
): Promise<{ file: string; filled: Filled }> {
  const options = { audience, respondent, due: '2026-03-30', sent: '2026-03-01' };
  const { sent } = templateOf(await specOf(of), of, options);
  return {
    file: `${respondent}.xlsx`,
    filled: {
      sent,
      respondent,
      template: 'a',
      digest: JSON.stringify([respondent, said]),
      own: [],
      issues: [],
      settled: [],
      answers: said.map(([row, column, value, was = null], i) => ({
        ...{ table: 'pain', row, column, sent: was, value },
        place: `3 PainPoints!F${i + 5}`,
      })),
    },
  };
}

async function merged(
  incoming: Awaited<ReturnType<typeof answers>>[],
  of = project(),
  rule?: Rule,
) {
  const spec = await specOf(of);
  const outcome = merge({ engagement: of, spec }, incoming, {
    on: '2026-04-01',
    ...(rule && { rule }),
  });
  return { outcome, next: applyToEngagement(of, spec, outcome) };
}

test('a catalog text that is corrected or erased is an edit; back as it was, none', async () => {
  const corrected = await merged([
    await answers('Li', [['s.pain.1', 'symptom', 'Ours', 'Symptom 1']]),
  ]);
  expect(corrected.next.edits).toEqual({ pain: { 's.pain.1': { symptom: 'Ours' } } });
  expect(corrected.next.pain).toEqual({});

  const erased = await merged([await answers('Li', [['s.pain.1', 'symptom', null, 'Symptom 1']])]);
  expect(erased.outcome.changes).toMatchObject([{ before: 'Symptom 1', after: null }]);
  expect(erased.next.edits).toEqual({ pain: { 's.pain.1': { symptom: '' } } });
  const shown = (await specOf(erased.next)).sheets
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'table' && block.id === 'pain' ? block.rows : []))
    .find(({ id }) => id === 's.pain.1');
  expect(shown?.cells.symptom).toBe('');

  const taken = undo(
    { engagement: erased.next, spec: await specOf(erased.next) },
    { on: '2026-04-02' },
  );
  expect(taken?.changes).toMatchObject([{ column: 'symptom', after: 'Symptom 1' }]);
  expect(
    taken && applyToEngagement(erased.next, await specOf(erased.next), taken).edits.pain,
  ).toEqual({});
});

test('an answer that says what stands there is kept, and changes nothing', async () => {
  const here = project({ pain: { 's.pain.1': { pick: 'yes' } } });
  const { outcome, next } = await merged(
    [await answers('Li', [['s.pain.1', 'pick', 'yes']], here)],
    here,
  );
  expect(outcome).toMatchObject({ changes: [], open: [], edited: [] });
  expect(next.pain).toEqual(here.pain);
  expect(Object.values(next.responses)).toMatchObject([
    {
      respondent: 'Li',
      audience: 'department',
      file: 'Li.xlsx',
      template: 'a',
      batch: 1,
      on: '2026-04-01',
    },
  ]);
  expect(Object.values(next.answers)).toEqual([
    {
      response: Object.keys(next.responses)[0],
      ...{ table: 'pain', row: 's.pain.1', column: 'pick', sent: null, said: 'yes' },
      place: '3 PainPoints!F5',
    },
  ]);
});

const three = async (last: CellValue = 'yes') => [
  await answers('Li', [['s.pain.1', 'pick', 'yes']]),
  await answers('Wu', [['s.pain.1', 'pick', 'no']]),
  await answers('Bo', [['s.pain.1', 'pick', last]], project(), 'lead'),
];

test.each<[Rule | undefined, CellValue, string | undefined]>([
  [undefined, 'yes', undefined],
  ['majority', 'yes', 'yes'],
  ['majority', 'maybe', undefined],
  ['lead', 'no', 'no'],
  ['lead', 'maybe', 'maybe'],
  ['keep-both', 'yes', undefined],
])('by rule %s, with the lead saying %s, the pick is %s', async (rule, last, expected) => {
  const { outcome, next } = await merged(await three(last), project(), rule);
  expect(next.pain['s.pain.1']?.pick).toBe(expected);
  expect(outcome.open).toHaveLength(expected === undefined ? 1 : 0);
  expect(Object.values(next.merged).map(({ how }) => how)).toEqual(
    expected === undefined ? [] : [rule],
  );
});

test('texts are kept beside each other, in an order that no file decides', async () => {
  const said = async (order: string[]) =>
    (
      await merged(
        await Promise.all(order.map((who) => answers(who, [['s.pain.1', 'comment', `by ${who}`]]))),
        project(),
        'keep-both',
      )
    ).next.pain['s.pain.1']?.comment;
  expect(await said(['Li', 'Bo'])).toBe('by Bo / by Li');
  expect(await said(['Bo', 'Li'])).toBe('by Bo / by Li');
});

test('what stood there before is kept too, unless the answers were asked with it in sight', async () => {
  const here = project({ pain: { 's.pain.1': { comment: 'old' } } });
  const both = async (sent: CellValue) => {
    const files = [
      await answers('Li', [['s.pain.1', 'comment', 'a', sent]], here),
      await answers('Bo', [['s.pain.1', 'comment', 'b', sent]], here),
    ];
    return (await merged(files, here, 'keep-both')).next.pain['s.pain.1']?.comment;
  };
  expect(await both('old')).toBe('a / b');
  expect(await both(null)).toBe('a / b / old');
});

test('the consultant’s word settles it, in whatever words of the list', async () => {
  const decided = (resolution: CellValue) =>
    project({ consensus: { 'pain s.pain.1 pick': { resolution } } });
  const { outcome, next } = await merged(await three(), decided('否'));
  expect(next.pain['s.pain.1']).toEqual({ pick: 'no' });
  expect(next.merged['pain s.pain.1 pick']).toEqual({
    ...{ before: null, after: 'no', how: 'settled', on: '2026-04-01' },
    ...{ by: 'Bo, Li, Wu', files: 'Bo.xlsx, Li.xlsx, Wu.xlsx' },
  });
  expect(outcome.open).toEqual([]);
  const unclear = await merged(await three(), decided('hm'));
  expect(unclear.outcome.open).toMatchObject([{ unclear: 'hm', now: null }]);
});

test('a row that is gone leaves its answers open; a word about it closes the question', async () => {
  const gone = project({ removed: { pain: ['s.pain.1'] } });
  const file = await answers('Li', [['s.pain.1', 'pick', 'yes']]);
  expect((await merged([file], gone)).outcome.open).toEqual([
    {
      table: 'pain',
      row: 's.pain.1',
      column: 'pick',
      now: null,
      said: [{ value: 'yes', by: ['Li'] }],
    },
  ]);
  const closed = { ...gone, consensus: { 'pain s.pain.1 pick': { resolution: 'dropped' } } };
  expect((await merged([file], closed)).outcome.open).toEqual([]);
});

test('blanks around a text are nobody’s answer', async () => {
  const { next } = await merged([await answers('Li', [['s.pain.1', 'comment', '  well  ']])]);
  expect(next.pain['s.pain.1']?.comment).toBe('well');
});

test('a file that was merged is not merged again; a further one is a batch of its own', async () => {
  const first = await merged([await answers('Li', [['s.pain.1', 'pick', 'yes']])]);
  const again = await merged([await answers('Li', [['s.pain.1', 'pick', 'yes']])], first.next);
  expect(again.next).toEqual(first.next);
  const more = await merged([await answers('Wu', [['s.pain.2', 'pick', 'no']])], first.next);
  expect(Object.values(more.next.responses).map(({ batch }) => batch)).toEqual([1, 2]);
  const back = undo({ engagement: more.next, spec: await specOf(more.next) }, { on: '2026-04-02' });
  expect(back && applyToEngagement(more.next, await specOf(more.next), back)).toEqual(first.next);
  expect(
    undo({ engagement: project(), spec: await specOf(project()) }, { on: '' }),
  ).toBeUndefined();
});

test('what someone edited after a merge stays, and is told', async () => {
  const { next } = await merged([await answers('Li', [['s.pain.1', 'pick', 'yes']])]);
  const edited = { ...next, pain: { 's.pain.1': { pick: 'maybe' as const } } };
  const { outcome } = await merged([await answers('Wu', [['s.pain.2', 'pick', 'no']])], edited);
  expect(outcome.edited).toEqual([
    { table: 'pain', row: 's.pain.1', column: 'pick', now: 'maybe' },
  ]);
  expect(outcome.changes).toMatchObject([{ row: 's.pain.2', after: 'no' }]);
  expect(outcome.state.merged['pain s.pain.1 pick']).toEqual(next.merged['pain s.pain.1 pick']);
});

test('an answer to a cell that nobody asks for stays open, whichever of its names is unknown', async () => {
  const taken = async (row: string, column: string, table = 'pain') => {
    const { file, filled } = await answers('Li', [[row, column, 'yes']]);
    const said = filled.answers.map((answer) => ({ ...answer, table }));
    const { outcome } = await merged([{ file, filled: { ...filled, answers: said } }]);
    return [...outcome.changes, ...outcome.open].map((one) => [
      'now' in one ? 'open' : 'change',
      `${one.table} ${one.row} ${one.column}`,
    ]);
  };
  const open = async (...place: Parameters<typeof taken>) => {
    const [row, column, table = 'pain'] = place;
    expect(await taken(...place)).toEqual([['open', `${table} ${row} ${column}`]]);
  };
  await open('s.pain.1', 'nowhere');
  await open('s.pain.1', 'id');
  await open('s.pain.1', 'pick', 'nowhere');
  await open('s.pain.9', 'pick');
  await open('custom.pain.012345678', 'pick');
  await open('0123456789', 'pick');
  expect(await taken('custom.pain.0123456789', 'pick')).toEqual([
    ['change', 'pain custom.pain.0123456789 pick'],
  ]);
});
