/** The readings of a window as one number: a metric's actual (value-model §1). */
import {
  add,
  and,
  countIfs,
  divide,
  edate,
  equal,
  greater,
  index,
  isNumber,
  join,
  match,
  max,
  multiply,
  not,
  nums,
  or,
  subtract,
  sumIfs,
  unequal,
  type Num,
  type Txt,
} from '../expression';
import type { ColumnOf } from '../register';
import { numberIf, numberOr, orElse } from './known';
import { keyStep, measureNo, readings } from './reading';

/**
 * The day after which readings count: `window` months before the end of day `at`, so that a window
 * of 3 months at 30 June begins after 31 March. 0 (all readings) when no window is given or the day is
 * not known: a spreadsheet has no day before its first. A reading counts, as a whole, when its last
 * day lies in the window.
 */
export const windowStart = (at: Num, window: Num): Num =>
  numberIf(
    and(isNumber(window), greater(at, 0)),
    subtract(edate(add(at, 1), subtract(0, window)), 1),
    0,
  );

/** How many readings of a metric there are up to and including a day. */
export const readingsUpTo = (slot: Num, at: Num): Num =>
  countIfs([readings('slot'), slot], [readings('date'), join('<=', at)]);

type Criterion = Parameters<typeof countIfs>[number];
/** Readings of a metric that lie after `from` and not after `at`. */
const within = (slot: Num, from: Num, at: Num): Criterion[] => [
  [readings('slot'), slot],
  [readings('date'), join('>', from)],
  [readings('date'), join('<=', at)],
];

export const readingsIn = (slot: Num, from: Num, at: Num): Num =>
  countIfs(...within(slot, from, at));

/** A column of Readings, summed over a metric's readings after `from` and not after `at`. */
export const sumIn = (column: ColumnOf<'Readings'>, slot: Num, from: Num, at: Num): Num =>
  sumIfs(readings(column), ...within(slot, from, at));

/** Row in Readings of a metric's n-th reading by date; #N/A without one. */
export const rowOfReading = (slot: Num, n: Num): Num =>
  match(add(multiply(slot, keyStep), n), readings('key'));

/** Of a metric's latest reading up to a day: what stands in a column; #N/A without one. */
export const latestOf = (column: ColumnOf<'Readings'>, slot: Num, at: Num): Num =>
  index(readings(column), rowOfReading(slot, readingsUpTo(slot, at))) as Num;

/** Numbers that say how a metric is read; "" while its measure is missing. */
export const measureRules = {
  /** 1 level, 2 flow, 3 ratio, 4 rolling. */
  measureNo: (measure: Txt, words: Record<keyof typeof measureNo, string>): Num =>
    Object.entries(measureNo).reduceRight<Num | string>(
      (rest, [id, no]) => numberIf(equal(measure, words[id as keyof typeof measureNo]), no, rest),
      '',
    ) as Num,
  /** 1 where the last reading alone is the actual: a rolling figure, and a level unless it says the mean. */
  takesLast: (no: Num, mode: Txt, words: { mean: string }): Num =>
    numberIf(
      isNumber(no),
      numberIf(
        or(
          equal(no, measureNo.rolling),
          and(equal(no, measureNo.level), unequal(mode, words.mean)),
        ),
        1,
        0,
      ),
    ),
  /** Months that baseline and target of a flow are stated for, 12 unless given; 1 for other measures. */
  scale: (no: Num, base: Num): Num =>
    numberIf(isNumber(no), numberIf(equal(no, measureNo.flow), orElse(base, 12), 1)),
  /** Months from one reading to the next, of a week 12/52; a year where nothing is said. */
  cadenceMonths: (cadence: Txt, words: Record<'week' | 'month' | 'quarter', string>): Num =>
    numberIf(
      equal(cadence, words.week),
      // Divided in the cell: a program that saves the file keeps 15 digits of a constant.
      divide(12, 52),
      numberIf(equal(cadence, words.month), 1, numberIf(equal(cadence, words.quarter), 3, 12)),
    ),
};

const ofMetric = (column: ColumnOf<'Metrics'>, slot: Num): Num =>
  index(nums('Metrics', column), slot) as Num;

/**
 * A over the readings after `from` and not after `at`, of which there are `count`: the last one, or
 * Σ top ÷ Σ bottom × scale. "" when there is none, the measure is missing or the denominators add up to 0.
 */
export const actualOf = (input: { slot: Num; from: Num; at: Num; count: Num }): Num => {
  const { slot, from, at, count } = input;
  return numberIf(
    or(equal(count, 0), not(isNumber(ofMetric('scale', slot)))),
    '',
    numberIf(
      equal(ofMetric('takesLast', slot), 1),
      latestOf('amount', slot, at),
      numberOr(
        multiply(
          divide(sumIn('top', slot, from, at), sumIn('bottom', slot, from, at)),
          ofMetric('scale', slot),
        ),
      ),
    ),
  );
};

/** Months that the readings of a window cover; of a rolling figure twelve. "" when there is none. */
export const coveredMonths = (input: { slot: Num; from: Num; at: Num; count: Num }): Num => {
  const { slot, from, at, count } = input;
  return numberIf(
    isNumber(count),
    numberIf(
      equal(count, 0),
      '',
      numberIf(
        equal(ofMetric('measureNo', slot), measureNo.rolling),
        12,
        sumIn('months', slot, from, at),
      ),
    ),
  );
};

/**
 * Months of a window that no reading covers: with a window what its readings leave of it, without
 * one the gaps between them. "" where one reading alone is the actual.
 */
export const uncovered = (input: {
  slot: Num;
  from: Num;
  at: Num;
  window: Num;
  covered: Num;
}): Num => {
  const { slot, from, at, window, covered } = input;
  return numberIf(
    isNumber(covered),
    numberIf(
      equal(ofMetric('takesLast', slot), 1),
      '',
      numberIf(isNumber(window), max(0, subtract(window, covered)), sumIn('gap', slot, from, at)),
    ),
  );
};
