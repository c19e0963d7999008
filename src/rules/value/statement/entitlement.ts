/**
 * What the vendor is owed, to date: every amount is the sum of the periods up to this one. A
 * contract with something wrong in it shows the reason instead, and nothing can be signed.
 */
import {
  and,
  atMost,
  equal,
  isNumber,
  join,
  less,
  multiply,
  num,
  nums,
  round,
  sumIfs,
  txt,
} from '../../expression';
import { numberIf } from '../known';
import { sound } from '../inputs';
import { carriedForward, dueNow, entitlementOf } from '../pay';
import { signedRow } from './period';
import { contract, digits, fee, live, switchedOn, toDate, problem } from './row';
import type { StatementWords } from './words';

export const entitlementRules = (words: StatementWords) => {
  const clawback = switchedOn('Clawback', words.yes);
  const entitled = isNumber(num('entitlement'));
  return {
    /** Fixed instalments that have fallen due. */
    fixed: live(
      sound(
        problem,
        round(
          multiply(
            fee,
            sumIfs(nums('Instalments', 'fixedShare'), [
              nums('Instalments', 'date'),
              join('<=', num('at')),
            ]),
          ),
          digits,
        ),
      ),
    ),
    earnedToDate: live(round(toDate('earned'), digits)),
    bonusToDate: live(round(toDate('bonus'), digits)),
    gainToDate: live(round(toDate('gain'), digits)),
    shortfallToDate: live(round(toDate('shortfall'), digits)),
    /**
     * "" for periods after the current one. A signed period is settled: what still comes in for it is
     * owed with the period that is signed next, not twice.
     */
    entitlement: live(
      numberIf(
        and(isNumber(signedRow), less(num('no'), contract('Current'))),
        num('settled'),
        numberIf(
          atMost(num('no'), contract('Current')),
          numberIf(
            equal(problem, ''),
            entitlementOf(
              {
                fixed: num('fixed'),
                earned: num('earnedToDate'),
                bonus: num('bonusToDate'),
                gain: num('gainToDate'),
                shortfall: num('shortfallToDate'),
              },
              {
                floor: contract('PayFloor'),
                cap: contract('PayCap'),
                withoutGain: switchedOn('LimitScope', words.withoutGain),
                digits,
              },
            ),
            problem,
          ),
          '',
        ),
      ),
    ),
    /** Paid by the signatures of this period and those before. */
    settled: live(
      round(
        sumIfs(nums('Ledger', 'amount'), [nums('Ledger', 'period'), join('<=', num('no'))]),
        digits,
      ),
    ),
    due: live(
      numberIf(
        entitled,
        dueNow(num('entitlement'), num('settled'), clawback, digits),
        txt('entitlement'),
      ),
    ),
    carried: live(
      numberIf(entitled, carriedForward(num('entitlement'), num('settled'), clawback, digits), ''),
    ),
  };
};
