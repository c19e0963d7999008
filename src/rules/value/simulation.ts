/**
 * The bet before it is signed, by simulation: attainment of each metric drawn from a PERT
 * distribution (min – likely – max), the payable worked out as the Payoff sheet does, term by term and
 * period by period. `payable` is that sheet's arithmetic in TypeScript; the tests hold it to the rules.
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
  /** Net value at attainment 1, of each period; absent: not priced. */
  value?: readonly number[];
}

export interface SimulatedPeriod {
  /** Share of the pool that the period can earn. */
  share: number;
  /** Share of the fixed instalments that have fallen due by its date; all of them by the last. */
  fixed: number;
  /** Value below which nothing is shared. */
  hurdle?: number;
}

export interface SimulatedContract {
  fee: number;
  shareAtRisk: number;
  digits: number;
  /** In the order of their dates; one final period when absent. */
  periods?: readonly SimulatedPeriod[];
  floor?: number;
  cap?: number;
  limitsWithoutGain?: boolean;
  /** Floor and cap hold for each period by itself. */
  limitsByPeriod?: boolean;
  /** Each amount is rounded by itself. */
  byLine?: boolean;
  /** Payout share at which a later period earns back what was forfeited. */
  earnBackLevel?: number;
  cliff?: boolean;
  afterFee?: boolean;
  whole?: boolean;
  highWaterMark?: boolean;
  bands: readonly { from: number; share: number }[];
  gainCap?: number;
  guarantee?: number;
  shortfallFixed?: number;
  shortfallRate?: number;
  lossLimit?: number;
  terms: readonly SimulatedTerm[];
  metrics: Readonly<Record<string, SimulatedMetric>>;
}

/** Attainment within the deadband of 1 counts as 1. */
const deadbanded = ({ deadband = 0 }: SimulatedCurve, given: number): number =>
  isReached(deadband, Math.abs(given - 1)) ? 1 : given;

