/**
 * Readings: what was measured, when. From a handful of them comes a metric's actual.
 *
 * A reading counts once its metric is known, it has a date and, for a ratio metric, numerator and
 * denominator, otherwise an amount. `slot` is its metric's row in Metrics, "" while it does not count.
 */
import {
  add,
  and,
  averageIfs,
  countIfs,
  divide,
  edate,
  equal,
  index,
  isNumber,
  join,
  match,
  multiply,
  num,
  nums,
  or,
  subtract,
  sumIfs,
  txt,
  unequal,
  when,
  type Num,
  type Txt,
} from '../expression';
import type { ColumnOf } from '../register';
import { numberIf, numberOr } from './known';
import { textAt } from './place';

const table = 'Readings';
const keyed = nums(table, 'slot');
/** Room for the readings of one metric in a key. */
const keyStep = 1_000_000;

/** Numerator ÷ denominator where both are given, else the value typed; "" when neither is known. */
export const readingAmount = (): Num =>
  numberIf(
    and(isNumber(num('numerator')), isNumber(num('denominator'))),
    numberIf(equal(num('denominator'), 0), '', divide(num('numerator'), num('denominator'))),
    numberIf(isNumber(num('value')), num('value'), ''),
  );

/** Row of the metric in Metrics if the reading counts, else "". */
export const readingSlot = (words: { ratio: string }): Num =>
  numberIf(
    or(equal(txt('position'), ''), equal(isNumber(num('date')), false)),
    '',
    numberIf(
      equal(textAt('Metrics', 'aggregate', num('position')), words.ratio),
      numberIf(and(isNumber(num('numerator')), isNumber(num('denominator'))), num('position'), ''),
      numberIf(isNumber(num('amount')), num('position'), ''),
    ),
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
      countIfs([keyed, num('slot')], [nums(table, 'date'), join('<', num('date'))]),
      countIfs(
        [keyed, num('slot')],
        [nums(table, 'date'), num('date')],
        [nums(table, 'line'), join('<=', num('line'))],
      ),
    ),
  );

/** Why a reading does not count; "" when it does. */
export const readingStatus = (words: {
  ratio: string;
  noMetric: string;
  unknownMetric: string;
  noDate: string;
  noParts: string;
  noAmount: string;
}): Txt =>
  when(
    unequal(txt('slot'), ''),
    '',
    when(
      and(
        equal(txt('metric'), ''),
        equal(txt('date'), ''),
        equal(txt('value'), ''),
        equal(txt('numerator'), ''),
      ),
      '',
      when(
        equal(txt('metric'), ''),
        words.noMetric,
        when(
          equal(txt('position'), ''),
          words.unknownMetric,
          when(
            equal(isNumber(num('date')), false),
            words.noDate,
            when(
              equal(textAt('Metrics', 'aggregate', num('position')), words.ratio),
              words.noParts,
              words.noAmount,
            ),
          ),
        ),
      ),
    ),
  ) as Txt;

/**
 * The day after which readings count: `window` months before the end of day `at`, so that a window
 * of 3 months at 30 June begins after 31 March. 0 (all readings) when no window is given.
 */
export const windowStart = (at: Num, window: Num): Num =>
  numberIf(isNumber(window), subtract(edate(add(at, 1), subtract(0, window)), 1), 0);

/** How many readings of a metric there are up to and including a day. */
const readingsUpTo = (slot: Num, at: Num): Num =>
  countIfs([keyed, slot], [nums(table, 'date'), join('<=', at)]);

/** How many readings of a metric lie after `from` and not after `at`. */
export const readingsIn = (slot: Num, from: Num, at: Num): Num =>
  countIfs(
    [keyed, slot],
    [nums(table, 'date'), join('>', from)],
    [nums(table, 'date'), join('<=', at)],
  );

const sumOf = (column: ColumnOf<'Readings'>, slot: Num, from: Num, at: Num): Num =>
  sumIfs(
    nums(table, column),
    [keyed, slot],
    [nums(table, 'date'), join('>', from)],
    [nums(table, 'date'), join('<=', at)],
  );

/** Of a metric's latest reading up to a day: what stands in a column; #N/A without one. */
export const latestOf = (column: ColumnOf<'Readings'>, slot: Num, at: Num): Num =>
  index(
    nums(table, column),
    match(add(multiply(slot, keyStep), readingsUpTo(slot, at)), nums(table, 'key')),
  );

export interface AggregateWords {
  sum: string;
  average: string;
  ratio: string;
}

/**
 * A: the readings of a window as one number. Sum, average, or Σ numerator ÷ Σ denominator (a rate
 * over months is never a mean of rates); anything else means the latest. "" when the window holds
 * no reading, or its denominators add up to 0.
 */
export const aggregateOf = (input: {
  slot: Num;
  aggregate: Txt;
  from: Num;
  at: Num;
  count: Num;
  words: AggregateWords;
}): Num => {
  const { slot, aggregate, from, at, count, words } = input;
  const denominators = sumOf('denominator', slot, from, at);
  return numberIf(
    equal(count, 0),
    '',
    numberIf(
      equal(aggregate, words.ratio),
      numberOr(divide(sumOf('numerator', slot, from, at), denominators), ''),
      numberIf(
        equal(aggregate, words.sum),
        sumOf('amount', slot, from, at),
        numberIf(
          equal(aggregate, words.average),
          averageIfs(
            nums(table, 'amount'),
            [keyed, slot],
            [nums(table, 'date'), join('>', from)],
            [nums(table, 'date'), join('<=', at)],
          ),
          latestOf('amount', slot, at),
        ),
      ),
    ),
  );
};

/** A at any day: window and count worked out in the same cell; "" when it is not known. */
export const actualAt = (input: {
  slot: Num;
  aggregate: Txt;
  window: Num;
  at: Num;
  words: AggregateWords;
}): Num => {
  const from = windowStart(input.at, input.window);
  return aggregateOf({ ...input, from, count: readingsIn(input.slot, from, input.at) });
};

/** Parts of a least-squares line that SUMIFS can add up: days since `origin`, and products. */
export const leastSquares = {
  x: (origin: Num): Num =>
    numberIf(
      and(unequal(txt('slot'), ''), isNumber(num('amount'))),
      subtract(num('date'), origin),
      '',
    ),
  xx: (): Num => numberIf(isNumber(num('x')), multiply(num('x'), num('x')), ''),
  xy: (): Num => numberIf(isNumber(num('x')), multiply(num('x'), num('amount')), ''),
};
