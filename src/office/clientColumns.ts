import type { ClientSheet, SheetSpec } from '../workbook';
import type { MatchedTable } from './match';
import { layoutSheet } from './positions';
import type { Area } from './target';

/** The columns of a sheet that are seen at other times, but not by a client: zero-based flags. */
export function hiddenColumns(
  tables: readonly MatchedTable[],
  read: readonly MatchedTable[],
  { columns: kept, optional = [] }: ClientSheet,
): boolean[] {
  const [main] = tables;
  if (!main) return [];
  const empty = emptyColumns(main, read, optional);
  const own = shownColumns(main, (id) => (kept && !kept.includes(id)) || empty.includes(id));
  const seen = read.flatMap((table) => shownColumns(table));
  const unread = tables.flatMap((table) => shownColumns(table)).filter((at) => !seen.includes(at));
  const flags: boolean[] = [];
  for (const at of [...own, ...unread]) flags[at] = true;
  return Array.from(flags, (flag) => flag ?? false);
}

/** Where columns of a table stand that are not hidden at other times. */
const shownColumns = (
  { block, positions, snapshot }: MatchedTable,
  isMeant: (id: string) => boolean = () => true,
): number[] =>
  block.columns.flatMap(({ id, hidden }) => {
    const at = positions.get(id);
    return at === undefined || hidden || !isMeant(id) ? [] : [snapshot.column + at];
  });

/** Of some columns of a table those in which nothing stands, nor in other tables under or over them. */
function emptyColumns(
  main: MatchedTable,
  tables: readonly MatchedTable[],
  columns: readonly string[],
): string[] {
  const isBare = (column: number) =>
    tables.every(({ snapshot }) =>
      snapshot.values.every((row) =>
        ['', 0, undefined].includes(row[column - snapshot.column] as ''),
      ),
    );
  return columns.filter((id) => {
    const at = main.positions.get(id);
    return at !== undefined && isBare(main.snapshot.column + at);
  });
}

/** The columns of a table that other tables of the sheet keep from being hidden, with their headers. */
export function helperAreas(
  sheet: SheetSpec,
  { block, snapshot, positions }: MatchedTable,
): Area[] {
  const layout = layoutSheet(sheet);
  const start = layout.placements.find((one) => one.block.id === block.id)?.column ?? 0;
  return block.columns.flatMap(({ id, hidden }, i) => {
    const at = positions.get(id);
    return hidden && at !== undefined && !layout.hiddenColumns.includes(start + i)
      ? [
          {
            ...{ row: snapshot.row, rows: snapshot.values.length + 1 },
            ...{ column: snapshot.column + at, columns: 1 },
          },
        ]
      : [];
  });
}
