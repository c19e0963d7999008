/** A meeting's minutes shared out over its questions, by how much there is to decide; whole minutes that add up. */
export function minutesOf(toDecide: readonly number[], minutes: number): number[] {
  // Each question takes some time, however little is open.
  const weights = toDecide.map((count) => 3 + Math.min(count, 12));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return [];
  const exact = weights.map((weight) => (weight * minutes) / total);
  const whole = exact.map(Math.floor);
  const left = Math.round(minutes - whole.reduce((sum, one) => sum + one, 0));
  const byRest = exact
    .map((value, i) => ({ i, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest);
  for (const { i } of byRest.slice(0, left)) whole[i] = (whole[i] ?? 0) + 1;
  return whole;
}
