import type { Engagement } from '../../src/engagement/schema';
import {
  applyToEngagement,
  applyToWorkbook,
  merge,
  readFilled,
  undo,
  type Incoming,
  type MergeOutcome,
} from '../../src/exchange';
import { createHost } from '../../src/host';
import { layOut, readWorkbook, study } from '../../src/office';
import type { MergeOptions } from '../../src/exchange/merge';
import { catalogs, Paper, project, sendOut, specOf } from './paper';

const on = '2026-04-01';
const pain = '3 PainPoints';

/** A department's file, filled by `fill`. */
async function filledBy(
  respondent: string,
  fill: (paper: Paper) => void,
  from: Engagement = project(),
  options: Parameters<typeof sendOut>[1] = {},
): Promise<Incoming> {
  const paper = await Paper.of(await sendOut(from, { respondent, ...options }));
  fill(paper);
  return { file: `${respondent}.xlsx`, filled: readFilled(paper.book) };
}

async function merged(
  engagement: Engagement,
  incoming: Incoming[],
  options: Partial<MergeOptions> = {},
) {
  const spec = await specOf(engagement);
  const outcome = merge({ engagement, spec }, incoming, { on, ...options });
  return { outcome, next: applyToEngagement(engagement, spec, outcome) };
}

const said = ({ ask, pain: pains }: Engagement) => ({ ask, pain: pains });

test('what was typed comes back, with who said it', async () => {
  const li = await filledBy('Li', (paper) =>
    paper
      .type(pain, 'Pain 1', 'Pick *', 'Yes')
      .type(pain, 'Pain 1', 'Comment', 'every week')
      .type(pain, 'Pain 2', 'Pick *', 'No')
      .add(pain, 1, { 'Pain point': 'Our own pain', 'Pick *': 'Yes' }),
  );
  expect(li.filled.issues).toEqual([]);
  const { next, outcome } = await merged(project(), [li]);
  expect(outcome.open).toEqual([]);
  const [own] = Object.keys(next.pain).filter((id) => id.startsWith('custom.pain.'));
  expect(next.pain).toEqual({
    's.pain.1': { pick: 'yes', comment: 'every week' },
    's.pain.2': { pick: 'no' },
    [own as string]: { item: 'Our own pain', pick: 'yes' },
  });
  expect(next.merged['pain s.pain.1 pick']).toEqual({
    before: null,
    after: 'yes',
    how: 'agreed',
    by: 'Li',
    files: 'Li.xlsx',
    on,
  });
});

test('merging the same file again changes nothing', async () => {
  const li = await filledBy('Li', (paper) => paper.type(pain, 'Pain 1', 'Pick *', 'Yes'));
  const once = await merged(project(), [li]);
  const twice = await merged(once.next, [li], { on: '2026-05-01' });
  expect(twice.outcome.changes).toEqual([]);
  expect(twice.next).toEqual(once.next);
});

test('people who differ leave a question open, whatever the order in which they answer', async () => {
  const yes = await filledBy('Li', (paper) => paper.type(pain, 'Pain 1', 'Pick *', 'Yes'));
  const no = await filledBy('Wang', (paper) => paper.type(pain, 'Pain 1', 'Pick *', 'No'));
  const together = await merged(project(), [yes, no]);
  expect(together.outcome.open).toEqual([
    {
      table: 'pain',
      row: 's.pain.1',
      column: 'pick',
      now: null,
      said: [
        { value: 'yes', by: ['Li'] },
        { value: 'no', by: ['Wang'] },
      ],
    },
  ]);
  const first = await merged(project(), [no]);
  expect(first.next.pain).toEqual({ 's.pain.1': { pick: 'no' } });
  const second = await merged(first.next, [yes]);
  expect(said(second.next)).toEqual(said(together.next));
  expect(second.next.pain).toEqual({});
});

test('a rule or the consultant settles what is open', async () => {
  const files = [
    await filledBy('Li', (paper) => paper.type(pain, 'Pain 1', 'Pick *', 'Yes')),
    await filledBy('Wang', (paper) => paper.type(pain, 'Pain 1', 'Pick *', 'No')),
    await filledBy('Zhao', (paper) => paper.type(pain, 'Pain 1', 'Pick *', 'Yes')),
  ];
  const majority = await merged(project(), files, { rule: 'majority' });
  expect(majority.next.pain).toEqual({ 's.pain.1': { pick: 'yes' } });
  const later = await merged(majority.next, [files[0] as Incoming]);
  expect(later.outcome.changes).toEqual([]);
  const decided = project({ consensus: { 'pain s.pain.1 pick': { resolution: 'Maybe' } } });
  expect((await merged(decided, files)).next.pain).toEqual({ 's.pain.1': { pick: 'maybe' } });
});

test('several views of a module’s maturity merge like other answers', async () => {
  const view = (who: string, asIs: number, toBe: number) =>
    filledBy(who, (paper) =>
      paper.type('Maturity', 'Area', 'As is *', asIs).type('Maturity', 'Area', 'To be', toBe),
    );
  const files = [await view('Li', 2, 3), await view('Wang', 1, 3), await view('Zhao', 2, 3)];
  const open = await merged(project(), files);
  expect(open.next.maturity).toEqual({ 's.module': { toBe: 3 } });
  expect(open.outcome.open).toMatchObject([
    {
      said: [
        { value: 2, by: ['Li', 'Zhao'] },
        { value: 1, by: ['Wang'] },
      ],
    },
  ]);
  const majority = await merged(project(), files, { rule: 'majority' });
  expect(majority.next.maturity).toEqual({ 's.module': { asIs: 2, toBe: 3 } });
});

