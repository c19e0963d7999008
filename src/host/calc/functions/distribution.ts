import type { CellError, Scalar } from '../../../book';
import { toNumber } from '../coerce';
import { Ref } from '../ref';
import { Areas, DIV0, Matrix, NA, NUM, VALUE, isError, type Value } from '../values';
import { cellsOf, numbersOf, pairsOf, sortedNumbers } from './numbers';
import { define } from './registry';
import { mean, varianceOf } from './statistics';

// Where values lie: quantiles, ranks, modes.

const inclusive = (count: number, share: number) => share * (count - 1);
const exclusive = (count: number, share: number) => share * (count + 1) - 1;

for (const name of ['PERCENTILE', 'PERCENTILE.INC'])
  define(name, 'r n', (of: Value, share: number) => quantile(of, share, inclusive));
define('PERCENTILE.EXC', 'r n', (of: Value, share: number) =>
  share <= 0 || share >= 1 ? NUM : quantile(of, share, exclusive),
);
for (const name of ['QUARTILE', 'QUARTILE.INC'])
  define(name, 'r n', (of: Value, quarter: number) =>
    quantile(of, Math.trunc(quarter) / 4, inclusive),
  );
define('QUARTILE.EXC', 'r n', (of: Value, quarter: number) => {
  const part = Math.trunc(quarter);
  return part < 1 || part > 3 ? NUM : quantile(of, part / 4, exclusive);
});
for (const name of ['PERCENTRANK', 'PERCENTRANK.INC'])
  define(name, 'r n n?', (of: Value, x: number, digits = 3) =>
    shareBelow(of, x, digits, (position, count) => (count === 1 ? 1 : position / (count - 1))),
  );
define('PERCENTRANK.EXC', 'r n n?', (of: Value, x: number, digits = 3) =>
  shareBelow(of, x, digits, (position, count) => (position + 1) / (count + 1)),
);
define('RANK.EQ', 'n u n?', (x: number, of: Value | Areas, rising = 0) =>
  rank(x, of, rising, false),
);
define('RANK.AVG', 'n u n?', (x: number, of: Value | Areas, rising = 0) =>
  rank(x, of, rising, true),
);
for (const name of ['MODE', 'MODE.SNGL'])
  define(name, 'r+', (...args: Value[]) => {
    if (args.some(isNoNumber)) return VALUE;
    const found = modes(args);
    return isError(found) ? found : found[0]!;
  });
