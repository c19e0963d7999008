/**
 * Internal rates of return. NPV at a ladder of rates shows between which two of them it changes its
 * sign: how many roots there are, and from where a spreadsheet's search runs to the one nearest to
 * the 10 % that it starts from by itself.
 */
import {
  abs,
  add,
  and,
  count,
  equal,
  index,
  isNumber,
  less,
  match,
  min,
  npv,
  nums,
  rowOf,
  subtract,
  unequal,
  type Num,
} from '../../expression';
import { numberIf, numberOr } from '../known';
import { flows } from './rows';

const { num } = rowOf<'RoiRates'>();

/** −98.5 % … 25,500 %, closer where most returns lie. */
export const rates = [
  -0.985, -0.97, -0.94, -0.88, -0.8, -0.7, -0.6, -0.5, -0.4, -0.3, -0.2, -0.15, -0.1, -0.05, 0,
  0.025, 0.05, 0.075, 0.1, 0.125, 0.15, 0.175, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.75, 1, 1.5, 2,
  3, 5, 7, 10, 15, 31, 63, 255,
];

const usualGuess = 0.1;

/** Columns of RoiRates for one case. */
export const ladder = {
  /** 1 where NPV at the row's rate is below 0, else 0. */
  below: (scenario: number): Num =>
    numberOr(numberIf(less(npv(num('rate'), flows('net', scenario)), 0), 1, 0)),
  /** How far a row lies from 10 % if a root lies between it and the next; else "". */
  gap: (scenario: number): Num => {
    const below = nums('RoiRates', `below${scenario}`);
    const next = index(below, add(num('no'), 1));
    return numberIf(
      less(num('no'), rates.length),
      numberIf(
        and(isNumber(num(`below${scenario}`)), unequal(next, num(`below${scenario}`))),
        abs(subtract(num('rate'), usualGuess)),
      ),
    );
  },
};

const gaps = (scenario: number) => nums('RoiRates', `gap${scenario}`);

export const rootsOf = (scenario: number): Num => count(gaps(scenario));

/** The rate below the root that a spreadsheet finds; "" when the ladder shows none. */
export const guessOf = (scenario: number): Num =>
  numberIf(
    equal(rootsOf(scenario), 0),
    '',
    index(nums('RoiRates', 'rate'), match(min(gaps(scenario)), gaps(scenario))),
  );
