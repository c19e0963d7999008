/**
 * Gain share and shortfall of a period, on the net value that both sides recognise for it; without
 * such a number the current period takes what the readings have realised since the periods before.
 */
import {
  add,
  and,
  count,
  equal,
  greater,
  index,
  isNumber,
  join,
  max,
  multiply,
  num,
  numName,
  nums,
  round,
  slice,
  subtract,
  sum,
  sumIfs,
  type Num,
} from '../../expression';
import type { ColumnOf } from '../../register';
import { atMostLimit, bandedShare, sharedValue, shortfallOf } from '../gain';
import { sound } from '../inputs';
import { numberIf } from '../known';
import { signedRow } from './period';
import { contract, digits, earlier, fee, live, own, period, switchedOn, problem } from './row';
import type { StatementWords } from './words';

const reached = equal(num('reached'), 1);

/** An amount once it was signed, else as it is now. */
const signedOr = (column: ColumnOf<'Ledger'>, now: Num): Num =>
  numberIf(isNumber(signedRow), index(nums('Ledger', column), signedRow) as Num, now);

/** Known once the period is reached and its value is; a word before. */
const onceKnown = (known: Num, amount: Num, words: StatementWords): Num =>
  numberIf(
    reached,
    sound(problem, numberIf(isNumber(known), round(amount, digits), words.unknownValue)),
    words.notDue,
  );

const recognised = period('value');
const realised = numName('Roi.Realised');
const priced = greater(sum(nums('Monetisation', 'counted')), 0);

/** Columns of the value on which gain share rests, and the high-water mark. */
export const valueRules = (words: StatementWords) => {
  const highWater = switchedOn('HighWaterMark', words.yes);
  const shared = (value: Num): Num =>
    sharedValue(value, add(contract('Hurdle'), 0), switchedOn('HurdleKind', words.cliff));
  return {
    /** V: net value of the period; "" when it is not known. */
    value: live(
      numberIf(
        isNumber(recognised),
        recognised,
        numberIf(
          and(equal(num('no'), contract('Current')), priced, isNumber(realised)),
          subtract(
            realised,
            sumIfs(nums('Periods', 'value'), [nums('Periods', 'no'), join('<', num('no'))]),
          ),
          '',
        ),
      ),
    ),
    /** V before or after the period's part of the fee, as the contract says; "" before its date. */
    basis: live(
      numberIf(
        and(isNumber(num('value')), reached),
        numberIf(
          switchedOn('GainBase', words.afterFee),
          subtract(num('value'), multiply(fee, add(period('share'), 0))),
          num('value'),
        ),
        '',
      ),
    ),
    /** High-water mark: the highest basis up to and before this period. */
    peak: live(
      numberIf(
        greater(count(slice(own('basis'), 1, num('no'))), 0),
        max(slice(own('basis'), 1, num('no'))),
        '',
      ),
    ),
    peakBefore: live(
      numberIf(
        and(greater(num('no'), 1), greater(count(earlier('basis')), 0)),
        max(earlier('basis')),
        '',
      ),
    ),
    /** What is shared of the basis, or of the peaks where a high-water mark is agreed. */
    sharedNow: live(
      numberIf(isNumber(num('basis')), shared(numberIf(highWater, num('peak'), num('basis'))), ''),
    ),
    sharedBefore: live(
      numberIf(and(highWater, isNumber(num('peakBefore'))), shared(num('peakBefore')), 0),
    ),
  };
};

/** 0 where none is agreed, a word while it cannot be told, else an amount of 0 or more. */
export const gainRules = (words: StatementWords) => {
  const whole = switchedOn('BandMode', words.whole);
  return {
    gain: live(
      signedOr(
        'gain',
        numberIf(
          equal(count(nums('Bands', 'start')), 0),
          0,
          onceKnown(
            num('sharedNow'),
            max(
              0,
              atMostLimit(
                subtract(
                  bandedShare(num('sharedNow'), whole),
                  bandedShare(num('sharedBefore'), whole),
                ),
                contract('GainCap'),
              ),
            ),
            words,
          ),
        ),
      ),
    ),
    shortfall: live(
      signedOr(
        'shortfall',
        numberIf(
          isNumber(contract('Guarantee')),
          onceKnown(
            num('value'),
            shortfallOf(
              num('value'),
              contract('Guarantee'),
              add(contract('ShortfallRate'), 0),
              contract('LossLimit'),
            ),
            words,
          ),
          0,
        ),
      ),
    ),
  };
};
