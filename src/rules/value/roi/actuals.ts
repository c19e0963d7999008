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
  min,
  multiply,
  nums,
  rowOf,
  subtract,
  sumProduct,
  unequal,
  type Num,
} from '../../expression';
import { monthOf, monthsTo } from '../calendar';
import { numberIf, numberOr } from '../known';
import { realisedOverflows, upToYear } from '../realised';
import { inside, ofItsYear } from './flows';
import { measured } from './measures';

const { num } = rowOf<'RoiYears'>();

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
    numberIf(atLeast(at, num('from')), min(at, subtract(edate(num('from'), 12), 1))),
  );

/** Where a row's year begins and ends, in months from January 2000. */
export const yearMonths = (): Record<string, Num> => {
  const known = (value: Num) => numberIf(isNumber(num('from')), value);
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

/** Of this year alone: the total up to its end less that up to the end of the year before; 0 before it begins. */
const ofYear = (column: 'total' | 'plan'): Num =>
  subtract(upToYear(column, num('year')), upToYear(column, subtract(num('year'), 1)));

/** Once a row's year has begun; "" while Realised has too few rows. */
const begun = (value: Num): Num =>
  inside(numberIf(realisedOverflows(), '', numberIf(isNumber(num('until')), value, 0)));

/** What benefits given year by year bring in a row's year: no reading speaks of them. */
export const givenByYear = (): Num =>
  sumProduct(
    nums('Benefits', 'factorNow'),
    ofItsYear((year) => nums('Benefits', `y${year}`)),
  );

/** Of a year's planned benefits: what was planned for the time that has passed. */
export const planPassed = (): Num =>
  begun(add(ofYear('plan'), multiply(num('given'), num('elapsed'))));

/** What is still to come of a year's planned benefits. */
export const forecastOf = (): Num => inside(numberOr(subtract(num('benefits'), num('planPassed'))));

/** Realised up to the date of the sheet. */
export const realisedOf = (): Num => begun(ofYear('total'));

/**
 * Planned for the time that has passed and that no reading covers: neither realised nor nothing.
 * Benefits given year by year are never read, so all of theirs.
 */
export const unmeasuredOf = (): Num =>
  begun(add(upToYear('unmeasured', num('year')), multiply(num('given'), num('elapsed'))));

/** The first day on which value is due: of the first year within the horizon whose ramp is not 0. */
export const earns = (): Num =>
  numberIf(
    and(equal(num('inside'), 1), isNumber(num('ramp'))),
    numberIf(unequal(num('ramp'), 0), 1, 0),
    0,
  );
export const valueStart = (): Num =>
  numberOr(index(nums('RoiYears', 'from'), match(1, nums('RoiYears', 'earns'))) as Num);

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
