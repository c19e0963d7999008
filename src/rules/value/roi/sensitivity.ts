/** How far NPV moves when one metric, benefit, driver or cost moves by a tenth, all else as planned. */
import {
  add,
  divide,
  greater,
  index,
  isNumber,
  multiply,
  abs,
  num,
  numName,
  nums,
  round,
  subtract,
  sum,
  type Num,
} from '../../expression';
import type { ColumnOf } from '../../register';
import { numberIf, numberOr } from '../known';
import { years } from '../years';

const tenth = 0.1;

/**
 * NPV is linear in each benefit and cost, so ±10 % moves it by a tenth of its present value. To the
 * hundredth of a cent: a rounding rest is no swing, and two that are alike rank by their rows.
 */
export const swingOf = (presentValue: Num): Num =>
  numberIf(isNumber(presentValue), round(multiply(tenth, abs(presentValue)), 4));

const overYears = (column: (year: number) => ColumnOf, weigh: (year: number) => Num): Num => {
  // SUM of a cell is its number, and 0 where it holds none.
  const [first, ...rest] = years.map((year) =>
    numberOr(multiply(sum(num(column(year))), sum(weigh(year))), 0),
  );
  return add(first as Num, ...rest);
};

/** Σ over the years of the horizon of a row's amounts × discount factor. */
export const presentValueOf = (column: (year: number) => ColumnOf): Num =>
  overYears(column, (year) => index(nums('RoiYears', 'factor'), year + 1));

/** Σ over the years of the horizon of a row's amounts, undiscounted. */
export const totalOf = (column: (year: number) => ColumnOf): Num =>
  overYears(column, (year) => index(nums('RoiYears', 'inside'), year + 1));

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
    ),
  );
