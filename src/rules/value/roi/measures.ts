/** The measures of a case: a number, or a word that says why there is none. */
import {
  atLeast,
  count,
  divide,
  equal,
  greater,
  irr,
  isNumber,
  join,
  min,
  num,
  numName,
  subtract,
  sum,
  txtName,
  type Expression,
  type Num,
} from '../../expression';
import type { ColumnOf } from '../../register';
import { numberIf, numberOr } from '../known';
import { flows } from './rows';

export interface RoiWords {
  noCosts: string;
  noBenefits: string;
  irrNone: string;
  irrNotFound: string;
  notWithin: string;
  years: string;
}

const problem = txtName('Roi.Problem');
/** A measure, or the word that says why there is none. */
export const measured = (value: Expression): Num =>
  numberIf(equal(problem, ''), value as Num, problem);

/** The first moment of a running total, linear within the year; 0 when it is never below 0. */
const paidBack = (
  scenario: Num,
  crossing: ColumnOf<'RoiFlows'>,
  total: ColumnOf<'RoiFlows'>,
  words: RoiWords,
): Num =>
  measured(
    numberIf(
      greater(count(flows(crossing, scenario)), 0),
      min(flows(crossing, scenario)),
      numberIf(
        atLeast(min(flows(total, scenario)), 0),
        0,
        join(`${words.notWithin} `, numName('Roi.Years'), ` ${words.years}`),
      ),
    ),
  );

/** The measures of a case; 1, 2 and 3 are the scenarios. */
export const measure = {
  total: (scenario: Num, column: 'benefits' | 'costs'): Num =>
    measured(sum(flows(column, scenario))),
  presentValue: (scenario: Num, column: 'pvBenefits' | 'pvCosts'): Num =>
    measured(sum(flows(column, scenario))),
  /** NPV = PV benefits − PV costs. */
  npv: (): Num => measured(subtract(num('pvBenefits'), num('pvCosts'))),
  /** ROI = NPV / PV costs. */
  roi: (words: RoiWords): Num =>
    measured(
      numberIf(greater(num('pvCosts'), 0), divide(num('npv'), num('pvCosts')), words.noCosts),
    ),
  /** Benefit–cost ratio = PV benefits / PV costs. */
  bcr: (words: RoiWords): Num =>
    measured(
      numberIf(
        greater(num('pvCosts'), 0),
        divide(num('pvBenefits'), num('pvCosts')),
        words.noCosts,
      ),
    ),
  /** The share of planned benefits at which NPV = 0. */
  breakEven: (words: RoiWords): Num =>
    measured(
      numberIf(
        greater(num('pvBenefits'), 0),
        divide(num('pvCosts'), num('pvBenefits')),
        words.noBenefits,
      ),
    ),
  /**
   * IRR of the net flows: none when their signs never change, or when they change and change back
   * and no rate makes NPV 0; of several the one that a spreadsheet gives.
   */
  irr: (scenario: Num, words: RoiWords): Num =>
    measured(
      numberIf(
        isNumber(num('guess')),
        numberOr(irr(flows('net', scenario), num('guess')), words.irrNotFound),
        numberIf(equal(num('turns'), 1), words.irrNotFound, words.irrNone),
      ),
    ),
  turns: (scenario: Num): Num => numberOr(sum(flows('turn', scenario))),
  /** Years until the cumulative undiscounted net comes up to 0. */
  payback: (scenario: Num, words: RoiWords): Num =>
    paidBack(scenario, 'crossing', 'cumulative', words),
  /** The same for the cumulative discounted net. */
  discountedPayback: (scenario: Num, words: RoiWords): Num =>
    paidBack(scenario, 'crossingPv', 'cumulativePv', words),
};
