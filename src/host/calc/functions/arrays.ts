import type { CellError, Scalar } from '../../../book';
import { compareScalars, lookupKey, toBoolean, toNumber } from '../coerce';
import { intersect, matrixOf } from '../operators';
import type { Place } from '../ref';
import { CALC, Matrix, NA, NUM, VALUE, isError, type Value } from '../values';
import { define } from './registry';

/** As many cells as a result may have. */
const most = 2_000_000;

define('FILTER', 'a a a?', (from: Value, keep: Value, otherwise?: Value) => {
  const [block, chosen] = [matrixOf(from), matrixOf(keep)];
  const byRow = chosen.columns === 1 && chosen.rows === block.rows;
  if (!byRow && !(chosen.rows === 1 && chosen.columns === block.columns)) {
    return isError(keep) ? keep : VALUE;
  }
  const kept: number[] = [];
  for (const [i, value] of chosen.data.entries()) {
    const holds = toBoolean(value);
    if (isError(holds)) return holds;
    if (holds) kept.push(i);
  }
  if (kept.length === 0) return otherwise === undefined || otherwise === null ? CALC : otherwise;
  return byRow ? rowsOf(block, kept) : columnsOf(block, kept);
});
define('SORT', 'a a? a? b?', (from: Value, by?: Value, orders?: Value, byColumn = false) => {
  const block = byColumn ? turned(matrixOf(from)) : matrixOf(from);
  const keys = numbersIn(by, 1);
  const signs = numbersIn(orders, 1);
  if (!keys || !signs || keys.some((key) => key < 1 || key > block.columns)) return VALUE;
  if (signs.some((sign) => Math.abs(sign) !== 1)) return VALUE;
  const lines = keys.map((key, i) => ({
    values: columnsOf(block, [Math.trunc(key) - 1]).data,
    sign: signs[i] ?? signs[0]!,
  }));
  const sorted = rowsOf(block, orderBy(lines, block.rows));
  return byColumn ? turned(sorted) : sorted;
});
define('SORTBY', 'a (a a?)+', (from: Value, ...given: (Value | undefined)[]) => {
  const block = matrixOf(from);
  const first = matrixOf(given[0] ?? null);
  const byColumn = first.rows === 1 && first.columns > 1 && first.columns === block.columns;
  const upright = byColumn ? turned(block) : block;
  const lines: { values: Scalar[]; sign: number }[] = [];
  for (let i = 0; i < given.length; i += 2) {
    const { data: values } = matrixOf(given[i] ?? null);
    const [sign = 1] = numbersIn(given[i + 1], 1) ?? [0];
    if (values.length !== upright.rows || Math.abs(sign) !== 1) return VALUE;
    lines.push({ values, sign });
  }
  const sorted = rowsOf(upright, orderBy(lines, upright.rows));
  return byColumn ? turned(sorted) : sorted;
});
define('UNIQUE', 'a b? b?', (from: Value, byColumn = false, once = false) => {
  const block = byColumn ? turned(matrixOf(from)) : matrixOf(from);
  const rows = new Map<string, number[]>();
  for (let row = 0; row < block.rows; row++) {
    const key = JSON.stringify(rowsOf(block, [row]).data.map(keyOf));
    rows.set(key, [...(rows.get(key) ?? []), row]);
  }
  const kept = [...rows.values()].filter((same) => !once || same.length === 1);
  if (kept.length === 0) return CALC;
  const found = rowsOf(
    block,
    kept.map(([row]) => row!),
  );
  return byColumn ? turned(found) : found;
});
define('SEQUENCE', '@ r r? r? r?', (at: Place, ...given: (Value | undefined)[]) =>
  filled(
    at,
    given,
    [1, 1, 1, 1],
    ([start, step]) =>
      (i) =>
        start! + i * step!,
  ),
);
define('RANDARRAY', '@! r? r? r? r? b?', (at: Place, ...given: (Value | undefined)[]) =>
  filled(at, given, [1, 1, 0, 1], ([low, high]) => {
    const isWhole = given[4] === true;
    if (low! > high! || (isWhole && !(Number.isInteger(low) && Number.isInteger(high)))) return;
    return () =>
      isWhole
        ? low! + Math.floor(Math.random() * (high! - low! + 1))
        : low! + Math.random() * (high! - low!);
  }),
);
define('TRANSPOSE', 'a', (of: Value) => turned(matrixOf(of)));
define('TAKE', 'a r? r?', (from: Value, rows?: Value, columns?: Value) =>
  cut(from, rows, columns, (count, size) =>
    count < 0 ? [Math.max(0, size + count), size] : [0, Math.min(count, size)],
  ),
);
define('DROP', 'a r? r?', (from: Value, rows?: Value, columns?: Value) =>
  cut(from, rows, columns, (count, size) => (count < 0 ? [0, size + count] : [count, size]), 0),
);
define('CHOOSEROWS', 'a a+', (from: Value, ...which: Value[]) =>
  pick(matrixOf(from), which, rowsOf, (block) => block.rows),
);
define('CHOOSECOLS', 'a a+', (from: Value, ...which: Value[]) =>
  pick(matrixOf(from), which, columnsOf, (block) => block.columns),
);
define('VSTACK', 'a+', (...parts: Value[]) => stacked(parts.map(matrixOf)));
define('HSTACK', 'a+', (...parts: Value[]) =>
  turned(stacked(parts.map((part) => turned(matrixOf(part))))),
);
define('TOCOL', 'a n? b?', (from: Value, leave = 0, byColumn = false) =>
  line(from, leave, byColumn),
);
define('TOROW', 'a n? b?', (from: Value, leave = 0, byColumn = false) => {
  const found = line(from, leave, byColumn);
  return isError(found) ? found : turned(found);
});
define('WRAPROWS', 'a n s?', (from: Value, width: number, pad?: Scalar) =>
  wrapped(from, width, pad),
);
define('WRAPCOLS', 'a n s?', (from: Value, width: number, pad?: Scalar) => {
  const found = wrapped(from, width, pad);
  return isError(found) ? found : turned(found);
});
define('EXPAND', 'a r r? s?', (from: Value, rows: Value, columns?: Value, pad: Scalar = NA) => {
  const block = matrixOf(from);
  const [r] = numbersIn(rows, block.rows) ?? [];
  const [c] = numbersIn(columns, block.columns) ?? [];
  if (r === undefined || c === undefined || r < block.rows || c < block.columns) return VALUE;
  if (r * c > most) return NUM;
  return made(r, c, (row, column) =>
    row < block.rows && column < block.columns ? block.at(row, column) : pad,
  );
});

