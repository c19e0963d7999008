import type { CellError, Scalar } from '../../../book';
import { compareScalars, lookupKey } from '../coerce';
import { matrixOf } from '../operators';
import { Ref, type Place } from '../ref';
import { Areas, Matrix, NA, REF, VALUE, isError, type Operand, type Value } from '../values';
import { define } from './registry';
import { hasWildcard, wildcardPattern } from './wildcards';

define('INDEX', '~w n n? n?', (of: Operand, row: number, column?: number, area = 1) => {
  const from = of instanceof Areas ? of.parts[Math.trunc(area) - 1] : of;
  if (from === undefined || (from === of && area !== 1)) return REF;
  if (isError(from)) return from;
  const block = from instanceof Ref ? from : matrixOf(from);
  const single = column === undefined && block.rows === 1;
  const r = single ? 0 : Math.trunc(row);
  const c = Math.trunc(single ? row : (column ?? (block.columns === 1 ? 1 : 0)));
  if (r < 0 || c < 0) return VALUE;
  if (r > block.rows || c > block.columns) return REF;
  if (block instanceof Ref) {
    block.source.picks(block, single ? 0 : r - 1, c - 1);
    return part(block, single ? 1 : r, c);
  }
  if ((single || r > 0) && c > 0) return block.at(single ? 0 : r - 1, c - 1);
  return partOfMatrix(block, single ? 1 : r, c);
});
define('MATCH', 's r n?', (wanted: Scalar, among: Value, type = 1) => {
  if (isError(among)) return among;
  const line = lineOf(among);
  if (!line) return NA;
  const found = type === 0 ? exact(wanted ?? 0, line) : sorted(wanted ?? 0, line, type > 0);
  return found < 0 ? NA : found + 1;
});
define('LOOKUP', 's a a?', (wanted: Scalar, among: Value, results?: Value) => {
  if (isError(among)) return among;
  const block = among instanceof Ref ? among : matrixOf(among);
  const byRow = block.columns > block.rows;
  const line = lineOf(byRow ? rowOf(block, 0) : columnOf(block, 0))!;
  const found = sorted(wanted ?? 0, line, true);
  if (found < 0) return NA;
  const from = results === undefined ? lastLine(block, byRow) : lineOf(results);
  return from && found < from.size ? from.at(found) : NA;
});
define('VLOOKUP', 's r n b?', (wanted: Scalar, table: Value, column: number, near = true) => {
  const block = blockOf(table);
  if (isError(block)) return block;
  const c = Math.trunc(column);
  if (c > block.columns) return REF;
  const found = find(wanted, lineOf(columnOf(block, 0))!, near);
  if (found < 0) return NA;
  return c < 1 ? VALUE : block.at(found, c - 1);
});
define('HLOOKUP', 's r n b?', (wanted: Scalar, table: Value, row: number, near = true) => {
  const block = blockOf(table);
  if (isError(block)) return block;
  const r = Math.trunc(row);
  if (r > block.rows) return REF;
  const found = find(wanted, lineOf(rowOf(block, 0))!, near);
  if (found < 0) return NA;
  return r < 1 ? VALUE : block.at(r - 1, found);
});
define('ROW', '@ r?', (at: Place, of?: Value) =>
  position(of, at.row + 1, (ref) => {
    const rows = ref.rows > 100_000 ? Math.max(1, ref.filledRows) : ref.rows;
    return new Matrix(rows, 1, numbersFrom(ref.top + 1, rows));
  }),
);
define('COLUMN', '@ r?', (at: Place, of?: Value) =>
  position(of, at.column + 1, (ref) => {
    const columns = Math.max(1, ref.filledColumns);
    return new Matrix(1, columns, numbersFrom(ref.left + 1, columns));
  }),
);
define('ROWS', 'r', (of: Value) => size(of, (block) => block.rows));
define('COLUMNS', 'r', (of: Value) => size(of, (block) => block.columns));
define('HYPERLINK', 's s?', (address: Scalar, friendly?: Scalar) => friendly ?? address);

type Block = Ref | Matrix;

/** A row or a column to search, by position. */
export interface Line {
  /** Positions that can hold a value, and all positions. */
  length: number;
  size: number;
  at: (position: number) => Scalar;
  /** The area behind it, if any, which keeps what is derived from it. */
  ref?: Ref;
}

export function lineOf(value: Value): Line | undefined {
  if (value instanceof Ref) {
    if (value.columns === 1) {
      return { length: value.filledRows, size: value.rows, at: (i) => value.at(i, 0), ref: value };
    }
    if (value.rows !== 1) return undefined;
    return {
      length: value.filledColumns,
      size: value.columns,
      at: (i) => value.at(0, i),
      ref: value,
    };
  }
  const matrix = matrixOf(value);
  if (matrix.rows !== 1 && matrix.columns !== 1) return undefined;
  const { length } = matrix.data;
  return { length, size: length, at: (i) => matrix.data[i] ?? null };
}

