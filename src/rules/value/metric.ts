/**
 * A metric, from baseline and actual to attainment and status (value-model §1).
 * All amounts are in the metric's own unit; "" stands for "not known".
 */
import {
  add,
  and,
  divide,
  equal,
  greater,
  index,
  isNumber,
  less,
  multiply,
  num,
  nums,
  or,
  subtract,
  txt,
  unequal,
  when,
  type Num,
  type Txt,
} from '../expression';
import type { ColumnOf } from '../register';
import { numberIf, numberOr, orElse } from './known';
import { isAt, isUnder } from './limit';

/** s: +1 when higher is better, −1 when lower is. */
export const signOf = (direction: Txt, words: { higher: string; lower: string }): Num =>
  numberIf(equal(direction, words.lower), -1, numberIf(equal(direction, words.higher), 1));

/** B′ = B + adjustment; no adjustment adds nothing, no baseline gives none. */
export const adjustedBaseline = (baseline: Num, adjustment: Num): Num =>
  numberIf(isNumber(baseline), numberOr(add(baseline, orElse(adjustment, 0))));

/**
 * s·(value − B′): the planned improvement P for a target, the actual improvement D for an actual. At
 * the baseline it is nothing: 0.3 − 0.1 − 0.2 is no improvement.
 */
export const improvementOf = (sign: Num, value: Num, adjusted: Num): Num =>
  numberIf(
    and(isNumber(sign), isNumber(value), isNumber(adjusted)),
    numberIf(isAt(value, adjusted), 0, multiply(sign, subtract(value, adjusted))),
  );

/** a = D / P; "" unless the target is better than the baseline. */
export const attainmentOf = (improvement: Num, planned: Num): Num =>
  numberIf(
    and(isNumber(improvement), isNumber(planned)),
    numberIf(greater(planned, 0), divide(improvement, planned)),
  );

export interface StatusWords {
  noMeasure: string;
  noBaseline: string;
  notBetter: string;
  pending: string;
  worse: string;
  unchanged: string;
  improving: string;
  met: string;
}

/** Exactly one word for every metric: what is missing first, then how far it has come. */
export const statusOf = (
  input: { measure: Num; adjusted: Num; planned: Num; actual: Num; attainment: Num },
  words: StatusWords,
): Txt =>
  when(
    equal(isNumber(input.measure), false),
    words.noMeasure,
    when(
      equal(isNumber(input.adjusted), false),
      words.noBaseline,
      when(
        // A bare comparison would put the text of a missing plan above every number.
        equal(when(isNumber(input.planned), greater(input.planned, 0), false), false),
        words.notBetter,
        when(
          equal(isNumber(input.actual), false),
          words.pending,
          when(
            less(input.attainment, 0),
            words.worse,
            when(
              equal(input.attainment, 0),
              words.unchanged,
              when(isUnder(input.attainment, 1), words.improving, words.met),
            ),
          ),
        ),
      ),
    ),
  ) as Txt;

/** 1 in scope, 0 out: what someone said, else whether a pick calls for it. */
export const scopeOf = (use: Txt, suggested: Num, words: { yes: string; no: string }): Num =>
  numberIf(
    equal(use, words.no),
    0,
    numberIf(equal(use, words.yes), 1, numberIf(greater(suggested, 0), 1, 0)),
  );

/** 1 where a baseline is better than the best that others published. */
export const beyondBest = (sign: Num, adjusted: Num, best: Num): Num =>
  numberIf(
    and(isNumber(sign), isNumber(adjusted), isNumber(best)),
    numberIf(
      isAt(adjusted, best),
      0,
      numberIf(greater(multiply(sign, subtract(adjusted, best)), 0), 1, 0),
    ),
    0,
  );

/**
 * 1 where a metric is priced, and so is one that counts the same gain another way.
 * @param priced how many rows price it
 * @param others rows in Metrics of those that it is priced instead of
 */
export const pricedTwice = (priced: Num, others: readonly Num[]): Num =>
  numberIf(
    and(
      greater(priced, 0),
      or(...others.map((row) => greater(numberOr(index(nums('Metrics', 'priced'), row), 0), 0))),
    ),
    1,
    0,
  );

const breach = 10_000;
const unread = 100;

/**
 * Guards: metrics that must not worsen while this one improves. A guard worse than its own baseline
 * weighs more than all that cannot be judged yet, and one of these more than all that hold; 0 for a
 * metric without guards.
 * @param positions columns that hold the guards' rows in Metrics
 * @param names columns that name the guards
 */
export const guardWeight = (
  names: ColumnOf<'Metrics'>[],
  positions: ColumnOf<'Metrics'>[],
): Num => {
  const points = names.map((name, i): Num => {
    const position = num(positions[i] as ColumnOf<'Metrics'>);
    const improvement = index(nums('Metrics', 'improvement'), position);
    return numberIf(
      equal(txt(name), ''),
      0,
      numberIf(
        isNumber(position),
        numberIf(isNumber(improvement), numberIf(less(improvement, 0), breach, 1), unread),
        unread,
      ),
    );
  });
  const [first, ...rest] = points;
  if (!first) throw new Error('A metric table has room for one guard at least');
  return add(first, ...rest);
};

/** The worst that a metric's guards weigh, in a word; "" for one without guards. */
export const guardStatusOf = (
  weight: Num,
  words: { ok: string; breached: string; pending: string },
): Txt =>
  when(
    unequal(weight, 0),
    when(less(weight, breach), when(less(weight, unread), words.ok, words.pending), words.breached),
    '',
  ) as Txt;
