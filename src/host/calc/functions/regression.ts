import type { CellError, Scalar } from '../../../book';
import { matrixOf } from '../operators';
import { Matrix, NA, NUM, REF, isError, type Value } from '../values';
import { eliminate, product, rowsOf, turned, unitRow, type Rows } from './matrices';
import { define } from './registry';

// Least squares: y = m1 x1 + m2 x2 + … + b, or y = b m1^x1 m2^x2 … of the logarithms.

interface Fit {
  /** One for each x, in their order, then the constant. */
  factors: number[];
  /** What LINEST lists: errors of the factors, r², standard error, F, degrees of freedom, sums of squares. */
  errors: (number | undefined)[];
  squared: number;
  error: number;
  f: number;
  freedom: number;
  explained: number;
  left: number;
}

for (const [name, isPower] of [
  ['LINEST', false],
  ['LOGEST', true],
] as const)
  define(
    name,
    'a a? b? b?',
    (ys: Value, xs?: Value, constant: boolean | null = true, more = false) => {
      const data = dataOf(ys, xs, isPower);
      if (isError(data)) return data;
      const fit = fitted(data.x, data.y, constant !== false);
      if (isError(fit)) return fit;
      const count = fit.factors.length - 1;
      const shown = (x: number) => (isPower ? Math.exp(x) : x);
      const first = [...fit.factors.slice(0, count).reverse(), fit.factors[count]!].map(shown);
      if (!more) return new Matrix(1, first.length, first);
      const pad = (row: (number | undefined)[]): Scalar[] => first.map((_, i) => row[i] ?? NA);
      const rows = [
        first as Scalar[],
        pad([...fit.errors.slice(0, count).reverse(), fit.errors[count]]),
        pad([fit.squared, fit.error]),
        pad([fit.f, fit.freedom]),
        pad([fit.explained, fit.left]),
      ];
      return new Matrix(5, first.length, rows.flat());
    },
  );
for (const [name, isPower] of [
  ['TREND', false],
  ['GROWTH', true],
] as const)
  define(
    name,
    'a a? a? b?',
    (ys: Value, xs?: Value, wanted?: Value, constant: boolean | null = true) => {
      const data = dataOf(ys, xs, isPower);
      if (isError(data)) return data;
      const fit = fitted(data.x, data.y, constant !== false);
      if (isError(fit)) return fit;
      const own = wanted === undefined || wanted === null ? undefined : rowsOf(wanted);
      if (isError(own)) return own;
      const at = own ? points(own, data.count, data.across) : data.x;
      if (!at) return REF;
      const found = at.map((row) => {
        const y = row.reduce((sum, x, i) => sum + x * fit.factors[i]!, fit.factors[row.length]!);
        return isPower ? Math.exp(y) : y;
      });
      if (data.count > 1)
        return data.across
          ? new Matrix(1, found.length, found)
          : new Matrix(found.length, 1, found);
      const { rows, columns } = matrixOf(own ? wanted! : ys);
      return new Matrix(rows, columns, found);
    },
  );

interface Data {
  x: Rows;
  y: number[];
  /** How many x there are for each y. */
  count: number;
  /** Each x is a row, where y is one. */
  across: boolean;
}

function dataOf(ys: Value, xs: Value | undefined, isPower: boolean): Data | CellError {
  const rows = rowsOf(ys);
  if (isError(rows)) return rows;
  const y = rows.flat();
  if (isPower && y.some((one) => one <= 0)) return NUM;
  const logged = isPower ? y.map(Math.log) : y;
  const across = rows.length === 1;
  if (xs === undefined || xs === null)
    return { x: y.map((_, i) => [i + 1]), y: logged, count: 1, across };
  const given = rowsOf(xs);
  if (isError(given)) return given;
  if (given.flat().length === y.length)
    return { x: given.flat().map((x) => [x]), y: logged, count: 1, across };
  const isColumn = rows[0]!.length === 1;
  if (!(isColumn && given.length === y.length) && !(across && given[0]!.length === y.length))
    return REF;
  const x = isColumn ? given : turned(given);
  return { x, y: logged, count: x[0]!.length, across: !isColumn };
}

function points(given: Rows, count: number, across: boolean): Rows | undefined {
  if (count === 1) return given.flat().map((x) => [x]);
  const rows = across ? turned(given) : given;
  return rows[0]!.length === count ? rows : undefined;
}

function fitted(x: Rows, y: number[], constant: boolean): Fit | CellError {
  const count = x[0]!.length;
  const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  // Distances from the means keep the digits that great values would take.
  const centers = x[0]!.map((_, c) => (constant ? mean(x.map((row) => row[c]!)) : 0));
  const middle = constant ? mean(y) : 0;
  const a = x.map((row) => row.map((one, c) => one - centers[c]!));
  const b = y.map((one) => [one - middle]);
  const across = turned(a);
  const squares = product(across, a);
  const unit = squares.map((_, r) => unitRow(count, r));
  const { solution: inverse } = eliminate(squares, unit);
  if (!inverse) return NUM;
  const slopes = product(inverse, product(across, b)).map(([one]) => one!);
  const factors = [
    ...slopes,
    constant ? middle - slopes.reduce((sum, m, i) => sum + m * centers[i]!, 0) : 0,
  ];
  const left = a.reduce((sum, row, i) => {
    const guess = row.reduce((all, one, c) => all + one * slopes[c]!, 0);
    return sum + (b[i]![0]! - guess) ** 2;
  }, 0);
  const total = b.reduce((sum, [one]) => sum + one! ** 2, 0);
  const freedom = y.length - count - (constant ? 1 : 0);
  const variance = left / freedom;
  const ofConstant = centers.reduce(
    (sum, one, i) =>
      sum + one * centers.reduce((all, other, j) => all + other * inverse[i]![j]!, 0),
    1 / y.length,
  );
  return {
    factors,
    errors: [
      ...slopes.map((_, i) => Math.sqrt(variance * inverse[i]![i]!)),
      constant ? Math.sqrt(variance * ofConstant) : undefined,
    ],
    squared: total === 0 ? 1 : 1 - left / total,
    error: Math.sqrt(variance),
    f: (total - left) / count / variance,
    freedom,
    explained: total - left,
    left,
  };
}
