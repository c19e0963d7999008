/** The bet before it is signed, by simulation. */

import type { SimulatedContract } from './contract';
import { drawOutcome, randomSeries } from './draws';
import { evenShares } from './even';
import { payableAt, weigh } from './payable';

export type {
  SimulatedContract,
  SimulatedCurve,
  SimulatedMetric,
  SimulatedPeriod,
  SimulatedTerm,
} from './contract';
export { curvePayout, payable } from './payable';

export interface Simulation {
  draws: number;
  seed: number;
  mean: number;
  /** The payable that 5, 25, 50, 75 and 95 of 100 draws stay under or at. */
  quantiles: Record<'p5' | 'p25' | 'p50' | 'p75' | 'p95', number>;
  /** Share of draws in which the vendor receives less, or the client pays more, than the fixed fee. */
  vendorLoses: number;
  clientLoses: number;
  /** The payable in ten equal steps from its least to its most, with the share of draws in each. */
  histogram: { from: number; to: number; share: number }[];
  /**
   * Shares at risk, above 0, at which the mean payable equals the fixed fee. Floors and caps can
   * make it so at none, at several, or between two: all are given, in ascending order.
   */
  even: { from: number; to: number }[];
}

/** @param draws how many outcomes; 10,000 take well under a second */
export function simulate(
  contract: SimulatedContract,
  { draws = 10_000, seed = 1 }: { draws?: number; seed?: number } = {},
): Simulation {
  const next = randomSeries(seed);
  const outcomes = Array.from({ length: draws }, () =>
    weigh(contract, drawOutcome(contract, next)),
  );
  const payables = outcomes.map(payableAt(contract, contract.shareAtRisk));
  const mean = payables.reduce((total, one) => total + one, 0) / draws;
  const ordered = Float64Array.from(payables).sort();
  const at = (share: number) => ordered[Math.ceil(share * draws) - 1] as number;
  const portion = (test: (one: number) => boolean) => payables.filter(test).length / draws;
  const half = 0.5 * 10 ** -contract.digits;
  return {
    draws,
    seed,
    mean,
    quantiles: { p5: at(0.05), p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95) },
    vendorLoses: portion((one) => one < contract.fee - half),
    clientLoses: portion((one) => one > contract.fee + half),
    histogram: histogram(ordered),
    even: evenShares(contract, outcomes),
  };
}

function histogram(ordered: Float64Array): Simulation['histogram'] {
  const [least, most] = [ordered[0] as number, ordered[ordered.length - 1] as number];
  const steps = most > least ? 10 : 1;
  const width = (most - least) / steps;
  const bars = Array.from({ length: steps }, (_, i) => ({
    from: least + i * width,
    to: i === steps - 1 ? most : least + (i + 1) * width,
    share: 0,
  }));
  for (const one of ordered) {
    const bar = bars[width > 0 ? Math.min(steps - 1, Math.floor((one - least) / width)) : 0];
    if (bar) bar.share += 1 / ordered.length;
  }
  return bars;
}
