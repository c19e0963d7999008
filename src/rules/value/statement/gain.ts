/**
 * Gain share and shortfall of a period, on the net value that both sides recognise for it; without
 * such a number, on what readings have realised up to its date beyond what earlier periods
 * recognised: of a signed period the value that was frozen with it, of another what its own date cut
 * off. So no value is shared twice, whoever signs when.
 */
import {
  abs,
  add,
  atMost,
  count,
  divide,
  equal,
  greater,
  index,
  isNumber,
  join,
  match,
  max,
  multiply,
  numName,
  nums,
  power,
  rowOf,
  slice,
  subtract,
  sum,
  sumIfs,
  type Num,
} from '../../expression';
import type { ColumnOf } from '../../register';
import { monthOf, monthsTo } from '../calendar';
import { bandedShare, gainAbove, sharedValue, shortfallOf } from '../gain';
import { sound } from '../inputs';
import { numberIf, numberOr, orElse } from '../known';
import { cumulativeLine, minorUnit } from '../pay';
import { signedRow } from './period';
import { chosen, contract, digits, fee, problem } from '../contract';
import { before, earlier, live, own, period, toDate } from './row';
import type { StatementWords } from './words';

const { num } = rowOf<'Statement'>();

const reached = equal(num('reached'), 1);
const inTime = atMost(num('no'), contract('Current'));
const signed = (column: ColumnOf<'Ledger'>): Num => index(nums('Ledger', column), signedRow) as Num;

/** An amount once it was signed, else as it is now. */
const signedOr = (column: ColumnOf<'Ledger'>, now: Num): Num =>
  numberIf(isNumber(signedRow), signed(column), now);

/** Known once the period is reached and its value is; a word before. */
const onceKnown = (known: Num, amount: Num, words: StatementWords): Num =>
  numberIf(
    reached,
    sound(problem, numberIf(isNumber(known), amount, words.unknownValue)),
    words.notDue,
  );

const priced = greater(sum(nums('Monetisation', 'counted')), 0);

/** What stands in Cutoffs for the period's date; "" where that is not known. */
const ofCutoff = (column: 'total' | 'plan'): Num =>
  orElse(numberOr(index(nums('Cutoffs', column), match(num('no'), nums('Cutoffs', 'period')))), '');

/** Years from a day to the end of a period's, every month a twelfth. */
const yearsFrom = (day: Num, month: Num): Num =>
  max(
    0,
    divide(subtract(monthsTo(add(num('date'), 1), num('endMonth')), monthsTo(day, month)), 12),
  );
const begin = numName('Engagement.StartDate');
const monthIf = (day: Num): Num => numberIf(isNumber(day), monthOf(day));

const years: Record<'startMonth' | 'endMonth' | 'years', Num> = {
  startMonth: live(monthIf(begin)),
  endMonth: live(monthOf(add(num('date'), 1))),
  /** Over which the hurdle compounds. */
  years: live(numberIf(isNumber(num('startMonth')), yearsFrom(begin, num('startMonth')), 0)),
};

