import type { Scalar } from '../../../book';
import { toCol } from '@borgar/fx';
import { toNumber } from '../coerce';
import { Ref, lastColumn, lastRow, type Place } from '../ref';
import { Areas, NA, REF, VALUE, isError, type Operand, type Value } from '../values';
import { define } from './registry';

define(
  'OFFSET',
  '@! r n n s? s?',
  (_at: Place, from: Value, down: number, along: number, height?: Scalar, width?: Scalar) => {
    if (isError(from)) return from;
    if (!(from instanceof Ref)) return VALUE;
    const rows = extent(height, from.rows);
    const columns = extent(width, from.columns);
    if (typeof rows !== 'number') return rows;
    if (typeof columns !== 'number') return columns;
    if (rows === 0 || columns === 0) return REF;
    const top = from.top + Math.trunc(down) + (rows < 0 ? rows + 1 : 0);
    const left = from.left + Math.trunc(along) + (columns < 0 ? columns + 1 : 0);
    const bottom = top + Math.abs(rows) - 1;
    const right = left + Math.abs(columns) - 1;
    if (top < 0 || left < 0 || bottom > lastRow || right > lastColumn) return REF;
    return new Ref(from.source, top, left, bottom, right);
  },
);
define(
  'ADDRESS',
  'n n n? b? t?',
  (row: number, column: number, kind = 1, a1 = true, sheet?: string) => {
    const [r, c, how] = [Math.trunc(row), Math.trunc(column), Math.trunc(kind || 1)];
    if (r < 1 || c < 1 || r > lastRow + 1 || c > lastColumn + 1 || how < 1 || how > 4) return VALUE;
    const fixedRow = how === 1 || how === 2;
    const fixedColumn = how === 1 || how === 3;
    const cell = a1
      ? `${fixedColumn ? '$' : ''}${toCol(c - 1)}${fixedRow ? '$' : ''}${r}`
      : `R${fixedRow ? r : `[${r}]`}C${fixedColumn ? c : `[${c}]`}`;
    if (sheet === undefined) return cell;
    if (sheet === '') return `!${cell}`;
    return /^(\[[^\]]*\])?[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet)
      ? `${sheet}!${cell}`
      : `'${sheet.replace(/'/g, "''")}'!${cell}`;
  },
);
define('AREAS', 'u', (of: Operand) => {
  if (of instanceof Areas) return of.parts.length;
  return of instanceof Ref ? 1 : isError(of) ? of : VALUE;
});
define('TRIMRANGE', '@ r n? n?', (at: Place, of: Value, rows = 3, columns = 3) => {
  if (!(of instanceof Ref)) return isError(of) ? of : VALUE;
  if (![rows, columns].every((side) => [0, 1, 2, 3].includes(Math.trunc(side)))) return VALUE;
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  of.each((_, row, column) => {
    [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
    [left, right] = [Math.min(left, column), Math.max(right, column)];
  });
  if (bottom < 0) return at.source.miss();
  return new Ref(
    of.source,
    of.top + (rows & 1 ? top : 0),
    of.left + (columns & 1 ? left : 0),
    rows & 2 ? of.top + bottom : of.bottom,
    columns & 2 ? of.left + right : of.right,
  );
});
define('ISREF', 'u', (of: Operand) => of instanceof Ref || of instanceof Areas);
define('ISFORMULA', 'r', (of: Value) =>
  of instanceof Ref ? of.source.formulaAt(of.top, of.left) !== undefined : isError(of) ? of : VALUE,
);
define('FORMULATEXT', 'r', (of: Value) => {
  if (isError(of)) return of;
  return of instanceof Ref ? (of.source.formulaAt(of.top, of.left) ?? NA) : VALUE;
});
function extent(given: Scalar | undefined, own: number): Scalar {
  if (given === undefined || given === null) return own;
  const number = toNumber(given);
  // Excel takes a part of a row for a whole one.
  return isError(number)
    ? number
    : Math.abs(number) < 1 && number !== 0
      ? Math.sign(number)
      : Math.trunc(number);
}
