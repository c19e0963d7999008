/**
 * The bet before it is signed, by simulation: attainment of each metric drawn from a PERT
 * distribution (min – likely – max), the payable worked out as the Payoff sheet does, term by term.
 * `payable` is that sheet's arithmetic in TypeScript; the tests hold it to the rules themselves.
 */

import { isReached } from './limit';

export interface SimulatedCurve {
  mode: 'linear' | 'step';
  /** (attainment, payout share), ascending. */
  points: readonly (readonly [number, number])[];
  deadband?: number;
}

export interface SimulatedTerm {
  weight: number;
  /** Terms that follow one metric share its draws. */
  metric?: string;
  /** Without a curve the term is qualitative: judged already, or it passes with a chance. */
  curve?: SimulatedCurve;
  level?: number;
  passChance?: number;
  /** Qualitative: pays the share passed, not all or nothing. */
  byShare?: boolean;
  cap?: number;
  gateLevel?: number;
  /** Group that a gate voids; undefined: every term. */
  gates?: string;
  group?: string;
}

export interface SimulatedMetric {
  /** Attainment: fraction of the planned improvement. */
  low: number;
  likely: number;
  high: number;
  /** Net value a year at attainment 1; absent: not priced. */
  value?: number;
}

export interface SimulatedContract {
  fee: number;
  shareAtRisk: number;
  digits: number;
  floor?: number;
  cap?: number;
  limitsWithoutGain?: boolean;
  hurdle?: number;
  cliff?: boolean;
  afterFee?: boolean;
  whole?: boolean;
  bands: readonly { from: number; share: number }[];
  gainCap?: number;
  guarantee?: number;
  shortfallRate?: number;
  lossLimit?: number;
  terms: readonly SimulatedTerm[];
  metrics: Readonly<Record<string, SimulatedMetric>>;
}

/** Attainment within the deadband of 1 counts as 1. */
const deadbanded = ({ deadband = 0 }: SimulatedCurve, given: number): number =>
  isReached(deadband, Math.abs(given - 1)) ? 1 : given;

/** Payout share of an attainment; see curve.ts. */
function curvePayout(curve: SimulatedCurve, given: number): number {
  const { mode, points } = curve;
  const attainment = deadbanded(curve, given);
  let payout = 0;
  let last: readonly [number, number] | undefined;
  for (const point of points) {
    const [at, share] = point;
    if (isReached(attainment, at)) payout = share;
    else {
      if (mode === 'linear' && last && isReached(attainment, last[0])) {
        payout = last[1] + ((share - last[1]) * Math.max(0, attainment - last[0])) / (at - last[0]);
      }
      break;
    }
    last = point;
  }
  return payout;
}

/** Half up on what a cell shows: 1.005 is stored below its decimal value. */
const rounded = (value: number, digits: number): number => {
  const scale = 10 ** digits;
  return (Math.sign(value) * Math.round(Math.abs(value) * scale * (1 + 1e-15))) / scale;
};

/** The vendor's share of a shared value by bands; see gain.ts. */
function bandedGain(bands: SimulatedContract['bands'], value: number, whole: boolean): number {
  const ordered = [...bands].sort((a, b) => a.from - b.from);
  return ordered.reduce((gain, { from, share }, i) => {
    const end = ordered[i + 1]?.from ?? Infinity;
    if (whole) return isReached(value, from) && !isReached(value, end) ? value * share : gain;
    return gain + share * Math.max(0, Math.min(value, end) - from);
  }, 0);
}

/** Levels that the terms reach: attainment; of qualitative terms, the share passed. */
export interface Outcome {
  levels: readonly number[];
  /** Net value a year; undefined: not known. */
  value?: number;
}

/** What of an outcome does not depend on the share at risk. */
interface Weighed {
  /** Payout share by term; 0 where a gate voids it. */
  payouts: readonly number[];
  gain: number;
  shortfall: number;
}

/** What the vendor receives in all for one outcome, fixed instalments included. */
export const payable = (contract: SimulatedContract, outcome: Outcome): number =>
  amount(contract, weigh(contract, outcome), contract.shareAtRisk);

function weigh(contract: SimulatedContract, { levels, value }: Outcome): Weighed {
  const { terms, fee } = contract;
  const gated = terms.some((term) => term.gateLevel !== undefined);
  const payouts = terms.map((term, i) => {
    const level = levels[i] as number;
    if (gated && isVoid(terms, levels, term)) return 0;
    if (term.curve) return curvePayout(term.curve, level);
    return level >= 1 ? 1 : term.byShare ? level : 0;
  });
  const base = value === undefined ? undefined : contract.afterFee ? value - fee : value;
  const gain =
    base === undefined || contract.bands.length === 0
      ? 0
      : Math.min(
          bandedGain(contract.bands, shared(contract, base), contract.whole ?? false),
          contract.gainCap ?? Infinity,
        );
  const { guarantee } = contract;
  const short = value !== undefined && guarantee !== undefined && !isReached(value, guarantee);
  const gap = short ? guarantee - value : 0;
  const shortfall = Math.min(gap * (contract.shortfallRate ?? 0), contract.lossLimit ?? Infinity);
  return { payouts, gain, shortfall };
}

