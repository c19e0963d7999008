/** Outcomes at random: the attainment of each metric is drawn from a PERT distribution. */

import type { SimulatedContract, SimulatedMetric } from './contract';
import type { SimulatedOutcome } from './payable';

/** Seeded uniform numbers in (0, 1); the same seed gives the same series. */
export function randomSeries(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4294967296;
  };
}

function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
}

/** Marsaglia and Tsang 2000; shape ≥ 1, which PERT's always is. */
function gamma(shape: number, next: () => number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(next);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** One draw of PERT(low, likely, high): a beta with mean (low + 4·likely + high) / 6. */
function pert({ low, likely, high }: SimulatedMetric, next: () => number): number {
  if (!(high > low)) return likely;
  const a = gamma(1 + (4 * (likely - low)) / (high - low), next);
  const b = gamma(1 + (4 * (high - likely)) / (high - low), next);
  return low + ((high - low) * a) / (a + b);
}

/** Levels of all terms, and values of all periods. */
export function drawOutcome(contract: SimulatedContract, next: () => number): SimulatedOutcome {
  const drawn = new Map<string, number>();
  let values: number[] | undefined;
  for (const [id, metric] of Object.entries(contract.metrics)) {
    const attainment = pert(metric, next);
    drawn.set(id, attainment);
    if (!metric.value) continue;
    const before = values;
    values = metric.value.map((value, k) => (before?.[k] ?? 0) + attainment * value);
  }
  const levels = contract.terms.map((term) => {
    if (!term.curve) return term.level ?? (next() < (term.passChance ?? 0) ? 1 : 0);
    return drawn.get(term.metric ?? '') ?? 0;
  });
  return { levels, ...(values && { values }) };
}
