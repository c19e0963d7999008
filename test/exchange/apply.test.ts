import type { Engagement } from '../../src/engagement/schema';
import { applyToWorkbook, type MergeOutcome } from '../../src/exchange';
import { createHost } from '../../src/host';
import { layOut, study } from '../../src/office';
import { catalogs, Paper, project } from './paper';

/** A workbook after a merge that is told as a literal. */
async function after(
  engagement: Engagement,
  changes: MergeOutcome['changes'],
  type: (paper: Paper) => void = () => undefined,
): Promise<Paper> {
  const host = createHost();
  await host.run((context) => layOut(context, engagement, { catalogs }));
  const paper = new Paper(host.book);
  type(paper);
  await host.run(async (context) => {
    const studied = await study(context, { catalogs });
    const { responses, answers, merged } = studied.read.engagement;
    const state = { responses, answers, merged };
    const outcome = { changes, open: [], edited: [], state };
    await applyToWorkbook(context, studied, outcome, { catalogs });
  });
  return paper;
}

const change = (row: string, column: string, value: string | null) => ({
  ...{ table: 'pain', row, column, before: null, after: value, by: ['Li'] },
});
const idsOn = (paper: Paper, sheet: string) =>
  paper.sheet(sheet).cells.flatMap((row) => {
    const id = row?.[0]?.value;
    return typeof id === 'string' && id !== 'Id' ? [id] : [];
  });

test('a row of one’s own that says nothing any more is gone; one that says something stays', async () => {
  const own = project({
    pain: { 'custom.pain.1': { item: 'Mine', pick: 'yes' }, 'custom.pain.2': { item: 'Ours' } },
  });
  const paper = await after(own, [
    ...[change('custom.pain.1', 'item', null), change('custom.pain.1', 'pick', '')],
    ...[change('custom.pain.2', 'pick', null), change('s.pain.1', 'pick', null)],
  ]);
  expect(idsOn(paper, '3 PainPoints')).toEqual([
    ...['s.pain.1', 's.pain.2', 's.pain.3', 's.pain.4', 'custom.pain.2'],
  ]);
});

const asked = (said: Record<string, string>, row = 's.pain.1') => ({
  responses: Object.fromEntries(
    Object.keys(said).map((respondent) => [
      respondent,
      {
        ...{ respondent, audience: 'department' as const, file: `${respondent}.xlsx` },
        ...{ template: 'a', batch: 1, on: '2026-04-01' },
      },
    ]),
  ),
  answers: Object.fromEntries(
    Object.entries(said).map(([response, word]) => [
      `${response}.1`,
      { response, table: 'pain', row, column: 'pick', sent: null, said: word, place: 'A1' },
    ]),
  ),
});

test('a question that is open still keeps its row, and what is written beside it', async () => {
  const beside = 20;
  const paper = await after(
    project(asked({ Li: 'yes', Wu: 'no' })),
    [change('s.pain.2', 'pick', 'yes')],
    (one) => {
      one.put('Consensus', one.find('Consensus', 'Pain 1').row, beside, 'call Wu');
    },
  );
  const { row } = paper.find('Consensus', 'Pain 1');
  expect(paper.find('Consensus', 'call Wu')).toEqual({ row, column: beside });
  expect(idsOn(paper, 'Consensus')).toEqual(['pain s.pain.1 pick']);
});
