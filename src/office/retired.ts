import type { Engagement, Store } from '../engagement/schema';
import type { TableBlock, WorkbookSpec } from '../workbook';
import { ownPrefix } from '../engagement/register';
import type { Read } from './layOut';
import { tablesOf } from './naming';

/** A row whose item the catalog no longer has. */
export interface RetiredRow {
  /** Id of the table. */
  table: string;
  id: string;
  /** Someone has answered in it, so that it stays. */
  answered: boolean;
}

/** Table id → ids of rows that are to go. */
export type Departing = ReadonlyMap<string, ReadonlySet<string>>;

/** The tables in which a client picks: what nobody answered there is nobody's loss. */
const isSelection = ({ columns }: TableBlock) => columns.some(({ id }) => id === 'pick');

/**
 * Rows that were laid out from a catalog and are not in the one that the workbook is described from
 * now. Rows of figures always count as answered: others may refer to them.
 * @param blank the workbook as described without answers
 */
export function retiredRows(read: Read, blank: WorkbookSpec): RetiredRow[] {
  const rows: RetiredRow[] = [];
  for (const block of tablesOf(blank.sheets)) {
    if (block.store === undefined || !block.columns.some(({ role }) => role === 'content'))
      continue;
    const known = new Set(block.rows.map(({ id }) => id));
    const own = ownPrefix(block.id);
    for (const id of read.order.get(block.id) ?? []) {
      if (!id || known.has(id) || id.startsWith(own)) continue;
      rows.push({ table: block.id, id, answered: isAnswered(read, block, id) });
    }
  }
  return rows;
}

/** Whether anybody has said anything in the row; rows of figures count as answered. */
export function isAnswered(
  { engagement }: Pick<Read, 'engagement'>,
  block: TableBlock,
  id: string,
) {
  const { store } = block;
  if (store === undefined || !isSelection(block)) return true;
  const inputs = block.columns.filter(({ role }) => role === 'input');
  return (
    inputs.some((column) => isSaid(answersOf(engagement, store, id)[column.id])) ||
    engagement.extra[block.id]?.[id] !== undefined ||
    Object.values(engagement.answers).some(
      (answer) => answer.table === block.id && answer.row === id,
    )
  );
}

const isSaid = (value: unknown) => value !== undefined && value !== null && value !== '';

const answersOf = (engagement: Engagement, store: string, id: string): Record<string, unknown> =>
  engagement[store as Store][id] ?? {};

/** Those of retired rows in which nobody has answered anything. */
export function departing(rows: readonly RetiredRow[]): Departing {
  const found = new Map<string, Set<string>>();
  for (const { table, id, answered } of rows)
    if (!answered) found.set(table, (found.get(table) ?? new Set()).add(id));
  return found;
}

/** The engagement without the rows that are to go. */
export function withoutDeparting(
  engagement: Engagement,
  gone: Departing,
  blank: WorkbookSpec,
): Engagement {
  const stores = tablesOf(blank.sheets).flatMap((block) => {
    const ids = gone.get(block.id);
    if (block.store === undefined || !ids) return [];
    const rows = Object.entries(engagement[block.store as Store]).filter(([id]) => !ids.has(id));
    return [[block.store, Object.fromEntries(rows)] as const];
  });
  return { ...engagement, ...Object.fromEntries(stores) };
}