/** A block of as many rows and columns as the first numbers say, filled by what the others do. */
function filled(
  at: Place,
  given: (Value | undefined)[],
  none: number[],
  by: (numbers: number[]) => ((i: number) => number) | undefined,
): Matrix | CellError {
  const numbers = none.map((otherwise, i) => {
    const one = given[i];
    return one === undefined || one === null ? otherwise : toNumber(intersect(one, at));
  });
  const wrong = numbers.find(isError);
  if (wrong) return wrong;
  const [rows, columns, ...others] = numbers as number[];
  const [r, c] = [Math.trunc(rows!), Math.trunc(columns!)];
  const value = by(others);
  if (r < 0 || c < 0 || !value) return VALUE;
  if (r === 0 || c === 0) return CALC;
  if (r * c > most) return NUM;
  return made(r, c, (row, column) => value(row * c + column));
}

function made(
  rows: number,
  columns: number,
  value: (row: number, column: number) => Scalar,
): Matrix {
  const data: Scalar[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) data.push(value(row, column));
  return new Matrix(rows, columns, data);
}

const rowsOf = (block: Matrix, rows: number[]) =>
  made(rows.length, block.columns, (row, column) => block.at(rows[row]!, column));

const columnsOf = (block: Matrix, columns: number[]) =>
  made(block.rows, columns.length, (row, column) => block.at(row, columns[column]!));

