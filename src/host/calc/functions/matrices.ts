import type { CellError } from '../../../book';
import { matrixOf } from '../operators';
import { Matrix, NUM, VALUE, isError, type Value } from '../values';
import { define } from './registry';

export type Rows = number[][];

define('MUNIT', 'n', (size: number) => {
  const n = Math.trunc(size);
  if (n < 1) return VALUE;
  return n > 1_000 ? NUM : blockOf(Array.from({ length: n }, (_, r) => unitRow(n, r)));
});
define('MMULT', 'a a', (left: Value, right: Value) => {
  const [a, b] = [rowsOf(left), rowsOf(right)];
  if (isError(a)) return a;
  if (isError(b)) return b;
  return a[0]!.length === b.length ? blockOf(product(a, b)) : VALUE;
});
define('MDETERM', 'a', (of: Value) => {
  const rows = rowsOf(of);
  if (isError(rows)) return rows;
  return rows.length === rows[0]!.length ? eliminate(rows).determinant : VALUE;
});
define('MINVERSE', 'a', (of: Value) => {
  const rows = rowsOf(of);
  if (isError(rows)) return rows;
  if (rows.length !== rows[0]!.length) return VALUE;
  const solved = eliminate(
    rows,
    rows.map((_, r) => unitRow(rows.length, r)),
  );
  return solved.solution ? blockOf(solved.solution) : NUM;
});

export const unitRow = (size: number, at: number) =>
  Array.from({ length: size }, (_, c) => (c === at ? 1 : 0));

const blockOf = (rows: Rows) => new Matrix(rows.length, rows[0]!.length, rows.flat());

/** A block's rows; all of its elements must be numbers. */
export function rowsOf(value: Value): Rows | CellError {
  const { rows, columns, data } = matrixOf(value);
  const wrong = data.find((one) => typeof one !== 'number');
  if (wrong !== undefined) return isError(wrong) ? wrong : VALUE;
  return Array.from(
    { length: rows },
    (_, row) => data.slice(row * columns, (row + 1) * columns) as number[],
  );
}

export const product = (a: Rows, b: Rows): Rows =>
  a.map((row) => b[0]!.map((_, c) => row.reduce((sum, x, i) => sum + x * b[i]![c]!, 0)));

export const turned = (rows: Rows): Rows => rows[0]!.map((_, c) => rows.map((row) => row[c]!));

/** Gauss' elimination with the largest pivot first; no solution where a pivot vanishes. */
export function eliminate(
  matrix: Rows,
  sides: Rows = matrix.map(() => []),
): { determinant: number; solution?: Rows } {
  const n = matrix.length;
  const rows = matrix.map((row, r) => [...row, ...sides[r]!]);
  let determinant = 1;
  for (let c = 0; c < n; c++) {
    let best = c;
    for (let r = c + 1; r < n; r++)
      if (Math.abs(rows[r]![c]!) > Math.abs(rows[best]![c]!)) best = r;
    const pivot = rows[best]![c]!;
    const scale = Math.max(...matrix.flat().map(Math.abs));
    if (Math.abs(pivot) <= scale * 1e-15) return { determinant: 0 };
    if (best !== c) {
      [rows[best], rows[c]] = [rows[c]!, rows[best]!];
      determinant = -determinant;
    }
    determinant *= pivot;
    for (let r = 0; r < n; r++) {
      if (r === c) continue;
      const factor = rows[r]![c]! / pivot;
      if (factor !== 0) rows[r] = rows[r]!.map((x, i) => x - factor * rows[c]![i]!);
    }
  }
  return { determinant, solution: rows.map((row, r) => row.slice(n).map((x) => x / row[r]!)) };
}
