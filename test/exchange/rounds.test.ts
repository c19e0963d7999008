import type { Engagement } from '../../src/engagement/schema';
import { applyToEngagement, merge, readFilled, readWith, tell } from '../../src/exchange';
import { describe as describeWorkbook } from '../../src/office';
import { catalogs, Paper, project, sendOut, specOf } from './paper';

/** A second round, and what the workbook has become meanwhile. */

const pain = '3 PainPoints';
const on = '2026-04-01';

async function sent(from: Engagement, respondent: string, fill: (paper: Paper) => void) {
  const paper = await Paper.of(await sendOut(from, { audience: 'lead', respondent }));
  fill(paper);
  return { file: `${respondent}.xlsx`, filled: readFilled(paper.book) };
}

async function merged(engagement: Engagement, incoming: Awaited<ReturnType<typeof sent>>[]) {
  const spec = await specOf(engagement);
  const outcome = merge({ engagement, spec }, incoming, { on });
  return { spec, outcome, next: applyToEngagement(engagement, spec, outcome) };
}

const says = (pick: string) => (paper: Paper) => paper.type(pain, 'Pain 1', 'Pick *', pick);
const statusOf = async (engagement: Engagement) => {
  const { sheets } = await describeWorkbook(engagement, 'en', { catalogs, collected: true });
  const rows = sheets.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'table' && block.id === 'consensus' ? block.rows : [],
    ),
  );
  return rows.map(({ cells }) => cells.state);
};

test('an answer that was merged, shown in the next template and changed there, is taken over', async () => {
  const first = await merged(project(), [await sent(project(), 'Li', says('Yes'))]);
  const second = await merged(first.next, [await sent(first.next, 'Li', says('No'))]);
  expect(second.outcome.open).toEqual([]);
  expect(second.next.pain).toEqual({ 's.pain.1': { pick: 'no' } });
});

test('a word taken back and given again counts as it was given last', async () => {
  const [yes, no] = await Promise.all([
    sent(project(), 'Li', says('Yes')),
    sent(project(), 'Li', says('No')),
  ]);
  const first = await merged(project(), [yes]);
  const second = await merged(first.next, [no]);
  const third = await merged(second.next, [{ ...yes, file: 'again.xlsx' }]);
  expect(third.next.pain).toEqual({ 's.pain.1': { pick: 'yes' } });
  expect(third.outcome.open).toEqual([]);
  expect((await merged(third.next, [yes, no])).outcome.changes).toEqual([]);
  expect((await merged(third.next, [yes])).outcome.changes).toEqual([]);
});

test('what the consultant edited after a merge stays, until somebody who was shown it answers', async () => {
  const { next } = await merged(project(), [await sent(project(), 'Li', says('Yes'))]);
  const edited = { ...next, pain: { 's.pain.1': { pick: 'maybe' } } };
  expect(await statusOf(edited)).toEqual(['Decided']);
  expect((await merged(edited, [])).outcome.edited).toHaveLength(1);
  const again = await merged(edited, [await sent(edited, 'Li', says('No'))]);
  expect(again.next.pain).toEqual({ 's.pain.1': { pick: 'no' } });
  const other = await merged(edited, [await sent(edited, 'Wang', says('No'))]);
  expect(other.outcome.open).toHaveLength(1);
  expect(await statusOf(other.next)).toEqual(['Open']);
  const decided = { ...edited, consensus: { 'pain s.pain.1 pick': { resolution: 'No' } } };
  expect((await merged(decided, [])).next.pain).toEqual({ 's.pain.1': { pick: 'no' } });
});

test('an own row is known by its words, not by a number that another row has by now', async () => {
  const own = (item: string) => project({ pain: { 'custom.pain.1': { item } } });
  const before = own('Old own pain');
  const li = await sent(before, 'Li', (paper) => paper.type(pain, 'Old own pain', 'Pick *', 'Yes'));
  expect((await merged(before, [li])).next.pain).toEqual({
    'custom.pain.1': { item: 'Old own pain', pick: 'yes' },
  });
  const after = own('A quite different pain');
  const elsewhere = await merged(after, [li]);
  expect(elsewhere.next.pain).toEqual(after.pain);
  expect(elsewhere.outcome.open).toMatchObject([{ said: [{ value: 'yes', by: ['Li'] }] }]);
  const moved = project({
    pain: { 'custom.pain.1': { item: 'Another' }, 'custom.pain.2': { item: 'Old own pain' } },
  });
  expect((await merged(moved, [li])).next.pain['custom.pain.2']).toMatchObject({ pick: 'yes' });
});