/** Payout share of an attainment; see curve.ts. */
export function curvePayout(curve: SimulatedCurve, given: number): number {
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
export interface SimulatedOutcome {
  levels: readonly number[];
  /** Net value of each period; undefined: not known. */
  values?: readonly number[];
}

/** What of an outcome does not depend on the share at risk. */
interface Weighed {
  /** Payout share by term; 0 where a gate voids it. */
  payouts: readonly number[];
  open: readonly boolean[];
  /** By period. */
  gains: readonly number[];
  shortfalls: readonly number[];
}

const onePeriod: readonly SimulatedPeriod[] = [{ share: 1, fixed: 1 }];
const periodsOf = ({ periods }: SimulatedContract) =>
  periods && periods.length > 0 ? periods : onePeriod;

/** What the vendor receives in all for one outcome, fixed instalments included. */
export const payable = (contract: SimulatedContract, outcome: SimulatedOutcome): number =>
  amount(contract, weigh(contract, outcome), contract.shareAtRisk);

function weigh(contract: SimulatedContract, { levels, values }: SimulatedOutcome): Weighed {
  const { terms, digits } = contract;
  const gated = terms.some((term) => term.gateLevel !== undefined);
  const open = terms.map((term) => !(gated && isVoid(terms, levels, term)));
  const payouts = terms.map((term, i) => {
    const level = levels[i] as number;
    if (term.curve) return curvePayout(term.curve, level);
    return isReached(level, 1) ? 1 : term.byShare ? level : 0;
  });
  const periods = periodsOf(contract);
  const raw = periods.map(() => 0);
  const shortfalls = periods.map(() => 0);
  let peak: number | undefined;
  periods.forEach(({ share, hurdle = 0 }, k) => {
    const value = values?.[k];
    if (value === undefined) return;
    const basis = contract.afterFee ? value - contract.fee * share : value;
    const above = (one: number) =>
      bandedGain(contract.bands, shared(contract, hurdle, one), contract.whole ?? false);
    const before = contract.highWaterMark && peak !== undefined ? above(peak) : 0;
    peak = contract.highWaterMark ? Math.max(peak ?? basis, basis) : basis;
    raw[k] = Math.max(0, Math.min(above(peak) - before, contract.gainCap ?? Infinity));
    shortfalls[k] = rounded(shortfallOf(contract, value), digits);
  });
  const gains = contract.bands.length === 0 ? raw.map(() => 0) : cumulative(raw, digits);
  return { payouts, open, gains, shortfalls };
}

function shortfallOf(contract: SimulatedContract, value: number): number {
  const { guarantee, shortfallFixed = 0, shortfallRate = 0, lossLimit = Infinity } = contract;
  if (guarantee === undefined || isReached(value, guarantee)) return 0;
  return Math.min(shortfallFixed + shortfallRate * (guarantee - value), lossLimit);
}

/** Lines rounded so that they add up to their rounded sum. */
function cumulative(lines: readonly number[], digits: number): number[] {
  let sum = 0;
  return lines.map((line) => {
    const before = rounded(sum, digits);
    sum += line;
    return rounded(rounded(sum, digits) - before, digits);
  });
}

function amount(contract: SimulatedContract, weighed: Weighed, shareAtRisk: number): number {
  const { fee, terms, digits, byLine, earnBackLevel } = contract;
  const periods = periodsOf(contract);
  const pool = terms.length === 0 ? 0 : rounded(fee * shareAtRisk, digits);
  const fixed = fee * (terms.length === 0 ? 1 : 1 - shareAtRisk);
  const lines = periods.flatMap(({ share }, period) =>
    terms.map((term, i) => ({ period, term: i, share: term.weight * share })),
  );
  const stakes = cumulative(
    lines.map(({ share }) => pool * share),
    digits,
  );
  const pays = lines.map(({ term }, n) => {
    if (!weighed.open[term]) return 0;
    const due = (stakes[n] as number) * (weighed.payouts[term] as number);
    return Math.min(due, terms[term]?.cap ?? Infinity);
  });
  const roundedLines = (raw: number[]) =>
    byLine ? raw.map((one) => rounded(one, digits)) : cumulative(raw, digits);
  const earned = roundedLines(pays.map((pay, n) => Math.min(pay, stakes[n] as number)));
  const bonus = roundedLines(pays.map((pay, n) => Math.max(0, pay - (stakes[n] as number))));
  const ofPeriods = periods.map(() => ({ earned: 0, bonus: 0 }));
  lines.forEach(({ period, term }, n) => {
    const of = ofPeriods[period];
    if (!of) return;
    of.earned += earned[n] as number;
    of.bonus += bonus[n] as number;
    const next = ofPeriods[period + 1];
    const back =
      earnBackLevel !== undefined &&
      weighed.open[term] &&
      isReached(weighed.payouts[term] as number, earnBackLevel);
    if (back && next) next.earned += (stakes[n] as number) - (earned[n] as number);
  });
  const limit = (core: number, gain: number) => {
    const within = (total: number) =>
      Math.max(contract.floor ?? -Infinity, Math.min(contract.cap ?? Infinity, total));
    return contract.limitsWithoutGain ? within(core) + gain : within(core + gain);
  };
  let [core, gain, before, byPeriod] = [0, 0, 0, 0];
  let judged = 0;
  periods.forEach((period, k) => {
    const last = k === periods.length - 1;
    const of = ofPeriods[k] as { earned: number; bonus: number };
    judged +=
      rounded(of.earned, digits) + rounded(of.bonus, digits) - (weighed.shortfalls[k] as number);
    core = rounded(rounded(fixed * (last ? 1 : period.fixed), digits) + judged, digits);
    gain += weighed.gains[k] as number;
    byPeriod += limit(core - before, weighed.gains[k] as number);
    before = core;
  });
  return rounded(contract.limitsByPeriod ? byPeriod : limit(core, gain), digits);
}

/** A gate over this term, or over every term, is under its level. */
const isVoid = (terms: readonly SimulatedTerm[], levels: readonly number[], of: SimulatedTerm) =>
  terms.some(
    ({ gateLevel, gates, curve }, i) =>
      gateLevel !== undefined &&
      (gates === undefined || gates === of.group) &&
      !isReached(curve ? deadbanded(curve, levels[i] as number) : (levels[i] as number), gateLevel),
  );

function shared({ cliff = false }: SimulatedContract, hurdle: number, value: number): number {
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

function drawOutcome(contract: SimulatedContract, next: () => number): SimulatedOutcome {
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