function amount(contract: SimulatedContract, weighed: Weighed, shareAtRisk: number): number {
  const { fee, terms, digits } = contract;
  const pool = rounded(fee * shareAtRisk, digits);
  let earned = 0;
  let bonus = 0;
  for (let i = 0; i < terms.length; i += 1) {
    const term = terms[i] as SimulatedTerm;
    const stake = pool * term.weight;
    const pay = Math.min(stake * (weighed.payouts[i] as number), term.cap ?? Infinity);
    earned += Math.min(pay, stake);
    bonus += Math.max(0, pay - stake);
  }
  const limit = (total: number) =>
    Math.max(contract.floor ?? -Infinity, Math.min(contract.cap ?? Infinity, total));
  const core =
    fee -
    pool +
    rounded(earned, digits) +
    rounded(bonus, digits) -
    rounded(weighed.shortfall, digits);
  const gain = rounded(weighed.gain, digits);
  return rounded(contract.limitsWithoutGain ? limit(core) + gain : limit(core + gain), digits);
}

/** A gate over this term, or over every term, is under its level. */
const isVoid = (terms: readonly SimulatedTerm[], levels: readonly number[], of: SimulatedTerm) =>
  terms.some(
    ({ gateLevel, gates, curve }, i) =>
      gateLevel !== undefined &&
      (gates === undefined || gates === of.group) &&
      !isReached(curve ? deadbanded(curve, levels[i] as number) : (levels[i] as number), gateLevel),
  );

function shared({ hurdle = 0, cliff = false }: SimulatedContract, value: number): number {
  if (cliff) return isReached(value, hurdle) ? Math.max(0, value) : 0;
  return Math.max(0, value - hurdle);
}

/** Seeded uniform numbers in (0, 1); the same seed gives the same series. */
function randomSeries(seed: number): () => number {
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
  const payables = outcomes.map((one) => amount(contract, one, contract.shareAtRisk));
  const mean = payables.reduce((total, one) => total + one, 0) / draws;
  const ordered = Float64Array.from(payables).sort();
  const at = (share: number) => ordered[Math.max(0, Math.ceil(share * draws) - 1)] as number;
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

function drawOutcome(contract: SimulatedContract, next: () => number): Outcome {
  const drawn = new Map<string, number>();
  let value: number | undefined;
  for (const [id, metric] of Object.entries(contract.metrics)) {
    const attainment = pert(metric, next);
    drawn.set(id, attainment);
    if (metric.value !== undefined) value = (value ?? 0) + attainment * metric.value;
  }
  const levels = contract.terms.map((term) => {
    if (!term.curve) return term.level ?? (next() < (term.passChance ?? 0) ? 1 : 0);
    return drawn.get(term.metric ?? '') ?? 0;
  });
  return { levels, ...(value !== undefined && { value }) };
}

/** As many outcomes as tell the mean to a few per mille; each share needs all of them again. */
const evenDraws = 2000;
const evenStep = 0.02;

/**
 * Looks at the mean over the same draws from 2 % to 100 %: where it is even from one step to the
 * next, that stretch; where it changes sides, the share in between, by bisection.
 */
function evenShares(contract: SimulatedContract, all: Weighed[]): Simulation['even'] {
  const outcomes = all.slice(0, evenDraws);
  const tolerance = Math.max(1, contract.fee) * 1e-6;
  const gapAt = (shareAtRisk: number) => {
    const total = outcomes.reduce((sum, one) => sum + amount(contract, one, shareAtRisk), 0);
    const gap = total / outcomes.length - contract.fee;
    return Math.abs(gap) <= tolerance ? 0 : gap;
  };
  const found: Simulation['even'] = [];
  let before: { share: number; gap: number } | undefined;
  for (let step = 1; step <= Math.round(1 / evenStep); step += 1) {
    const share = Number((step * evenStep).toFixed(4));
    const gap = gapAt(share);
    const last = found[found.length - 1];
    if (gap === 0 && before?.gap === 0 && last) last.to = share;
    else if (gap === 0) found.push({ from: share, to: share });
    else if (before && before.gap * gap < 0) {
      const at = bisect(gapAt, before.share, share, before.gap);
      found.push({ from: at, to: at });
    }
    before = { share, gap };
  }
  return found;
}

function bisect(gapAt: (share: number) => number, from: number, to: number, side: number): number {
  let [low, high] = [from, to];
  for (let i = 0; i < 8; i += 1) {
    const middle = (low + high) / 2;
    if (gapAt(middle) * side > 0) low = middle;
    else high = middle;
  }
  return Number(((low + high) / 2).toFixed(4));
}
