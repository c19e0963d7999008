/**
 * Years and discounting (value-model §3): years 0 … N, year 0 undiscounted. Rates are fractions a
 * year; a factor is what 1 of a year's flow is worth now.
 */
import {
  add,
  and,
  atLeast,
  atMost,
  equal,
  int,
  isNumber,
  less,
  negate,
  numName,
  power,
  subtract,
  type Num,
  type Txt,
} from '../../expression';
import { numberIf, numberOr } from '../known';
import { yearCount } from '../years';

/** Conservative, likely, optimistic. */
export const scenarioCount = 3;
const defaultYears = 3;

/** N: whole years after year 0, 1 … 10, 3 where the cell is blank; "" for anything else. */
export const horizonOf = (given: Num): Num =>
  numberIf(
    isNumber(given),
    numberIf(and(equal(given, int(given)), atLeast(given, 1), less(given, yearCount)), given),
    numberIf(equal(given as unknown as Txt, ''), defaultYears),
  );

/** 1 in the years of the horizon, else 0. */
export const isInside = (year: Num): Num =>
  numberIf(and(isNumber(numName('Roi.Years')), atMost(year, numName('Roi.Years'))), 1, 0);

/** τ: ½ where flows fall in the middle of their year, 0 at its end. */
export const shiftOf = (timing: Txt, words: { mid: string }): Num =>
  numberIf(equal(timing, words.mid), 0.5, 0);

/** (1 + r)^−(t − τ); 1 in year 0; "" beyond the horizon or without a rate above −100 %. */
export const discountFactor = (year: Num, rate: Num, shift: Num, inside: Num): Num =>
  numberIf(
    and(equal(inside, 1), isNumber(rate)),
    numberIf(equal(year, 0), 1, numberOr(power(add(1, rate), negate(subtract(year, shift))))),
  );