/** Columns of the value on which gain share rests, and the high-water mark. */
export const valueRules = (words: StatementWords) => {
  const highWater = chosen('HighWaterMark', words.yes);
  const shared = (value: Num): Num =>
    sharedValue(value, num('hurdle'), chosen('HurdleKind', words.cliff));
  const open = num('openNo');
  const at = (amount: Num): Num => numberOr(divide(amount, num('plan')));
  /** What a gain share is worked out on may be less than the value by the fee. */
  const feeBefore = numberIf(chosen('GainBase', words.afterFee), num('feeShare'), 0);
  return {
    /** What readings have realised from the start to the period's date; "" when it is not known. */
    realised: live(numberIf(priced, ofCutoff('total'))),
    /** Value that stands whatever is read: as it was signed, else as both sides recognise it. */
    given: live(
      orElse(numberIf(isNumber(signedRow), signed('value')), orElse(period('value'), '')),
    ),
    /** The period's number where readings decide its value. */
    measuredNo: live(
      numberIf(isNumber(num('given')), '', numberIf(isNumber(num('realised')), num('no'))),
    ),
    /** The last such period before this one; 0 without one. */
    openNo: live(
      numberIf(
        greater(num('no'), 1),
        numberIf(greater(count(earlier('measuredNo')), 0), max(earlier('measuredNo')), 0),
        0,
      ),
    ),
    /** Value that earlier periods have recognised. */
    recognised: live(
      add(
        sumIfs(own('realised'), [own('no'), open]),
        sumIfs(own('given'), [own('no'), join('>', open)], [own('no'), join('<', num('no'))]),
      ),
    ),
    /** What priced metrics are planned to bring from their starts to the period's date, and in the period. */
    planTotal: live(numberIf(priced, ofCutoff('plan'))),
    plan: live(
      numberIf(
        isNumber(num('planTotal')),
        subtract(num('planTotal'), sumIfs(own('planTotal'), [own('no'), subtract(num('no'), 1)])),
      ),
    ),
    feeShare: live(multiply(fee, add(period('share'), 0))),
    /** V: net value of the period; "" when it is not known. */
    value: live(
      numberIf(
        isNumber(num('given')),
        num('given'),
        numberIf(
          isNumber(num('realised')),
          numberIf(inTime, subtract(num('realised'), num('recognised'))),
        ),
      ),
    ),
    /** V before or after the period's part of the fee, as the contract says; "" before its date. */
    basis: live(
      numberIf(
        isNumber(num('value')),
        numberIf(
          reached,
          numberIf(
            chosen('GainBase', words.afterFee),
            subtract(num('value'), num('feeShare')),
            num('value'),
          ),
        ),
      ),
    ),
    ...years,
    /** H at the period's date; a hurdle rate compounds it by the year. */
    hurdle: live(
      multiply(add(contract('Hurdle'), 0), power(add(1, contract('HurdleRate')), num('years'))),
    ),
    /** Attainment at which the value comes to an agreed limit, where the limit makes an amount jump; "" for none. */
    cliffAt: live(numberIf(chosen('HurdleKind', words.cliff), at(add(num('hurdle'), feeBefore)))),
    guaranteeAt: live(numberIf(isNumber(contract('Guarantee')), at(contract('Guarantee')))),
    /** Value from which the shared value counts, and so the bands begin. */
    bandsFrom: live(add(numberIf(chosen('HurdleKind', words.cliff), 0, num('hurdle')), feeBefore)),
    /** High-water mark: the highest basis up to and before this period. */
    peak: live(
      numberIf(
        greater(count(slice(own('basis'), 1, num('no'))), 0),
        max(slice(own('basis'), 1, num('no'))),
      ),
    ),
    peakBefore: live(
      numberIf(
        greater(num('no'), 1),
        numberIf(greater(count(earlier('basis')), 0), max(earlier('basis'))),
      ),
    ),
    /** What is shared of the basis, or of the peaks where a high-water mark is agreed. */
    sharedNow: live(
      numberIf(isNumber(num('basis')), shared(numberIf(highWater, num('peak'), num('basis')))),
    ),
    sharedBefore: live(
      numberIf(highWater, numberIf(isNumber(num('peakBefore')), shared(num('peakBefore')), 0), 0),
    ),
  };
};

/** 0 where none is agreed, a word while it cannot be told, else an amount of 0 or more. */
export const gainRules = (words: StatementWords) => {
  const whole = chosen('BandMode', words.whole);
  return {
    bandedNow: live(numberIf(isNumber(num('sharedNow')), bandedShare(num('sharedNow'), whole), 0)),
    bandedBefore: live(
      numberIf(greater(num('sharedBefore'), 0), bandedShare(num('sharedBefore'), whole), 0),
    ),
    /** Before rounding. */
    gainRaw: live(
      numberIf(
        isNumber(num('sharedNow')),
        gainAbove(num('bandedNow'), num('bandedBefore'), contract('GainCap')),
        0,
      ),
    ),
    /** Of a signed period what was signed, unless no more than rounding lies between. */
    gainExact: live(
      numberIf(
        isNumber(signedRow),
        numberIf(
          greater(abs(subtract(add(signed('gain'), 0), num('gainRaw'))), minorUnit),
          add(signed('gain'), 0),
          num('gainRaw'),
        ),
        num('gainRaw'),
      ),
    ),
    gain: live(
      signedOr(
        'gain',
        numberIf(
          equal(count(nums('Bands', 'start')), 0),
          0,
          onceKnown(
            num('sharedNow'),
            cumulativeLine(toDate('gainExact'), before('gainExact'), digits),
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
              {
                guarantee: contract('Guarantee'),
                fixed: contract('ShortfallFixed'),
                rate: contract('ShortfallRate'),
                limit: contract('LossLimit'),
              },
              digits,
            ),
            words,
          ),
          0,
        ),
      ),
    ),
  };
};
