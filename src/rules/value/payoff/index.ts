/**
 * The bet before it is signed: what both sides have at each attainment, worked out with the
 * settlement's own expressions term by term and period by period. Payoff at attainment a is the
 * settlement of the same contract with a in every term and period.
 */
import {
  add,
  and,
  atLeast,
  atMost,
  count,
  divide,
  each,
  equal,
  greater,
  index,
  int,
  isNumber,
  less,
  literal,
  match,
  min,
  multiply,
  nums,
  or,
  rowOf,
  small,
  subtract,
  sumIfs,
  sumProduct,
  type Bool,
  type Expression,
  type Num,
} from '../../expression';
import type { ColumnOf } from '../../register';
import { crossing } from '../gain';
import { numberIf, numberOr } from '../known';
import { contract, contractText, fee } from '../contract';
import { live } from './row';
import { justBeside } from '../limit';
import { payoffLevels } from './words';

const { num } = rowOf<'Payoff'>();

export { payoffPeriodRules } from './periods';
export { payoffStepRules, stepKinds } from './steps';
export { payoffTermRules } from './terms';
export { payoffLevels, type PayoffWords } from './words';

type Amount = 'earned' | 'bonus' | 'gain' | 'shortfall' | 'value';
const ofPeriods = (column: Amount): Num =>
  sumIfs(nums('PayoffPeriods', column), [nums('PayoffPeriods', 'step'), num('step')]);
const levels = nums('Payoff', 'level');
const steps = nums('PayoffSteps', 'at');
const stepNo = subtract(num('no'), payoffLevels.length);

/** Rows that Payoff and its terms need now, and those that they have. */
const payoffOverflows = (): Record<'levels' | 'rows', [needed: Num, there: Num]> => ({
  levels: [multiply(2, count(steps)), subtract(count(nums('Payoff', 'no')), payoffLevels.length)],
  rows: [
    multiply(count(levels), contract('TermCount'), contract('PeriodCount')),
    count(nums('PayoffTerms', 'no')),
  ],
});

/** More levels, terms or periods than Payoff and its tables have rows. */
export const payoffOverflowing = (): Bool => {
  const { levels: extra, rows } = payoffOverflows();
  return or(
    greater(extra[0], extra[1]),
    greater(rows[0], rows[1]),
    greater(multiply(count(levels), contract('PeriodCount')), count(nums('PayoffPeriods', 'no'))),
  );
};

/** Columns of Payoff: the levels of the table, then one row just below each step and one at it. */
export function payoffRules(tooSmall: string): Record<string, Expression> {
  const { rows } = payoffOverflows();
  const crosses = (column: 'against' | 'client') => {
    const before = index(nums('Payoff', column), num('beforeRow')) as Num;
    const value = num(column);
    return live(
      numberIf(
        isNumber(value),
        numberIf(
          atLeast(value, 0),
          numberIf(
            isNumber(num('beforeRow')),
            numberIf(
              less(before, 0),
              numberIf(
                atMost(subtract(num('level'), num('below')), 1.5 * justBeside),
                num('level'),
                crossing(0, { at: num('below'), value: before }, { at: num('level'), value }),
              ),
            ),
            num('level'),
          ),
        ),
      ),
    );
  };
  return {
    level: numberIf(
      isNumber(num('grid')),
      num('grid'),
      numberIf(
        greater(stepNo, multiply(2, count(steps))),
        '',
        subtract(
          numberOr(small(steps, int(divide(add(stepNo, 1), 2))), 0),
          multiply(justBeside, subtract(stepNo, multiply(2, int(divide(stepNo, 2))))),
        ),
      ),
    ),
    /** The level's number, as the tables of terms and periods have it. */
    step: live(num('no')),
    earned: live(ofPeriods('earned')),
    bonus: live(ofPeriods('bonus')),
    value: live(numberIf(greater(count(nums('Statement', 'plan')), 0), ofPeriods('value'))),
    gain: live(ofPeriods('gain')),
    shortfall: live(ofPeriods('shortfall')),
    income: live(
      numberIf(
        equal(contractText('Flaw'), ''),
        numberIf(
          greater(rows[0], rows[1]),
          literal(tooSmall) as unknown as Num,
          sumIfs(
            nums('PayoffPeriods', 'allowed'),
            [nums('PayoffPeriods', 'step'), num('step')],
            [nums('PayoffPeriods', 'period'), contract('PeriodCount')],
          ),
        ),
      ),
    ),
    against: live(numberIf(isNumber(num('income')), subtract(num('income'), fee))),
    client: live(
      numberIf(
        and(isNumber(num('value')), isNumber(num('income'))),
        subtract(num('value'), num('income')),
      ),
    ),
    /** How many levels lie below, the highest of them and its row. */
    rank: live(sumProduct(each.multiply(each.less(levels, num('level')), 1))),
    below: live(numberIf(greater(num('rank'), 0), small(levels, num('rank')))),
    beforeRow: live(numberIf(isNumber(num('below')), match(num('below'), levels))),
    vendorCross: crosses('against'),
    clientCross: crosses('client'),
  };
}

/** The lowest attainment at which a side breaks even; a word when none within the table. */
export const breakEven = (
  column: Extract<ColumnOf<'Payoff'>, 'vendorCross' | 'clientCross'>,
  words: { none: string; tooSmall: string },
): Expression => {
  const { levels: extra } = payoffOverflows();
  return numberIf(
    greater(extra[0], extra[1]),
    words.tooSmall,
    numberIf(greater(count(nums('Payoff', column)), 0), min(nums('Payoff', column)), words.none),
  );
};
