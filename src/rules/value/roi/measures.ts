/** The measures of a scenario: a number, or a word that says why there is none. */
import {
  add,
  atLeast,
  count,
  divide,
  equal,
  greater,
  index,
  irr,
  isNumber,
  join,
  min,
  multiply,
  npv,
  num,
  numName,
  nums,
  subtract,
  sum,
  txtName,
  type Expression,
  type Num,
} from '../../expression';
import { numberIf, numberOr } from '../known';
import { flows, start } from './rows';

export interface RoiWords {
  noCosts: string;
  noBenefits: string;
  irrNone: string;
  irrSeveral: string;
  irrNotFound: string;
  notWithin: string;
  years: string;
}

const problem = txtName('Roi.Problem');
/** A measure, or the word that says why there is none. */
export const measured = (value: Expression): Num =>
  numberIf(equal(problem, ''), value as Num, problem);

/** 1 + r doubles, or less where most returns lie. */
const guesses = [
  -0.985, -0.97, -0.94, -0.88, -0.75, -0.6, -0.4, -0.2, 0, 0.1, 0.25, 0.5, 1, 3, 7, 15, 63, 255,
];

/** The measures of a scenario (1, 2 or 3). */
export const measure = {
  total: (scenario: Num, column: 'benefits' | 'costs'): Num =>
    measured(sum(flows(column, scenario))),
  presentValue: (scenario: Num, column: 'pvBenefits' | 'pvCosts'): Num =>
    measured(sum(flows(column, scenario))),
  /** NPV = PV benefits − PV costs. */
  npv: (): Num => measured(subtract(num('pvBenefits'), num('pvCosts'))),
  /** ROI = NPV / PV costs. */
  roi: (words: RoiWords): Num =>
    measured(numberIf(equal(num('pvCosts'), 0), words.noCosts, divide(num('npv'), num('pvCosts')))),
  /** Benefit–cost ratio = PV benefits / PV costs. */
  bcr: (words: RoiWords): Num =>
    measured(
      numberIf(equal(num('pvCosts'), 0), words.noCosts, divide(num('pvBenefits'), num('pvCosts'))),
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
  /** IRR of the net flows; none when their signs never change, several when more than once. */
  irr: (scenario: Num, words: RoiWords): Num =>
    measured(
      numberIf(
        equal(num('turns'), 0),
        words.irrNone,
        numberIf(
          greater(num('turns'), 1),
          words.irrSeveral,
          numberIf(
            isNumber(num('guess')),
            numberOr(irr(flows('net', scenario), num('guess')), words.irrNotFound),
            words.irrNotFound,
          ),
        ),
      ),
    ),
  turns: (scenario: Num): Num => sum(flows('turn', scenario)),
  /**
   * Where the search for IRR begins: the highest of a row of rates at which NPV still has the sign
   * it has at the lowest. Newton's method, which every spreadsheet uses, runs to the root from there;
   * from a fixed guess some give up. "" when IRR is outside −98 % … 25,500 %.
   */
  guess: (scenario: Num): Num => {
    const lowest = index(nums('RoiFlows', 'last'), add(start(scenario), numName('Roi.Years')));
    return guesses.reduce<Num | string>(
      (lower, rate) =>
        numberIf(greater(multiply(lowest, npv(rate, flows('net', scenario))), 0), rate, lower),
      '',
    ) as Num;
  },
  /**
   * Years until the cumulative undiscounted net comes up to 0, linear within the year; 0 when it is
   * never below. A plan that earns before it pays is paid back once it has recovered what it paid.
   */
  payback: (scenario: Num, words: RoiWords): Num =>
    measured(
      numberIf(
        greater(count(flows('crossing', scenario)), 0),
        min(flows('crossing', scenario)),
        numberIf(
          atLeast(min(flows('cumulative', scenario)), 0),
          0,
          join(`${words.notWithin} `, numName('Roi.Years'), ` ${words.years}`),
        ),
      ),
    ),
};
