import type { Scalar } from '../../../book';
import { NUM } from '../values';
import { isShare } from './probability';
import { defineEach } from './registry';
import { incompleteBeta, logGamma } from './special';

type Compute = (...args: number[]) => Scalar;

const whole =
  (compute: Compute): Compute =>
  (...args) =>
    compute(...args.map(Math.trunc));

// Counts of successes.

const logChoose = (n: number, k: number) => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

/** n over k, infinite where no number is so great. */
function choose(n: number, k: number): number {
  let product = 1;
  for (let i = 1; i <= Math.min(k, n - k) && product < Infinity; i++)
    product = (product * (n - i + 1)) / i;
  return product;
}

function binomial(k: number, n: number, p: number): number {
  const ways = choose(n, k);
  return ways < Infinity
    ? ways * p ** k * (1 - p) ** (n - k)
    : Math.exp(logChoose(n, k) + k * Math.log(p) + (n - k) * Math.log1p(-p));
}
/** Fails before a number of successes: the last trial is the last success. */
const failing = (fails: number, successes: number, p: number) =>
  (successes / (fails + successes)) * binomial(successes, fails + successes, p);
const sumOf = (from: number, to: number, term: (i: number) => number) => {
  let sum = 0;
  for (let i = from; i <= to; i++) sum += term(i);
  return sum;
};
/** Beyond that many trials the terms are no longer summed one by one. */
const few = 1_000;
const binomialBelow = (k: number, n: number, p: number) =>
  k >= n
    ? 1
    : n <= few
      ? sumOf(0, k, (i) => binomial(i, n, p))
      : incompleteBeta(p, k + 1, n - k).upper;

defineEach(
  'BINOM.DIST BINOMDIST',
  'n n n b',
  (successes: number, trials: number, p: number, total: boolean) => {
    const [k, n] = [Math.trunc(successes), Math.trunc(trials)];
    if (k < 0 || k > n || p < 0 || p > 1) return NUM;
    return total ? binomialBelow(k, n, p) : binomial(k, n, p);
  },
);
defineEach('BINOM.DIST.RANGE', 'n n n n?', (trials: number, p: number, from: number, to = from) => {
  const [n, a, b] = [trials, from, to].map(Math.trunc) as [number, number, number];
  if (n < 0 || p < 0 || p > 1 || a < 0 || a > n || b < a || b > n) return NUM;
  if (n <= few) return sumOf(a, b, (i) => binomial(i, n, p));
  return binomialBelow(b, n, p) - (a > 0 ? binomialBelow(a - 1, n, p) : 0);
});
defineEach('BINOM.INV CRITBINOM', 'n n n', (trials: number, p: number, share: number) => {
  const n = Math.trunc(trials);
  if (n < 0 || p <= 0 || p >= 1 || !isShare(share)) return NUM;
  let [low, high] = [0, n];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (binomialBelow(middle, n, p) >= share) high = middle;
    else low = middle + 1;
  }
  return low;
});
defineEach(
  'NEGBINOM.DIST',
  'n n n b',
  (fails: number, successes: number, p: number, total: boolean) => {
    const [f, s] = [Math.trunc(fails), Math.trunc(successes)];
    if (f < 0 || s < 1 || p <= 0 || p >= 1) return NUM;
    return total ? incompleteBeta(p, s, f + 1).lower : failing(f, s, p);
  },
);
defineEach('NEGBINOMDIST', 'n n n', (fails: number, successes: number, p: number) => {
  const [f, s] = [Math.trunc(fails), Math.trunc(successes)];
  if (f < 0 || s < 1 || p <= 0 || p >= 1) return NUM;
  return failing(f, s, p);
});
const drawn = (total: boolean): Compute =>
  whole((k, sample, marked, all) => {
    if (k! < 0 || k! > Math.min(sample!, marked!) || k! < sample! - (all! - marked!)) return NUM;
    if (sample! <= 0 || sample! > all! || marked! <= 0 || marked! > all!) return NUM;
    const [ways, others] = [choose(all!, sample!), all! - marked!];
    const term = (i: number) =>
      ways < Infinity
        ? (choose(marked!, i) * choose(others, sample! - i)) / ways
        : Math.exp(
            logChoose(marked!, i) + logChoose(others, sample! - i) - logChoose(all!, sample!),
          );
    return total ? sumOf(Math.max(0, sample! - (all! - marked!)), k!, term) : term(k!);
  });
defineEach(
  'HYPGEOM.DIST',
  'n n n n b',
  (k: number, sample: number, marked: number, all: number, total: boolean) =>
    drawn(total)(k, sample, marked, all),
);
defineEach('HYPGEOMDIST', 'n n n n', (k: number, sample: number, marked: number, all: number) =>
  drawn(false)(k, sample, marked, all),
);
