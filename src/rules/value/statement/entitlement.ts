/**
 * What the vendor is owed, to date: every amount is the sum of the periods up to this one. Before a
 * period's date only fixed instalments fall due; floor and cap take effect on the first period's
 * date, or on each period's for its own amount. A contract with something wrong in it shows the
 * reason instead, and nothing can be signed.
 */
import {
  add,
  and,
  atMost,
  equal,
  greater,
  isNumber,
  join,
  less,
  multiply,
  nums,
  round,
  rowOf,
  subtract,
  sum,
  sumIfs,
  when,
  type Num,
} from '../../expression';
import { sound } from '../inputs';
import { numberIf } from '../known';
import { carriedForward, dueNow, limited, type Limits } from '../pay';
import { signedRow } from './period';
import { chosen, contract, digits, fee, problem } from '../contract';
import { live, own, toDate } from './row';
import type { StatementWords } from './words';

const { num, txt } = rowOf<'Statement'>();

const reached = equal(num('reached'), 1);

export const entitlementRules = (words: StatementWords) => {
  const clawback = chosen('Clawback', words.yes);
  const entitled = isNumber(num('entitlement'));
  const limits: Limits = {
    floor: contract('PayFloor'),
    cap: contract('PayCap'),
    withoutGain: chosen('LimitScope', words.withoutGain),
  };
  const byPeriod = chosen('LimitSpan', words.byPeriod);
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
    /** The same up to the period's date, whatever the day of the sheet. */
    fixedBy: live(
      round(
        multiply(
          fee,
          sumIfs(nums('Instalments', 'fixedShare'), [
            nums('Instalments', 'date'),
            join('<=', num('date')),
          ]),
        ),
        digits,
      ),
    ),
    earnedToDate: live(round(toDate('earned'), digits)),
    bonusToDate: live(round(toDate('bonus'), digits)),
    gainToDate: live(round(toDate('gain'), digits)),
    shortfallToDate: live(round(toDate('shortfall'), digits)),
    /** All of it without the gain share, to date and of the period alone. */
    core: live(
      sound(
        problem,
        round(
          subtract(
            add(num('fixed'), num('earnedToDate'), num('bonusToDate')),
            num('shortfallToDate'),
          ),
          digits,
        ),
      ),
    ),
    coreBefore: live(sumIfs(own('core'), [own('no'), subtract(num('no'), 1)])),
    /** The period's own amount, within floor and cap once its date has come. */
    ofPeriod: live(sound(problem, ownAmount(limits))),
    /** To date, within floor and cap once any period's date has come; "" after the current period. */
    allowed: live(
      sound(
        problem,
        when(
          byPeriod,
          round(toDate('ofPeriod'), digits),
          when(
            greater(sum(own('reached')), 0),
            round(limited(num('core'), num('gainToDate'), limits), digits),
            add(num('core'), num('gainToDate')),
          ),
        ) as Num,
      ),
    ),
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
          numberIf(equal(problem, ''), num('allowed'), problem),
        ),
      ),
    ),
    /** Paid by the signatures of this period and those before. */
    settled: live(
      round(
        sumIfs(
          nums('Ledger', 'amount'),
          [nums('Ledger', 'period'), join('<=', num('no'))],
          [nums('Ledger', 'superseded'), 0],
        ),
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
      numberIf(entitled, carriedForward(num('entitlement'), num('settled'), clawback, digits)),
    ),
  };
};

const ownAmount = (limits: Limits): Num => {
  const core = subtract(num('core'), num('coreBefore'));
  const gain = numberIf(isNumber(num('gain')), num('gain'), 0);
  return when(reached, limited(core, gain, limits), add(core, gain)) as Num;
};
