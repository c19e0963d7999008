import { NUM } from '../values';
import type { Place } from '../ref';
import { define } from './registry';

/** Bessel functions. Abramowitz and Stegun, Handbook of Mathematical Functions, chapter 9. */

/** Beyond it the recurrence takes too long. */
const furthest = 1_000_000;
const eulerGamma = 0.5772156649015329;

/** J of all orders from 0 on, by Miller's recurrence from an order at which it is nothing; x > 0. */
function firstKind(x: number, order: number): Float64Array {
  const most = Math.max(x, order);
  const start = 2 * Math.ceil((most + 15 * Math.cbrt(most) + 30) / 2);
  const found = new Float64Array(start + 2);
  found[start] = 1e-300;
  let sum = 0;
  for (let n = start; n > 0; n--) {
    found[n - 1] = ((2 * n) / x) * found[n]! - found[n + 1]!;
    if (Math.abs(found[n - 1]!) > 1e250) {
      for (let i = n - 1; i <= start; i++) found[i]! *= 1e-250;
      sum *= 1e-250;
    }
    if (n % 2 === 1) sum += (n === 1 ? 1 : 2) * found[n - 1]!;
  }
  return found.map((value) => value / sum);
}

/** Y, from orders 0 and 1 by Neumann's series. */
function secondKind(x: number, order: number): number {
  const j = firstKind(x, 2);
  const log = Math.log(x / 2) + eulerGamma;
  let [zero, one] = [(log * j[0]!) / 2, (log * j[1]! - j[0]! / x) / 2];
  for (let k = 1, sign = 1; 2 * k + 1 < j.length; k++, sign = -sign) {
    zero += (sign * j[2 * k]!) / k;
    one -= (sign * (j[2 * k - 1]! - j[2 * k + 1]!)) / (2 * k);
  }
  return upwards([(4 / Math.PI) * zero, (4 / Math.PI) * one], order, x, -1);
}

/** K, from orders 0 and 1 as an integral over steps so small that none of its digits is lost. */
function modifiedSecondKind(x: number, order: number): number {
  const step = 0.02 / Math.max(1, Math.sqrt(x / 700));
  let [zero, one] = [Math.exp(-x) / 2, Math.exp(-x) / 2];
  for (let t = step; x * Math.cosh(t) < 750; t += step) {
    const part = Math.exp(-x * Math.cosh(t));
    zero += part;
    one += part * Math.cosh(t);
  }
  return upwards([step * zero, step * one], order, x, 1);
}

/** Follows the recurrence from orders 0 and 1 up; that of K has the sign 1, that of Y -1. */
function upwards([zero, one]: readonly [number, number], order: number, x: number, sign: 1 | -1) {
  if (order === 0) return zero;
  let [before, value] = [zero, one];
  for (let n = 1; n < order; n++) [before, value] = [value, ((2 * n) / x) * value + sign * before];
  return value;
}

/** I, all of whose terms have one sign. */
function modified(x: number, order: number): number {
  let term = 1;
  for (let i = 1; i <= order; i++) term *= x / 2 / i;
  let sum = term;
  for (let k = 1; term > sum * 1e-17; k++) sum += term *= (x / 2) ** 2 / (k * (k + order));
  return sum;
}

const firstOf = (x: number, order: number) =>
  x === 0 ? Number(order === 0) : firstKind(x, order)[order]!;

function bessel(
  name: string,
  isForPositive: boolean,
  compute: (x: number, order: number) => number,
): void {
  define(name, '@ x x', (at: Place, x: number, given: number) => {
    const order = Math.trunc(given);
    if (order < 0 || (isForPositive && x <= 0)) return NUM;
    if (Math.abs(x) > furthest || order > furthest) return at.source.miss();
    const sign = x < 0 && order % 2 === 1 ? -1 : 1;
    const value = sign * compute(Math.abs(x), order);
    return Number.isFinite(value) ? value : NUM;
  });
}

bessel('BESSELJ', false, firstOf);
bessel('BESSELY', true, secondKind);
bessel('BESSELI', false, modified);
bessel('BESSELK', true, modifiedSecondKind);
