/**
 * Actuals take the place of the plan as far as readings reach. Year t ≥ 1 begins t − 1 years after
 * go-live; year 0 is the twelve months before it. Dates are serial numbers.
 */
import {
  add,
  and,
  atLeast,
  choose,
  divide,
  edate,
  equal,
  isNumber,
  min,
  multiply,
  num,
  nums,
  subtract,
  sum,
  sumProduct,
  unequal,
  type Num,
} from '../../expression';
import { numberIf, numberOr } from '../known';
import { inside } from './flows';
import { years } from './horizon';
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

/** How much of a row's year has passed, 0 … 1; 0 in years in which no value is due. */
export const elapsedShare = (): Num =>
  numberIf(
    and(isNumber(num('until')), equal(num('inside'), 1), isNumber(num('benefits'))),
    numberIf(
      unequal(num('benefits'), 0),
      divide(
        add(subtract(num('until'), num('from')), 1),
        subtract(edate(num('from'), 12), num('from')),
      ),
      0,
    ),
    0,
  );

/** What is still to come of a year's planned benefits. */
export const forecastOf = (): Num => inside(multiply(num('benefits'), subtract(1, num('elapsed'))));

/** Realised up to the date of the sheet: by metric in Monetisation, added up here. */
export const realisedOf = (): Num =>
  inside(
    choose(add(num('year'), 1), ...years.map((year) => sum(nums('Monetisation', `r${year}`)))),
  );

/** Net present value with actuals in the place of the plan, year by year as far as they reach. */
export const outlookNpv = (): Num =>
  measured(
    subtract(
      add(
        sumProduct(nums('RoiYears', 'realised'), nums('RoiYears', 'factor')),
        sumProduct(nums('RoiYears', 'forecast'), nums('RoiYears', 'factor')),
      ),
      sumProduct(nums('RoiYears', 'costs'), nums('RoiYears', 'factor')),
    ),
  );
