/**
 * Years and discounting (value-model §3): years 0 … N, year 0 undiscounted. Rates are fractions a
 * year; a factor is what 1 of a year's flow is worth now.
 */
import {
  add,
  and,
  atMost,
  count,
  equal,
  int,
  isNumber,
  less,
  median,
  negate,
  numName,
  nums,
  power,
  slice,
  subtract,
  when,
  type Num,
  type Txt,
} from '../../expression';
import { numberIf, numberOr } from '../known';

/** Years 0 … 10. */
export const yearCount = 11;
const defaultYears = 3;
export const years = Array.from({ length: yearCount }, (_, year) => year);

/** N: whole years after year 0, at least 1 and at most 10; 3 unless given. */
export const horizonOf = (given: Num): Num =>
  numberIf(isNumber(given), median(1, int(given), yearCount - 1), defaultYears);

/** τ: ½ where flows fall in the middle of their year, 0 at its end. */
export const shiftOf = (timing: Txt, words: { mid: string }): Num =>
  numberIf(equal(timing, words.mid), 0.5, 0);

/** (1 + r)^−(t − τ); 1 in year 0; "" beyond the horizon or without a rate above −100 %. */
export const discountFactor = (year: Num, rate: Num, shift: Num, inside: Num): Num =>
  numberIf(
    and(equal(inside, 1), isNumber(rate)),
    numberIf(equal(year, 0), 1, numberOr(power(add(1, rate), negate(subtract(year, shift))))),
  );

/** What keeps the return from being worked out; "" when nothing does. */
export const problemOf = (words: { noRate: string; noRamp: string }): Txt =>
  when(
    equal(isNumber(numName('Roi.Rate')), false),
    words.noRate,
    when(
      atMost(numName('Roi.Rate'), -1),
      words.noRate,
      when(
        less(
          count(slice(nums('RoiYears', 'ramp'), 1, add(numName('Roi.Years'), 1))),
          add(numName('Roi.Years'), 1),
        ),
        words.noRamp,
        '',
      ),
    ),
  ) as Txt;