const blockOf = (value: Value): Block | CellError =>
  isError(value) ? value : value instanceof Ref ? value : matrixOf(value);

function find(wanted: Scalar, line: Line, near: boolean): number {
  return near ? sorted(wanted ?? 0, line, true) : exact(wanted ?? 0, line);
}

type Wanted = Exclude<Scalar, null>;

export function exact(wanted: Wanted, line: Line): number {
  if (isError(wanted)) return -1;
  if (typeof wanted === 'string' && hasWildcard(wanted)) {
    const pattern = wildcardPattern(wanted, true);
    return first(line, (value) => typeof value === 'string' && pattern.test(value));
  }
  const key = lookupKey(wanted);
  if (!line.ref) return first(line, (value) => keyOf(value) === key);
  return firstByKey(line.ref).get(key) ?? -1;
}

const keyOf = (value: Scalar) => (value === null || isError(value) ? undefined : lookupKey(value));

function first(line: Line, test: (value: Scalar) => boolean): number {
  line.ref?.source.settle(line.ref);
  for (let i = 0; i < line.length; i++) if (test(line.at(i))) return i;
  return -1;
}

function firstByKey(ref: Ref): Map<string | number | boolean, number> {
  return ref.derived('first', () => {
    const found = new Map<string | number | boolean, number>();
    ref.each((value, row, column) => {
      const key = keyOf(value);
      if (key !== undefined && !found.has(key)) found.set(key, row + column);
    });
    return found;
  });
}

/**
 * The last position not beyond the wanted value in a sorted line; values of other types are passed over. It is
 * found by halving as Excel does, which shows where the line is not sorted.
 */
function sorted(wanted: Wanted, line: Line, ascending: boolean): number {
  if (isError(wanted)) return -1;
  line.ref?.source.settle(line.ref);
  const order = (value: Scalar) =>
    typeof value === typeof wanted ? compareScalars(value as Wanted as string, wanted) : undefined;
  if (!ascending) return descending(line, order);
  let low = 0;
  let high = line.length - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    let probe = middle;
    let compared = order(line.at(probe));
    while (compared === undefined && probe > low) compared = order(line.at(--probe));
    if (compared === 0) return lastEqual(probe, line, order);
    if (compared === undefined) {
      low = middle + 1;
    } else if (compared < 0) {
      found = probe;
      low = middle + 1;
    } else {
      high = probe - 1;
    }
  }
  return found;
}

/** The last of the equal values that stand one after the other. */
function lastEqual(from: number, line: Line, order: (value: Scalar) => number | undefined): number {
  let at = from;
  while (at + 1 < line.length && order(line.at(at + 1)) === 0) at++;
  return at;
}

/** The last of the values that are not less than the wanted one, in a line that falls. */
function descending(line: Line, order: (value: Scalar) => number | undefined): number {
  let found = -1;
  for (let i = 0; i < line.length; i++) {
    const compared = order(line.at(i));
    if (compared === undefined) continue;
    if (compared < 0) break;
    found = i;
    if (compared === 0) break;
  }
  return found;
}

function part(ref: Ref, row: number, column: number): Ref {
  const top = row === 0 ? ref.top : ref.top + row - 1;
  const left = column === 0 ? ref.left : ref.left + column - 1;
  const bottom = row === 0 ? ref.bottom : top;
  const right = column === 0 ? ref.right : left;
  if (row === 0) return ref.source.area(top, left, bottom, right);
  return new Ref(ref.source, top, left, bottom, right);
}

function partOfMatrix(matrix: Matrix, row: number, column: number): Matrix {
  if (row === 0 && column === 0) return matrix;
  return row === 0 ? columnOf(matrix, column - 1) : rowOf(matrix, row - 1);
}

function columnOf<T extends Block>(block: T, column: number): T;
function columnOf(block: Block, column: number): Block {
  if (block instanceof Ref) return part(block, 0, column + 1);
  const data = Array.from({ length: block.rows }, (_, row) => block.at(row, column));
  return new Matrix(block.rows, 1, data);
}

function rowOf<T extends Block>(block: T, row: number): T;
function rowOf(block: Block, row: number): Block {
  if (block instanceof Ref) return part(block, row + 1, 0);
  const data = Array.from({ length: block.columns }, (_, column) => block.at(row, column));
  return new Matrix(1, block.columns, data);
}

function lastLine(block: Block, byRow: boolean): Line | undefined {
  return lineOf(byRow ? rowOf(block, block.rows - 1) : columnOf(block, block.columns - 1));
}

const numbersFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, i) => first + i);

function position(of: Value | undefined, own: number, places: (ref: Ref) => Matrix): Value {
  if (of === undefined) return own;
  if (isError(of)) return of;
  if (!(of instanceof Ref)) return VALUE;
  const found = places(of);
  return found.data.length === 1 ? found.at(0, 0) : found;
}

function size(of: Value, measure: (block: Block) => number): Scalar {
  const block = blockOf(of);
  return isError(block) ? block : measure(block);
}