const turned = (block: Matrix) =>
  made(block.columns, block.rows, (row, column) => block.at(column, row));

/** An argument's numbers, truncated; `none` where it is left out, undefined where it has others. */
function numbersIn(given: Value | undefined, none: number): number[] | undefined {
  if (given === undefined || given === null) return [none];
  const { data } = matrixOf(given);
  return data.every((value) => typeof value === 'number') ? data.map(Math.trunc) : undefined;
}

/** The order of rows by several keys; blanks come last, errors before them. */
function orderBy(lines: { values: Scalar[]; sign: number }[], rows: number): number[] {
  const rank = (value: Scalar) => (value === null ? 2 : isError(value) ? 1 : 0);
  return Array.from({ length: rows }, (_, row) => row).sort((a, b) => {
    for (const { values, sign } of lines) {
      const [left, right] = [values[a] ?? null, values[b] ?? null];
      const apart = rank(left) - rank(right);
      if (apart !== 0) return apart;
      if (rank(left) !== 0) continue;
      const compared = compareScalars(
        left as Exclude<Scalar, CellError>,
        right as Exclude<Scalar, CellError>,
      );
      if (compared !== 0) return sign * compared;
    }
    return a - b;
  });
}

const keyOf = (value: Scalar) =>
  value === null ? null : isError(value) ? [value.code] : lookupKey(value);

/** The part between two positions of rows and columns. */
function cut(
  from: Value,
  rows: Value | undefined,
  columns: Value | undefined,
  bounds: (count: number, size: number) => [number, number],
  all?: number,
): Matrix | CellError {
  const block = matrixOf(from);
  const ends = (given: Value | undefined, size: number) => {
    const [count] = numbersIn(given, all ?? size) ?? [];
    return count === undefined ? undefined : bounds(count, size);
  };
  const [r, c] = [ends(rows, block.rows), ends(columns, block.columns)];
  if (!r || !c) return VALUE;
  if (r[0] >= r[1] || c[0] >= c[1]) return CALC;
  return made(r[1] - r[0], c[1] - c[0], (row, column) => block.at(r[0] + row, c[0] + column));
}

function pick(
  block: Matrix,
  which: Value[],
  take: (block: Matrix, which: number[]) => Matrix,
  count: (block: Matrix) => number,
): Matrix | CellError {
  const size = count(block);
  const chosen: number[] = [];
  for (const part of which) {
    const numbers = numbersIn(part, 0);
    if (!numbers || numbers.some((n) => n === 0 || Math.abs(n) > size)) return VALUE;
    chosen.push(...numbers.map((n) => (n < 0 ? size + n : n - 1)));
  }
  return take(block, chosen);
}

function stacked(parts: Matrix[]): Matrix {
  const width = Math.max(...parts.map(({ columns }) => columns));
  const data = parts.flatMap(
    (part) =>
      made(part.rows, width, (row, column) => (column < part.columns ? part.at(row, column) : NA))
        .data,
  );
  return new Matrix(data.length / width, width, data);
}

/** All elements below one another; `leave` 1 without blanks, 2 without errors, 3 without both. */
function line(from: Value, leave: number, byColumn: boolean): Matrix | CellError {
  if (leave < 0 || leave > 3) return VALUE;
  const block = byColumn ? turned(matrixOf(from)) : matrixOf(from);
  const data = block.data.filter(
    (value) => !((leave % 2 === 1 && value === null) || (leave >= 2 && isError(value))),
  );
  return data.length > 0 ? new Matrix(data.length, 1, data) : CALC;
}

function wrapped(from: Value, width: number, pad: Scalar = NA): Matrix | CellError {
  const block = matrixOf(from);
  const columns = Math.trunc(width);
  if (block.rows > 1 && block.columns > 1) return VALUE;
  if (columns < 1) return NUM;
  const { data } = block;
  return made(Math.ceil(data.length / columns), columns, (row, column) => {
    const at = row * columns + column;
    return at < data.length ? (data[at] ?? null) : pad;
  });
}
