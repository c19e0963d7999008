/** Benefits given year by year: columns of Benefits. Money is a year's. */
import {
  add,
  and,
  countIfs,
  equal,
  greater,
  isNumber,
  less,
  not,
  nums,
  or,
  rowOf,
  unequal,
  when,
  type Bool,
  type Num,
  type Txt,
} from '../../expression';
import type { ColumnOf } from '../../register';
import { faultOf, total } from '../inputs';
import { numberIf } from '../known';
import { years } from '../years';

const { num, txt } = rowOf<'Benefits'>();

export interface BenefitWords {
  noItem: string;
  unknownMetric: string;
  outOfScope: string;
  twin: string;
  leading: string;
  noAttribution: string;
  noConfidence: string;
  badShare: string;
  badAmount: string;
  counted: string;
}

const given = (column: ColumnOf<'Benefits'>): Bool => unequal(txt(column), '');
const amounts = years.map((year) => `y${year}` as const);
const shares = ['attribution', 'confidence', 'recapture', 'share'] as const;

/** How many amounts are no numbers, and how many shares none from 0 to 1. */
export const badAmounts = (): Num => total(amounts.map((column) => faultOf(num(column), {})));
export const badShares = (): Num =>
  total(shares.map((column) => faultOf(num(column), { min: 0, max: 1 })));

/** How many years have an amount. */
export const yearsGiven = (): Num => {
  const [first, ...rest] = amounts.map((id) => numberIf(isNumber(num(id)), 1, 0));
  return add(first as Num, ...rest);
};

/** Whether a row's amounts count, or what keeps them from it; "" for an empty row. */
export const benefitStatus = (words: BenefitWords, benefit: { leading: string }): Txt =>
  when(
    not(or(given('item'), given('metric'), ...amounts.map(given))),
    '',
    when(
      and(equal(txt('item'), ''), equal(txt('metric'), '')),
      words.noItem,
      when(
        and(given('metric'), not(isNumber(num('metricRow')))),
        words.unknownMetric,
        when(
          and(
            isNumber(num('metricRow')),
            greater(countIfs([nums('Benefits', 'metricRow'), num('metricRow')]), 1),
          ),
          words.twin,
          when(
            or(greater(num('badAmounts'), 0), equal(num('given'), 0)),
            words.badAmount,
            when(
              equal(txt('benefit'), benefit.leading),
              words.leading,
              when(
                not(isNumber(num('attribution'))),
                words.noAttribution,
                when(
                  not(isNumber(num('confidence'))),
                  words.noConfidence,
                  when(
                    greater(num('badShares'), 0),
                    words.badShare,
                    when(less(num('inUse'), 1), words.outOfScope, words.counted),
                  ),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
  ) as Txt;
