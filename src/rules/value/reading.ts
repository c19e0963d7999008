/**
 * Readings: what was measured, of which metric, when.
 *
 * A reading counts once its metric is known and says its measure, it has a date and, for a ratio,
 * numerator and denominator, otherwise an amount. `slot` is its metric's row in Metrics, "" while it
 * does not count.
 */
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
  multiply,
  not,
  nums,
  or,
  rowOf,
  subtract,
  unequal,
  when,
  type Bool,
  type Num,
  type Txt,
} from '../expression';
import type { ColumnOf } from '../register';
import { numberIf } from './known';
import { numberAt } from './place';

const { num, txt } = rowOf<'Readings'>();

export const readings = (column: ColumnOf<'Readings'>) => nums('Readings', column);
/** Room for the readings of one metric in a key. */
export const keyStep = 1_000_000;

/** Numbers of the measures, in the order of their list: what CHOOSE and comparisons go by. */
export const measureNo = { level: 1, flow: 2, ratio: 3, rolling: 4 } as const;

/** Numerator ÷ denominator where both are given, else the value typed; "" when neither is known. */
export const readingAmount = (): Num =>
  numberIf(
    and(isNumber(num('numerator')), isNumber(num('denominator'))),
    numberIf(equal(num('denominator'), 0), '', divide(num('numerator'), num('denominator'))),
    numberIf(isNumber(num('value')), num('value')),
  );

const measure = (): Num => numberAt('Metrics', 'measureNo', num('position'));
const hasFrom = (): Bool => unequal(txt('from'), '');
/** A rolling figure covers the twelve months up to its day, whatever is typed. */
const rollingFrom = (): Num => edate(add(num('date'), 1), -12);

/** A first day that is no date, or comes after the last; of a rolling figure, any but twelve months. */
const wrongFrom = (): Bool =>
  and(hasFrom(), or(not(isNumber(num('from'))), greater(num('from'), num('date'))));
const otherThanRolling = (): Bool =>
  and(hasFrom(), equal(measure(), measureNo.rolling), unequal(num('from'), rollingFrom()));

export interface ReadingWords {
  noMetric: string;
  unknownMetric: string;
  noMeasure: string;
  noDate: string;
  wrongFrom: string;
  rollingFrom: string;
  noParts: string;
  noAmount: string;
  twin: string;
  overlap: string;
}

/** Why a reading does not count, the first reason; each as a condition and a word. */
const reasons = (words: ReadingWords): [Bool, string][] => [
  [equal(txt('metric'), ''), words.noMetric],
  [equal(txt('position'), ''), words.unknownMetric],
  [not(isNumber(measure())), words.noMeasure],
  [not(isNumber(num('date'))), words.noDate],
  [wrongFrom(), words.wrongFrom],
  [otherThanRolling(), words.rollingFrom],
  [
    and(
      equal(measure(), measureNo.ratio),
      or(not(isNumber(num('numerator'))), not(isNumber(num('denominator')))),
    ),
    words.noParts,
  ],
  [and(unequal(measure(), measureNo.ratio), not(isNumber(num('amount')))), words.noAmount],
];

const isEmpty = (): Bool =>
  and(
    ...(['metric', 'date', 'value', 'numerator'] as const).map((column) => equal(txt(column), '')),
  );

/** Why a reading does not count; "" when it does, and in an empty row. */
export const readingProblem = (words: ReadingWords): Txt =>
  when(
    isEmpty(),
    '',
    reasons(words).reduceRight<Txt>(
      (rest, [fails, word]) => when(fails, word, rest) as Txt,
      join('', ''),
    ),
  ) as Txt;

/** Row of the metric in Metrics if the reading counts, else "". */
export const readingSlot = (): Num =>
  numberIf(or(isEmpty(), unequal(txt('problem'), '')), '', num('position'));

/** How many readings of the same metric are of an earlier day. */
export const readingBefore = (): Num =>
  numberIf(
    equal(txt('slot'), ''),
    '',
    countIfs([readings('slot'), num('slot')], [readings('date'), join('<', num('date'))]),
  );

/**
 * Slot and rank by date in one number, so that "the latest up to a day" is one exact look-up.
 * Of several readings of one day the lowest row is the latest.
 */
export const readingKey = (): Num =>
  numberIf(
    equal(txt('slot'), ''),
    '',
    add(
      multiply(num('slot'), keyStep),
      num('before'),
      countIfs(
        [readings('slot'), num('slot')],
        [readings('date'), num('date')],
        [readings('line'), join('<=', num('line'))],
      ),
    ),
  );

/** What is wrong with a reading: why it does not count, or that it counts the same time again. */
export const readingStatus = (words: ReadingWords): Txt =>
  when(
    equal(txt('slot'), ''),
    txt('problem'),
    when(
      greater(countIfs([readings('slot'), num('slot')], [readings('date'), num('date')]), 1),
      words.twin,
      when(equal(num('overlaps'), 1), words.overlap, ''),
    ),
  ) as Txt;

/** Parts of a least-squares line that SUMIFS can add up: days since `origin`, and products. */
export const leastSquares = {
  x: (origin: Num): Num => numberIf(isNumber(num('rate')), subtract(num('date'), origin)),
  xx: (): Num => numberIf(isNumber(num('x')), multiply(num('x'), num('x'))),
  xy: (): Num => numberIf(isNumber(num('x')), multiply(num('x'), num('rate'))),
};

/** A number that the metric of a counted reading has. */
export const ofMetric = (column: ColumnOf<'Metrics'>): Num =>
  index(nums('Metrics', column), num('slot')) as Num;
