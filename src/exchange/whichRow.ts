import { distance } from 'fastest-levenshtein';
import type { CellValue } from '../rules';
import { naturalKey } from '../engagement/register';
import { isAsSent } from '../engagement/votes';
import type { SentTable, Value } from './sent';
import { bare } from './words';

/** A row of a file that holds something. */
export interface Line {
  row: number;
  /** The id that stands in it, where it is a sent one. */
  id: string | undefined;
}

export interface Placed extends Line {
  /** Stands beside another row's id; `id` is what its words say. */
  moved: boolean;
}

export type Placement = { rows: Placed[] } | { refused: number };

/**
 * Which sent row each row of a file is. An id is believed beside its own words. Once words stand
 * beside another row's id – sorted, shifted or pasted without the hidden column – only words count,
 * and where these do not tell, nothing of the table is taken.
 * @param said what a column of a row says, as its column keeps it; null where it says nothing
 * @returns the rows, or the first row that cannot be told
 */
export function placeRows(
  table: SentTable,
  lines: readonly Line[],
  said: (row: number, column: string) => CellValue,
): Placement {
  const keys = naturalKey(table.id).filter((key) => table.columns.some(({ id }) => id === key));
  const [name] = keys;
  const shown = table.columns.flatMap(({ id, fill, kind }) =>
    !fill && id !== 'id' && id !== 'no' && id !== name && kind === 'text' ? [id] : [],
  );
  const cells = (id: string): Record<string, Value> => table.rows[id] ?? {};
  const has = (row: number, id: string, columns: readonly string[]) =>
    columns.every((column) => isAsSent(cells(id)[column], said(row, column)));
  /** What else was sent to be read is that row's, as far as it is still there. */
  const fits = (row: number, id: string) =>
    shown.every((column) => {
      const value = said(row, column);
      return value === null || isAsSent(cells(id)[column], value);
    });
  const exact = (row: number): string[] =>
    keys.length === 0 || name === undefined || said(row, name) === null
      ? []
      : Object.keys(table.rows).filter((id) => has(row, id, keys));

  const own = (line: Line) => line.id !== undefined && (name === undefined || has(line.row, line.id, [name])); // prettier-ignore
  const found = lines.map((line) => ({ line, exact: own(line) ? [] : exact(line.row) }));
  const crossed = ({ line, exact: [only, ...others] }: (typeof found)[number]) =>
    line.id !== undefined && only !== undefined && others.length === 0;
  const isMoved = found.some(crossed);
  const rows: Placed[] = [];
  for (const { line, exact: candidates } of found) {
    const { row, id } = line;
    const [only, ...others] = candidates;
    if (own(line) || (id === undefined && only === undefined)) rows.push({ row, id, moved: false });
    else if (only !== undefined && others.length === 0) {
      if (id !== undefined && !fits(row, only)) return { refused: row };
      rows.push({ row, id: only, moved: id !== undefined });
    } else if (id === undefined || !isMoved) rows.push({ row, id, moved: false });
    else {
      const alike = name === undefined ? undefined : unmistakable(table, name, said(row, name));
      if (alike === undefined || !fits(row, alike)) return { refused: row };
      rows.push({ row, id: alike, moved: alike !== id });
    }
  }
  return { rows };
}

/** The one row that says nearly this, when no other comes near. */
function unmistakable(table: SentTable, name: string, value: CellValue): string | undefined {
  const text = bare(value);
  if (text === '') return undefined;
  const [best, next] = Object.entries(table.rows)
    .map(([id, cells]) => {
      const other = bare(cells[name]);
      return { id, off: distance(text, other) / Math.max(text.length, other.length, 1) };
    })
    .sort((a, b) => a.off - b.off);
  return best && best.off <= 0.2 && (next === undefined || next.off - best.off >= 0.2)
    ? best.id
    : undefined;
}
