import { answerTables } from '../engagement/register';
import type { Engagement } from '../engagement/schema';
import { setCell } from '../engagement/setCell';
import {
  crossedIn,
  describe,
  edit,
  layOut,
  study,
  type Change as Edit,
  type LayOutOptions,
  type Study,
  type Work,
  addSheetsOf,
  transact,
} from '../office';
import { type CellValue, type WorkbookSpec } from '../workbook';
import type { Change, MergeOutcome } from './merge';
import { View } from './view';

type Rows = Record<string, Record<string, CellValue>>;

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

/** What of a merge concerns one table's rows, as edits of its cells. */
function valueEdits(changes: readonly Change[], view: View): Edit[] {
  const rows = new Map<string, { table: string; row: string; cells: Record<string, CellValue> }>();
  for (const { table, row, column, after } of changes) {
    const key = JSON.stringify([table, row]);
    const one = rows.get(key) ?? { table, row, cells: {} };
    one.cells[column] = after;
    rows.set(key, one);
  }
  return [...rows.values()].map(({ table, row, cells }): Edit => {
    const there = view.row(table, row);
    if (!there) return { table, id: row, add: cells };
    const left = { ...there.cells, ...cells };
    const isOwn = Object.keys(there.defaults ?? {}).length === 0;
    const isGone = isOwn && Object.values(left).every((value) => value === null || value === '');
    return isGone ? { table, clear: row } : { table, row, cells };
  });
}

/** What brings a log table from what it holds to what it shall hold. */
function logEdits(table: 'responses' | 'answers' | 'merged', now: Rows, wanted: Rows): Edit[] {
  const gone = Object.keys(now).filter((id) => !wanted[id]);
  return [
    ...gone.map((row): Edit => ({ table, clear: row })),
    ...Object.entries(wanted).flatMap(([row, cells]): Edit[] => {
      const there = now[row];
      if (!there) return [{ table, id: row, add: cells }];
      const differs = Object.keys(cells).some(
        (column) => (cells[column] ?? null) !== (there[column] ?? null),
      );
      return differs ? [{ table, row, cells }] : [];
    }),
  ];
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
  const known = new Set(
    wanted.sheets.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'table' && block.id === 'consensus' ? block.rows.map(({ id }) => id) : [],
      ),
    ),
  );
  const outdated = Object.keys(engagement.consensus).filter((id) => {
    const { resolution, comment } = engagement.consensus[id] ?? {};
    const isSaid = Boolean(resolution) || Boolean(comment);
    return !isSaid && !known.has(id);
  });
  const edits = [
    ...valueEdits(outcome.changes, new View(here.spec)),
    ...(['responses', 'merged', 'answers'] as const).flatMap((table) =>
      logEdits(table, engagement[table] as Rows, outcome.state[table] as Rows),
    ),
    ...outdated.map((row): Edit => ({ table: 'consensus', clear: row })),
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
