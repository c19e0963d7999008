/**
 * Special functions behind the distributions, to about 15 digits. Lanczos' and Lentz' methods, as in Press et al.,
 * Numerical Recipes, chapter 6; coefficients of Lanczos by Godfrey (g = 607/128, n = 15).
 */

const lanczos = [
  0.9999999999999971, 57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202,
  3.399464998481189e-05, 4.652362892704858e-05, -9.837447530487956e-05, 0.0001580887032249125, -0.00021026444172410488,
  0.00021743961811521265, -0.0001643181065367639, 8.441822398385275e-05, -2.6190838401581408e-05, 3.6899182659531625e-06,
]; // prettier-ignore

/** The logarithm of the gamma function of x > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const at = x - 1;
  const sum = lanczos.reduce((all, c, i) => all + (i === 0 ? c : c / (at + i)), 0);
  const t = at + 607 / 128 + 0.5;
  return (at + 0.5) * Math.log(t) - t + Math.log(Math.sqrt(2 * Math.PI) * sum);
}

/** The gamma function, exact for whole numbers up to 171. */
export function gamma(x: number): number {
  if (Number.isInteger(x) && x > 0 && x <= 171) {
    let product = 1;
    for (let factor = 2; factor < x; factor++) product *= factor;
    return product;
  }
  if (x < 0.5) return Math.PI / (Math.sin(Math.PI * x) * gamma(1 - x));
  // Below twenty the steps down to [1, 2) are exact enough, and keep more digits than the exponential.
  if (x > 2 && x < 20) return (x - 1) * gamma(x - 1);
  return Math.exp(logGamma(x));
}

const tiny = 1e-300;
const close = 1e-16;

/** Continued fraction by Lentz' method: terms give numerator and denominator of each step. */
function fraction(first: number, terms: (i: number) => [number, number]): number {
  let f = first || tiny;
  let c = f;
  let d = 0;
  for (let i = 1; i < 20_000; i++) {
    const [a, b] = terms(i);
    d = 1 / (b + a * d || tiny);
    c = b + a / c || tiny;
    f *= c * d;
    if (Math.abs(c * d - 1) < close) break;
  }
  return f;
}

/** x^a e^-x / Γ(a); for great a by Stirling's series and the deviance, after Loader, as the powers alone lose digits. */
export function gammaTerm(a: number, x: number): number {
  if (a < 15) return Math.exp(a * Math.log(x) - x - logGamma(a));
  const stirling = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * a * a)) / (a * a)) / (a * a)) / a;
  return Math.sqrt(a / (2 * Math.PI)) * Math.exp(-stirling - a * overLog((x - a) / a));
}

/** t - ln(1 + t), to all digits near 0. */
function overLog(t: number): number {
  if (Math.abs(t) > 0.1) return t - Math.log1p(t);
  let sum = 0;
  for (let k = 2, power = t * t; Math.abs(power) > 1e-20 * t * t; k++, power *= -t)
    sum += power / k;
  return sum;
}

/** Regularized incomplete gamma function: the lower part P(a, x) and the upper Q(a, x). */
export function incompleteGamma(a: number, x: number): { lower: number; upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  const scale = gammaTerm(a, x);
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = a + 1; Math.abs(term) > Math.abs(sum) * 1e-17; n++) sum += term *= x / n;
    return { lower: sum * scale, upper: 1 - sum * scale };
  }
  const upper = scale / fraction(x + 1 - a, (i) => [-i * (i - a), x + 2 * i + 1 - a]);
  return { lower: 1 - upper, upper };
}

/** Regularized incomplete beta function I_x(a, b), and its complement. */
export function incompleteBeta(x: number, a: number, b: number): { lower: number; upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x >= 1) return { lower: 1, upper: 0 };
  if (x > (a + 1) / (a + b + 2)) {
    const { lower, upper } = incompleteBeta(1 - x, b, a);
    return { lower: upper, upper: lower };
  }
  const scale = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x),
  );
  const inverse = fraction(1, (i) => {
    const m = i >> 1;
    const term =
      i % 2 === 0
        ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
        : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    return [term, 1];
  });
  const lower = scale / (a * inverse);
  return { lower, upper: 1 - lower };
}

/** The error function and its complement. */
export function errorFunction(x: number): { value: number; complement: number } {
  const { lower, upper } = incompleteGamma(0.5, x * x);
  return x < 0 ? { value: -lower, complement: 1 + lower } : { value: lower, complement: upper };
}

/** Distribution function of the standard normal, precise in both tails. */
export const normal = (z: number) => errorFunction(-z / Math.SQRT2).complement / 2;

export const normalDensity = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/**
 * Where a rising function reaches a value, by halving between bounds; an open upper one is widened first, from 1 on.
 * NaN where it does not.
 */
export function solve(
  rising: (x: number) => number,
  value: number,
  from: number,
  to: number,
): number {
  let [low, high] = [from, to];
  if (high === Infinity)
    for (high = 1; rising(high) < value; high *= 2) if (high > 1e300) return NaN;
  let middle = low + (high - low) / 2;
  while (low < middle && middle < high) {
    if (rising(middle) < value) low = middle;
    else high = middle;
    middle = low + (high - low) / 2;
  }
  const [a, b] = [Math.abs(rising(low) - value), Math.abs(rising(high) - value)];
  return a <= b ? low : high;
}
