import type { TableSnapshot } from './inspect';

/** Columns of a sheet, told from a table's first one. */
export interface Band {
  left: number;
  columns: number;
}

/**
 * Excel shifts no part of a table: what stands below a table moves with it only when the shifted cells
 * are as wide as the tables there. The columns that have to move, where that is more than its own.
 */
export function bandBelow(
  table: TableSnapshot,
  snapshots: ReadonlyMap<string, TableSnapshot>,
): Band | undefined {
  let [from, to] = [table.column, table.column + table.headers.length];
  const below = [...snapshots.values()]
    .filter(({ sheet, row }) => sheet === table.sheet && row > table.row)
    .sort((a, b) => a.row - b.row);
  for (const { column, headers } of below) {
    const end = column + headers.length;
    if (column >= to || end <= from) continue;
    [from, to] = [Math.min(from, column), Math.max(to, end)];
  }
  const own = from === table.column && to === table.column + table.headers.length;
  return own ? undefined : { left: from - table.column, columns: to - from };
}
