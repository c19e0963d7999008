/**
 * Every term in every period at each level: what the settlement pays once all of it is judged, all
 * quantitative terms at that attainment, guards held, qualitative criteria passed at 1 and above (or
 * their share, where the term says so). Row n is line ((n − 1) mod lines) + 1 of the settlement at
 * level ⌈n ÷ lines⌉, a line being a term in a period.
 */
import {
  add,
  and,
  count,
  countIfs,
  divide,
  equal,
  greater,
  index,
  int,
  isNumber,
  join,
  less,
  match,
  multiply,
  nums,
  or,
  rowOf,
  subtract,
  sumIfs,
  txts,
  when,
  type Expression,
  type Num,
  type Txt,
} from '../../expression';
import type { ColumnOf } from '../../register';
import { deadbanded, payoutAt, pointReached } from '../curve';
import { numberIf, numberOr } from '../known';
import { isUnder, reaches } from '../limit';
import { bonusPart, cappedPay, earnedPart, roundedLine } from '../pay';
import { chosen, contract, digits, term, termText } from '../contract';
import { live, settled } from './row';
import type { PayoffWords } from './words';

const { num } = rowOf<'PayoffTerms'>();

const own = (column: ColumnOf<'PayoffTerms'>) => nums('PayoffTerms', column);
const lines = multiply(contract('TermCount'), contract('PeriodCount'));
/** Of the rows of this level up to this one. */
const through = (column: ColumnOf<'PayoffTerms'>, until: '<=' | '<'): Num =>
  sumIfs(own(column), [own('step'), num('step')], [own('no'), join(until, num('no'))]);

/** Gates of a group that are under their level in this row's period; no group: of every term. */
const failedGates = (...group: Txt[]): Num =>
  countIfs([txts('PayoffTerms', 'gateKey'), join(num('step'), '|', num('period'), '|', ...group)]);

/** Columns of PayoffTerms by id. */
export function payoffTermRules(words: PayoffWords): Record<string, Expression> {
  const qualitative = equal(termText('kind'), words.qualitative);
  const byLine = chosen('RoundingMode', words.line);
  const rounded = (column: 'earnedRaw' | 'bonusRaw') =>
    live(roundedLine(byLine, num(column), through(column, '<='), through(column, '<'), digits));
  return {
    /** Row of the level in Payoff; "" in a row to spare. */
    step: numberIf(
      or(equal(lines, 0), greater(num('no'), multiply(lines, count(nums('Payoff', 'level'))))),
      '',
      add(int(divide(subtract(num('no'), 1), lines)), 1),
    ),
    level: numberIf(isNumber(num('step')), index(nums('Payoff', 'level'), num('step')) as Num),
    /** Row of the term and period in Settlement; LibreOffice may ask before it knows whether the row is live. */
    line: live(
      numberOr(
        match(
          subtract(num('no'), multiply(subtract(num('step'), 1), lines)),
          nums('Settlement', 'no'),
        ),
      ),
    ),
    period: live(settled('period')),
    termRow: numberIf(isNumber(num('line')), settled('termRow')),
    code: live(join(termText('code'), '')),
    /** What a gate compares with its level: as in the settlement, attainment or the share passed. */
    reached: live(
      numberIf(
        qualitative,
        numberIf(
          reaches(num('level'), 1),
          1,
          numberIf(equal(termText('rule'), words.share), num('level'), 0),
        ),
        numberIf(
          isNumber(term('curveRow')),
          deadbanded(num('level'), term('curveRow')),
          num('level'),
        ),
      ),
    ),
    pointRow: live(
      numberIf(isNumber(term('curveRow')), pointReached(num('reached'), term('curveRow'))),
    ),
    payout: live(numberIf(qualitative, num('reached'), payoutAt(num('reached'), num('pointRow')))),
    /** Level, period and gated group in one text where a gate is under its level. */
    gateKey: live(
      when(
        and(isNumber(term('gateLevel')), isUnder(num('reached'), term('gateLevel'))),
        join(num('step'), '|', num('period'), '|', termText('gates')),
        '',
      ),
    ),
    open: live(
      numberIf(
        greater(
          add(
            failedGates(),
            numberIf(equal(termText('group'), ''), 0, failedGates(termText('group'))),
          ),
          0,
        ),
        0,
        1,
      ),
    ),
    stake: live(settled('stake')),
    pay: live(multiply(num('open'), cappedPay(num('stake'), num('payout'), term('cap')))),
    earnedRaw: live(earnedPart(num('pay'), num('stake'))),
    bonusRaw: live(bonusPart(num('pay'), num('stake'))),
    earned: rounded('earnedRaw'),
    bonus: rounded('bonusRaw'),
    /** What the next period earns back of what this one forfeits. */
    back: live(
      numberIf(
        and(
          isNumber(contract('EarnBackLevel')),
          equal(num('open'), 1),
          less(num('period'), contract('PeriodCount')),
        ),
        numberIf(
          reaches(num('payout'), contract('EarnBackLevel')),
          subtract(num('stake'), num('earned')),
          0,
        ),
        0,
      ),
    ),
    /** Level and period in one number. */
    key: live(add(multiply(num('step'), 1000), numberOr(num('period'), 0))),
  };
}
