/**
 * Benefits, costs and what follows from them, a row for each case and year. Cases 1–3 are the
 * scenarios with all benefits, 4–6 the same with cash-releasing benefits alone. Money is in the
 * engagement's currency; "" in years beyond the horizon.
 */
import {
  add,
  and,
  atLeast,
  choose,
  chooseColumn,
  divide,
  equal,
  greater,
  index,
  isNumber,
  less,
  multiply,
  negate,
  nums,
  power,
  round,
  rowOf,
  sign,
  subtract,
  sum,
  sumProduct,
  type Column,
  type Num,
} from '../../expression';
import type { ColumnOf } from '../../register';
import { numberIf, numberOr } from '../known';
import { years } from '../years';
import { scenarioCount } from './horizon';
import { before, soFar } from './rows';

const { num } = rowOf<'RoiFlows'>();

export const estimates = ['Low', 'Likely', 'High'] as const;
export type Estimate = (typeof estimates)[number];

export const inside = (value: Num): Num => numberIf(equal(num('inside'), 1), value);

/** Which of three scenarios a row of six cases is about. */
export const estimateNo = (): Num =>
  numberIf(
    greater(num('scenario'), scenarioCount),
    subtract(num('scenario'), scenarioCount),
    num('scenario'),
  );

/** A row of RoiYears: the column of its year. */
export const ofItsYear = (column: (year: number) => Column<'number'>): Column<'number'> =>
  chooseColumn(add(num('year'), 1), ...years.map(column));

/** A row of RoiYears: what all metrics, and all benefits given year by year, bring in its year. */
export const benefitsOf = (estimate: Estimate, cash: boolean): Num => {
  const only = (table: 'Monetisation' | 'Benefits') => (cash ? [nums(table, 'isCash')] : []);
  return inside(
    add(
      sumProduct(
        nums('Monetisation', `net${estimate}`),
        ofItsYear((year) => nums('Monetisation', `p${year}`)),
        ...only('Monetisation'),
      ),
      sumProduct(
        nums('Benefits', `at${estimate}`),
        ofItsYear((year) => nums('Benefits', `y${year}`)),
        ...only('Benefits'),
      ),
    ),
  );
};

/** A row of RoiYears: what all cost items take in its year; the conservative estimate is the dear one. */
export const costsOf = (estimate: Estimate): Num =>
  inside(
    sumProduct(
      ofItsYear((year) => nums('Costs', `y${year}`)),
      nums('Costs', `at${estimate}`),
    ),
  );

/** A row of RoiYears: what the vendor is paid in its year. */
export const vendorOf = (estimate: Estimate): Num =>
  inside(
    sumProduct(
      nums('VendorCosts', `amount${estimate}`),
      ofItsYear((year) => nums('VendorCosts', `w${year}`)),
    ),
  );

const fromYear = (column: ColumnOf<'RoiYears'>): Num =>
  index(nums('RoiYears', column), add(num('year'), 1));

export const plannedBenefits = (): Num =>
  inside(
    choose(
      num('scenario'),
      ...estimates.map((estimate) => fromYear(`benefits${estimate}`)),
      ...estimates.map((estimate) => fromYear(`cash${estimate}`)),
    ),
  );
export const ownCosts = (): Num =>
  inside(choose(num('estimate'), ...estimates.map((estimate) => fromYear(`costs${estimate}`))));
export const vendorCosts = (): Num =>
  inside(choose(num('estimate'), ...estimates.map((estimate) => fromYear(`vendor${estimate}`))));

/** When a running total comes up from below 0 within a row's year, else "". */
const crossing = (total: ColumnOf<'RoiFlows'>, net: ColumnOf<'RoiFlows'>): Num =>
  inside(
    numberIf(
      equal(num('year'), 0),
      '',
      numberIf(
        and(less(before(total), 0), atLeast(num(total), 0)),
        add(subtract(num('year'), 1), divide(negate(before(total)), num(net))),
      ),
    ),
  );

/** Helper columns of the flow table, each of them one idea. */
export const flow = {
  costs: (): Num => inside(add(num('ownCosts'), num('vendor'))),
  /** Rounded far below a cent, so that a remainder of arithmetic has no sign. */
  net: (): Num => inside(round(subtract(num('benefits'), num('costs')), 9)),
  cumulative: (): Num => inside(round(sum(soFar('net')), 9)),
  discounted: (column: 'benefits' | 'costs' | 'net'): Num =>
    numberIf(isNumber(num('factor')), numberOr(multiply(num(column), num('factor')))),
  cumulativePv: (): Num => inside(round(sum(soFar('pv')), 9)),
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
  crossing: (): Num => crossing('cumulative', 'net'),
  crossingPv: (): Num => crossing('cumulativePv', 'pv'),
};
