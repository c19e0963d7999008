/** Whole per cents of equal size that add up to 1; the first ones take what is left over. */
export function evenly(count: number): number[] {
  const each = Math.floor(100 / count);
  const left = 100 - each * count;
  return Array.from({ length: count }, (_, i) => (each + (i < left ? 1 : 0)) / 100);
}

/** What is missing to 1 (above 0) or too much (below 0); 0 within what counts as whole. */
export function missingOf(shares: readonly number[]): number {
  const missing = 1 - shares.reduce((sum, share) => sum + share, 0);
  return Math.abs(missing) <= 1e-9 ? 0 : missing;
}

/** A short code of its own: the letter and the first free number. */
export function freeCode(letter: string, taken: readonly string[]): string {
  const used = new Set(taken.map((code) => code.toUpperCase()));
  for (let n = 1; ; n += 1) if (!used.has(`${letter}${n}`)) return `${letter}${n}`;
}
