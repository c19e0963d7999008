/**
 * Months between days, so that spans laid end to end always add up: every calendar month is 1, and a
 * day is the fraction of its own month. Only EDATE is needed, counted from a first of a month, where
 * it never has to shorten a month.
 */
import { add, atMost, divide, edate, greater, int, subtract, type Num } from '../expression';
import { numberIf } from './known';

/** 1 January 2000. */
const origin = 36_526;
const meanMonth = 365.2425 / 12;

const firstDay = (month: Num): Num => edate(origin, month);

/** Whole months from January 2000 to the month of a day; negative before. The guess is off by one at most. */
export const monthOf = (day: Num): Num => {
  const guess = int(divide(subtract(day, origin), meanMonth));
  return add(
    guess,
    numberIf(
      atMost(firstDay(add(guess, 1)), day),
      1,
      numberIf(greater(firstDay(guess), day), -1, 0),
    ),
  );
};

/** Months from January 2000 to the morning of a day, of which `month` is the month. */
export const monthsTo = (day: Num, month: Num): Num =>
  add(
    month,
    divide(subtract(day, firstDay(month)), subtract(firstDay(add(month, 1)), firstDay(month))),
  );
