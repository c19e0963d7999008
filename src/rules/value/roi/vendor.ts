/**
 * What the client pays the vendor, as the contract would pay at plan (attainment 1): fixed
 * instalments by their dates, what depends on value by the dates of the settlement periods. Money in
 * the engagement's currency; columns of VendorCosts, one row a line of the payment.
 */
import {
  add,
  and,
  choose,
  countIfs,
  divide,
  edate,
  equal,
  greater,
  index,
  isNumber,
  join,
  match,
  not,
  num,
  numName,
  nums,
  or,
  round,
  subtract,
  sum,
  sumIfs,
  txtName,
  unequal,
  when,
  type Bool,
  type Column,
  type Num,
  type Txt,
} from '../../expression';
import type { ColumnOf, NameIn } from '../../register';
import { atMostLimit, bandedShare, sharedValue, shortfallOf } from '../gain';
import { numberIf, numberOr, orElse } from '../known';
import { entitlementOf } from '../pay';
import type { PayoffWords } from '../payoff';
import { estimates, type Estimate } from './flows';

/** Lines of the payment, in the order of the table's rows. */
export const vendorLines = ['fixed', 'earned', 'bonus', 'gain', 'limits'] as const;

type VendorWords = Omit<PayoffWords, 'qualitative' | 'share'>;

const contract = (id: NameIn<'Contract'>): Num => numName(`Contract.${id}`);
const fee = orElse(numName('Engagement.Fee'), 0);
const digits = contract('MinorDigits');

/** Neither instalments nor terms: there is a fee, but no contract yet. */
const isOpen = and(equal(sum(nums('Instalments', 'share')), 0), equal(contract('TermCount'), 0));

/** 1 where the client's return counts what the vendor is paid. */
export const vendorCounts = (words: { without: string }): Num =>
  numberIf(or(equal(txtName('Roi.WithVendor'), words.without), not(greater(fee, 0))), 0, 1);

/** At attainment 1, as the Payoff sheet has it. */
const atPlan = (column: ColumnOf<'Payoff'>): Num =>
  orElse(index(nums('Payoff', column), match(1, nums('Payoff', 'level'))), 0);

/** Columns of VendorPlan, a row for each scenario: what the contract pays at its net value a year. */
export function vendorPlan(words: VendorWords): Record<VendorPlanColumn, Num> {
  const on = (id: NameIn<'Contract'>, word: string): Bool => equal(txtName(`Contract.${id}`), word);
  const basis = numberIf(
    on('GainBase', words.afterFee),
    subtract(num('value'), numName('Engagement.Fee')),
    num('value'),
  );
  return {
    value: choose(
      num('no'),
      ...estimates.map((estimate) => sum(nums('Monetisation', `net${estimate}`))),
    ),
    fixed: subtract(fee, contract('Pool')),
    earned: atPlan('earned'),
    bonus: atPlan('bonus'),
    gain: numberOr(
      round(
        atMostLimit(
          bandedShare(
            sharedValue(basis, add(contract('Hurdle'), 0), on('HurdleKind', words.cliff)),
            on('BandMode', words.whole),
          ),
          contract('GainCap'),
        ),
        digits,
      ),
      0,
    ),
    shortfall: numberIf(
      isNumber(contract('Guarantee')),
      numberOr(
        round(
          shortfallOf(
            num('value'),
            contract('Guarantee'),
            add(contract('ShortfallRate'), 0),
            contract('LossLimit'),
          ),
          digits,
        ),
        0,
      ),
      0,
    ),
    income: entitlementOf(
      {
        fixed: num('fixed'),
        earned: num('earned'),
        bonus: num('bonus'),
        gain: num('gain'),
        shortfall: num('shortfall'),
      },
      {
        floor: contract('PayFloor'),
        cap: contract('PayCap'),
        withoutGain: on('LimitScope', words.withoutGain),
        digits,
      },
    ),
    limits: subtract(num('income'), add(num('fixed'), num('earned'), num('bonus'), num('gain'))),
  };
}

type VendorPlanColumn = (typeof vendorLines)[number] | 'value' | 'shortfall' | 'income';

/** One line's amount in a scenario, over the whole contract. */
export const vendorAmount = (estimate: Estimate): Num =>
  numberIf(
    equal(numName('Roi.VendorCounts'), 0),
    0,
    numberIf(
      isOpen,
      numberIf(equal(num('no'), 1), fee, 0),
      numberOr(
        choose(
          num('no'),
          ...vendorLines.map((line) =>
            index(nums('VendorPlan', line), estimates.indexOf(estimate) + 1),
          ),
        ),
        0,
      ),
    ),
  );

/** What falls into a year of the project: all up to go-live into year 0. */
const inYear = (year: number, dates: Column<'number'>, shares: Column<'number'>): Num => {
  const from = index(nums('RoiYears', 'from'), year + 1);
  const until: [Column, Txt] = [dates, join('<', edate(from, 12))];
  return numberOr(
    year === 0 ? sumIfs(shares, until) : sumIfs(shares, [dates, join('>=', from)], until),
    0,
  );
};

/** The part of a line that falls into a year, 0 … 1. */
export const vendorShare = (year: number): Num =>
  numberIf(
    isOpen,
    year === 0 ? 1 : 0,
    numberIf(
      equal(num('no'), 1),
      numberOr(
        divide(
          inYear(year, nums('Instalments', 'date'), nums('Instalments', 'fixedShare')),
          sum(nums('Instalments', 'fixedShare')),
        ),
        0,
      ),
      inYear(year, nums('Periods', 'date'), nums('Periods', 'share')),
    ),
  );

export interface VendorMissing {
  noContract: string;
  noDates: string;
  noDay: string;
}

/** What keeps the payments from being placed in years; "" when nothing does. */
export const vendorMissing = (words: VendorMissing): Txt =>
  when(
    or(equal(numName('Roi.VendorCounts'), 0), isOpen),
    '',
    when(
      unequal(txtName('Contract.Problem'), ''),
      join(words.noContract, ' ', txtName('Contract.Problem')),
      when(
        not(isNumber(index(nums('RoiYears', 'from'), 1))),
        words.noDay,
        when(
          unequal(
            countIfs([nums('Instalments', 'fixedShare'), '>0']),
            countIfs(
              [nums('Instalments', 'fixedShare'), '>0'],
              [nums('Instalments', 'date'), '>0'],
            ),
          ),
          words.noDates,
          '',
        ),
      ),
    ),
  ) as Txt;
