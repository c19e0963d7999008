import { breakEven, payoffLevels, payoffRules, payoffTermRules } from '../../../rules/value/payoff';
import type { MessageKey } from '../../../messages';
import type { Expression } from '../../../rules';
import { calc, fixed, key } from '../../columns';
import { say, type Context } from '../../context';
import type { ColumnSpec, SheetSpec, ValueKind } from '../../spec';
import { settlementCapacity } from './capacity';
import { heading } from '../../texts';
import { computed } from './named';
import { hint } from './hints';
import { payoffWords } from './payoffWords';
import { valueHead, valueSheet } from './sheet';
import { describeTable } from '../../table';

/** Both sides' outcome at each attainment from 0 to 150 %, and where each breaks even. */
export function payoffSheet(context: Context): SheetSpec {
  const words = payoffWords(context);
  const none = say(context, 'bet.word.noBreakEven');
  const columns = (rules: Record<string, Expression>, kinds: Record<string, ValueKind>) =>
    [...Object.keys(kinds), ...Object.keys(rules).filter((id) => !(id in kinds))].map(
      (id): ColumnSpec => {
        const formula = rules[id] as Expression;
        return calc(context, id, `bet.payoff.${id}` as MessageKey, id in kinds ? 20 : 8, formula, {
          kind: kinds[id] ?? 'integer',
          hidden: !(id in kinds),
          ...(kinds[id] === 'percent' && { align: 'Center' }),
        });
      },
    );
  const numbered = (
    id: string,
    count: number,
    cells: (i: number) => Record<string, number> = () => ({}),
  ) =>
    Array.from({ length: count }, (_, i) => ({
      id: `${id}.${i + 1}`,
      cells: { no: i + 1, ...cells(i) },
    }));
  const no = fixed(context, 'no', 'column.no', 6, {
    kind: 'integer',
    align: 'Center',
    look: 'muted',
  });
  return valueSheet(context, 'payoff', [
    valueHead(context, 'payoff', ['contract', 'terms', 'curves'], hint(context, 'payoff')),
    {
      kind: 'fields',
      id: 'payoff.results',
      offset: 1,
      fields: [
        computed(context, 'Payoff', 'vendorBreakEven', 'ratio', breakEven('vendorCross', none)),
        computed(context, 'Payoff', 'clientBreakEven', 'ratio', breakEven('clientCross', none)),
      ],
    },
    {
      kind: 'chart',
      id: 'payoff.chart',
      type: 'Line',
      title: say(context, 'bet.payoff.chart'),
      table: 'payoff',
      category: 'level',
      series: ['income', 'client'],
      rows: 20,
      width: 1020,
    },
    describeTable('Payoff', {
      columns: [
        key(context),
        no,
        fixed(context, 'level', 'bet.payoff.level', 22, { kind: 'percent', align: 'Center' }),
        ...columns(payoffRules(words), {
          earned: 'money',
          bonus: 'money',
          value: 'money',
          gain: 'money',
          shortfall: 'money',
          income: 'money',
          against: 'money',
          client: 'money',
        }),
      ],
      rows: numbered('payoff', payoffLevels.length, (i) => ({ level: payoffLevels[i] as number })),
      spare: 0,
      filter: false,
    }),
    heading(context, 'bet.payoff.terms', 'bet.payoff.terms.lead'),
    describeTable('PayoffTerms', {
      columns: [
        key(context),
        no,
        ...columns(payoffTermRules(words), {
          code: 'text',
          level: 'percent',
          payout: 'percent',
          stake: 'money',
          pay: 'money',
          earned: 'money',
          bonus: 'money',
        }),
      ],
      rows: numbered('payoffTerm', payoffLevels.length * settlementCapacity(context).terms),
      spare: 0,
      filter: false,
    }),
  ]);
}
