/**
 * From readings to attainment, for the metric of a row (value-model §1): adjusted baseline →
 * improvement → attainment. Levels and improvements are in the metric's own unit. "" throughout for
 * a qualitative term, and wherever something that a step rests on is not known.
 */
import {
  and,
  atLeast,
  countIfs,
  equal,
  isNumber,
  join,
  min,
  not,
  numName,
  nums,
  rowOf,
  subtract,
  sumIfs,
  type Bool,
  type Column,
  type Num,
  type Txt,
} from '../../expression';
import type { ColumnOf } from '../../register';
import { sound } from '../inputs';
import { numberIf } from '../known';
import { attainmentOf, improvementOf } from '../metric';
import { actualOf, readingsIn, windowStart } from '../actual';
import { trendAt, trendReadings, trendSlope, type TrendSums } from '../trend';
import { term, termText, today } from '../contract';
import { isInterim, live, metric } from './row';
import type { SettlementWords } from './words';

const { num, txt } = rowOf<'Settlement'>();

/**
 * Sums of the least-squares line over the readings of the row's window. A ratio over nothing counts
 * as a reading but is no point of the line: x, in days since the first reading, is "" there.
 */
const readings = (column: ColumnOf<'Readings'>) => nums('Readings', column);
const inWindow: [Column, Num | Txt][] = [
  [readings('slot'), num('slot')],
  [readings('date'), join('>', num('from'))],
  [readings('date'), join('<=', num('at'))],
];
const sumInWindow = (column: ColumnOf<'Readings'>) => sumIfs(readings(column), ...inWindow);
const sums: TrendSums = {
  n: num('trendCount'),
  x: num('trendX'),
  y: num('trendY'),
  xy: sumInWindow('xy'),
  xx: sumInWindow('xx'),
};

const measured = (value: Num | ''): Num => numberIf(isNumber(num('slot')), value);

/** Both maturity and settlement date have come. */
const isMature = (settlement: Num, maturity: Num, today: Num): Bool =>
  and(atLeast(today, maturity), atLeast(today, settlement));

/** The earlier of two days; "" where one of them is not known. */
const notAfter = (day: Num, today: Num): Num =>
  numberIf(and(isNumber(day), isNumber(today)), min(day, today));

/**
 * Day up to which readings count for a term, never after `today`: its maturity. A trend before it is
 * judged on the settlement date, and stays as it was whatever is read in between. Days are serials.
 */
export const judgedAt = (trend: Bool, settlement: Num, maturity: Num, today: Num): Num =>
  numberIf(
    and(trend, not(isMature(settlement, maturity, today))),
    notAfter(settlement, today),
    notAfter(maturity, today),
  );

export function measurementRules(words: SettlementWords) {
  const interim = isInterim(words);
  const ofTrend = (value: Num): Num =>
    numberIf(and(interim, isNumber(num('slot')), isNumber(num('at'))), value);
  return {
    /** Day on which the term is judged for good: its own, else the settlement date. */
    maturity: live(numberIf(isNumber(term('asOf')), term('asOf'), num('date'))),
    /** 1 once both maturity and settlement date have come, else 0. */
    mature: live(numberIf(isMature(num('date'), num('maturity'), today), 1, 0)),
    /** Day up to which readings count. */
    at: live(judgedAt(equal(txt('kind'), words.trend), num('date'), num('maturity'), today)),
    /** Day after which readings count; 0, which is all of them, without a window. */
    from: live(numberIf(isNumber(num('at')), windowStart(num('at'), term('window')), 0)),
    readings: live(
      measured(numberIf(isNumber(num('at')), readingsIn(num('slot'), num('from'), num('at')), 0)),
    ),
    /** s: +1 or −1. */
    sign: live(measured(metric('sign'))),
    /** B′. */
    baseline: live(measured(metric('adjusted'))),
    /** T: the term's own, else the metric's. */
    target: live(
      measured(
        numberIf(
          isNumber(term('target')),
          term('target'),
          numberIf(isNumber(metric('target')), metric('target')),
        ),
      ),
    ),
    /** P; a target that is not better than the baseline gives 0 or less, and no attainment. */
    planned: live(improvementOf(num('sign'), num('target'), num('baseline'))),
    measured: live(
      measured(
        actualOf({
          slot: num('slot'),
          from: num('from'),
          at: num('at'),
          count: num('readings'),
        }),
      ),
    ),
    /** Readings on the line, and their sums; "" where there is no line to draw. */
    trendCount: live(ofTrend(countIfs(...inWindow, [readings('x'), '>=0']))),
    trendX: live(ofTrend(sumInWindow('x'))),
    trendY: live(ofTrend(sumInWindow('rate'))),
    /** Change a day along the line; "" with fewer than three readings, or all of one day. */
    slope: live(
      numberIf(
        isNumber(num('trendCount')),
        numberIf(atLeast(num('trendCount'), trendReadings), trendSlope(sums) as Num),
      ),
    ),
    /** Where the line stands at maturity. */
    projected: live(
      numberIf(
        isNumber(num('slope')),
        trendAt(num('slope'), sums, subtract(num('maturity'), numName('Value.Origin'))),
      ),
    ),
    /** A: what was measured; of a trend before its maturity, what is projected. */
    actual: live(numberIf(interim, num('projected'), num('measured'))),
    /** D. */
    improvement: live(improvementOf(num('sign'), num('actual'), num('baseline'))),
    /** a: may be negative or above 1. */
    attainment: live(sound(termText('doubt'), attainmentOf(num('improvement'), num('planned')))),
  };
}
