/**
 * A payout curve: points (attainment → payout share), one row of Points each, as many as are typed,
 * in any order. Below the first point it pays 0, beyond the last it stays flat; two points of one
 * attainment make a jump. `step` holds each share until the next point, `linear` joins them.
 */
import {
  abs,
  add,
  and,
  countIfs,
  divide,
  each,
  equal,
  greater,
  index,
  isNumber,
  join,
  less,
  match,
  max,
  multiply,
  not,
  num,
  nums,
  or,
  rowNumber,
  subtract,
  sumProduct,
  txt,
  txts,
  unequal,
  when,
  type Bool,
  type Expression,
  type Num,
  type Txt,
} from '../expression';
import type { ColumnOf } from '../register';
import { numberIf, numberOr, orElse } from './known';
import { justBeside, leastFor, reaches } from './limit';

const points = (column: ColumnOf<'Points'>) => nums('Points', column);
const at = (column: ColumnOf<'Points'>, position: Num): Num =>
  index(points(column), position) as Num;
/** Room for the points of one curve in a key. */
const keyStep = 1_000_000;

const whole = and(isNumber(num('attainment')), isNumber(num('payout')));
const counts = isNumber(num('curveRow'));

/** Every computed column of Points by id. */
export const pointRules = (words: { step: string }): Record<string, Expression> => ({
  /** Row of its curve in Curves; "" while the point does not count. */
  curveRow: numberIf(
    and(whole, unequal(txt('curve'), '')),
    numberOr(match(txt('curve'), txts('Curves', 'name'))),
  ),
  line: rowNumber(),
  /** Curve and place in its order, from 1, in one number; of two at one attainment the lower row is the later. */
  key: numberIf(
    counts,
    add(
      multiply(num('curveRow'), keyStep),
      sumProduct(
        each.multiply(
          each.equal(points('curveRow'), num('curveRow')),
          each.less(points('attainment'), num('attainment')),
        ),
      ),
      countIfs(
        [points('curveRow'), num('curveRow')],
        [points('attainment'), num('attainment')],
        [points('line'), join('<=', num('line'))],
      ),
    ),
  ),
  /** The least attainment that reaches the point. */
  least: numberIf(counts, leastFor(num('attainment'))),
  /** Row of the next point of the curve; "" for its last. */
  next: numberIf(counts, numberOr(match(add(num('key'), 1), points('key')))),
  /** Payout share for each 1 of attainment on the way to the next point. */
  slope: numberIf(
    isNumber(num('next')),
    numberIf(
      equal(index(txts('Curves', 'mode'), num('curveRow')) as Txt, words.step),
      0,
      numberOr(
        divide(
          subtract(at('payout', num('next')), num('payout')),
          subtract(at('attainment', num('next')), num('attainment')),
        ),
        0,
      ),
    ),
    0,
  ),
});

/** What is wrong with a point, in words; "" for a sound one and for an empty row. */
export const pointProblem = (words: { curve: string; number: string; range: string }): Expression =>
  when(
    and(...(['curve', 'attainment', 'payout'] as const).map((column) => equal(txt(column), ''))),
    '',
    when(
      not(whole),
      words.number,
      when(not(counts), words.curve, when(less(num('payout'), 0), words.range, '')),
    ),
  );

/** Points that a curve has. Column of Curves. */
export const pointCount = (): Num =>
  numberIf(
    equal(txt('name'), ''),
    '',
    numberOr(countIfs([points('curveRow'), match(txt('name'), txts('Curves', 'name'))]), 0),
  );

/** A curve that has points pays nothing wrong unless its deadband is no number of 0 or more. */
export const curveUnsound = (): Bool =>
  or(
    equal(num('points'), 0),
    and(unequal(txt('deadband'), ''), not(isNumber(num('deadband')))),
    less(num('deadband'), 0),
  );

/**
 * Row in Points of the last point that an attainment reaches; "" below the first.
 * @param attainment fraction of the planned improvement, may be negative or above 1
 * @param curve row of the curve in Curves
 */
export const pointReached = (attainment: Num, curve: Num): Num =>
  numberOr(
    match(
      add(
        multiply(curve, keyStep),
        sumProduct(
          each.multiply(
            each.equal(points('curveRow'), curve),
            each.atMost(points('least'), attainment),
          ),
        ),
      ),
      points('key'),
    ),
  );

const isAgreed = and(
  isNumber(num('deadband')),
  greater(countIfs([nums('Terms', 'curveRow'), match(txt('name'), txts('Curves', 'name'))]), 0),
);

/** Of a curve that a term goes by: where its deadband begins, and where it has just ended; else "". */
export const deadbandRules = {
  deadbandFrom: (): Num => numberOr(numberIf(isAgreed, subtract(1, num('deadband')))),
  deadbandAfter: (): Num => numberOr(numberIf(isAgreed, add(1, num('deadband'), 2 * justBeside))),
};

/** Payout share of an attainment. @param reached row of the point reached */
export const payoutAt = (attainment: Num, reached: Num): Num =>
  numberIf(
    isNumber(reached),
    add(
      at('payout', reached),
      multiply(at('slope', reached), max(0, subtract(attainment, at('attainment', reached)))),
    ),
    0,
  );

/** Attainment within the deadband of 1, as the curve at `position` has it, counts as 1. */
export function deadbanded(attainment: Num, position: Num): Num {
  const band = orElse(index(nums('Curves', 'deadband'), position) as Num, 0);
  return when(reaches(band, abs(subtract(attainment, 1))), 1, attainment) as Num;
}
