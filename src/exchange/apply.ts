import { answerTables } from '../engagement/register';
import type { Engagement } from '../engagement/schema';
import { setCell } from '../engagement/setCell';
import {
  crossedIn,
  describe,
  edit,
  layOut,
  study,
  type LayOutOptions,
  type Study,
  type Work,
  addSheetsOf,
  transact,
} from '../office';
import type { WorkbookSpec } from '../workbook';
import type { MergeOutcome } from './merge';
import { logEdits, outdatedQuestions, valueEdits, type Rows } from './mergeEdits';
import { View } from './view';

/** The engagement after a merge. */
export function applyToEngagement(
  engagement: Engagement,
  spec: WorkbookSpec,
  { changes, state }: MergeOutcome,
): Engagement {
  const next: Engagement = { ...structuredClone(engagement), ...structuredClone(state) };
  const view = new View(spec);
  for (const { table, row, column, after } of changes) {
    const block = view.block(table);
    if (block?.store === undefined) continue;
    const usual = view.row(table, row)?.defaults?.[column] ?? null;
    const given = usual !== null && view.column(table, column)?.role === 'content';
    const place = { row, column, ...(given ? { table } : { store: block.store }) };
    setCell(next, place, after === usual ? undefined : after);
  }
  return next;
}

/** Writes a merge into the workbook that was studied: cells, rows, the log and what is open. */
export async function applyToWorkbook(
  context: Excel.RequestContext,
  studied: Study,
  outcome: MergeOutcome,
  options: LayOutOptions = {},
): Promise<void> {
  await transact(context, { task: 'merge', ...options }, async (work) => {
    const now = work.attempt === 1 ? studied : await study(context, { ...options, work });
    await applyWithin(context, now, outcome, { ...options, work });
  });
}

async function applyWithin(
  context: Excel.RequestContext,
  studied: Study,
  outcome: MergeOutcome,
  options: LayOutOptions & { work: Work },
): Promise<void> {
  const crossed = crossedIn(
    studied,
    outcome.changes.map(({ table }) => table),
  );
  if (crossed) throw crossed;
  const next = applyToEngagement(studied.read.engagement, studied.spec, outcome);
  const wanted = await describe(next, studied.spec.lang, {
    catalogs: studied.catalogs,
    collected: true,
  });
  const here = await withSheets(context, studied, wanted, options);
  const { engagement } = here.read;
  const edits = [
    ...valueEdits(outcome.changes, new View(here.spec)),
    ...(['responses', 'merged', 'answers'] as const).flatMap((table) =>
      logEdits(table, engagement[table] as Rows, outcome.state[table] as Rows),
    ),
    ...outdatedQuestions(engagement, wanted),
  ];
  await edit(context, here, edits, options);
  await layOut(context, undefined, options);
}

/** Adds the sheets of collected answers where the workbook has none yet. */
async function withSheets(
  context: Excel.RequestContext,
  studied: Study,
  wanted: WorkbookSpec,
  options: LayOutOptions & { work: Work },
): Promise<Study> {
  const { read } = studied;
  const holds = (sheet: WorkbookSpec['sheets'][number]) =>
    sheet.blocks.some((block) => block.kind === 'table' && answerTables.includes(block.name));
  const sheets = wanted.sheets.filter((one) => holds(one) && !read.matching.sheets.has(one.id));
  if (sheets.length === 0) return studied;
  await addSheetsOf(context, studied, { ...wanted, sheets }, options.work);
  return study(context, options);
}
