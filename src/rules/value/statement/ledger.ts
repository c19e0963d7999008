/** Signatures as formulas see them: what they froze, and whether their chain holds. */
import {
  and,
  atLeast,
  countIfs,
  equal,
  greater,
  index,
  isNumber,
  join,
  match,
  num,
  nums,
  or,
  subtract,
  txt,
  txts,
  unequal,
  when,
  type Bool,
  type Expression,
  type Num,
} from '../../expression';
import { numberIf, numberOr } from '../known';

/** A signature that was given once its period was due, found by the period's number. */
export const finalPeriod = (): Num =>
  numberIf(
    isNumber(num('period')),
    numberIf(
      atLeast(
        num('asOf'),
        numberOr(
          index(nums('Periods', 'date'), match(num('period'), nums('Periods', 'no'))) as Num,
          0,
        ),
      ),
      num('period'),
      '',
    ),
    '',
  );

/** What a signature froze for good: nothing of it was pending. */
export const finalKey = (): Expression =>
  when(
    and(isNumber(num('pending')), unequal(txt('term'), '')),
    when(equal(num('pending'), 0), join(num('period'), '|', txt('term')), ''),
    '',
  );

/** Breaks of the chain that a formula can see: a number given twice or left out, a link to nothing. */
export const chainProblem = (word: string): Expression => {
  const no = num('no');
  return when(
    isNumber(no),
    when(
      or(
        greater(countIfs([nums('Ledger', 'no'), no]), 1),
        equal(txt('digest'), ''),
        when(
          greater(no, 1),
          equal(
            countIfs(
              [nums('Ledger', 'no'), subtract(no, 1)],
              [txts('Ledger', 'digest'), txt('previous')],
            ),
            0,
          ),
          unequal(txt('previous'), ''),
        ) as Bool,
      ),
      word,
      '',
    ),
    '',
  );
};
