/**
 * What a row of Statement stands for, and what its period's stakes came to. Amounts are those of
 * the period, in the engagement's currency, earn-back in the period in which it is earned.
 */
import {
  add,
  and,
  atLeast,
  atMost,
  equal,
  index,
  isNumber,
  join,
  match,
  min,
  nums,
  round,
  rowOf,
  subtract,
  sumIfs,
  when,
  type Bool,
  type Num,
} from '../../expression';
import type { ColumnOf } from '../../register';
import { sound } from '../inputs';
import { numberIf, numberOr } from '../known';
import { contract, digits, problem, today } from '../contract';
import { live, period } from './row';
import type { StatementWords } from './words';

const { num } = rowOf<'Statement'>();

/** A signature that settled this period once it was due: its row in Ledger. */
export const signedRow = num('ledgerRow');

export const placeRules = (words: StatementWords) => ({
  /** Row of the period in Periods; "" in a row to spare, or while two periods share a date. */
  row: numberIf(
    atMost(num('no'), contract('PeriodCount')),
    numberOr(match(num('no'), nums('Periods', 'no'))),
  ),
  item: live(join(index(nums('Periods', 'item'), num('row')), '')),
  date: live(period('date')),
  /** Day up to which instalments have fallen due; after the last period they fall due by themselves. */
  at: live(numberIf(equal(num('no'), contract('PeriodCount')), today, min(num('date'), today))),
  /** 1 once the settlement date has come, else 0. */
  reached: live(numberIf(atLeast(today, num('date')), 1, 0)),
  ledgerRow: live(numberOr(match(num('no'), nums('Ledger', 'finalPeriod')))),
  status: live(
    when(
      isNumber(signedRow),
      words.signed,
      when(
        equal(num('reached'), 1),
        words.due,
        when(equal(num('no'), contract('Current')), words.current, words.toCome),
      ),
    ),
  ),
});

const ofPeriod = (column: ColumnOf<'Settlement'>): Num =>
  sumIfs(nums('Settlement', column), [nums('Settlement', 'period'), num('no')]);
/** What earlier periods forfeited and this one earns back. */
const earnedBack = (): Num =>
  sumIfs(nums('Settlement', 'forfeited'), [nums('Settlement', 'backAt'), num('no')]);

/** Once nothing of a signed period is pending, its amounts are those that were signed. */
const asSigned = (column: ColumnOf<'Ledger'>, now: Num): Num => {
  const frozen = (name: ColumnOf<'Ledger'>) => index(nums('Ledger', name), signedRow) as Num;
  const settled = when(
    isNumber(signedRow),
    and(isNumber(frozen('pending')), equal(frozen('pending'), 0)),
    false,
  ) as Bool;
  return numberIf(settled, frozen(column), sound(problem, round(now, digits)));
};

export const stakeRules = () => ({
  earned: live(asSigned('earned', add(ofPeriod('earned'), earnedBack()))),
  bonus: live(asSigned('bonus', ofPeriod('bonus'))),
  pending: live(asSigned('pending', ofPeriod('pending'))),
  /** Negative in a period that earns back more than it forfeits; over all periods 0 or more. */
  forfeited: live(asSigned('forfeited', subtract(ofPeriod('forfeited'), earnedBack()))),
});
