import { DIV0, NUM, isError } from '../values';
import { defineEach } from './registry';
import {
  errorFunction,
  gamma,
  gammaTerm,
  incompleteBeta,
  incompleteGamma,
  logGamma,
  normal,
  normalDensity,
  solve,
} from './special';

// Normal.

const normalAt = (x: number, average: number, deviation: number, total: boolean) => {
  if (deviation <= 0) return NUM;
  const z = (x - average) / deviation;
  return total ? normal(z) : normalDensity(z) / deviation;
};
const normalInverse = (share: number): number => {
  if (share === 0.5) return 0;
  const upper = share > 0.5;
  const z = solve(normal, upper ? 1 - share : share, -40, 0);
  if (!upper) return z;
  // Above the middle the share itself is compared: 1 less it has fewer digits.
  return share > 0.9 ? -z : solve(normal, share, 0, 40);
};
export const isShare = (share: number) => share > 0 && share < 1;

defineEach('NORM.DIST NORMDIST', 'n n n b', normalAt);
defineEach('NORM.S.DIST', 'n b', (z: number, total: boolean) =>
  total ? normal(z) : normalDensity(z),
);
defineEach('NORMSDIST', 'n', normal);
defineEach('NORM.INV NORMINV', 'n n n', (share: number, average: number, deviation: number) =>
  isShare(share) && deviation > 0 ? average + deviation * normalInverse(share) : NUM,
);
defineEach('NORM.S.INV NORMSINV', 'n', (share: number) =>
  isShare(share) ? normalInverse(share) : NUM,
);
defineEach('GAUSS', 'n', (z: number) => errorFunction(z / Math.SQRT2).value / 2);
defineEach('PHI', 'n', normalDensity);
defineEach(
  'LOGNORM.DIST',
  'n n n b',
  (x: number, average: number, deviation: number, total: boolean) => {
    if (x <= 0 || deviation <= 0) return NUM;
    const density = normalAt(Math.log(x), average, deviation, total);
    return total || isError(density) ? density : (density as number) / x;
  },
);
defineEach('LOGNORMDIST', 'n n n', (x: number, average: number, deviation: number) =>
  x <= 0 ? NUM : normalAt(Math.log(x), average, deviation, true),
);
defineEach('LOGNORM.INV LOGINV', 'n n n', (share: number, average: number, deviation: number) =>
  isShare(share) && deviation > 0 ? Math.exp(average + deviation * normalInverse(share)) : NUM,
);
defineEach(
  'CONFIDENCE.NORM CONFIDENCE',
  'n n n',
  (alpha: number, deviation: number, size: number) =>
    isShare(alpha) && deviation > 0 && size >= 1
      ? (-normalInverse(alpha / 2) * deviation) / Math.sqrt(Math.trunc(size))
      : NUM,
);
defineEach('ERF', 'x x?', (from: number, to?: number) =>
  to === undefined
    ? errorFunction(from).value
    : from > 0 && to > 0
      ? errorFunction(from).complement - errorFunction(to).complement
      : errorFunction(to).value - errorFunction(from).value,
);
defineEach('ERF.PRECISE', 'n', (x: number) => errorFunction(x).value);
defineEach('ERFC', 'x', (x: number) => errorFunction(x).complement);
defineEach('ERFC.PRECISE', 'n', (x: number) => errorFunction(x).complement);
defineEach('FISHER', 'n', (x: number) => (Math.abs(x) < 1 ? Math.atanh(x) : NUM));
defineEach('FISHERINV', 'n', Math.tanh);

// Gamma, chi-squared, exponential, Weibull, Poisson.

defineEach('GAMMA', 'n', (x: number) =>
  x === 0 || (x < 0 && Number.isInteger(x)) ? NUM : gamma(x),
);
defineEach('GAMMALN GAMMALN.PRECISE', 'n', (x: number) => (x > 0 ? logGamma(x) : NUM));

