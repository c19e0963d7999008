import type { CellError, Scalar } from '../../../book';
import { DIV0, NA, isError, type Value } from '../values';
import { numbersOf, pairsOf, summaries } from './numbers';
import { define } from './registry';

define('SLOPE', 'r r', (ys: Value, xs: Value) => {
  const line = lineThrough(ys, xs);
  return isError(line) ? line : line.slope;
});
define('INTERCEPT', 'r r', (ys: Value, xs: Value) => {
  const line = lineThrough(ys, xs);
  return isError(line) ? line : line.intercept;
});
define('PERCENTOF', 'r r', (part: Value, whole: Value) => {
  const found = summaries([part, whole]);
  if (isError(found)) return found;
  const [some, all] = found.map(({ sum }) => sum) as [number, number];
  return all === 0 ? DIV0 : some / all;
});
define('STDEV', 'r+', (...args: Value[]) => deviation(args, 1));
define('STDEV.S', 'r+', (...args: Value[]) => deviation(args, 1));
define('VAR', 'r+', (...args: Value[]) => spread(args, 1));
define('VAR.S', 'r+', (...args: Value[]) => spread(args, 1));
define('VARP', 'r+', (...args: Value[]) => spread(args, 0));
define('VAR.P', 'r+', (...args: Value[]) => spread(args, 0));
define('STDEVP', 'r+', (...args: Value[]) => deviation(args, 0));
define('STDEV.P', 'r+', (...args: Value[]) => deviation(args, 0));

export const mean = (values: number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Least-squares line y = intercept + slope · x. */
function lineThrough(ys: Value, xs: Value): { slope: number; intercept: number } | CellError {
  const pairs = pairsOf(ys, xs);
  if (!pairs) return NA;
  if (isError(pairs)) return pairs;
  if (pairs.length === 0) return DIV0;
  const y = mean(pairs.map(([y]) => y));
  const x = mean(pairs.map(([, x]) => x));
  const spread = pairs.reduce((sum, [, at]) => sum + (at - x) ** 2, 0);
  if (spread === 0) return DIV0;
  const slope = pairs.reduce((sum, [of, at]) => sum + (at - x) * (of - y), 0) / spread;
  return { slope, intercept: y - slope * x };
}

function deviation(args: Value[], lost: number): Scalar {
  const variance = spread(args, lost);
  return isError(variance) ? variance : Math.sqrt(variance);
}

function spread(args: Value[], lost: number): number | CellError {
  const numbers = numbersOf(args);
  return isError(numbers) ? numbers : varianceOf(numbers, lost);
}

/** Mean square distance from the mean, `lost` degrees of freedom aside. */
export function varianceOf(numbers: number[], lost: number): number | CellError {
  if (numbers.length <= lost) return DIV0;
  const average = mean(numbers);
  return (
    numbers.reduce((sum, number) => sum + (number - average) ** 2, 0) / (numbers.length - lost)
  );
}
