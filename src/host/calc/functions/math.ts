import type { CellError, Scalar } from '../../../book';
import { power } from '../operators';
import { matrixOf } from '../operators';
import { Ref } from '../ref';
import { Areas, DIV0, NA, NUM, VALUE, isError, type Value } from '../values';
import { numbersOf, sortedNumbers, summaries } from './numbers';
import { define } from './registry';

define('SUM', 'r+', (...args: Value[]) => {
  const found = summaries(args);
  return isError(found) ? found : found.reduce((sum, part) => sum + part.sum, 0);
});
define('PRODUCT', 'r+', (...args: Value[]) => {
  const numbers = numbersOf(args);
  if (isError(numbers)) return numbers;
  return numbers.length ? numbers.reduce((product, number) => product * number) : 0;
});
define('MIN', 'r+', (...args: Value[]) => extreme(args, 'min', Math.min));
define('MAX', 'r+', (...args: Value[]) => extreme(args, 'max', Math.max));
define('AVERAGE', 'r+', (...args: Value[]) => {
  const found = summaries(args);
  if (isError(found)) return found;
  const count = found.reduce((count, part) => count + part.count, 0);
  return count ? found.reduce((sum, part) => sum + part.sum, 0) / count : DIV0;
});
define('MEDIAN', 'r+', (...args: Value[]) => {
  const sorted = args.length === 1 ? sortedNumbers(args[0]!) : numbersOf(args);
  if (isError(sorted)) return sorted;
  if (args.length > 1) sorted.sort((a, b) => a - b);
  if (sorted.length === 0) return NUM;
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
});
define('LARGE', 'u n', (range: Value | Areas, k: number) =>
  nth(range, (size) => size - Math.ceil(k)),
);
define('SMALL', 'u n', (range: Value | Areas, k: number) => nth(range, () => Math.ceil(k) - 1));
define('RANK', 'n u n?', (number: number, range: Value | Areas, ascending = 0) => {
  if (!(range instanceof Ref) && !(range instanceof Areas)) return VALUE;
  const sorted = sortedNumbers(range);
  if (isError(sorted)) return sorted;
  const first = lowerBound(sorted, number);
  if (sorted[first] !== number) return NA;
  if (ascending) return first + 1;
  let last = first;
  while (sorted[last + 1] === number) last++;
  return sorted.length - last;
});
define('SUMPRODUCT', 'a+', (...args: Value[]) => {
  const blocks = args.map(matrixOf);
  const { rows, columns } = blocks[0]!;
  if (blocks.some((block) => block.rows !== rows || block.columns !== columns)) return VALUE;
  // A text in an area counts as 0, one of single cells does not.
  const isSingle = rows * columns === 1;
  if (isSingle && blocks.some(({ data }) => typeof data[0] === 'string')) return VALUE;
  let sum = 0;
  for (let i = 0; i < rows * columns; i++) {
    let product = 1;
    for (const { data } of blocks) {
      const value = data[i]!;
      if (isError(value)) return value;
      product *= typeof value === 'number' ? value : 0;
    }
    sum += product;
  }
  return sum;
});

define('ABS', 'n', Math.abs);
define('SIGN', 'n', Math.sign);
define('INT', 'n', Math.floor);
define('EXP', 'n', Math.exp);
define('LN', 'n', (x: number) => (x > 0 ? Math.log(x) : NUM));
define('LOG10', 'n', (x: number) => (x > 0 ? Math.log10(x) : NUM));
define('LOG', 'n n?', (x: number, base = 10) => {
  if (x <= 0 || base <= 0) return NUM;
  if (base === 1) return DIV0;
  return base === 10 ? Math.log10(x) : Math.log(x) / Math.log(base);
});
define('SQRT', 'n', (x: number) => (x < 0 ? NUM : Math.sqrt(x)));
define('POWER', 'n n', power);
define('PI', '', () => Math.PI);
define('MOD', 'n n', (x: number, divisor: number) => {
  if (divisor === 0) return DIV0;
  const rest = x - divisor * Math.floor(x / divisor);
  return Math.abs(rest) < Math.abs(x) * 1e-15 || rest === divisor ? 0 : rest;
});
define('ROUND', 'n n', (x: number, digits: number) => roundTo(x, digits, halfUp));
define('ROUNDUP', 'n n', (x: number, digits: number) => roundTo(x, digits, Math.ceil));
define('ROUNDDOWN', 'n n', (x: number, digits: number) => roundTo(x, digits, Math.floor));
define('TRUNC', 'n n?', (x: number, digits = 0) => roundTo(x, digits, Math.floor));
define('CEILING', 'n n', (x: number, step: number) => toMultiple(x, step, Math.ceil, 0));
define('FLOOR', 'n n', (x: number, step: number) => toMultiple(x, step, Math.floor, DIV0));

const halfUp = (size: number) => Math.floor(size + 0.5);

/**
 * Rounds the size of a number and keeps its sign. The scaled number is first read on 15 digits,
 * so that 1.005 rounds as it is written and not as it is stored.
 */
function roundTo(x: number, digits: number, round: (size: number) => number): number {
  const places = Math.trunc(digits);
  if (x === 0 || places > 300) return x;
  if (places < -300) return 0;
  const shifted = shift(Math.abs(x), places);
  return Math.sign(x) * shift(round(Number(shifted.toPrecision(15))), -places);
}

/** Moves the decimal point, without the error of a multiplication. */
function shift(size: number, places: number): number {
  const [mantissa, exponent = '0'] = String(size).split('e');
  return Number(`${mantissa}e${Number(exponent) + places}`);
}

function toMultiple(
  x: number,
  step: number,
  round: (x: number) => number,
  ofNothing: Scalar,
): Scalar {
  if (x === 0) return 0;
  if (step === 0) return ofNothing;
  if (x > 0 && step < 0) return NUM;
  return round(Number((x / step).toPrecision(15))) * step;
}

function extreme(
  args: Value[],
  end: 'min' | 'max',
  pick: (...values: number[]) => number,
): number | CellError {
  const found = summaries(args);
  if (isError(found)) return found;
  const best = pick(...found.map((summary) => summary[end]));
  return Number.isFinite(best) ? best : 0;
}

function nth(range: Value | Areas, position: (size: number) => number): Scalar {
  const sorted = sortedNumbers(range);
  return isError(sorted) ? sorted : (sorted[position(sorted.length)] ?? NUM);
}

function lowerBound(sorted: number[], wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
