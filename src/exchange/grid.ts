import { columnLetters, type CellValue } from '../rules';
import { naturalKey } from '../engagement/register';
import { isAsSent } from '../engagement/votes';
import { format, isDateFormat, isPercentFormat, isValidFormat } from 'numfmt';
import { CellError, type Book, type Sheet } from '../book';
import { bare, isTitleOf } from './words';
import type { SentColumn, SentTable } from './sent';

interface Given {
  column: number;
  value: CellValue;
}

interface CellPlace {
  row: number;
  column: number;
}

/** A sheet's cells as a person sees them, as long as nobody changes them. */
export interface Grid {
  sheet: Sheet;
  rows: number;
  columns: number;
  at(row: number, column: number): CellValue;
  /** The cells of a row that hold something. */
  givenIn(row: number): readonly Given[];
  /** Where a text stands, whatever blanks are around it; from the top. */
  placesOf(text: string): readonly CellPlace[];
  /** The rows in which a word stands that `bare` has made. */
  rowsOf(word: string): ReadonlySet<number>;
  /** What a person sees there, where it is a number that is shown as a day, a time or a share. */
  shown(row: number, column: number): CellValue;
  /** How a number there is shown. */
  patternAt(row: number, column: number): string;
  /** Error values and formulas that nobody has computed. */
  isError(row: number, column: number): boolean;
}

export function gridOf(sheet: Sheet): Grid {
  const value = (row: number, column: number) => sheet.cells[row]?.[column]?.value ?? null;
  const at = (row: number, column: number) => {
    const found = value(row, column);
    return found instanceof CellError ? found.code : found;
  };
  const given = new Map<number, readonly Given[]>();
  const patternAt = (row: number, column: number) =>
    sheet.cells[row]?.[column]?.style?.numberFormat ?? '';
  const givenIn = (row: number): readonly Given[] => {
    const known = given.get(row);
    if (known) return known;
    const found = (sheet.cells[row] ?? []).flatMap((_, column): Given[] => {
      const said = at(row, column);
      return isBlank(said) ? [] : [{ column, value: said }];
    });
    given.set(row, found);
    return found;
  };
  let index: ReturnType<typeof indexOf> | undefined;
  const indexed = () => (index ??= indexOf(rowsIn({ sheet }), givenIn));
  let columns = 0;
  // Rows without cells are holes.
  for (const row of sheet.cells) columns = Math.max(columns, row?.length ?? 0);
  return {
    sheet,
    rows: sheet.cells.length,
    columns,
    at,
    givenIn,
    placesOf: (text) => indexed().places.get(text) ?? [],
    rowsOf: (word) => indexed().rows.get(word) ?? nowhere,
    shown: (row, column) => {
      const raw = value(row, column);
      return typeof raw === 'number' ? shownAs(raw, patternAt(row, column)) : null;
    },
    patternAt,
    isError: (row, column) => value(row, column) instanceof CellError,
  };
}

const nowhere: ReadonlySet<number> = new Set();

/** A sheet is looked through for every table that was sent, so it is once for all. */
function indexOf(all: readonly number[], givenIn: Grid['givenIn']) {
  const places = new Map<string, CellPlace[]>();
  const rows = new Map<string, Set<number>>();
  for (const row of all)
    for (const { column, value } of givenIn(row)) {
      const word = bare(value);
      const known = rows.get(word);
      if (known) known.add(row);
      else rows.set(word, new Set([row]));
      if (typeof value !== 'string') continue;
      const text = value.trim();
      const found = places.get(text);
      if (found) found.push({ row, column });
      else places.set(text, [{ row, column }]);
    }
  return { places, rows };
}

/** As a day, a time or a share; null for what is none, or what Excel could not show. */
function shownAs(value: number, pattern: string): string | null {
  if (pattern === '' || !isValidFormat(pattern)) return null;
  const isDay = isDateFormat(pattern) && value >= 0 && value <= lastDay;
  return isDay || isPercentFormat(pattern) ? format(pattern, value) : null;
}

/** 9999-12-31 */
const lastDay = 2_958_465;

export const isShownAsShare = (pattern: string): boolean =>
  pattern !== '' && isValidFormat(pattern) && isPercentFormat(pattern);

export const cellPlace = ({ sheet }: Grid, row: number, column?: number) =>
  column === undefined ? sheet.name : `${sheet.name}!${columnLetters(column)}${row + 1}`;

export const isBlank = (value: CellValue): boolean => value === null || String(value).trim() === '';

/** Rows that hold something, from the top: one cell may lie a million rows below all others. */
export const rowsIn = ({ sheet }: Pick<Grid, 'sheet'>): number[] =>
  Object.keys(sheet.cells).map(Number);

export const gridsOf = (book: Book): Grid[] => book.sheets.map(gridOf);

/** Where a sent table stands in a file. */
export interface Found {
  grid: Grid;
  /** The header's row; −1 where there is none. */
  header: number;
  /** Column id → position on the sheet. */
  positions: Map<string, number>;
  /** Rows that are sent ones by their id. */
  known: number;
  /** Cells to fill that hold something. */
  filled: number;
}

/**
 * Finds a table by the ids in its rows and the words in its header, whatever its sheet, name and
 * place have become. Every place that may be it, the one with most of its rows first.
 */
export function findTable(table: SentTable, grids: readonly Grid[]): Found[] {
  return grids
    .flatMap((grid) => {
      const found = findIn(table, grid);
      return found ? [found] : [];
    })
    .sort(
      (a, b) => b.known - a.known || b.filled - a.filled || b.positions.size - a.positions.size,
    );
}

