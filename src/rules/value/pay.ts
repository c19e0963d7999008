import {
  add,
  and,
  equal,
  max,
  min,
  multiply,
  not,
  or,
  power,
  round,
  subtract,
  when,
  type Bool,
  type Num,
} from '../expression';
import { atLeastLimit, atMostLimit } from './gain';
import { contract } from './contract';
import { numberIf } from './known';

/**
 * Amounts of one term in one period. Stakes are rounded cumulatively, so that they add up to the
 * pool; earned, pending and forfeited share out the rounded stake and add up to it.
 */

/** The smallest amount of the currency, such as 0.01. */
export const minorUnit: Num = power(10, subtract(0, contract('MinorDigits')));

/**
 * An exact amount in minor units. A sum that misses a tie by its last bits is at the tie in every
 * engine: 3,550.4999999999 rounds as 3,550.5 does.
 */
const inMinorUnits = (exact: Num, digits: Num): Num => round(round(exact, add(digits, 4)), digits);

/** Line i of a series rounded to `digits`: round(Σ≤i) − round(Σ<i). */
export const cumulativeLine = (through: Num, before: Num, digits: Num): Num =>
  round(subtract(inMinorUnits(through, digits), inMinorUnits(before, digits)), digits);

/** Money that a payout share gives on a stake, within the term's cap (blank: none). */
export const cappedPay = (stake: Num, payout: Num, cap: Num): Num =>
  atMostLimit(multiply(stake, payout), cap);

/** The part of a payment that comes out of the pool; the rest is bonus. */
export const earnedPart = (pay: Num, stake: Num): Num => min(pay, stake);
export const bonusPart = (pay: Num, stake: Num): Num => max(0, subtract(pay, stake));

/** By line: rounded by itself; on the total: so that the running total is the rounded one. */
export const roundedLine = (byLine: Bool, line: Num, through: Num, before: Num, digits: Num): Num =>
  when(byLine, inMinorUnits(line, digits), cumulativeLine(through, before, digits)) as Num;

/** All while pending, what an interim does not pay, else nothing. */
export const pendingPart = (
  stake: Num,
  earned: Num,
  state: { pending: Bool; interim: Bool },
  digits: Num,
): Num =>
  when(state.pending, stake, when(state.interim, round(subtract(stake, earned), digits), 0)) as Num;

export const forfeitedPart = (stake: Num, earned: Num, pending: Num, digits: Num): Num =>
  round(subtract(subtract(stake, earned), pending), digits);

/** Floor and cap (blank: none), which hold with or without the gain share. */
export interface Limits {
  floor: Num;
  cap: Num;
  withoutGain: Bool;
}

/**
 * What the vendor may receive within floor and cap.
 * @param core fixed instalments fallen due, earned and bonus, less shortfall
 */
export const limited = (core: Num, gain: Num, { floor, cap, withoutGain }: Limits): Num => {
  const limitedPart = add(core, numberIf(withoutGain, 0, gain));
  const within = atLeastLimit(atMostLimit(limitedPart, cap), floor);
  return add(within, numberIf(withoutGain, gain, 0));
};

/** Entitlement less what was settled; a negative amount only where clawback is agreed. */
export const dueNow = (entitlement: Num, settled: Num, clawback: Bool, digits: Num): Num =>
  when(
    clawback,
    round(subtract(entitlement, settled), digits),
    max(0, round(subtract(entitlement, settled), digits)),
  ) as Num;

/** What stays with the vendor for now and is set off against later settlements. */
export const carriedForward = (entitlement: Num, settled: Num, clawback: Bool, digits: Num): Num =>
  when(clawback, 0, max(0, round(subtract(settled, entitlement), digits))) as Num;

/** 0 pending · 1 final · 2 interim · 3 lapsed: the long-stop date passed without enough data. */
export const state = { pending: 0, final: 1, interim: 2, lapsed: 3 } as const;

export const stateOf = (known: Bool, mature: Bool, interim: Bool, lapsed: Bool): Num =>
  when(
    and(known, mature),
    state.final,
    when(
      and(known, interim, not(mature)),
      state.interim,
      when(lapsed, state.lapsed, state.pending),
    ),
  ) as Num;

export const isState = (value: Num, ...states: number[]): Bool =>
  or(...states.map((one) => equal(value, one)));
