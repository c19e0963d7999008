import type { CellError, Scalar } from '../../../book';
import { toNumber } from '../coerce';
import { Ref } from '../ref';
import { Areas, Matrix, isError, type Value } from '../values';

/** What an argument's numbers amount to, its first error, and how much it holds. */
export interface Summary {
  count: number;
  sum: number;
  min: number;
  max: number;
  /** Cells with anything in them, empty text included. */
  filled: number;
  error?: CellError;
}

type Each = (visit: (value: Scalar) => void) => void;

/**
 * The values of one argument of an aggregate. In references and blocks only numbers count; a value
 * given directly is converted, and is an error if it cannot be.
 */
function valuesOf(argument: Value): Each {
  if (argument instanceof Ref) return (visit) => argument.each(visit);
  if (argument instanceof Matrix) return (visit) => argument.data.forEach((value) => visit(value));
  return (visit) => visit(toNumber(argument));
}

function summarize(each: Each): Summary {
  const summary: Summary = { count: 0, sum: 0, min: Infinity, max: -Infinity, filled: 0 };
  each((value) => {
    if (value === null) return;
    summary.filled++;
    if (typeof value === 'number') {
      summary.count++;
      summary.sum += value;
      if (value < summary.min) summary.min = value;
      if (value > summary.max) summary.max = value;
    } else if (isError(value)) {
      summary.error ??= value;
    }
  });
  return summary;
}

export function summaryOf(argument: Value): Summary {
  const build = () => summarize(valuesOf(argument));
  return argument instanceof Ref ? argument.derived('summary', build) : build();
}

/** Summaries of all arguments, or the first error. */
export function summaries(args: Value[]): Summary[] | CellError {
  const found = args.map(summaryOf);
  return found.find(({ error }) => error)?.error ?? found;
}

/** All numbers of the arguments, or the first error. */
export function numbersOf(args: Value[]): number[] | CellError {
  const numbers: number[] = [];
  let error: CellError | undefined;
  for (const argument of args) {
    valuesOf(argument)((value) => {
      if (typeof value === 'number') numbers.push(value);
      else if (isError(value)) error ??= value;
    });
  }
  return error ?? numbers;
}

/** An area's numbers in ascending order, kept with the area; or its error. */
export function sortedNumbers(argument: Value | Areas): number[] | CellError {
  const build = () => {
    const numbers = numbersOf(argument instanceof Areas ? argument.parts : [argument]);
    return isError(numbers) ? numbers : numbers.sort((a, b) => a - b);
  };
  return argument instanceof Ref ? argument.derived('sorted', build) : build();
}

/** Numbers at the same position in two ranges; positions where either has none are left out. */
export function pairsOf(ys: Value, xs: Value): [y: number, x: number][] | CellError | undefined {
  const given = [ys, xs].find(isError);
  if (given) return given as CellError;
  const [y, x] = [cellsOf(ys), cellsOf(xs)];
  if (y.length !== x.length) return undefined;
  const error = [...y, ...x].find(isError);
  if (error) return error as CellError;
  return y.flatMap((value, i) => {
    const other = x[i];
    return typeof value === 'number' && typeof other === 'number' ? [[value, other]] : [];
  });
}

/** Every cell of an argument, blanks included, row by row, as far as the sheet is filled. */
export function cellsOf(argument: Value): Scalar[] {
  if (argument instanceof Matrix) return argument.data;
  if (!(argument instanceof Ref)) return [argument];
  const columns = argument.filledColumns;
  const rows = argument.rows > 100_000 ? argument.filledRows : argument.rows;
  const cells = new Array<Scalar>(rows * columns).fill(null);
  argument.each((value, row, column) => (cells[row * columns + column] = value));
  return cells;
}
