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
  int,
  isNumber,
  join,
  match,
  max,
  min,
  multiply,
  not,
  numName,
  nums,
  or,
  round,
  rowOf,
  subtract,
  sum,
  sumIfs,
  txtName,
  unequal,
  when,
  type Column,
  type Num,
  type Txt,
} from '../../expression';
import type { ColumnOf } from '../../register';
import { numberIf, numberOr, orElse } from '../known';
import { estimates, type Estimate } from './flows';
import { contract, contractText, fee } from '../contract';

const { num } = rowOf<'VendorPlan'>();

/** Lines of the payment, in the order of the table's rows. */
export const vendorLines = ['fixed', 'earned', 'bonus', 'gain', 'limits'] as const;

const agreed = orElse(fee, 0);

/** Neither instalments nor terms: there is a fee, but no contract yet. */
const isOpen = and(equal(sum(nums('Instalments', 'share')), 0), equal(contract('TermCount'), 0));

/** 1 where the client's return counts what the vendor is paid. */
export const vendorCounts = (words: { without: string }): Num =>
  numberIf(or(equal(txtName('Roi.WithVendor'), words.without), not(greater(agreed, 0))), 0, 1);

/** At attainment 1, as the Payoff sheet has it. */
const atPlan = (column: ColumnOf<'Payoff'>): Num =>
  orElse(index(nums('Payoff', column), match(1, nums('Payoff', 'level'))), 0);

/** Of the value that Payoff has at attainment 1, what a scenario brings. */
const level = (): Num => numberOr(max(0, divide(num('value'), numName('Roi.NetValue'))), 0);
/** An amount at that level, on the line between the levels of Payoff, and on its last line beyond. */
const atLevel = (column: 'gain' | 'shortfall'): Num => {
  const row = add(min(29, int(multiply(level(), 20))), 1);
  const here: Num = index(nums('Payoff', column), row);
  const next: Num = index(nums('Payoff', column), add(row, 1));
  const part = subtract(multiply(level(), 20), subtract(row, 1));
  return numberOr(
    round(add(here, multiply(part, subtract(next, here))), contract('MinorDigits')),
    0,
  );
};

/**
 * Columns of VendorPlan, a row for each scenario: what the contract pays with every term at plan, as
 * Payoff has it, and on the scenario's own value.
 */
export function vendorPlan(): Record<VendorPlanColumn, Num> {
  return {
    value: choose(
      num('no'),
      ...estimates.map((estimate) => sum(nums('Monetisation', `net${estimate}`))),
    ),
    fixed: subtract(agreed, contract('Pool')),
    earned: atPlan('earned'),
    bonus: atPlan('bonus'),
    gain: atLevel('gain'),
    shortfall: atLevel('shortfall'),
    /** In the scenario chosen what Payoff says; in another, that and what its value changes. */
    income: subtract(
      add(atPlan('income'), subtract(num('gain'), atPlan('gain'))),
      subtract(num('shortfall'), atPlan('shortfall')),
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
      numberIf(equal(num('no'), 1), agreed, 0),
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
      unequal(contractText('Problem'), ''),
      join(words.noContract, ' ', contractText('Problem')),
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
