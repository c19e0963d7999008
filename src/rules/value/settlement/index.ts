/**
 * The settlement of one term in one period, each step of the order of operations in its own
 * column: adjusted baseline → improvement → attainment → deadband → curve → guard → stake → cap →
 * gates → earned, bonus, pending, forfeited (value-model §4). A row that stands for nothing is empty.
 */
import type { RulesOf } from '../../register';
import { amountRules, stakeRules } from './amounts';
import { earnBackRules } from './earnBack';
import { gateRules } from './gate';
import { measurementRules } from './measurement';
import { payoutRules } from './payout';
import { placeRules } from './place';
import { reasonRules } from './reason';
import { signedRules } from './signed';
import type { SettlementWords } from './words';

export { judgedAt } from './measurement';
export type { Reason, SettlementWords } from './words';

/**
 * Every computed column of Settlement by id, in the order in which they are read.
 * @param guards numbers of the guard columns that Metrics has
 */
export const settlementRules = (
  words: SettlementWords,
  guards: number[],
): RulesOf<'Settlement', 'no'> => ({
  ...placeRules(),
  ...measurementRules(words),
  ...payoutRules(words, guards),
  ...stakeRules(),
  ...gateRules(words),
  ...amountRules(words),
  ...signedRules(words),
  ...earnBackRules(),
  ...reasonRules(words),
});
