/**
 * What a signature froze: its amounts stand before today's, and a difference to today's inputs is
 * reported, never absorbed.
 */
import {
  abs,
  equal,
  greater,
  index,
  isNumber,
  join,
  match,
  not,
  nums,
  or,
  round,
  rowOf,
  subtract,
  txts,
  when,
  type Bool,
  type Expression,
  type Num,
} from '../../expression';
import type { ColumnOf } from '../../register';
import { sound } from '../inputs';
import { numberIf, numberOr } from '../known';
import { minorUnit } from '../pay';
import { contractText, termText } from '../contract';
import { live, roundedByLine } from './row';
import type { SettlementWords } from './words';

const { num, txt } = rowOf<'Settlement'>();

const then = (column: ColumnOf<'SignedTerms'>): Num =>
  index(nums('SignedTerms', column), num('signedRow')) as Num;
export const isSigned = isNumber(num('signedRow'));
const flaw = contractText('Flaw');
/** A cell at fault that this term alone rests on. */
const doubt = termText('doubt');
const frozen = (column: 'earned' | 'bonus' | 'pending' | 'forfeited'): Expression =>
  live(numberIf(isSigned, then(column), sound(flaw, sound(doubt, num(`${column}Now`)))));

type Paid = 'earned' | 'bonus';

/** Compared to some decimals; two that are not known are alike. */
const differs = (column: ColumnOf<'SignedTerms'>, now: Num, decimals = 9): Bool => {
  const comparable = (value: Num) => numberIf(isNumber(value), round(value, decimals), 'none');
  return not(equal(comparable(then(column)), comparable(now)));
};

/**
 * Rounded on the total, a line carries what others round up or down, which is always less than a
 * minor unit and no edit of its own; it is compared before rounding.
 */
const beyondRounding = (column: Paid): Bool =>
  greater(round(abs(subtract(then(column), num(`${column}Raw`))), 9), minorUnit);
const paysOtherwise = (column: Paid, words: SettlementWords): Bool =>
  when(roundedByLine(words), differs(column, num(`${column}Now`)), beyondRounding(column)) as Bool;

/** The amount before rounding; what was signed where today's inputs give another. */
export const exactly = (column: Paid): Num =>
  numberIf(
    isSigned,
    numberIf(beyondRounding(column), then(column), num(`${column}Raw`)),
    num(`${column}Raw`),
  );

export const signedRules = (words: SettlementWords) => ({
  /** Row in SignedTerms that settles this term and period for good; "" when there is none. */
  signedRow: live(
    numberOr(match(join(num('period'), '|', txt('code')), txts('SignedTerms', 'finalKey'))),
  ),
  earned: frozen('earned'),
  bonus: frozen('bonus'),
  pending: frozen('pending'),
  forfeited: frozen('forfeited'),
  /** 1 where what the amounts follow from is no longer what was signed, else 0. */
  moved: live(
    numberIf(
      isSigned,
      numberIf(
        or(
          ...(['baseline', 'target', 'actual', 'stake'] as const).map((column) =>
            differs(column, num(column)),
          ),
          // Version 0.1 rounded improvements before it divided them: no more than that is no edit.
          differs('payout', num('payout'), 6),
        ),
        1,
        0,
      ),
      0,
    ),
  ),
  /** A word where inputs or amounts are no longer what was signed. */
  drift: live(
    when(
      isSigned,
      when(
        or(equal(num('moved'), 1), paysOtherwise('earned', words), paysOtherwise('bonus', words)),
        words.drift,
        '',
      ),
      '',
    ),
  ),
});
