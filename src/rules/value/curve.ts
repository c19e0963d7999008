import {
  abs,
  add,
  and,
  divide,
  equal,
  index,
  isNumber,
  less,
  literal,
  median,
  multiply,
  not,
  num,
  nums,
  or,
  subtract,
  txt,
  unequal,
  when,
  type Bool,
  type Num,
} from '../expression';
import type { ColumnOf } from '../register';
import { orElse } from './known';
import { reaches } from './limit';

/**
 * A payout curve: up to eight points (attainment → payout share), in ascending order.
 * Below the first point it pays 0, beyond the last it stays flat; two points of one attainment
 * make a jump. `step` holds each share until the next point, `linear` joins them.
 *
 * A curve is kept as ramps: the n-th rises by `rise` from attainment `from` over `width`; one of
 * no width is a jump. The payout is the sum of all ramps, whatever the mode, so that one formula
 * serves every curve.
 */
const curvePoints = 8;
export const pointNumbers = Array.from({ length: curvePoints }, (_, i) => i + 1);

const filled = (column: ColumnOf<'Curves'>): Bool => isNumber(num(column));
const given = (n: number): Bool => and(filled(`a${n}`), filled(`p${n}`));
/** The point and the one before it, from which its ramp comes. */
const joined = (n: number): Bool => (n === 1 ? given(1) : and(given(n), given(n - 1)));
const worded = (column: ColumnOf<'Curves'>): Bool =>
  and(unequal(txt(column), ''), not(filled(column)));

/** Payout share added by the n-th point; 0 where it is blank. Column of Curves. */
export const rampRise = (n: number): Num =>
  when(joined(n), n === 1 ? num('p1') : subtract(num(`p${n}`), num(`p${n - 1}`)), 0) as Num;

/** Attainment at which the n-th ramp starts; 0 where it is blank. */
export const rampFrom = (n: number, stepped: Bool): Num =>
  when(joined(n), n === 1 ? num('a1') : when(stepped, num(`a${n}`), num(`a${n - 1}`)), 0) as Num;

/** Attainment over which it rises; 0 is a jump. */
export const rampWidth = (n: number, stepped: Bool): Num =>
  n === 1
    ? literal(0)
    : (when(or(stepped, not(joined(n))), 0, subtract(num(`a${n}`), num(`a${n - 1}`))) as Num);

/**
 * True where the points are no numbers, do not ascend, leave a gap, or pay less than nothing, and
 * where the deadband is no number of 0 or more. Column of Curves.
 */
export const curveDisordered = (): Bool =>
  or(
    not(given(1)),
    worded('deadband'),
    less(num('deadband'), 0),
    ...pointNumbers.flatMap((n) => [worded(`a${n}`), worded(`p${n}`), less(num(`p${n}`), 0)]),
    ...pointNumbers
      .slice(1)
      .flatMap((n) => [
        and(filled(`a${n}`), or(not(given(n - 1)), less(num(`a${n}`), num(`a${n - 1}`)))),
        unequal(filled(`a${n}`), filled(`p${n}`)),
      ]),
  );

/**
 * Payout share of an attainment.
 * @param attainment fraction of the planned improvement, may be negative or above 1
 * @param position row of the curve in Curves
 */
export function payoutAt(attainment: Num, position: Num): Num {
  const part = (name: ColumnOf<'Curves'>) => index(nums('Curves', name), position) as Num;
  const ramps = pointNumbers.map((n) => {
    const [from, width, rise] = [part(`from${n}`), part(`width${n}`), part(`rise${n}`)];
    const fraction = when(
      equal(width, 0),
      when(reaches(attainment, from), 1, 0),
      median(0, 1, divide(subtract(attainment, from), width)),
    ) as Num;
    return multiply(rise, fraction);
  });
  const [first, ...rest] = ramps as [Num, ...Num[]];
  return add(first, ...rest);
}

/** Attainment within the deadband of 1, as the curve at `position` has it, counts as 1. */
export function deadbanded(attainment: Num, position: Num): Num {
  const band = orElse(index(nums('Curves', 'deadband'), position) as Num, 0);
  return when(reaches(band, abs(subtract(attainment, 1))), 1, attainment) as Num;
}
