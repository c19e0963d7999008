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
  subtract,
  txts,
  type Expression,
  type Num,
} from '../../expression';
import type { ColumnOf } from '../../register';
import { numberIf, numberOr } from '../known';
import { chosen, contract } from '../contract';
import type { PayoffWords } from './words';

const { num } = rowOf<'PayoffSteps'>();

/** What a row of PayoffSteps looks at, in the order of its numbers from 1. */
export const stepKinds = [
  ...(['point', 'gate', 'passed', 'bandBelow', 'bandAbove'] as const),
  ...(['cliff', 'guarantee', 'share'] as const),
] as const;

/** So little below a step that nothing but the step lies between; a limit is reached far nearer. */
export const justBelow = 1e-7;

const position = num('row');
const used = (table: 'Points' | 'Curves'): Num =>
  table === 'Points'
    ? countIfs([nums('Terms', 'curveRow'), index(nums('Points', 'curveRow'), position)])
    : countIfs([nums('Terms', 'curveRow'), position]);
const cell = (table: 'Points' | 'Terms' | 'Curves' | 'Bands', column: ColumnOf): Num =>
  index(nums(table, column as never), position) as Num;
const inPeriod = (column: 'plan' | 'hurdle' | 'feeShare'): Num =>
  index(nums('Statement', column), match(num('period'), nums('Statement', 'no'))) as Num;
const given = (value: Num): Num => numberIf(isNumber(value), value, '');
/** Attainment at which the value of a period comes to an amount. */
const where = (amount: Num): Num => numberOr(divide(amount, inPeriod('plan')), '');

export function payoffStepRules(words: PayoffWords): Record<string, Expression> {
  const deadband = cell('Curves', 'deadband');
  /** What a gain share is worked out on may be less than the value by the fee. */
  const beforeFee = (basis: Num): Num =>
    add(basis, numberIf(chosen('GainBase', words.afterFee), inPeriod('feeShare'), 0));
  const hurdleIn = numberIf(chosen('HurdleKind', words.cliff), 0, inPeriod('hurdle'));
  return {
    candidate: numberOr(
      choose(
        num('kind'),
        numberIf(greater(used('Points'), 0), given(cell('Points', 'attainment')), ''),
        given(cell('Terms', 'gateLevel')),
        numberIf(equal(index(txts('Terms', 'kind'), position), words.qualitative), 1, ''),
        numberIf(and(isNumber(deadband), greater(used('Curves'), 0)), subtract(1, deadband), ''),
        numberIf(
          and(isNumber(deadband), greater(used('Curves'), 0)),
          add(1, deadband, 2 * justBelow),
          '',
        ),
        numberIf(chosen('HurdleKind', words.cliff), where(beforeFee(inPeriod('hurdle'))), ''),
        numberIf(isNumber(contract('Guarantee')), where(contract('Guarantee')), ''),
        numberIf(
          and(chosen('BandMode', words.whole), isNumber(cell('Bands', 'start'))),
          where(beforeFee(add(cell('Bands', 'start'), hurdleIn))),
          '',
        ),
      ),
      '',
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
          '',
        ),
        '',
      ),
      '',
    ),
  };
}
