import {
  add,
  and,
  countIfs,
  divide,
  each,
  equal,
  greater,
  ifError,
  isNumber,
  less,
  max,
  min,
  multiply,
  not,
  nums,
  or,
  round,
  rowOf,
  small,
  subtract,
  sumProduct,
  when,
  type Bool,
  type Expression,
  type Num,
} from '../expression';
import type { ColumnOf } from '../register';
import { numberIf, outsideUnit } from './known';
import { isUnder, leastFor, reaches } from './limit';

const { num, txt } = rowOf<'Bands'>();

/** Stands for "no limit" where a limit is left blank. */
const boundless = 1e15;

/** A limit that may be left blank: then there is none. */
export const atMostLimit = (value: Num, limit: Num): Num =>
  min(value, numberIf(isNumber(limit), limit, boundless));
export const atLeastLimit = (value: Num, limit: Num): Num =>
  max(value, numberIf(isNumber(limit), limit, -boundless));

const blank = (column: ColumnOf<'Bands'>): Bool => equal(txt(column), '');
const numbered = and(isNumber(num('share')), or(blank('from'), isNumber(num('from'))));
const counts = isNumber(num('start'));

/**
 * Bands of a gain share: (from, share). `start` is where a band begins ("" in a row that is empty
 * or no number), `end` where the next one does; the order of rows does not matter.
 */
export const bandStart = (): Expression => when(numbered, add(num('from'), 0), '');
export const bandFrom = (): Num => when(counts, num('start'), 0) as Num;
export const bandShare = (): Num => when(counts, num('share'), 0) as Num;
export const bandEnd = (): Num =>
  when(
    not(counts),
    0,
    ifError(
      small(
        nums('Bands', 'start'),
        add(sumProduct(each.multiply(each.atMost(nums('Bands', 'start'), num('start')), 1)), 1),
      ),
      boundless,
    ),
  ) as Num;

/** From which value on a band, and the next one, is reached. */
export const bandReached = {
  from: (): Num => leastFor(num('bandFrom')),
  end: (): Num => leastFor(num('bandEnd')),
};

/** What is wrong with a band, in words; "" for a sound one and for an empty row. */
export const bandProblem = (words: { number: string; range: string; twin: string }): Expression =>
  when(
    and(blank('from'), blank('share')),
    '',
    when(
      not(counts),
      words.number,
      when(
        or(less(num('start'), 0), outsideUnit(num('share'))),
        words.range,
        when(greater(countIfs([nums('Bands', 'start'), num('start')]), 1), words.twin, ''),
      ),
    ),
  );

/**
 * What of a net value is shared: with a deductible hurdle what exceeds it, with a cliff all of it
 * once the hurdle is reached. Never negative.
 */
export const sharedValue = (value: Num, hurdle: Num, cliff: Bool): Num =>
  when(
    cliff,
    when(reaches(value, hurdle), max(0, value), 0),
    max(0, subtract(value, hurdle)),
  ) as Num;

/**
 * The vendor's share of a shared value: marginal – each band's share on the part within it;
 * whole – the share of the band in which the value lies, on all of it.
 */
export function bandedShare(value: Num, whole: Bool): Num {
  const from = nums('Bands', 'bandFrom');
  const end = nums('Bands', 'bandEnd');
  const share = nums('Bands', 'bandShare');
  const above = each.multiply(each.atLeast(value, end), each.subtract(end, from));
  const within = each.multiply(
    each.greater(value, from),
    each.less(value, end),
    each.subtract(value, from),
  );
  const [leastFrom, leastEnd] = [nums('Bands', 'leastFrom'), nums('Bands', 'leastEnd')];
  return when(
    whole,
    multiply(
      value,
      sumProduct(each.multiply(share, each.atLeast(value, leastFrom), each.less(value, leastEnd))),
    ),
    sumProduct(each.multiply(share, each.add(above, within))),
  ) as Num;
}

/** What the bands give on a shared value beyond what they gave before, within a period's cap. */
export const gainAbove = (banded: Num, before: Num, cap: Num): Num =>
  max(0, atMostLimit(subtract(banded, before), cap));

export interface Guarantee {
  guarantee: Num;
  fixed: Num;
  rate: Num;
  limit: Num;
}

/** Guarantee above value: a fixed part and a rate on the gap, within the loss limit. Never negative. */
export const shortfallOf = (
  value: Num,
  { guarantee, fixed, rate, limit }: Guarantee,
  digits: Num,
): Num =>
  when(
    isUnder(value, guarantee),
    round(
      atMostLimit(add(fixed, multiply(add(rate, 0), subtract(guarantee, value))), limit),
      digits,
    ),
    0,
  ) as Num;

/** Attainment or share at which a value passes a level between two rows of a table. */
export const crossing = (
  level: Num | number,
  before: { at: Num; value: Num },
  after: { at: Num; value: Num },
): Num =>
  add(
    before.at,
    multiply(
      subtract(after.at, before.at),
      divide(subtract(level, before.value), subtract(after.value, before.value)),
    ),
  );
