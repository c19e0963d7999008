import type { Engagement } from '../engagement/schema';
import { tablesOf, type Change as Edit } from '../office';
import type { CellValue, WorkbookSpec } from '../workbook';
import type { Change } from './merge';
import type { View } from './view';

/** A merge as edits of a workbook. */

export type Rows = Record<string, Record<string, CellValue>>;

/** What of a merge concerns one table's rows, as edits of its cells. */
export function valueEdits(changes: readonly Change[], view: View): Edit[] {
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
export function logEdits(
  table: 'responses' | 'answers' | 'merged',
  now: Rows,
  wanted: Rows,
): Edit[] {
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

/** Questions that are open no longer, but for those beside which somebody has said something. */
export function outdatedQuestions(
  { consensus }: Pick<Engagement, 'consensus'>,
  { sheets }: Pick<WorkbookSpec, 'sheets'>,
): Edit[] {
  const open = new Set(
    tablesOf(sheets).flatMap(({ id, rows }) =>
      id === 'consensus' ? rows.map((row) => row.id) : [],
    ),
  );
  return Object.entries(consensus).flatMap(([row, { resolution, comment }]): Edit[] =>
    resolution || comment || open.has(row) ? [] : [{ table: 'consensus', clear: row }],
  );
}
