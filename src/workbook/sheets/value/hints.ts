import type { MessageKey } from '../../../messages';
import { and, count, equal, greater, join, nums, or, sum, unequal, when } from '../../../rules';
import type { Bool, ColumnOf, TableName, Txt } from '../../../rules';
import { countWords } from '../../../rules/value/known';
import { say, type Context } from '../../context';
import type { TextCell } from '../../spec';
import { contract, contractText } from '../../../rules/value/contract';

const none = <T extends TableName>(table: T, column: ColumnOf<T>): Bool =>
  equal(count(nums(table, column)), 0);
const noWords = <T extends TableName>(table: T, column: ColumnOf<T>): Bool =>
  equal(countWords(table, column), 0);
const nothing = <T extends TableName>(table: T, column: ColumnOf<T>): Bool =>
  equal(sum(nums(table, column)), 0);
const noTerms = or(equal(contract('TermCount'), 0), equal(contract('PeriodCount'), 0));

type Hinted =
  | 'costs'
  | 'readings'
  | 'roi'
  | 'contract'
  | 'terms'
  | 'criteria'
  | 'settlement'
  | 'payoff'
  | 'ledger'
  | 'dashboard';

/** What is missing on a sheet, most important first, each with what to do about it. */
const missing: Record<Hinted, [MessageKey, Bool][]> = {
  costs: [['value.hint.feeTwice', greater(sum(nums('Costs', 'feeTwice')), 0)]],
  readings: [['value.hint.readings', none('Readings', 'counted')]],
  roi: [
    ['value.hint.costs', nothing('Costs', 'total')],
    ['value.hint.priced', nothing('Monetisation', 'counted')],
  ],
  contract: [
    ['bet.hint.contract', and(none('Instalments', 'share'), equal(contract('PeriodCount'), 0))],
  ],
  terms: [['bet.hint.terms', equal(contract('TermCount'), 0)]],
  criteria: [['bet.hint.criteria', noWords('Criteria', 'criterion')]],
  settlement: [['bet.hint.settlement', noTerms]],
  payoff: [
    ['bet.hint.payoff', unequal(contractText('Problem'), '')],
    ['value.hint.priced', nothing('Monetisation', 'counted')],
  ],
  ledger: [['bet.hint.ledger', none('Ledger', 'no')]],
  dashboard: [
    ['bet.hint.attainment', none('Metrics', 'attainment')],
    ['value.hint.priced', nothing('Monetisation', 'counted')],
    ['bet.hint.settlement', noTerms],
  ],
};

/** A quiet line on a sheet that is still empty: what to do first; "" once it holds something. */
export function hint(context: Context, sheet: Hinted): TextCell {
  const name = (id: string) => say(context, `sheet.${id}` as MessageKey);
  const names = {
    ...{ engagement: name('engagement'), metrics: name('metrics'), readings: name('readings') },
    ...{ drivers: name('drivers'), monetisation: name('monetisation'), costs: name('costs') },
    ...{ contract: name('contract'), terms: name('terms'), statement: name('statement') },
  };
  return {
    formula: missing[sheet].reduceRight<Txt>(
      (rest, [words, holds]) => when(holds, say(context, words, names), rest) as Txt,
      join('', ''),
    ),
    look: 'muted',
  };
}
