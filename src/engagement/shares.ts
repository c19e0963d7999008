import { freeIds } from './ownIds';

/** The step in which shares are given: 5 % where there are few, else 1 %. */
const stepOf = (count: number, total: number) => (count <= Math.round(total * 20) ? 0.05 : 0.01);

/**
 * Whole shares that sum to the total, in the proportion of the weights: no line takes what is left
 * over of the others. Fractions above 0; beyond a hundred lines shares are no longer whole.
 */
export function wholeShares(weights: readonly number[], total = 1): number[] {
  const step = stepOf(weights.length, total);
  const units = Math.round(total / step);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (weights.length > units) return weights.map((weight) => (weight / sum) * total);
  // One unit for each, the others by largest remainder.
  const free = units - weights.length;
  const exact = weights.map((weight) => Math.max(0, (weight / sum) * units - 1));
  const wanted = exact.reduce((all, one) => all + one, 0);
  const parts = exact.map((one) => (wanted > 0 ? (one / wanted) * free : 0));
  const given = parts.map(Math.floor);
  const left = free - given.reduce((all, one) => all + one, 0);
  const next = parts
    .map((part, i) => ({ i, rest: part - (given[i] as number) }))
    .sort((a, b) => b.rest - a.rest)
    .slice(0, left);
  for (const { i } of next) given[i] = (given[i] as number) + 1;
  return given.map((one) => Math.round((one + 1) * step * 100) / 100);
}

/** Whole shares as equal as they can be; the first ones take a step more. */
export const evenly = (count: number, total = 1): number[] =>
  wholeShares(
    Array.from({ length: count }, () => 1),
    total,
  );

/** What is missing to 1 (above 0) or too much (below 0); 0 within what counts as whole. */
export function missingOf(shares: readonly number[]): number {
  const missing = 1 - shares.reduce((sum, share) => sum + share, 0);
  return Math.abs(missing) <= 1e-9 ? 0 : missing;
}

/** A short code of its own: the letter and the first free number. */
export function freeCode(letter: string, taken: readonly string[]): string {
  const used = new Set(taken.map((code) => code.toUpperCase()));
  return freeIds(letter, (code) => used.has(code))();
}
