import { words, years } from '../../../../engagement/register';
import type { MessageKey } from '../../../../messages';
import { add, index, nums, rowOf, type ColumnOf, type Expression } from '../../../../rules';
import {
  estimateNo,
  flow,
  ownCosts,
  plannedBenefits,
  vendorCosts,
} from '../../../../rules/value/roi';
import { calc, fixed, key } from '../../../columns';
import type { Context } from '../../../context';
import type { ColumnSpec, TableBlock } from '../../../spec';
import { describeTable } from '../../../table';

const { num } = rowOf<'RoiFlows'>();

const cash = { kind: 'money' as const };

export function flowTable(context: Context): TableBlock {
  const column = <const Id extends string>(
    id: Id,
    formula: Expression,
    options: Partial<ColumnSpec> = cash,
  ) => calc(context, id, `value.column.flow.${id}` as MessageKey, 13, formula, options);
  const sheetYear = (id: ColumnOf<'RoiYears'>) => index(nums('RoiYears', id), add(num('year'), 1));
  const whole = { kind: 'integer' as const, align: 'Center' as const };
  return describeTable('RoiFlows', {
    columns: [
      key(context),
      fixed(context, 'scenario', 'value.field.Value.ScenarioNo', 8, whole),
      fixed(context, 'year', 'value.column.year', 8, whole),
      column('estimate', estimateNo(), { ...whole, hidden: true }),
      column('inside', sheetYear('inside'), whole),
      column('ramp', sheetYear('ramp'), { kind: 'percent' }),
      column('factor', sheetYear('factor'), { kind: 'measure' }),
      column('benefits', plannedBenefits()),
      column('ownCosts', ownCosts()),
      column('vendor', vendorCosts()),
      column('costs', flow.costs()),
      column('net', flow.net()),
      column('cumulative', flow.cumulative()),
      column('pvBenefits', flow.discounted('benefits')),
      column('pvCosts', flow.discounted('costs')),
      column('pv', flow.discounted('net')),
      column('cumulativePv', flow.cumulativePv()),
      column('weight', flow.weight(), whole),
      column('last', flow.last(), whole),
      column('turn', flow.turn(), { ...whole, hidden: true }),
      column('crossing', flow.crossing(), { kind: 'measure', hidden: true }),
      column('crossingPv', flow.crossingPv(), { kind: 'measure', hidden: true }),
    ],
    rows: [...words.scenario, ...words.scenario.map((id) => `cash.${id}`)].flatMap((id, i) =>
      years.map((year) => ({ id: `flow.${id}.${year}`, cells: { scenario: i + 1, year } })),
    ),
    spare: 0,
    filter: false,
  });
}
