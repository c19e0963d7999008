/**
 * Actuals take the place of the plan as far as readings reach. Year t ≥ 1 begins t − 1 years after
 * go-live; year 0 is the twelve months before it. Dates are serial numbers.
 */
import {
  add,
  and,
  atLeast,
  divide,
  edate,
  equal,
  index,
  isNumber,
  match,
  max,
  min,
  multiply,
  num,
  nums,
  subtract,
  sumProduct,
  unequal,
  type Num,
} from '../../expression';
import { monthOf, monthsTo } from '../calendar';
import { numberIf, numberOr } from '../known';
import { realisedOverflows, upToYear } from '../realised';
import { inside } from './flows';
import { measured } from './measures';

/** Go-live, else the start of the engagement; "" when neither is known. */
export const yearStart = (year: Num, goLive: Num, begin: Num): Num =>
  numberOr(
    edate(
      numberIf(isNumber(goLive), goLive, numberIf(isNumber(begin), begin, 'x')),
      multiply(12, subtract(year, 1)),
    ),
  );

/** The last day of a row's year up to which readings are taken. */
export const yearUntil = (at: Num): Num =>
  numberIf(
    and(isNumber(num('from')), isNumber(at)),
    numberIf(atLeast(at, num('from')), min(at, subtract(edate(num('from'), 12), 1)), ''),
    '',
  );

/** Where a row's year begins and ends, in months from January 2000. */
export const yearMonths = (): Record<string, Num> => {
  const known = (value: Num) => numberIf(isNumber(num('from')), value, '');
  const next = edate(num('from'), 12);
  return {
    startMonth: known(monthOf(num('from'))),
    startAt: known(monthsTo(num('from'), num('startMonth'))),
    endMonth: known(monthOf(next)),
    endAt: known(monthsTo(next, num('endMonth'))),
  };
};

/** How much of a row's year has passed, 0 … 1; 0 in years in which no value is due. */
export const elapsedShare = (): Num =>
  numberIf(
    and(isNumber(num('until')), equal(num('inside'), 1), isNumber(num('benefits'))),
    numberIf(
      unequal(num('benefits'), 0),
      divide(
        subtract(upToYear('endAt', num('year')), num('startAt')),
        subtract(num('endAt'), num('startAt')),
      ),
      0,
    ),
    0,
  );

/** What is still to come of a year's planned benefits. */
export const forecastOf = (): Num => inside(multiply(num('benefits'), subtract(1, num('elapsed'))));

/** Of this year alone: the total up to its end less that up to the end of the year before; 0 before it begins. */
const ofYear = (column: 'total' | 'coveredPlan' | 'elapsedPlan'): Num =>
  numberIf(
    isNumber(num('until')),
    subtract(upToYear(column, num('year')), upToYear(column, subtract(num('year'), 1))),
    0,
  );

/** Realised up to the date of the sheet; "" while Realised has too few rows. */
export const realisedOf = (): Num => inside(numberIf(realisedOverflows(), '', ofYear('total')));

/** Planned for the time that has passed and that no reading covers: neither realised nor nothing. */
export const unmeasuredOf = (): Num =>
  inside(
    numberOr(
      multiply(
        num('benefits'),
        num('elapsed'),
        max(0, subtract(1, divide(ofYear('coveredPlan'), ofYear('elapsedPlan')))),
      ),
      0,
    ),
  );

/** The first day on which value is due: of the first year within the horizon whose ramp is not 0. */
export const earns = (): Num =>
  numberIf(
    and(equal(num('inside'), 1), isNumber(num('ramp'))),
    numberIf(unequal(num('ramp'), 0), 1, 0),
    0,
  );
export const valueStart = (): Num =>
  numberOr(index(nums('RoiYears', 'from'), match(1, nums('RoiYears', 'earns'))) as Num, '');

/**
 * Net present value with actuals in the place of the plan, year by year as far as they reach. Time that
 * has passed unmeasured stands at plan, and is shown as such beside it.
 */
export const outlookNpv = (): Num =>
  measured(
    subtract(
      add(
        sumProduct(nums('RoiYears', 'realised'), nums('RoiYears', 'factor')),
        sumProduct(nums('RoiYears', 'unmeasured'), nums('RoiYears', 'factor')),
        sumProduct(nums('RoiYears', 'forecast'), nums('RoiYears', 'factor')),
      ),
      sumProduct(nums('RoiYears', 'costs'), nums('RoiYears', 'factor')),
    ),
  );
