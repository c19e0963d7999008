import { countIfs, equal, isNumber, join, num, nums, type Num } from '../../expression';
import { monthOf, monthsTo } from '../calendar';
import { numberIf } from '../known';

/** Columns of Monetisation that Realised goes by. `start` is the first day on which value is due. */
export const startRules = (start: Num): Record<string, Num> => ({
  rank: numberIf(
    equal(num('counted'), 1),
    countIfs(
      [nums('Monetisation', 'counted'), 1],
      [nums('Monetisation', 'line'), join('<=', num('line'))],
    ),
  ),
  start,
  startMonth: numberIf(isNumber(num('start')), monthOf(num('start'))),
  startAt: numberIf(isNumber(num('start')), monthsTo(num('start'), num('startMonth'))),
});
