/**
 * Improvement becomes money (value-model §2): unit value = product of up to four drivers ÷ divisor;
 * net = gross × attribution × confidence × recapture × overlap share. Money is a year's.
 */
import {
  and,
  divide,
  equal,
  greater,
  index,
  isNumber,
  multiply,
  nums,
  or,
  rowOf,
  unequal,
  when,
  type Bool,
  type Num,
  type Txt,
} from '../expression';
import type { ColumnOf } from '../register';
import { numberIf, numberOr, orElse } from './known';
import { numberAt, positionIn, textAt } from './place';
import { measureNo } from './reading';

const { num, txt } = rowOf<'Monetisation'>();

/** The three estimates of a driver: what is not given on one side is the likely one. */
export const estimate = {
  low: (): Num => orElse(num('low'), orElse(num('likely'), '')),
  likely: (): Num => orElse(num('likely'), ''),
  high: (): Num => orElse(num('high'), orElse(num('likely'), '')),
};

/** A share by which a plan is realised: likely is 1 unless said otherwise, the sides follow it. */
export const realisation = {
  low: (): Num => orElse(num('low'), orElse(num('likely'), 1)),
  likely: (): Num => orElse(num('likely'), 1),
  high: (): Num => orElse(num('high'), orElse(num('likely'), 1)),
};

export const driverSlots = [1, 2, 3, 4] as const;

/**
 * u: product of the named drivers ÷ divisor (1 when none is given).
 * "" when no driver is named, one is not known, or the divisor is 0.
 * @param column of Drivers: `value`, or the estimate of one scenario
 */
export const unitValue = (column: ColumnOf<'Drivers'>): Num => {
  const factor = (slot: number): Num =>
    numberIf(
      equal(txt(`driver${slot}`), ''),
      1,
      index(nums('Drivers', column), num(`driverRow${slot}`)),
    );
  const [first, ...rest] = driverSlots.map(factor);
  return numberIf(
    and(...driverSlots.map((slot) => equal(txt(`driver${slot}`), ''))),
    '',
    numberOr(divide(multiply(first as Num, ...rest), orElse(num('divisor'), 1))),
  );
};

/**
 * Row of the driver that the readings of a ratio count themselves, as the visits behind a rate of
 * repeats; "" where none is named.
 */
export const volumeRow = (): Num => positionIn('Drivers', txt('volume'));

/** 1 where a driver is named that readings cannot count: none of this row's, or of no ratio; else 0. */
export const volumeAtFault = (): Num => {
  const counts = and(
    isNumber(num('volumeRow')),
    equal(numberAt('Metrics', 'measureNo', num('row')), measureNo.ratio),
    or(...driverSlots.map((slot) => equal(num('volumeRow'), num(`driverRow${slot}`)))),
  );
  return numberIf(equal(txt('volume'), ''), 0, numberIf(counts, 0, 1));
};

/** Whether what improves is people's time: such money needs a recapture share. */
export const savesTime = (words: { hours: string; minutes: string }): Bool =>
  or(
    equal(num('freesTime'), 1),
    ...driverSlots.map((slot) =>
      equal(textAt('Drivers', 'unit', num(`driverRow${slot}`)), words.hours),
    ),
    equal(textAt('Metrics', 'unit', num('row')), words.hours),
    equal(textAt('Metrics', 'unit', num('row')), words.minutes),
  );

/** Attribution × confidence × recapture × overlap share; the last two are 1 where they do not apply. */
export const netFactor = (): Num =>
  numberOr(
    multiply(
      num('attribution'),
      num('confidence'),
      orElse(num('recapture'), 1),
      orElse(num('share'), 1),
    ),
  );

export interface MoneyWords {
  outOfScope: string;
  leading: string;
  noDriver: string;
  wrongVolume: string;
  noAttribution: string;
  noConfidence: string;
  noRecapture: string;
  noImprovement: string;
  priced: string;
  byYear: string;
  unknownMetric: string;
}

/** Money is meant here – it is attributed – but something that it takes is not known. */
export const lacking = (words: Pick<MoneyWords, 'leading' | 'byYear'>): Bool =>
  and(
    equal(num('inUse'), 1),
    equal(num('counted'), 0),
    isNumber(num('attribution')),
    greater(num('attribution'), 0),
    unequal(txt('status'), words.leading),
    unequal(txt('status'), words.byYear),
  );

/** What keeps a metric from being priced, the first of it; or that it is priced. */
export const moneyStatus = (words: MoneyWords, benefit: { leading: string }): Txt => {
  const missing = (column: ColumnOf<'Monetisation'>) => equal(isNumber(num(column)), false);
  return when(
    equal(txt('metric'), ''),
    '',
    when(
      missing('row'),
      words.unknownMetric,
      when(
        unequal(numberAt('Metrics', 'inScope', num('row')), 1),
        words.outOfScope,
        when(
          equal(txt('benefit'), benefit.leading),
          words.leading,
          when(
            isNumber(num('yearRow')),
            words.byYear,
            when(
              or(missing('unitValue'), equal(num('volumeAtFault'), 1)),
              when(missing('unitValue'), words.noDriver, words.wrongVolume),
              when(
                missing('attribution'),
                words.noAttribution,
                when(
                  missing('confidence'),
                  words.noConfidence,
                  when(
                    and(equal(num('savesTime'), 1), missing('recapture')),
                    words.noRecapture,
                    when(
                      and(unequal(txt('planned'), ''), greater(num('planned'), 0)),
                      words.priced,
                      words.noImprovement,
                    ),
                  ),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
  ) as Txt;
};

/** Improvement × unit value × factors, for a priced row whose improvement is known; else "". */
export const worth = (improvement: Num, ...factors: Num[]): Num =>
  numberIf(
    and(equal(num('counted'), 1), isNumber(improvement)),
    numberOr(multiply(improvement, ...factors)),
  );

/** What a priced row claims of its node. */
export const shareUsed = (): Num => numberIf(equal(num('counted'), 1), orElse(num('share'), 1), 0);
