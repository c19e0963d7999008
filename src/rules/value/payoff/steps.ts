/**
 * Attainments at which an amount may jump: points of curves and their deadbands, gates, criteria,
 * and where the value of a period reaches a hurdle, a guarantee or a band. Payoff looks just below
 * each and at it, so that a break-even on a step is the step and never a point between.
 */
import {
  add,
  and,
  atMost,
  choose,
  countIfs,
  divide,
  equal,
  greater,
  index,
  isNumber,
  join,
  match,
  nums,
  rowOf,
  txts,
  type Expression,
  type Num,
} from '../../expression';
import type { ColumnOf } from '../../register';
import { numberIf, numberOr } from '../known';
import { chosen } from '../contract';
import type { PayoffWords } from './words';

const { num } = rowOf<'PayoffSteps'>();

/** What a row of PayoffSteps looks at, in the order of its numbers from 1. */
export const stepKinds = [
  ...(['point', 'gate', 'passed', 'bandBelow', 'bandAbove'] as const),
  ...(['cliff', 'guarantee', 'share'] as const),
] as const;

const position = num('row');
const used = countIfs([nums('Terms', 'curveRow'), index(nums('Points', 'curveRow'), position)]);
const cell = (table: 'Points' | 'Terms' | 'Curves' | 'Bands', column: ColumnOf): Num =>
  index(nums(table, column as never), position) as Num;
const inPeriod = (column: ColumnOf<'Statement'>): Num =>
  index(nums('Statement', column), match(num('period'), nums('Statement', 'no'))) as Num;
const given = (value: Num): Num => numberIf(isNumber(value), value);

export function payoffStepRules(words: PayoffWords): Record<string, Expression> {
  return {
    candidate: numberOr(
      choose(
        num('kind'),
        numberIf(greater(used, 0), given(cell('Points', 'attainment'))),
        given(cell('Terms', 'gateLevel')),
        numberIf(equal(index(txts('Terms', 'kind'), position), words.qualitative), 1),
        cell('Curves', 'deadbandFrom'),
        cell('Curves', 'deadbandAfter'),
        inPeriod('cliffAt'),
        inPeriod('guaranteeAt'),
        numberIf(
          and(chosen('BandMode', words.whole), isNumber(cell('Bands', 'start'))),
          divide(add(cell('Bands', 'start'), inPeriod('bandsFrom')), inPeriod('plan')),
        ),
      ),
    ),
    /** The first row at this attainment, above 0 and within the table. */
    at: numberIf(
      isNumber(num('candidate')),
      numberIf(
        and(greater(num('candidate'), 0), atMost(num('candidate'), 1.5)),
        numberIf(
          equal(
            countIfs(
              [nums('PayoffSteps', 'candidate'), num('candidate')],
              [nums('PayoffSteps', 'no'), join('<', num('no'))],
            ),
            0,
          ),
          num('candidate'),
        ),
      ),
    ),
  };
}