/** A value or a single cell that is no number, which an area may hold. */
const isNoNumber = (arg: Value) => {
  const cells =
    arg instanceof Matrix
      ? []
      : arg instanceof Ref && arg.rows * arg.columns > 1
        ? []
        : cellsOf(arg);
  return cells.some((cell) => typeof cell !== 'number' && !isError(cell));
};
define('MODE.MULT', 'r+', (...args: Value[]) => {
  const found = modes(args);
  return isError(found) ? found : new Matrix(found.length, 1, found);
});
define('TRIMMEAN', 'r n', (of: Value, share: number) => {
  const sorted = sortedNumbers(of);
  if (isError(sorted)) return sorted;
  if (share < 0 || share >= 1 || sorted.length === 0) return NUM;
  const cut = Math.floor((sorted.length * share) / 2 + 1e-12);
  return mean(sorted.slice(cut, sorted.length - cut));
});
define('FREQUENCY', 'a a', (of: Value, limits: Value) => {
  const [numbers, bins] = [numbersOf([of]), numbersOf([limits])];
  if (isError(numbers)) return numbers;
  if (isError(bins)) return bins;
  const sorted = [...bins].sort((a, b) => a - b);
  const counts = new Map<number, number>();
  let above = 0;
  for (const x of numbers) {
    const bin = sorted.find((limit) => x <= limit);
    if (bin === undefined) above++;
    else counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  const data = bins.map((bin, i) => (bins.indexOf(bin) === i ? (counts.get(bin) ?? 0) : 0));
  return new Matrix(data.length + 1, 1, [...data, above]);
});

function quantile(
  of: Value,
  share: number,
  place: (count: number, share: number) => number,
): Scalar {
  const sorted = sortedNumbers(of);
  if (isError(sorted)) return sorted;
  const at = place(sorted.length, share);
  if (share < 0 || share > 1 || at < 0 || at > sorted.length - 1) return NUM;
  const below = Math.floor(at);
  const [low, high] = [sorted[below]!, sorted[below + 1] ?? sorted[below]!];
  return low + (at - below) * (high - low);
}

function shareBelow(
  of: Value,
  x: number,
  digits: number,
  share: (position: number, count: number) => number,
): Scalar {
  const sorted = sortedNumbers(of);
  if (isError(sorted)) return sorted;
  const places = Math.trunc(digits);
  if (sorted.length === 0 || places < 1) return NUM;
  const next = sorted.findIndex((value) => value >= x);
  if (next < 0 || x < sorted[0]!) return NA;
  const between =
    sorted[next] === x ? 0 : (sorted[next]! - x) / (sorted[next]! - sorted[next - 1]!);
  const exact = share(next - between, sorted.length);
  return Math.floor(Number((exact * 10 ** places).toPrecision(14))) / 10 ** places;
}

function rank(x: number, of: Value | Areas, rising: number, average: boolean): Scalar {
  if (!(of instanceof Ref) && !(of instanceof Areas)) return isError(of) ? of : VALUE;
  const sorted = sortedNumbers(of);
  if (isError(sorted)) return sorted;
  const same = sorted.filter((value) => value === x).length;
  if (same === 0) return NA;
  const before = sorted.filter((value) => (rising ? value < x : value > x)).length;
  return before + 1 + (average ? (same - 1) / 2 : 0);
}

function modes(args: Value[]): number[] | CellError {
  const numbers = numbersOf(args);
  if (isError(numbers)) return numbers;
  const counts = new Map<number, number>();
  for (const x of numbers) counts.set(x, (counts.get(x) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return most < 2 ? NA : [...counts].flatMap(([x, count]) => (count === most ? x : []));
}

// How they are spread.

define('DEVSQ', 'r+', (...args: Value[]) =>
  over(args, (x) => x.reduce((sum, one) => sum + (one - mean(x)) ** 2, 0), NUM),
);
define('AVEDEV', 'r+', (...args: Value[]) =>
  over(args, (x) => mean(x.map((one) => Math.abs(one - mean(x)))), NUM),
);
define('GEOMEAN', 'r+', (...args: Value[]) =>
  over(args, (x) => (x.some((one) => one <= 0) ? NaN : Math.exp(mean(x.map(Math.log)))), NUM),
);
define('HARMEAN', 'r+', (...args: Value[]) =>
  over(args, (x) => (x.some((one) => one <= 0) ? NaN : 1 / mean(x.map((one) => 1 / one))), NUM),
);
define('SKEW', 'r+', (...args: Value[]) =>
  over(args, (x) => {
    const n = x.length;
    return (n / ((n - 1) * (n - 2))) * moment(x, 3, 1);
  }),
);
define('SKEW.P', 'r+', (...args: Value[]) =>
  over(args, (x) => (x.length < 3 ? DIV0 : moment(x, 3, 0) / x.length)),
);
define('KURT', 'r+', (...args: Value[]) =>
  over(args, (x) => {
    const n = x.length;
    const factor = (n * (n + 1)) / ((n - 1) * (n - 2) * (n - 3));
    return factor * moment(x, 4, 1) - (3 * (n - 1) ** 2) / ((n - 2) * (n - 3));
  }),
);
define('STANDARDIZE', 'n n n', (x: number, average: number, deviation: number) =>
  deviation <= 0 ? NUM : (x - average) / deviation,
);

/** The sum of distances from the mean in standard deviations, to a power. */
function moment(x: number[], power: number, lost: number): number {
  const [average, variance] = [mean(x), varianceOf(x, lost) as number];
  return x.reduce((sum, one) => sum + ((one - average) / Math.sqrt(variance)) ** power, 0);
}

function over(
  args: Value[],
  compute: (numbers: number[]) => number | CellError,
  ofNone: CellError = DIV0,
): Scalar {
  const numbers = numbersOf(args);
  if (isError(numbers)) return numbers;
  if (numbers.length === 0) return ofNone;
  const found = compute(numbers);
  return typeof found === 'number' && !Number.isFinite(found)
    ? ofNone === NUM
      ? NUM
      : DIV0
    : found;
}

// With texts and logicals counted: text in cells is 0.

const counted: [string, (x: number[]) => Scalar][] = [
  ['AVERAGEA', (x) => (x.length ? mean(x) : DIV0)],
  ['MAXA', (x) => (x.length ? x.reduce((a, b) => Math.max(a, b)) : 0)],
  ['MINA', (x) => (x.length ? x.reduce((a, b) => Math.min(a, b)) : 0)],
  ['VARA', (x) => varianceOf(x, 1)],
  ['VARPA', (x) => varianceOf(x, 0)],
  ['STDEVA', (x) => rooted(varianceOf(x, 1))],
  ['STDEVPA', (x) => rooted(varianceOf(x, 0))],
];
for (const [name, compute] of counted)
  define(name, 'r+', (...args: Value[]) => {
    const numbers: number[] = [];
    for (const arg of args) {
      const within = arg instanceof Ref || arg instanceof Matrix;
      for (const cell of cellsOf(arg)) {
        if (within && cell === null) continue;
        // Constants in braces count but for logicals.
        if (arg instanceof Matrix && typeof cell === 'boolean') continue;
        const number = within && typeof cell === 'string' ? 0 : toNumber(cell);
        if (isError(number)) return number;
        numbers.push(number);
      }
    }
    return compute(numbers);
  });

const rooted = (variance: number | CellError): Scalar =>
  isError(variance) ? variance : Math.sqrt(variance);

// How two series go together.

for (const name of ['CORREL', 'PEARSON'])
  define(name, 'r r', (ys: Value, xs: Value) =>
    related(ys, xs, ({ xy, xx, yy }) => xy / Math.sqrt(xx * yy)),
  );
define('RSQ', 'r r', (ys: Value, xs: Value) =>
  related(ys, xs, ({ xy, xx, yy }) => (xy * xy) / (xx * yy)),
);
for (const name of ['COVAR', 'COVARIANCE.P'])
  define(name, 'r r', (ys: Value, xs: Value) => related(ys, xs, ({ xy, count }) => xy / count));
define('COVARIANCE.S', 'r r', (ys: Value, xs: Value) =>
  related(ys, xs, ({ xy, count }) => (count < 2 ? NaN : xy / (count - 1))),
);
define('STEYX', 'r r', (ys: Value, xs: Value) =>
  related(ys, xs, ({ xy, xx, yy, count }) =>
    count < 3 ? NaN : Math.sqrt((yy - (xy * xy) / xx) / (count - 2)),
  ),
);
for (const name of ['FORECAST', 'FORECAST.LINEAR'])
  define(name, 'n r r', (x: number, ys: Value, xs: Value) =>
    related(ys, xs, (of) => of.y + (of.xy / of.xx) * (x - of.x)),
  );
const together: [string, (x: number, y: number) => number][] = [
  ['SUMX2MY2', (x, y) => x * x - y * y],
  ['SUMX2PY2', (x, y) => x * x + y * y],
  ['SUMXMY2', (x, y) => (x - y) ** 2],
];
for (const [name, compute] of together)
  define(name, 'a a', (xs: Value, ys: Value) => {
    const pairs = pairsOf(xs, ys);
    if (!pairs) return NA;
    if (isError(pairs)) return pairs;
    return pairs.length ? pairs.reduce((sum, [x, y]) => sum + compute(x, y), 0) : DIV0;
  });

interface Sums {
  count: number;
  x: number;
  y: number;
  /** Sums of products of the distances from the means. */
  xx: number;
  xy: number;
  yy: number;
}

function related(ys: Value, xs: Value, compute: (of: Sums) => number): Scalar {
  const pairs = pairsOf(ys, xs);
  if (!pairs) return NA;
  if (isError(pairs)) return pairs;
  if (pairs.length === 0) return DIV0;
  const [y, x] = [mean(pairs.map(([one]) => one)), mean(pairs.map(([, one]) => one))];
  const sums = { count: pairs.length, x, y, xx: 0, xy: 0, yy: 0 };
  for (const [b, a] of pairs) {
    sums.xx += (a - x) ** 2;
    sums.xy += (a - x) * (b - y);
    sums.yy += (b - y) ** 2;
  }
  const found = compute(sums);
  return Number.isFinite(found) ? found : DIV0;
}
