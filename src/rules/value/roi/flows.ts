/**
 * Benefits, costs and what follows from them, a row for each scenario and year. Money is in the
 * engagement's currency; "" in years beyond the horizon.
 */
import {
  add,
  and,
  atLeast,
  choose,
  divide,
  equal,
  index,
  isNumber,
  less,
  multiply,
  negate,
  num,
  nums,
  power,
  round,
  sign,
  subtract,
  sum,
  sumProduct,
  type Num,
} from '../../expression';
import type { ColumnOf } from '../../register';
import { numberIf, numberOr } from '../known';
import { years } from './horizon';
import { before, soFar } from './rows';

/** Σ over the items of amount × factor, for the year and scenario of this row. */
const costOf = (year: number, factor: ColumnOf<'Costs'>): Num =>
  sumProduct(nums('Costs', `y${year}`), nums('Costs', factor));

/** Costs of a row's year: in the conservative scenario at their high estimate. */
export const plannedCosts = (): Num =>
  numberIf(
    equal(num('inside'), 1),
    choose(
      num('scenario'),
      ...(['factorHigh', 'factorLikely', 'factorLow'] as const).map((factor) =>
        choose(add(num('year'), 1), ...years.map((year) => costOf(year, factor))),
      ),
    ),
  );

/** Benefits of a row's year: the scenario's yearly net value × ramp. */
export const plannedBenefits = (): Num =>
  numberIf(
    equal(num('inside'), 1),
    numberOr(multiply(index(nums('RoiScenarios', 'yearly'), num('scenario')), num('ramp')), 0),
  );

export const inside = (value: Num): Num => numberIf(equal(num('inside'), 1), value);

/** Helper columns of the flow table, each of them one idea. */
export const flow = {
  /** Rounded far below a cent, so that a remainder of arithmetic has no sign. */
  net: (): Num => inside(round(subtract(num('benefits'), num('costs')), 9)),
  cumulative: (): Num => inside(round(sum(soFar('net')), 9)),
  discounted: (column: 'benefits' | 'costs' | 'net'): Num =>
    numberIf(isNumber(num('factor')), numberOr(multiply(num(column), num('factor')))),
  /**
   * The sign of the last flow that is not 0. Signs weigh 2^t, so that the latest outweighs all
   * before it together, and one sum tells it.
   */
  weight: (): Num => inside(multiply(sign(num('net')), power(2, num('year')))),
  last: (): Num => inside(sign(sum(soFar('weight')))),
  /** 1 where the net flow takes the other sign than the last one before it. */
  turn: (): Num =>
    inside(
      numberIf(
        equal(num('year'), 0),
        0,
        numberIf(less(multiply(num('last'), before('last')), 0), 1, 0),
      ),
    ),
  /** The moment within this year at which the cumulative net comes up from below 0, else "". */
  crossing: (): Num =>
    inside(
      numberIf(
        equal(num('year'), 0),
        '',
        numberIf(
          and(less(before('cumulative'), 0), atLeast(num('cumulative'), 0)),
          add(subtract(num('year'), 1), divide(negate(before('cumulative')), num('net'))),
          '',
        ),
      ),
    ),
};
