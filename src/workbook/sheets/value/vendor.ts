import { words, years } from '../../../engagement/register';
import type { MessageKey } from '../../../messages';
import { choose, multiply, num, numName, type Num } from '../../../rules';
import {
  estimates,
  presentValueOf,
  swingOf,
  totalOf,
  vendorAmount,
  vendorLines,
  vendorPlan,
  vendorShare,
} from '../../../rules/value/roi';
import { calc, content, fixed, key } from '../../columns';
import { say, type Context } from '../../context';
import type { TableBlock } from '../../spec';
import { describeTable } from '../../table';

/** What the client pays the vendor at plan, line by line, in the years in which it falls due. */
export function vendorTable(context: Context): TableBlock {
  const cash = { kind: 'money' as const };
  const hidden = { kind: 'measure' as const, hidden: true };
  const amountNow: Num = choose(
    numName('Value.ScenarioNo'),
    ...estimates.map((estimate) => num(`amount${estimate}`)),
  );
  const yearColumn = (year: number) => `y${year}` as const;
  return describeTable('VendorCosts', {
    columns: [
      key(context),
      fixed(context, 'no', 'column.no', 5, { kind: 'integer', align: 'Center', look: 'muted' }),
      content(context, 'item', 'value.column.vendorLine', 34, { look: 'strong' }),
      content(context, 'explanation', 'column.explanation', 36),
      calc(context, 'amount', 'value.column.vendorAmount', 15, amountNow, cash),
      calc(context, 'pv', 'value.column.pv', 12, presentValueOf(yearColumn), cash),
      calc(context, 'total', 'value.column.total', 9, totalOf(yearColumn), cash),
      ...years.map((year) => ({
        ...calc(
          context,
          yearColumn(year),
          'value.column.yearN',
          12,
          multiply(num('amount'), num(`w${year}`)),
          cash,
        ),
        header: say(context, 'value.column.yearN', { n: year }),
      })),
      calc(context, 'swing', 'value.column.swing', 14, swingOf(num('pv')), cash),
      ...estimates.map((estimate) =>
        calc(
          context,
          `amount${estimate}`,
          `value.column.vendor.${estimate}` as MessageKey,
          10,
          vendorAmount(estimate),
          hidden,
        ),
      ),
      ...years.map((year) => ({
        ...calc(context, `w${year}`, 'value.column.shareYear', 8, vendorShare(year), hidden),
        header: say(context, 'value.column.shareYear', { n: year }),
      })),
    ],
    rows: vendorLines.map((line, i) => ({
      id: `vendor.${line}`,
      cells: {
        no: i + 1,
        item: say(context, `value.vendor.${line}`),
        explanation: say(context, `value.vendor.${line}.why`),
      },
    })),
    spare: 0,
    filter: false,
  });
}

/** What the contract pays at plan in each scenario, step by step. */
export function vendorPlanTable(context: Context): TableBlock {
  const rules = vendorPlan();
  return describeTable('VendorPlan', {
    columns: [
      key(context),
      fixed(context, 'no', 'column.no', 5, { kind: 'integer', align: 'Center', look: 'muted' }),
      fixed(context, 'scenario', 'value.column.scenario', 34, { list: 'scenario', look: 'strong' }),
      ...(Object.keys(rules) as (keyof typeof rules)[]).map((id) =>
        calc(context, id, `value.column.vendorPlan.${id}`, 15, rules[id], { kind: 'money' }),
      ),
    ],
    rows: words.scenario.map((id, i) => ({
      id: `vendorPlan.${id}`,
      cells: { no: i + 1, scenario: id },
    })),
    spare: 0,
    filter: false,
  });
}