test('texts can be kept beside each other; the lead’s answer can count', async () => {
  const comment = (who: string, text: string, audience: 'lead' | 'department') =>
    filledBy(who, (paper) => paper.type(pain, 'Pain 1', 'Comment', text), project(), { audience });
  const files = [
    await comment('Li', 'daily', 'department'),
    await comment('Chen', 'weekly', 'lead'),
  ];
  const both = await merged(project(), files, { rule: 'keep-both' });
  expect(both.next.pain).toEqual({ 's.pain.1': { comment: 'daily / weekly' } });
  const lead = await merged(project(), files, { rule: 'lead' });
  expect(lead.next.pain).toEqual({ 's.pain.1': { comment: 'weekly' } });
});

test('what the workbook has changed since it was sent is not overwritten', async () => {
  const sent = project({ pain: { 's.pain.1': { pick: 'maybe' } } });
  const li = await filledBy('Li', (paper) => paper.type(pain, 'Pain 1', 'Pick *', 'Yes'), sent, {
    prefilled: true,
  });
  const since = project({ pain: { 's.pain.1': { pick: 'no' } } });
  const { outcome, next } = await merged(since, [li]);
  expect(outcome.changes).toEqual([]);
  expect(outcome.open).toMatchObject([{ now: 'no', said: [{ value: 'yes', by: ['Li'] }] }]);
  expect(next.pain).toEqual(since.pain);
});

test('a merge is taken back as a whole; what was edited since stays and is listed', async () => {
  const before = project({ pain: { 's.pain.2': { owner: 'Ma' } } });
  const li = await filledBy('Li', (paper) =>
    paper
      .type(pain, 'Pain 1', 'Pick *', 'Yes')
      .type(pain, 'Pain 2', 'Pick *', 'Yes')
      .add(pain, 1, { 'Pain point': 'Own', 'Pick *': 'Yes' }),
  );
  const { next } = await merged(before, [li]);
  const edited = { ...next, pain: { ...next.pain, 's.pain.1': { pick: 'no' } } };
  const spec = await specOf(edited);
  const outcome = undo({ engagement: edited, spec }, { on });
  if (!outcome) throw new Error('nothing to undo');
  expect(outcome.edited).toEqual([{ table: 'pain', row: 's.pain.1', column: 'pick', now: 'no' }]);
  const back = applyToEngagement(edited, spec, outcome);
  expect(back).toEqual({ ...before, pain: { ...before.pain, 's.pain.1': { pick: 'no' } } });
  expect(undo({ engagement: back, spec: await specOf(back) }, { on })).toBeUndefined();
});

/** Without blanks, and without what is open: a workbook has rows for it. */
const withoutBlanks = ({ consensus: _open, ...rest }: Engagement): unknown =>
  JSON.parse(JSON.stringify(rest, (_, value: unknown) => (value === null ? undefined : value)));

test('in a workbook: answers, a sheet of who differs, the decision taken from it, and back', async () => {
  const host = createHost();
  const run = <T>(work: (context: Excel.RequestContext) => Promise<T>) => host.run(work);
  const read = () => run((context) => readWorkbook(context, { catalogs }));
  const takeIn = async (decide: (before: Parameters<typeof merge>[0]) => MergeOutcome) => {
    const studied = await run((context) => study(context, { catalogs }));
    const { engagement } = studied.read;
    const outcome = decide({ engagement, spec: studied.spec });
    await run((context) => applyToWorkbook(context, studied, outcome, { catalogs }));
    // What the workbook says then is what the engagement is after it.
    const wanted = applyToEngagement(engagement, studied.spec, outcome);
    expect(withoutBlanks((await read()).engagement)).toEqual(withoutBlanks(wanted));
    return outcome;
  };
  const mergeInto = (incoming: Incoming[]) => takeIn((before) => merge(before, incoming, { on }));
  await run((context) => layOut(context, project(), { catalogs }));
  const li = await filledBy('Li', (paper) =>
    paper
      .type(pain, 'Pain 1', 'Pick *', 'Yes')
      .add(pain, 1, { 'Pain point': 'Own', 'Pick *': 'Yes' }),
  );
  const wang = await filledBy('Wang', (paper) => paper.type(pain, 'Pain 1', 'Pick *', 'No'));
  await mergeInto([li]);
  await mergeInto([wang]);
  const first = await read();
  expect(first.findings).toEqual([]);
  const own = Object.keys(first.engagement.pain).find((id) => id.startsWith('custom.')) as string;
  expect(first.engagement.pain).toEqual({ [own]: { item: 'Own', pick: 'yes' } });
  expect(first.results.tables['consensus']?.['pain s.pain.1 pick']).toEqual({ status: 'Open' });

  const paper = new Paper(host.book);
  const { row } = paper.find('Consensus', 'Pain 1');
  const { column } = paper.find('Consensus', 'Decision');
  paper.put('Consensus', row, column, 'Maybe');
  const decided = await mergeInto([wang]);
  expect(decided.open).toEqual([]);
  expect((await read()).engagement.pain['s.pain.1']).toEqual({ pick: 'maybe' });
  expect((await mergeInto([li, wang])).changes).toEqual([]);

  await takeIn((before) => undo(before, { on })!);
  const after = await read();
  expect(Object.values(after.engagement.responses).map(({ respondent }) => respondent)).toEqual([
    'Li',
  ]);
});
