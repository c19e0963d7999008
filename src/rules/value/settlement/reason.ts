import {
  and,
  atMost,
  equal,
  isNumber,
  join,
  multiply,
  not,
  or,
  rowOf,
  when,
  type Bool,
  type Txt,
} from '../../expression';
import { state } from '../pay';
import { isDue, isInterim, isQualitative, live, voided } from './row';
import type { Reason, SettlementWords } from './words';

const { num, txt } = rowOf<'Settlement'>();

type Chain = [Bool, Reason][];

/** Why the row pays what it pays, the first that holds; while it is pending, what it waits for. */
export function reasonRules(words: SettlementWords) {
  const qualitative = isQualitative(words);
  const measured = not(qualitative);
  const final = equal(num('state'), state.final);
  const interim = equal(num('state'), state.interim);
  const judged = or(final, interim);
  const notBetter = when(isNumber(num('planned')), atMost(num('planned'), 0), true) as Bool;
  const unfavourable = when(interim, atMost(multiply(num('sign'), num('slope')), 0), false) as Bool;
  const first = (chain: Chain, otherwise: Txt): Txt =>
    chain.reduceRight<Txt>(
      (rest, [holds, reason]) => when(holds, words.reason[reason], rest) as Txt,
      otherwise,
    );
  return {
    waiting: live(
      when(
        equal(num('state'), state.pending),
        first(
          [
            [and(measured, not(isNumber(num('slot')))), 'noMetric'],
            [and(measured, not(isNumber(num('curveRow')))), 'noCurve'],
            [and(measured, not(isNumber(num('baseline')))), 'noBaseline'],
            [and(measured, notBetter), 'notBetter'],
            [not(isDue()), 'notDue'],
            [and(isInterim(words), not(isNumber(num('slope')))), 'fewReadings'],
            [equal(num('mature'), 0), 'notDue'],
            [qualitative, 'unjudged'],
          ],
          join(words.reason.noReading, ''),
        ),
        '',
      ) as Txt,
    ),
    reason: live(
      first(
        [
          [isNumber(num('signedRow')), 'signed'],
          [equal(num('state'), state.lapsed), 'lapsed'],
          [and(judged, equal(num('gated'), 2)), 'gateFailed'],
          [and(judged, equal(num('gated'), 1)), 'gatePending'],
          [and(judged, ...voided(words)), 'guardVoid'],
          [unfavourable, 'unfavourable'],
          [and(judged, qualitative, equal(num('curve'), 0)), 'notPassed'],
          [and(judged, equal(num('curve'), 0)), 'belowFirst'],
          [interim, 'interim'],
          [final, 'final'],
        ],
        join(txt('waiting'), ''),
      ),
    ),
  };
}
