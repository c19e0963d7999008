/**
 * From attainment, or from criteria, to the payout share (value-model §4): deadband → curve → state
 * → guard. Shares are fractions, 0 or more; above 1 they earn a bonus.
 */
import {
  add,
  and,
  countIfs,
  divide,
  equal,
  greater,
  isNumber,
  join,
  multiply,
  rowOf,
  txts,
  type Num,
} from '../../expression';
import { verdict } from '../criteria';
import { deadbanded, payoutAt, pointReached } from '../curve';
import { numberIf } from '../known';
import { state, stateOf } from '../pay';
import { guardRules, guardWord } from './guard';
import { term, termText, today } from '../contract';
import { isDue, isInterim, isQualitative, voided, live } from './row';
import type { SettlementWords } from './words';

const { num, txt } = rowOf<'Settlement'>();

/** Verdicts of the term's criteria in this period, those of every period included. */
const countVerdicts = (code: string): Num => {
  const keys = txts('Criteria', 'verdictKey');
  return add(
    countIfs([keys, join(txt('code'), '|', num('period'), '|', code)]),
    countIfs([keys, join(txt('code'), '||', code)]),
  );
};

/** @param guards numbers of the guard columns that Metrics has */
export function payoutRules(words: SettlementWords, guards: number[]) {
  const qualitative = isQualitative(words);
  const interim = isInterim(words);
  return {
    /** Row of the term's curve in Curves. */
    curveRow: live(term('curveRow')),
    /** Attainment after the deadband. */
    near: live(
      numberIf(
        and(isNumber(num('attainment')), isNumber(num('curveRow'))),
        deadbanded(num('attainment'), num('curveRow')),
        num('attainment'),
      ),
    ),
    /** Row in Points of the last point reached. */
    pointRow: live(
      numberIf(
        and(isNumber(num('near')), isNumber(num('curveRow'))),
        pointReached(num('near'), num('curveRow')),
      ),
    ),
    passed: live(numberIf(qualitative, countVerdicts(verdict.passed))),
    failed: live(numberIf(qualitative, countVerdicts(verdict.failed))),
    open: live(numberIf(qualitative, countVerdicts(verdict.pending))),
    /**
     * What a gate compares with its level: the attainment, or the share of criteria passed; ""
     * while a score is missing or there are no criteria.
     */
    level: live(
      numberIf(
        qualitative,
        numberIf(
          and(equal(num('open'), 0), greater(add(num('passed'), num('failed')), 0)),
          divide(num('passed'), add(num('passed'), num('failed'))),
        ),
        num('near'),
      ),
    ),
    /** p before state and guard; "" while nothing can be judged. */
    curve: live(
      numberIf(
        isNumber(num('level')),
        numberIf(
          qualitative,
          numberIf(
            equal(termText('rule'), words.share),
            num('level'),
            numberIf(equal(num('level'), 1), 1, 0),
          ),
          numberIf(isNumber(num('curveRow')), payoutAt(num('near'), num('pointRow'))),
        ),
      ),
    ),
    /** A code of `pay.ts`; before the settlement date nothing is paid and nothing lapses. */
    state: live(
      stateOf(
        isNumber(num('curve')),
        equal(num('mature'), 1),
        and(interim, isDue()),
        and(isDue(), isNumber(term('longStop')), greater(today, term('longStop'))),
      ),
    ),
    /** p: all of it once final; the interim credit on a favourable trend; else 0. */
    credited: live(
      numberIf(
        equal(num('state'), state.interim),
        numberIf(
          greater(multiply(num('sign'), num('slope')), 0),
          multiply(add(term('interimCredit'), 0), num('curve')),
          0,
        ),
        numberIf(equal(num('state'), state.final), num('curve'), 0),
      ),
    ),
    ...guardRules(guards),
    guard: guardWord(guards, words),
    /** p after the guard. */
    payout: live(numberIf(and(...voided(words)), 0, num('credited'))),
  };
}
