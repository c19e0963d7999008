import { fromCol, toCol } from '@borgar/fx';
import type { Area, Sheet } from '../../book';
import { HostRefusal } from './refusal';

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
export const WHOLE_SHEET: Area = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };

export const isWholeColumns = (area: Area): boolean => area.row === 0 && area.rows === MAX_ROWS;
export const isWholeRows = (area: Area): boolean =>
  area.column === 0 && area.columns === MAX_COLUMNS;
export const isOneCell = (area: Area): boolean => area.rows === 1 && area.columns === 1;

const CORNER = /^(\$?)([A-Za-z]{0,3})(\$?)(\d{0,7})$/;

function corner(text: string): { row?: number; column?: number } | undefined {
  const match = CORNER.exec(text);
  if (!match || text === '' || text.endsWith('$')) return undefined;
  const [, first, letters, second, digits] = match;
  if (letters === '' && first === '$' && second === '$') return undefined;
  const column = letters ? fromCol(letters) : undefined;
  const row = digits ? Number(digits) - 1 : undefined;
  if (column !== undefined && column >= MAX_COLUMNS) return undefined;
  if (row !== undefined && (row < 0 || row >= MAX_ROWS)) return undefined;
  return { row, column };
}

/** The area of "B2", "$A$1:C9", "A:C" or "2:4"; undefined when the text is no address. */
export function parseA1(text: string): Area | undefined {
  const parts = text.trim().split(':');
  if (parts.length > 2) return undefined;
  const from = corner(parts[0]!);
  const to = parts.length === 2 ? corner(parts[1]!) : from;
  if (!from || !to) return undefined;
  if (parts.length === 1 && (from.row === undefined || from.column === undefined)) return undefined;
  if ((from.row === undefined) !== (to.row === undefined)) return undefined;
  if ((from.column === undefined) !== (to.column === undefined)) return undefined;
  return spanning(
    { row: from.row ?? 0, column: from.column ?? 0 },
    { row: to.row ?? MAX_ROWS - 1, column: to.column ?? MAX_COLUMNS - 1 },
  );
}

export function spanning(
  a: { row: number; column: number },
  b: { row: number; column: number },
): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row, b.row) - row + 1,
    columns: Math.max(a.column, b.column) - column + 1,
  };
}

/** "A1:B2" without sheet; whole columns as "A:B", whole rows as "1:2". */
export function formatA1(area: Area, dollar = ''): string {
  const c1 = dollar + toCol(area.column);
  const c2 = dollar + toCol(area.column + area.columns - 1);
  const r1 = dollar + (area.row + 1);
  const r2 = dollar + (area.row + area.rows);
  if (isWholeColumns(area)) return `${c1}:${c2}`;
  if (isWholeRows(area)) return `${r1}:${r2}`;
  return isOneCell(area) ? c1 + r1 : `${c1}${r1}:${c2}${r2}`;
}

/** The sheet name as it stands before "!" in a reference, quoted where Excel quotes. */
export function quoteSheet(name: string): string {
  const plain =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) &&
    !/^([A-Za-z]{1,3}\d+|[RrCc]\d*([RrCc]\d*)?)$/.test(name);
  return plain ? name : `'${name.replace(/'/g, "''")}'`;
}

/** "Sheet1!A1:B2". */
export function formatAddress(sheet: Sheet, area: Area, dollar = ''): string {
  return `${quoteSheet(sheet.name)}!${formatA1(area, dollar)}`;
}

/** Splits `'My sheet'!A1` into its sheet name and the rest. */
export function splitSheet(text: string): { sheet?: string; rest: string } {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.*)$/s.exec(text.trim());
  if (!match) return { rest: text.trim() };
  return { sheet: (match[1] ?? match[2])!.replace(/''/g, "'"), rest: match[3]! };
}

export function intersect(a: Area, b: Area): Area | undefined {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}

export const overlaps = (a: Area, b: Area): boolean => intersect(a, b) !== undefined;

export function contains(outer: Area, inner: Area): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

export function bounding(a: Area, b: Area): Area {
  return spanning(
    { row: Math.min(a.row, b.row), column: Math.min(a.column, b.column) },
    {
      row: Math.max(a.row + a.rows, b.row + b.rows) - 1,
      column: Math.max(a.column + a.columns, b.column + b.columns) - 1,
    },
  );
}

/** What is left of `area` when `hole` is taken out: up to four areas. */
export function subtract(area: Area, hole: Area): Area[] {
  const cut = intersect(area, hole);
  if (!cut) return [area];
  const bottom = area.row + area.rows;
  const right = area.column + area.columns;
  return [
    { row: area.row, column: area.column, rows: cut.row - area.row, columns: area.columns },
    {
      row: cut.row + cut.rows,
      column: area.column,
      rows: bottom - cut.row - cut.rows,
      columns: area.columns,
    },
    { row: cut.row, column: area.column, rows: cut.rows, columns: cut.column - area.column },
    {
      row: cut.row,
      column: cut.column + cut.columns,
      rows: cut.rows,
      columns: right - cut.column - cut.columns,
    },
  ].filter((part) => part.rows > 0 && part.columns > 0);
}

/** Refuses an area that leaves the sheet. */
export function insideSheet(area: Area): Area {
  const ok =
    area.row >= 0 &&
    area.column >= 0 &&
    area.rows > 0 &&
    area.columns > 0 &&
    area.row + area.rows <= MAX_ROWS &&
    area.column + area.columns <= MAX_COLUMNS;
  if (!ok) {
    throw new HostRefusal(
      'InvalidArgument',
      'The argument is invalid or missing or has an incorrect format.',
    );
  }
  return area;
}
