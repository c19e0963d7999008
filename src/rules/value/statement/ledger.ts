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

/** 1 where a later signature has taken the place of this one: it stays, and counts no more. */
export const superseded = (): Num => numberIf(isNumber(num('no')), isSuperseded(num('no')), 0);
const isSuperseded = (no: Num): Num =>
  numberIf(greater(countIfs([nums('Ledger', 'supersedes'), no]), 0), 1, 0);

/** A signature that was given once its period was due, found by the period's number. */
export const finalPeriod = (): Num =>
  numberIf(
    and(isNumber(num('period')), equal(num('superseded'), 0)),
    numberIf(
      atLeast(
        num('asOf'),
        numberOr(
          index(nums('Periods', 'date'), match(num('period'), nums('Periods', 'no'))) as Num,
          0,
        ),
      ),
      num('period'),
    ),
  );

/** What a signature froze for good: nothing of it was pending. */
export const finalKey = (): Expression =>
  when(
    and(isNumber(num('pending')), unequal(txt('term'), '')),
    when(
      and(equal(num('pending'), 0), equal(isSuperseded(num('signature')), 0)),
      join(num('period'), '|', txt('term')),
      '',
    ),
    '',
  );

/** Names no earlier signature of its period, or one that has been superseded already. */
const misplaced = (named: Num): Bool =>
  or(
    atLeast(named, num('no')),
    equal(countIfs([nums('Ledger', 'no'), named], [nums('Ledger', 'period'), num('period')]), 0),
    greater(countIfs([nums('Ledger', 'supersedes'), named]), 1),
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
        when(isNumber(num('supersedes')), misplaced(num('supersedes')), false) as Bool,
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
