import {
  breakEven,
  payoffLevels,
  payoffPeriodRules,
  payoffRules,
  payoffStepRules,
  payoffTermRules,
  stepKinds,
} from '../../../rules/value/payoff';
import type { MessageKey } from '../../../messages';
import type { Expression } from '../../../rules';
import { calc, fixed, key } from '../../columns';
import { say, type Context } from '../../context';
import type { ColumnSpec, RowSpec, SheetSpec, TableBlock, ValueKind } from '../../spec';
import { payoffCapacity } from './capacity';
import { heading } from '../../texts';
import { computed } from './named';
import { hint } from './hints';
import { payoffWords } from './payoffWords';
import { valueHead, valueSheet } from './sheet';
import { describeTable } from '../../table';

type Kinds = Record<string, ValueKind>;
const money = (...ids: string[]): Kinds => Object.fromEntries(ids.map((id) => [id, 'money']));

/** Both sides' outcome at each attainment from 0 to 150 %, and where each breaks even. */
export function payoffSheet(context: Context): SheetSpec {
  const words = payoffWords(context);
  const none = say(context, 'bet.word.noBreakEven');
  const tooSmall = say(context, 'bet.word.layAgain');
  const currency = { currency: context.engagement.settings.currency ?? 'CNY' };
  const { levels, lines, periods } = payoffCapacity(context);
  const table = (
    name: 'Payoff' | 'PayoffTerms' | 'PayoffPeriods' | 'PayoffSteps',
    rules: Record<string, Expression>,
    kinds: Kinds,
    rows: RowSpec['cells'][],
    more: ColumnSpec[] = [],
  ): TableBlock =>
    describeTable(name, {
      columns: [
        key(context),
        fixed(context, 'no', 'column.no', 6, { kind: 'integer', align: 'Center', look: 'muted' }),
        ...more,
        ...[...Object.keys(kinds), ...Object.keys(rules).filter((one) => !(one in kinds))].map(
          (column): ColumnSpec =>
            calc(
              context,
              column,
              `bet.payoff.${column}` as MessageKey,
              column in kinds ? 20 : 8,
              rules[column] as Expression,
              {
                kind: kinds[column] ?? 'number',
                hidden: !(column in kinds),
                ...(['percent', 'integer'].includes(kinds[column] ?? '') && { align: 'Center' }),
              },
            ),
        ),
      ],
      rows: rows.map((cells, i) => ({
        id: `${name.charAt(0).toLowerCase()}${name.slice(1)}.${i + 1}`,
        cells: { no: i + 1, ...cells },
      })),
      spare: 0,
      filter: false,
    });
  const hiddenInput = (id: 'grid' | 'kind' | 'row' | 'stepPeriod', column = id as string) =>
    fixed(context, column, `bet.payoff.${id}`, 8, { kind: 'number', hidden: true });
  const blank = (count: number) => Array.from({ length: count }, () => ({}));
  return valueSheet(context, 'payoff', [
    valueHead(context, 'payoff', ['contract', 'terms', 'curves'], hint(context, 'payoff')),
    {
      kind: 'fields',
      id: 'payoff.results',
      offset: 1,
      fields: (['vendor', 'client'] as const).map((side) => ({
        ...computed(
          context,
          'Payoff',
          `${side}BreakEven`,
          'ratio',
          breakEven(`${side}Cross`, { none, tooSmall }),
        ),
        note: say(context, 'bet.note.breakEven'),
      })),
    },
    {
      kind: 'chart',
      id: 'payoff.chart',
      type: 'Line',
      title: say(context, 'bet.payoff.chart.income', currency),
      table: 'payoff',
      category: 'level',
      series: ['income'],
      first: payoffLevels.length,
      rows: 18,
      width: 500,
    },
    {
      kind: 'chart',
      id: 'payoff.client',
      beside: true,
      type: 'Line',
      title: say(context, 'bet.payoff.chart.client', currency),
      table: 'payoff',
      category: 'level',
      series: ['client'],
      first: payoffLevels.length,
      rows: 18,
      width: 500,
    },
    table(
      'Payoff',
      payoffRules(tooSmall),
      {
        level: 'percent',
        ...money('earned', 'bonus', 'value', 'gain', 'shortfall', 'income', 'against', 'client'),
      },
      [...payoffLevels.map((grid) => ({ grid })), ...blank(levels - payoffLevels.length)],
      [hiddenInput('grid')],
    ),
    heading(context, 'bet.payoff.periods', 'bet.payoff.periods.lead'),
    table(
      'PayoffPeriods',
      payoffPeriodRules(words),
      {
        level: 'percent',
        period: 'integer',
        ...money('earned', 'bonus', 'value', 'gain', 'shortfall', 'fixed', 'allowed'),
      },
      blank(levels * periods),
    ),
    heading(context, 'bet.payoff.terms', 'bet.payoff.terms.lead'),
    table(
      'PayoffTerms',
      payoffTermRules(words),
      {
        code: 'text',
        period: 'integer',
        level: 'percent',
        payout: 'percent',
        ...money('stake', 'pay', 'earned', 'bonus'),
      },
      blank(levels * lines),
    ),
    heading(context, 'bet.payoff.steps', 'bet.payoff.steps.lead'),
    table('PayoffSteps', payoffStepRules(words), { at: 'percent' }, stepRows(context), [
      hiddenInput('kind'),
      hiddenInput('row'),
      hiddenInput('stepPeriod', 'period'),
    ]),
  ]);
}

/** A row for everything that a table could hold of what makes an amount jump. */
function stepRows(context: Context): RowSpec['cells'][] {
  const { points, terms, curves, periods, bands } = payoffCapacity(context).steps;
  const count: Record<(typeof stepKinds)[number], [rows: number, periods?: number]> = {
    point: [points],
    gate: [terms],
    passed: [terms],
    bandBelow: [curves],
    bandAbove: [curves],
    cliff: [1, periods],
    guarantee: [1, periods],
    share: [bands, periods],
  };
  return stepKinds.flatMap((kind, i) => {
    const [rows, of = 1] = count[kind];
    return Array.from({ length: rows * of }, (_, n) => ({
      kind: i + 1,
      row: (n % rows) + 1,
      period: Math.floor(n / rows) + 1,
    }));
  });
}