const gammaAt = (x: number, shape: number, scale: number, total: boolean) => {
  if (x < 0 || shape <= 0 || scale <= 0) return NUM;
  if (total) return incompleteGamma(shape, x / scale).lower;
  if (x === 0) return shape < 1 ? NUM : shape === 1 ? 1 / scale : 0;
  return Math.exp((shape - 1) * Math.log(x / scale) - x / scale - logGamma(shape)) / scale;
};
const gammaInverse = (share: number, shape: number, scale: number) => {
  if (share < 0 || share >= 1 || shape <= 0 || scale <= 0) return NUM;
  return scale * solve((x) => incompleteGamma(shape, x).lower, share, 0, Infinity);
};
defineEach('GAMMA.DIST GAMMADIST', 'n n n b', gammaAt);
defineEach('GAMMA.INV GAMMAINV', 'n n n', gammaInverse);
defineEach('CHISQ.DIST', 'n n b', (x: number, given: number, total: boolean) => {
  const freedom = Math.trunc(given);
  return freedom < 1 || freedom > 1e10 ? NUM : gammaAt(x, freedom / 2, 2, total);
});
defineEach('CHISQ.DIST.RT CHIDIST', 'n n', (x: number, given: number) => {
  const freedom = Math.trunc(given);
  return x < 0 || freedom < 1 || freedom > 1e10 ? NUM : incompleteGamma(freedom / 2, x / 2).upper;
});
defineEach('CHISQ.INV', 'n n', (share: number, freedom: number) =>
  freedom < 1 ? NUM : gammaInverse(share, Math.trunc(freedom) / 2, 2),
);
defineEach('CHISQ.INV.RT CHIINV', 'n n', (share: number, freedom: number) =>
  share <= 0 || share > 1 || freedom < 1
    ? NUM
    : 2 * solve((x) => -incompleteGamma(Math.trunc(freedom) / 2, x).upper, -share, 0, Infinity),
);
defineEach('EXPON.DIST EXPONDIST', 'n n b', (x: number, rate: number, total: boolean) =>
  x < 0 || rate <= 0 ? NUM : total ? -Math.expm1(-rate * x) : rate * Math.exp(-rate * x),
);
defineEach(
  'WEIBULL.DIST WEIBULL',
  'n n n b',
  (x: number, shape: number, scale: number, total: boolean) => {
    if (x < 0 || shape <= 0 || scale <= 0) return NUM;
    const power = (x / scale) ** shape;
    return total
      ? -Math.expm1(-power)
      : (shape / scale) * (x / scale) ** (shape - 1) * Math.exp(-power);
  },
);
defineEach('POISSON.DIST POISSON', 'n n b', (x: number, average: number, total: boolean) => {
  const k = Math.trunc(x);
  if (k < 0 || average < 0) return NUM;
  if (average === 0) return total || k === 0 ? 1 : 0;
  return total
    ? incompleteGamma(k + 1, average).upper
    : k === 0
      ? Math.exp(-average)
      : gammaTerm(k, average) / k;
});

// Beta, t, F.

function betaDensity(x: number, a: number, b: number): number {
  const scale = gamma(a + b) / (gamma(a) * gamma(b));
  if (scale < Infinity) return scale * x ** (a - 1) * (1 - x) ** (b - 1);
  const power = (n: number, log: number) => (n === 0 ? 0 : n * log);
  const powers = power(a - 1, Math.log(x)) + power(b - 1, Math.log1p(-x));
  return Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + powers);
}

defineEach(
  'BETA.DIST',
  'n n n b n? n?',
  (x: number, a: number, b: number, total: boolean, from = 0, to = 1) => {
    if (a <= 0 || b <= 0 || x < from || x > to || from === to) return NUM;
    const at = (x - from) / (to - from);
    if (total) return incompleteBeta(at, a, b).lower;
    if ((at === 0 && a < 1) || (at === 1 && b < 1)) return NUM;
    return betaDensity(at, a, b) / (to - from);
  },
);
defineEach('BETADIST', 'n n n n? n?', (x: number, a: number, b: number, from = 0, to = 1) =>
  a <= 0 || b <= 0 || x < from || x > to || from === to
    ? NUM
    : incompleteBeta((x - from) / (to - from), a, b).lower,
);
defineEach(
  'BETA.INV BETAINV',
  'n n n n? n?',
  (share: number, a: number, b: number, from = 0, to = 1) => {
    if (share <= 0 || share > 1 || a <= 0 || b <= 0 || from >= to) return NUM;
    return share === 1
      ? to
      : from + (to - from) * solve((x) => incompleteBeta(x, a, b).lower, share, 0, 1);
  },
);

