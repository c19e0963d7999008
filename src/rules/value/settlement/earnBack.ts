/**
 * Earn-back, where the contract agrees on a level: what a term forfeited in one period is earned in
 * the first later period in which its payout share reaches that level.
 */
import {
  add,
  and,
  countIfs,
  equal,
  greater,
  index,
  isNumber,
  join,
  match,
  rowOf,
  txts,
  when,
  type Num,
} from '../../expression';
import { numberIf, numberOr } from '../known';
import { reaches } from '../limit';
import { state } from '../pay';
import { contract } from '../contract';
import { live, own, table } from './row';

const { num, txt } = rowOf<'Settlement'>();

/** How often the term has qualified up to this row's period. */
const qualifiedUpTo = (): Num =>
  countIfs(
    [txts(table, 'code'), txt('code')],
    [own('qualifies'), 1],
    [own('period'), join('<=', num('period'))],
  );

export function earnBackRules() {
  const level = contract('EarnBackLevel');
  return {
    /** 1 in a period that earns back what came before it. */
    qualifies: live(
      numberIf(
        and(
          isNumber(level),
          equal(num('state'), state.final),
          equal(num('gated'), 0),
          reaches(num('payout'), level),
        ),
        1,
        0,
      ),
    ),
    /** Term and its how-manieth qualifying period, so that the next one is found by an exact match. */
    qualifiedKey: live(
      when(equal(num('qualifies'), 1), join(txt('code'), '|', qualifiedUpTo()), ''),
    ),
    /** Period in which what this row forfeited is earned after all; "" while none has come. */
    backAt: live(
      numberIf(
        and(isNumber(level), greater(num('forfeited'), 0)),
        numberOr(
          index(
            own('period'),
            match(join(txt('code'), '|', add(qualifiedUpTo(), 1)), txts(table, 'qualifiedKey')),
          ) as Num,
        ),
      ),
    ),
  };
}
