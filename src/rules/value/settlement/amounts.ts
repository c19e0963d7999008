/**
 * Money of a term in a period, in the engagement's currency: stake → cap, and, once the gates are
 * known, earned, bonus, pending, forfeited. Earned + pending + forfeited is the stake, and the
 * stakes add up to the pool, both to the minor unit.
 *
 * Rounded on the total, what is signed for good comes first, then what is final, then the rest: what
 * rounding gives or takes moves on from a term that still waits to one that no longer does, so that
 * settling by and by pays the same as settling once.
 */
import { add, and, equal, multiply, or, rowOf, unequal } from '../../expression';
import { numberIf, numberOr } from '../known';
import {
  bonusPart,
  cappedPay,
  cumulativeLine,
  earnedPart,
  forfeitedPart,
  pendingPart,
  roundedLine,
  state,
} from '../pay';
import { exactly, isSigned } from './signed';
import { contract, digits, term } from '../contract';
import { before, live, period, roundedByLine, through } from './row';
import type { SettlementWords } from './words';

const { num } = rowOf<'Settlement'>();

/** More than a Settlement can have rows. */
const inTurn = 1_000_000;

export function stakeRules() {
  const pool = contract('Pool');
  return {
    /** w · σ: the part of the pool that the row can earn, a fraction. */
    share: live(multiply(term('counted'), add(numberOr(period('share'), 0), 0))),
    /** S, rounded cumulatively. */
    stake: live(
      cumulativeLine(multiply(pool, through('share')), multiply(pool, before('share')), digits),
    ),
    /** S · p within the term's cap, gates not yet considered. */
    capped: live(cappedPay(num('stake'), num('payout'), term('cap'))),
  };
}

/** Columns that end in "Now" are worked out from today's inputs; a signature may stand before them. */
export function amountRules(words: SettlementWords) {
  const open = equal(num('gated'), 0);
  const rounded = (raw: 'earnedRaw' | 'bonusRaw', exact: 'earnedExact' | 'bonusExact') =>
    roundedLine(
      roundedByLine(words),
      num(raw),
      through(exact, 'turn'),
      before(exact, 'turn'),
      digits,
    );
  return {
    earnedRaw: live(numberIf(open, earnedPart(num('capped'), num('stake')), 0)),
    bonusRaw: live(numberIf(open, bonusPart(num('capped'), num('stake')), 0)),
    /** Place in the order of rounding: signed rows, final ones, the rest, each as they stand. */
    turn: live(
      add(
        numberIf(isSigned, 0, numberIf(equal(num('state'), state.final), inTurn, 2 * inTurn)),
        num('no'),
      ),
    ),
    earnedExact: live(exactly('earned')),
    bonusExact: live(exactly('bonus')),
    earnedNow: live(rounded('earnedRaw', 'earnedExact')),
    bonusNow: live(rounded('bonusRaw', 'bonusExact')),
    /** A lapsed term has nothing to wait for, even behind a pending gate. */
    pendingNow: live(
      pendingPart(
        num('stake'),
        num('earnedNow'),
        {
          pending: or(
            equal(num('state'), state.pending),
            and(equal(num('gated'), 1), unequal(num('state'), state.lapsed)),
          ),
          interim: equal(num('state'), state.interim),
        },
        digits,
      ),
    ),
    forfeitedNow: live(forfeitedPart(num('stake'), num('earnedNow'), num('pendingNow'), digits)),
  };
}