/** Half the share beyond ±t. */
export const beyond = (t: number, freedom: number) =>
  incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5).lower / 2;
const tBelow = (t: number, freedom: number) =>
  t < 0 ? beyond(t, freedom) : 1 - beyond(t, freedom);
const tInverse = (share: number, freedom: number) =>
  share < 0.5
    ? -solve((t) => -beyond(t, freedom), -share, 0, Infinity)
    : solve((t) => tBelow(t, freedom), share, 0, Infinity);

defineEach('T.DIST', 'n n b', (t: number, given: number, total: boolean) => {
  const freedom = Math.trunc(given);
  if (freedom < 1) return total ? NUM : freedom === 0 ? DIV0 : NUM;
  if (total) return tBelow(t, freedom);
  const scale = Math.exp(logGamma((freedom + 1) / 2) - logGamma(freedom / 2));
  return (scale / Math.sqrt(freedom * Math.PI)) * (1 + (t * t) / freedom) ** (-(freedom + 1) / 2);
});
defineEach('T.DIST.2T', 'n n', (t: number, freedom: number) =>
  t < 0 || freedom < 1 ? NUM : 2 * beyond(t, Math.trunc(freedom)),
);
defineEach('T.DIST.RT', 'n n', (t: number, freedom: number) =>
  freedom < 1 ? NUM : tBelow(-t, Math.trunc(freedom)),
);
defineEach('TDIST', 'n n n', (t: number, freedom: number, given: number) => {
  const tails = Math.trunc(given);
  return t < 0 || freedom < 1 || (tails !== 1 && tails !== 2)
    ? NUM
    : tails * beyond(t, Math.trunc(freedom));
});
defineEach('T.INV', 'n n', (share: number, freedom: number) =>
  isShare(share) && freedom >= 1 ? tInverse(share, Math.trunc(freedom)) : NUM,
);
defineEach('T.INV.2T TINV', 'n n', (share: number, freedom: number) =>
  share > 0 && share <= 1 && freedom >= 1
    ? solve((t) => -2 * beyond(t, Math.trunc(freedom)), -share, 0, Infinity)
    : NUM,
);
defineEach('CONFIDENCE.T', 'n n n', (alpha: number, deviation: number, given: number) => {
  const size = Math.trunc(given);
  if (!isShare(alpha) || deviation <= 0 || size < 1) return NUM;
  return size === 1 ? DIV0 : (-tInverse(alpha / 2, size - 1) * deviation) / Math.sqrt(size);
});

export const fParts = (x: number, d1: number, d2: number) =>
  incompleteBeta((d1 * x) / (d1 * x + d2), d1 / 2, d2 / 2);
defineEach('F.DIST', 'n n n b', (x: number, a: number, b: number, total: boolean) => {
  const [d1, d2] = [Math.trunc(a), Math.trunc(b)];
  if (x < 0 || d1 < 1 || d2 < 1) return NUM;
  if (total) return fParts(x, d1, d2).lower;
  if (x === 0) return d1 < 2 ? NUM : d1 === 2 ? 1 : 0;
  const log = logGamma((d1 + d2) / 2) - logGamma(d1 / 2) - logGamma(d2 / 2);
  const powers = (d1 / 2) * Math.log(d1 / d2) + (d1 / 2 - 1) * Math.log(x);
  return Math.exp(log + powers - ((d1 + d2) / 2) * Math.log1p((d1 * x) / d2));
});
defineEach('F.DIST.RT FDIST', 'n n n', (x: number, d1: number, d2: number) =>
  x < 0 || d1 < 1 || d2 < 1 ? NUM : fParts(x, Math.trunc(d1), Math.trunc(d2)).upper,
);
defineEach('F.INV', 'n n n', (share: number, d1: number, d2: number) =>
  share < 0 || share >= 1 || d1 < 1 || d2 < 1
    ? NUM
    : solve((x) => fParts(x, Math.trunc(d1), Math.trunc(d2)).lower, share, 0, Infinity),
);
defineEach('F.INV.RT FINV', 'n n n', (share: number, d1: number, d2: number) =>
  share <= 0 || share > 1 || d1 < 1 || d2 < 1
    ? NUM
    : solve((x) => -fParts(x, Math.trunc(d1), Math.trunc(d2)).upper, -share, 0, Infinity),
);