function findIn(table: SentTable, grid: Grid): Found | undefined {
  const ids = idColumn(table, grid);
  const header = headerRow(table, grid, ids?.first);
  if (!ids && header.known < Math.max(2, Math.ceil(table.columns.length / 2))) return undefined;
  const positions = matchHeaders(table, grid, header.row, ids?.column);
  const found = { grid, header: header.row, positions };
  // Tables have headers in common: without ids, a text that was sent tells which one it is.
  if (!ids && Object.keys(table.rows).length > 0 && !holdsSentText(table, found)) return undefined;
  return { ...found, known: ids?.known ?? 0, filled: filledIn(table, found) };
}

type Place = Pick<Found, 'grid' | 'header' | 'positions'>;

function holdsSentText(table: SentTable, { grid, header, positions }: Place): boolean {
  const [name] = naturalKey(table.id);
  const position = positions.get(name);
  const texts = Object.values(table.rows).map((row) => row[name]);
  if (position === undefined) return false;
  for (const row of rowsIn(grid)) {
    const value = row > header ? grid.at(row, position) : null;
    if (value !== null && texts.some((text) => isAsSent(text, value))) return true;
  }
  return false;
}

/** How much stands in the cells to fill: of two copies of a sheet, the one that was filled counts. */
function filledIn({ columns }: SentTable, { grid, header, positions }: Place): number {
  const at = columns.flatMap(({ id, fill }) => (fill ? [positions.get(id) ?? -1] : []));
  let filled = 0;
  for (const row of rowsIn(grid).filter((one) => one > header))
    for (const column of at) if (column >= 0 && grid.at(row, column) !== null) filled += 1;
  return filled;
}

/** The column in which most of the sent ids stand; of two the one in which they begin first. */
function idColumn(table: SentTable, grid: Grid) {
  const counts = new Map<number, { column: number; known: number; first: number }>();
  for (const id of Object.keys(table.rows))
    for (const { row, column } of grid.placesOf(id)) {
      const { known, first } = counts.get(column) ?? { known: 0, first: row };
      counts.set(column, { column, known: known + 1, first: Math.min(first, row) });
    }
  const [best] = [...counts.values()].sort(
    (a, b) => b.known - a.known || a.first - b.first || a.column - b.column,
  );
  return best;
}

/** The row with most of the sent headers; above the first id where that is known. */
function headerRow(table: SentTable, grid: Grid, firstId: number | undefined) {
  const known = new Map<number, number>();
  for (const word of new Set(table.columns.map(({ header }) => bare(header))))
    for (const row of grid.rowsOf(word))
      if (row < (firstId ?? grid.rows)) known.set(row, (known.get(row) ?? 0) + 1);
  const [best] = [...known].sort(([a, of], [b, other]) => other - of || a - b);
  if (best) return { row: best[0], known: best[1] };
  return { row: firstId !== undefined && firstId > 0 ? firstId - 1 : -1, known: 0 };
}

/** Columns by header; one that was reworded is known by the neighbours it still stands between. */
function matchHeaders(table: SentTable, grid: Grid, row: number, ids: number | undefined) {
  const positions = new Map<string, number>();
  const taken = new Set<number>();
  const claim = (id: string, column: number) => {
    positions.set(id, column);
    taken.add(column);
  };
  if (ids !== undefined) claim('id', ids);
  const columns = Array.from({ length: grid.columns }, (_, column) => column);
  for (const isNamed of [
    ({ header }: SentColumn, title: unknown) => bare(title) === bare(header),
    isTitleOf,
  ])
    for (const one of table.columns) {
      if (positions.has(one.id)) continue;
      const found = columns.find(
        (column) => !taken.has(column) && isNamed(one, grid.at(row, column)),
      );
      if (found !== undefined) claim(one.id, found);
    }
  if (positions.size <= 1 && ids !== undefined) return inOrder(table, grid, row, ids) ?? positions;
  table.columns.forEach(({ id, fill, kind, list }, i) => {
    // Free words under a header that is not ours may be anything, and nobody else's business.
    if (positions.has(id) || (fill && kind === 'text' && list === undefined)) return;
    const before = table.columns[i - 1];
    const left = before && positions.get(before.id);
    if (left === undefined) return;
    const column = left + 1;
    const after = table.columns[i + 1];
    const right = after && positions.get(after.id);
    const between = after === undefined ? bare(grid.at(row, column)) !== '' : right === column + 1;
    if (between && !taken.has(column)) claim(id, column);
  });
  return positions;
}

/**
 * Where every header was reworded or translated, columns are taken in the order in which they were
 * sent – if there are as many, and what was sent to be read proves it.
 */
function inOrder(table: SentTable, grid: Grid, row: number, ids: number) {
  const all = [...Array(grid.columns).keys()];
  const given = all.filter((column) => bare(grid.at(row, column)) !== '');
  if (given.length !== table.columns.length || given[0] !== ids) return undefined;
  const proofs = table.columns.flatMap((column, i) => {
    if (column.fill || column.id === 'id' || column.list !== undefined || column.kind !== 'text')
      return [];
    let same = 0;
    let all = 0;
    for (const r of rowsIn(grid).filter((one) => one > row)) {
      const sent = table.rows[String(grid.at(r, ids) ?? '').trim()]?.[column.id];
      if (sent === undefined) continue;
      all += 1;
      if (isAsSent(sent, grid.at(r, given[i] as number))) same += 1;
    }
    return [all > 0 && same * 2 > all];
  });
  if (!proofs.some(Boolean)) return undefined;
  return new Map(table.columns.map(({ id }, i) => [id, given[i] as number]));
}
