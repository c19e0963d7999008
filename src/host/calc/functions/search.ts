import type { CellError, Scalar } from '../../../book';
import { compareScalars, lookupKey } from '../coerce';
import { intersect, matrixOf } from '../operators';
import { Ref, type Place } from '../ref';
import { Matrix, NA, VALUE, isError, type Value } from '../values';
import { exact, lineOf, type Line } from './lookup';
import { define } from './registry';
import { hasWildcard, wildcardPattern } from './wildcards';

define('XMATCH', 's a n? n?', (wanted: Scalar, among: Value, match = 0, search = 1) => {
  if (isError(among)) return among;
  const line = lineOf(among);
  const found = line ? find(wanted, line, match, search || 1) : VALUE;
  return isError(found) ? found : found < 0 ? NA : found + 1;
});
define(
  'XLOOKUP',
  '@ s a a a? n? n?',
  (
    at: Place,
    wanted: Scalar,
    among: Value,
    results: Value,
    otherwise?: Value,
    match = 0,
    search = 1,
  ) => {
    if (isError(among)) return among;
    const line = lineOf(among);
    if (!line) return VALUE;
    if (isError(results)) return results;
    const block = results instanceof Ref ? results : matrixOf(results);
    const byRow = isAcross(among);
    if ((byRow ? block.columns : block.rows) !== line.size) return VALUE;
    const found = find(wanted, line, match, search || 1);
    if (isError(found)) return found;
    if (found < 0) return otherwise === undefined || otherwise === null ? NA : otherwise;
    return byRow ? columnAt(block, found) : rowAt(block, found, at);
  },
);

function isAcross(among: Value): boolean {
  const { rows, columns } = among instanceof Ref ? among : matrixOf(among);
  return rows === 1 && columns > 1;
}

function rowAt(block: Ref | Matrix, row: number, at: Place): Value {
  if (block instanceof Ref) {
    const top = block.top + row;
    return new Ref(block.source, top, block.left, top, block.right);
  }
  if (block.columns === 1) return intersect(block.at(row, 0), at);
  return new Matrix(
    1,
    block.columns,
    block.data.slice(row * block.columns, (row + 1) * block.columns),
  );
}

function columnAt(block: Ref | Matrix, column: number): Value {
  if (block instanceof Ref) {
    const left = block.left + column;
    return new Ref(block.source, block.top, left, block.bottom, left);
  }
  if (block.rows === 1) return block.at(0, column);
  return new Matrix(
    block.rows,
    1,
    Array.from({ length: block.rows }, (_, row) => block.at(row, column)),
  );
}

/**
 * Where a value stands in a line, -1 where it does not. `match` 0 exact, -1 or else the next smaller, 1 or else
 * the next larger, 2 with wildcards; `search` 1 from the first, -1 from the last, 2 and -2 in a sorted line.
 */
function find(given: Scalar, line: Line, match: number, search: number): number | CellError {
  if (isError(given)) return given;
  if (![-1, 0, 1, 2].includes(match) || ![-2, -1, 1, 2].includes(search)) return VALUE;
  if (match === 2 && Math.abs(search) === 2) return VALUE;
  if (match === 0 && search === 1 && given !== null && !isWild(given)) return exact(given, line);
  line.ref?.source.settle(line.ref);
  const pattern =
    match === 2 && typeof given === 'string' && hasWildcard(given)
      ? wildcardPattern(given, true)
      : undefined;
  const isEqual = (value: Scalar) => {
    if (pattern) return typeof value === 'string' && pattern.test(value);
    if (given === null) return value === null || value === '';
    if (value === null || isError(value)) return false;
    return lookupKey(value) === lookupKey(given);
  };
  if (Math.abs(search) === 2) return inOrder(given, line, match, search > 0, isEqual);
  let nearest = -1;
  const isNearer = (value: Scalar) =>
    value !== null &&
    !isError(value) &&
    compareScalars(value, given) * match > 0 &&
    (nearest < 0 || compareScalars(value, line.at(nearest) as number) * match < 0);
  const [from, to, step] = search < 0 ? [line.length - 1, -1, -1] : [0, line.length, 1];
  for (let i = from; i !== to; i += step) {
    const value = line.at(i);
    if (isEqual(value)) return i;
    if ((match === 1 || match === -1) && isNearer(value)) nearest = i;
  }
  // Below the filled cells all are blank.
  if (given === null && line.size > line.length) return line.length;
  return nearest;
}

/**
 * Where a value stands in a line that rises or falls, found by halving as Excel does: of equal ones the first in
 * rising order, of smaller ones the last, of larger ones the first.
 */
function inOrder(
  given: Scalar,
  line: Line,
  match: number,
  rises: boolean,
  isEqual: (value: Scalar) => boolean,
): number {
  const place = (i: number) => (rises ? i : line.length - 1 - i);
  const isBelow = (value: Scalar) =>
    value !== null && !isError(value) && compareScalars(value, given as number) < 0;
  let [low, high] = [0, line.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBelow(line.at(place(middle)))) low = middle + 1;
    else high = middle;
  }
  if (low < line.length && isEqual(line.at(place(low)))) return place(low);
  const near = match === -1 ? low - 1 : match === 1 && low < line.length ? low : -1;
  return near < 0 ? -1 : place(near);
}

const isWild = (value: Scalar) => typeof value === 'string' && hasWildcard(value);
