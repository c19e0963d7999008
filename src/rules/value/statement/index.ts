/**
 * What both sides sign for each settlement period. Earned, bonus, pending and forfeited are those of
 * the period; entitlement, settled and due now are to date. Amounts of a signed period stay as signed.
 */
import type { RulesOf } from '../../register';
import { entitlementRules } from './entitlement';
import { gainRules, valueRules } from './gain';
import { placeRules, stakeRules } from './period';
import type { StatementWords } from './words';

export { chainProblem, finalKey, finalPeriod, superseded } from './ledger';
export type { StatementWords } from './words';

/** Every computed column of Statement by id. */
export const statementRules = (words: StatementWords): RulesOf<'Statement', 'no'> => ({
  ...placeRules(words),
  ...stakeRules(),
  ...valueRules(words),
  ...gainRules(words),
  ...entitlementRules(words),
});
