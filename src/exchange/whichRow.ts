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
  /** The one row whose words these are. */
  const byWords = (row: number): string | undefined => {
    if (name === undefined || said(row, name) === null) return undefined;
    const [only, ...others] = Object.keys(table.rows).filter((id) => has(row, id, keys));
    return others.length === 0 ? only : undefined;
  };
  const isOwn = ({ row, id }: Line) =>
    id !== undefined && (name === undefined || has(row, id, [name]));
  const found = lines.map((line) => {
    const own = isOwn(line);
    return { ...line, own, words: own ? undefined : byWords(line.row) };
  });
  const isMoved = found.some(({ id, words }) => id !== undefined && words !== undefined);
  const rows: Placed[] = [];
  for (const { row, id, own, words } of found) {
    const isLeft = own || (words === undefined && (id === undefined || !isMoved));
    if (isLeft || id === undefined) {
      rows.push({ row, id: isLeft ? id : words, moved: false });
      continue;
    }
    const told =
      words ?? (name === undefined ? undefined : unmistakable(table, name, said(row, name)));
    if (told === undefined || !fits(row, told)) return { refused: row };
    rows.push({ row, id: told, moved: told !== id });
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
