import { toCol } from '@borgar/fx';
import type { Area } from './book';
import { broken } from './errors';

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export const cellName = (row: number, column: number) => `${toCol(column)}${row + 1}`;

export function areaName({ row, column, rows, columns }: Area): string {
  const first = cellName(row, column);
  return rows === 1 && columns === 1
    ? first
    : `${first}:${cellName(row + rows - 1, column + columns - 1)}`;
}

/** "$B$2" → row 1, column 1. */
export function parseCell(text: string): { row: number; column: number } {
  let at = text.charCodeAt(0) === DOLLAR ? 1 : 0;
  let column = 0;
  for (const end = at + 3; at < end; at++) {
    const letter = (text.charCodeAt(at) | 0x20) - 0x60;
    if (!(letter >= 1 && letter <= 26)) break;
    column = column * 26 + letter;
  }
  if (text.charCodeAt(at) === DOLLAR) at++;
  const digits = text.length - at;
  let row = 0;
  for (; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    row = digit >= 0 && digit <= 9 ? row * 10 + digit : NaN;
  }
  const isCell = column >= 1 && column <= MAX_COLUMNS && row >= 1 && row <= MAX_ROWS && digits <= 7;
  if (!isCell) throw broken(`address "${text}"`);
  return { row: row - 1, column: column - 1 };
}

const DOLLAR = 0x24;

/** "A1:B3", "A:C" or "1:4". */
export function parseArea(text: string): Area {
  const [from = '', to = from] = text.split(':');
  const whole = /^\$?(?:[A-Za-z]{1,3}|\d{1,7})$/;
  if (whole.test(from) && whole.test(to)) {
    const byColumn = /[A-Za-z]/.test(from);
    const complete = (end: string, other: string | number) =>
      byColumn ? parseCell(`${end}${other}`) : parseCell(`${other}${end}`);
    return span(
      complete(from, byColumn ? 1 : 'A'),
      complete(to, byColumn ? MAX_ROWS : toCol(MAX_COLUMNS - 1)),
    );
  }
  return span(parseCell(from), parseCell(to));
}

function span(a: { row: number; column: number }, b: { row: number; column: number }): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.abs(a.row - b.row) + 1,
    columns: Math.abs(a.column - b.column) + 1,
  };
}

/** A space-separated sqref; what Excel leaves of deleted cells in it, `#REF!`, is none. */
export const parseAreas = (text: string): Area[] =>
  text.split(/\s+/).flatMap((area) => (area === '' || area === '#REF!' ? [] : parseArea(area)));

export const areasName = (areas: Area[]) => areas.map(areaName).join(' ');

/** `Sheet's 1` → `'Sheet''s 1'` */
export const quoteSheet = (name: string) => `'${name.replace(/'/g, "''")}'`;
