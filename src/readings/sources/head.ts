import type { Fault, SourceFile } from '../engine';
import type { PlannedTable } from '../plan';
import { plainHeader } from './header';

/** Titles and dates of the report may stand above the headers. */
export const headWithin = 30;

export interface Head {
  /** Which record is the last of the headers, counted from 0. */
  at: number;
  /** How many fields it has. */
  width: number;
  /** Place of each column of the table; -1 for those that are constant or not there. */
  places: number[];
}

export const headersOf = ({ columns }: PlannedTable): string[] =>
  columns.flatMap(({ header }) => (header === undefined ? [] : [header]));

/** What each field may be called. */
type Names = string[][];

const namesIn = (row: readonly string[]): Names => row.map((cell) => [cell.trim()]);

/**
 * The same under headers of groups: a group's name stands over its first field and speaks of the
 * blank ones beside it; a header that reaches over both rows stands in the upper one.
 */
export function namesUnder(upper: readonly string[], lower: readonly string[]): Names {
  let group = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, i) => {
    const own = (upper[i] ?? '').trim();
    const name = (lower[i] ?? '').trim();
    if (own !== '') group = own;
    if (name === '') return [own];
    return group === '' ? [name] : [name, `${group} ${name}`];
  });
}

const hasAll = (names: Names, wanted: readonly string[]): boolean => {
  const there = new Set(names.flat().map(plainHeader));
  return wanted.every((header) => there.has(header));
};

/** The headers that end with this record, where they are all there. */
function endingAt(rows: readonly string[][], at: number, wanted: readonly string[]) {
  const row = rows[at] ?? [];
  const alone = namesIn(row);
  if (hasAll(alone, wanted)) return alone;
  const upper = rows[at - 1];
  const under = upper && namesUnder(upper, row);
  return under && hasAll(under, wanted) ? under : undefined;
}

/** Whether the headers of a table end with the last of these records. */
export const endsHead = (rows: readonly string[][], table: PlannedTable): boolean =>
  endingAt(rows, rows.length - 1, headersOf(table).map(plainHeader)) !== undefined;

/** Where the headers stand and each column under them; tells those that are missing, or there twice. */
export function headOf(
  table: PlannedTable,
  file: SourceFile,
  rows: readonly string[][],
  tell: (fault: Fault) => void,
): Head | undefined {
  if (rows.length === 0) return void tell({ code: 'no-rows', file: file.name });
  const wanted = headersOf(table).map(plainHeader);
  for (const at of rows.keys()) {
    const names = endingAt(rows, at, wanted);
    if (names) return headAt(table, file, rows, at, names, tell);
  }
  const at = likeliest(rows, wanted);
  return headAt(table, file, rows, at, namesIn(rows[at] ?? []), tell);
}

/** The record that has most of the headers, or most fields. */
function likeliest(rows: readonly string[][], wanted: readonly string[]): number {
  const worth = rows.map((row) => {
    const there = row.map(plainHeader).filter((name) => name !== '');
    return there.filter((name) => wanted.includes(name)).length * 1_000 + there.length;
  });
  return worth.indexOf(Math.max(...worth));
}

function headAt(
  table: PlannedTable,
  file: SourceFile,
  rows: readonly string[][],
  at: number,
  names: Names,
  tell: (fault: Fault) => void,
): Head {
  const there = (rows[at] ?? []).map((cell) => cell.trim()).filter(Boolean);
  const places = table.columns.map(({ name, header }) => {
    if (header === undefined) return -1;
    const plain = plainHeader(header);
    const found = [...names.keys()].filter((i) =>
      names[i]?.some((one) => plainHeader(one) === plain),
    );
    const about = { file: file.name, column: name, example: header };
    if (found.length > 1) tell({ code: 'two-headers', ...about, count: found.length });
    if (found.length === 0)
      tell({ code: 'no-header', ...about, detail: there.slice(0, 12).join(', ') });
    return found[0] ?? -1;
  });
  return { at, width: rows[at]?.length ?? 0, places };
}
