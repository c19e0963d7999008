/**
 * What a contract pays for one outcome, as the Payoff sheet works it out, term by term and period by
 * period. It is that sheet's arithmetic in TypeScript; the tests hold it to the rules.
 */

import { isReached } from '../limit';
import type { SimulatedContract, SimulatedCurve, SimulatedPeriod, SimulatedTerm } from './contract';

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
      if (mode === 'linear' && last) {
        payout = last[1] + ((share - last[1]) * Math.max(0, attainment - last[0])) / (at - last[0]);
      }
      break;
    }
    last = point;
  }
  return payout;
}

/** By digits. Raising to a power takes longer than all the rest of rounding. */
const powers: number[] = [];

/** Half up on what a cell shows: 1.005 is stored below its decimal value. */
const halfUp = (value: number, digits: number): number => {
  const scale = (powers[digits] ??= 10 ** digits);
  return (Math.sign(value) * Math.round(Math.abs(value) * scale * (1 + 1e-15))) / scale;
};

/** A sum that misses a tie by its last bits is at the tie; see pay.ts. */
const rounded = (value: number, digits: number): number =>
  halfUp(halfUp(value, digits + 4), digits);

/** The vendor's share of a shared value by bands; see gain.ts. */
function bandedGain(bands: SimulatedContract['bands'], value: number, whole: boolean): number {
  const ordered = [...bands].sort((a, b) => a.from - b.from);
  return ordered.reduce((gain, { from, share }, i) => {
    if (whole) return isReached(value, from) ? value * share : gain;
    const end = ordered[i + 1]?.from ?? Infinity;
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
export interface Weighed {
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
  payableAt(contract, contract.shareAtRisk)(weigh(contract, outcome));

/** What an outcome comes to before the share at risk is known. */
export function weigh(contract: SimulatedContract, { levels, values }: SimulatedOutcome): Weighed {
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

/** What the vendor receives of outcomes at a share at risk. */
export function payableAt(
  contract: SimulatedContract,
  shareAtRisk: number,
): (weighed: Weighed) => number {
  const { fee, terms, digits, byLine, earnBackLevel } = contract;
  const periods = periodsOf(contract);
  const pool = terms.length === 0 ? 0 : rounded(fee * shareAtRisk, digits);
  const fixed = fee * (terms.length === 0 ? 1 : 1 - shareAtRisk);
  const fixedOf = periods.map((period, k) =>
    rounded(fixed * (k === periods.length - 1 ? 1 : period.fixed), digits),
  );
  const lines = periods.flatMap(({ share }, period) =>
    terms.map((term, i) => ({ period, term: i, share: term.weight * share })),
  );
  const stakes = cumulative(
    lines.map(({ share }) => pool * share),
    digits,
  );
  const roundedLines = (raw: number[]) =>
    byLine ? raw.map((one) => rounded(one, digits)) : cumulative(raw, digits);
  const limit = (core: number, gain: number) => {
    const within = (total: number) =>
      Math.max(contract.floor ?? -Infinity, Math.min(contract.cap ?? Infinity, total));
    return contract.limitsWithoutGain ? within(core) + gain : within(core + gain);
  };
  return (weighed) => {
    const pays = lines.map(({ term }, n) => {
      if (!weighed.open[term]) return 0;
      const due = (stakes[n] as number) * (weighed.payouts[term] as number);
      return Math.min(due, terms[term]?.cap ?? Infinity);
    });
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
    let [core, gain, before, byPeriod] = [0, 0, 0, 0];
    let judged = 0;
    periods.forEach((_, k) => {
      const of = ofPeriods[k] as { earned: number; bonus: number };
      judged +=
        rounded(of.earned, digits) + rounded(of.bonus, digits) - (weighed.shortfalls[k] as number);
      core = rounded((fixedOf[k] as number) + judged, digits);
      gain += weighed.gains[k] as number;
      byPeriod += limit(core - before, weighed.gains[k] as number);
      before = core;
    });
    return rounded(contract.limitsByPeriod ? byPeriod : limit(core, gain), digits);
  };
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
