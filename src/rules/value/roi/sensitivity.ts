/** How far NPV moves when one metric, driver or cost moves by a tenth, all else as planned. */
import {
  add,
  and,
  atLeast,
  divide,
  greater,
  index,
  isNumber,
  multiply,
  num,
  numName,
  nums,
  round,
  subtract,
  sumProduct,
  type Num,
} from '../../expression';
import { numberIf } from '../known';
import { years } from './horizon';

const tenth = 0.1;

/** PV of 1 a year at target: Σ ramp × discount factor. */
export const annuity = (): Num => sumProduct(nums('RoiYears', 'ramp'), nums('RoiYears', 'factor'));

/** NPV is linear in each metric's value, so ±10 % moves it by a tenth of that value's PV. */
export const benefitSwing = (yearly: Num): Num =>
  numberIf(isNumber(yearly), multiply(tenth, yearly, numName('Roi.Annuity')), 0);

/** A dearer item lowers NPV by as much as a cheaper one raises it. */
export const costSwing = (presentValue: Num): Num => multiply(tenth, presentValue);

/** PV of one cost item in the chosen scenario, within the horizon. */
export const costPresentValue = (): Num => {
  const [first, ...rest] = years.map((year) => {
    const amount = num(`y${year}`);
    const factor = index(nums('RoiYears', 'factor'), year + 1);
    return numberIf(and(isNumber(amount), isNumber(factor)), multiply(amount, factor), 0);
  });
  return multiply(add(first as Num, ...rest), num('factor'));
};

/** One cost item in the chosen scenario, undiscounted, within the horizon. */
export const costTotal = (): Num => {
  const [first, ...rest] = years.map((year) =>
    numberIf(
      and(isNumber(num(`y${year}`)), atLeast(numName('Roi.Years'), year)),
      num(`y${year}`),
      0,
    ),
  );
  return multiply(add(first as Num, ...rest), num('factor'));
};

/**
 * Largest first: 1 − share of the largest swing to 7 digits, then the row, so that no two are alike;
 * "" for what moves nothing.
 */
export const rankKey = (): Num =>
  numberIf(
    isNumber(num('swing')),
    numberIf(
      greater(num('swing'), 0),
      add(
        round(subtract(1, divide(num('swing'), numName('Roi.MaxSwing'))), 7),
        divide(num('no'), 1e12),
      ),
      '',
    ),
    '',
  );