test('an answer to a row that was deleted meanwhile makes no row without a name', async () => {
  const before = project({ pain: { 'custom.pain.1': { item: 'Old own pain' } } });
  const li = await sent(before, 'Li', (paper) => paper.type(pain, 'Old own pain', 'Pick *', 'Yes'));
  const gone = await merged(project(), [li]);
  expect(gone.next.pain).toEqual({});
  expect(gone.outcome.open).toHaveLength(1);
});

test('a sheet that is gone leaves the others to their own questions', async () => {
  const li = await sent(project(), 'Li', (paper) => {
    says('Yes')(paper);
    paper.book.sheets = paper.book.sheets.filter(({ name }) => name !== '1 Ask');
  });
  expect(li.filled.issues.map(({ kind, place }) => [kind, place])).toEqual([
    ['table-missing', '1 Ask'],
  ]);
  expect((await merged(project(), [li])).next.pain).toEqual({ 's.pain.1': { pick: 'yes' } });
});

test('of a sheet and its copy the one that was filled is read, and the other is not listed cell by cell', async () => {
  const li = await sent(project(), 'Li', (paper) => {
    const copy = { ...structuredClone(paper.sheet(pain)), id: 'copy', name: 'My pains' };
    paper.book.sheets.push(copy);
    paper.type('My pains', 'Pain 1', 'Pick *', 'Yes');
  });
  expect(li.filled.issues.map(({ kind }) => kind)).toEqual(['table-doubled']);
  expect((await merged(project(), [li])).next.pain).toEqual({ 's.pain.1': { pick: 'yes' } });
});

test('two who add the same with blanks around it add one row', async () => {
  const add = (item: string) => (paper: Paper) =>
    paper.add(pain, 1, { 'Pain point': item, 'Pick *': 'Yes' });
  const { next, outcome } = await merged(project(), [
    await sent(project(), 'Li', add('Own pain')),
    await sent(project(), 'Wang', add('Own pain ')),
  ]);
  expect(outcome.open).toEqual([]);
  expect(Object.values(next.pain)).toEqual([{ item: 'Own pain', pick: 'yes' }]);
});

test('why a question is open is told: what stands in the workbook, and a decision that is not understood', async () => {
  const since = project({
    pain: { 's.pain.1': { pick: 'no' } },
    consensus: { 'pain s.pain.1 pick': { resolution: 'Yes please' } },
  });
  const { spec, outcome } = await merged(since, [await sent(project(), 'Li', says('Yes'))]);
  expect(tell(spec, outcome).open).toEqual([
    {
      item: 'Pain 1',
      column: 'Pick',
      sheet: '3 PainPoints',
      said: [
        { value: 'Yes', by: ['Li'] },
        { value: 'No', by: ['this workbook'] },
        { value: 'Yes please', by: ['Decision, not understood'] },
      ],
    },
  ]);
});

test('of several templates as they were sent, a file that has lost its own is read by the one that fits', async () => {
  const bases = await Promise.all(
    (['finance', 'department'] as const).map(async (audience) => {
      const paper = await Paper.of(await sendOut(project(), { audience }));
      return readFilled(paper.book).sent;
    }),
  );
  const paper = await Paper.of(await sendOut(project()));
  says('Yes')(paper);
  paper.book.sheets = paper.book.sheets.filter(({ visibility }) => visibility === 'Visible');
  expect(readWith(paper.book, bases).answers).toMatchObject([{ row: 's.pain.1', value: 'yes' }]);
});

test('a day written into a comment is a text, in whatever program', async () => {
  const paper = await Paper.of(await sendOut(project()));
  const { row } = paper.find(pain, 'Pain 1');
  const formats = ['Comment', 'Pick *'].map(
    (header) =>
      paper.sheet(pain).cells[row]?.[paper.find(pain, header).column]?.style?.numberFormat,
  );
  expect(formats[0]).toBe('@');
  expect(formats[1]).not.toBe('@');
});
