import {
  add,
  and,
  choose,
  equal,
  greater,
  isNumber,
  join,
  match,
  not,
  numName,
  nums,
  or,
  rowOf,
  sumIfs,
  txts,
  when,
  type Num,
  type ColumnOf,
} from '../../../rules';
import { numberIf } from '../../../rules/value/known';
import { driverSlots, estimate } from '../../../rules/value/money';
import { calc, content, fixed, input, key } from '../../columns';
import { read, say, type Context } from '../../context';
import { ownLines } from '../../ownRanges';
import type { SheetSpec } from '../../spec';
import { valueHead, valueSheet } from './sheet';
import { describeTable } from '../../table';

const { num, txt } = rowOf<'Drivers'>();

/** The money drivers: one cell each, named, sourced and owned, shared by all metrics that use it. */
export const driversSheet = (context: Context): SheetSpec =>
  valueSheet(
    context,
    'drivers',
    [
      valueHead(context, 'drivers', ['monetisation', 'roi']),
      describeTable('Drivers', {
        columns: columns(context),
        rows: context.catalog.drivers.map((driver, i) => ({
          id: driver.id,
          cells: {
            no: i + 1,
            item: read(context, driver.name),
            unit: driver.unit,
            hint: [read(context, driver.hint), ownLines(context, driver)]
              .filter(Boolean)
              .join('\n'),
            label: driver.id,
          },
        })),
        spare: 8,
        filter: true,
        cellNames: { prefix: 'Driver', column: 'value' },
        highlights: [
          {
            id: 'unsourced',
            columns: ['source', 'owner'],
            when: and(
              isNumber(num('value')),
              or(equal(txt('source'), ''), equal(txt('owner'), '')),
            ),
            look: 'attention',
          },
          {
            id: 'needed',
            columns: ['likely'],
            // In Excel any text is more than 0.
            when: and(not(isNumber(num('value'))), isNumber(num('used')), greater(num('used'), 0)),
            look: 'missing',
          },
        ],
      }),
    ],
    { freeze: { table: 'drivers', column: 'item' } },
  );

/** Σ over the four slots of what Monetisation holds for this driver. */
const overSlots = (column: ColumnOf<'Monetisation'>): Num => {
  const [first, ...rest] = driverSlots.map((slot) =>
    sumIfs(nums('Monetisation', column), [nums('Monetisation', `driverRow${slot}`), num('row')]),
  );
  return numberIf(isNumber(num('row')), add(first as Num, ...rest));
};

function columns(context: Context) {
  const measured = { kind: 'quantity' as const };
  const hidden = { kind: 'measure' as const, hidden: true };
  return [
    key(context),
    fixed(context, 'no', 'column.no', 5, { kind: 'integer', align: 'Center', look: 'muted' }),
    content(context, 'item', 'value.column.driver', 34, { look: 'strong' }),
    content(context, 'unit', 'value.column.unit', 9, { list: 'unit', align: 'Center' }),
    content(context, 'hint', 'value.column.hint', 40),
    input(context, 'low', 'value.column.low', 14, {
      ...measured,
      prompt: say(context, 'value.prompt.low'),
    }),
    input(context, 'likely', 'value.column.likely', 14, measured),
    input(context, 'high', 'value.column.high', 14, {
      ...measured,
      prompt: say(context, 'value.prompt.high'),
    }),
    calc(
      context,
      'value',
      'value.column.inForce',
      14,
      choose(numName('Value.ScenarioNo'), num('atLow'), num('atLikely'), num('atHigh')),
      measured,
    ),
    input(context, 'source', 'value.column.source', 26),
    input(context, 'owner', 'column.owner', 14),
    input(context, 'comment', 'column.comment', 24),
    calc(context, 'used', 'value.column.used', 10, overSlots('inUse'), {
      kind: 'integer',
      align: 'Center',
    }),
    calc(context, 'swing', 'value.column.swing', 14, overSlots('swing'), { kind: 'money' }),
    fixed(context, 'label', 'value.column.label', 10, { list: 'driver', hidden: true }),
    calc(
      context,
      'name',
      'value.column.name',
      10,
      when(equal(txt('label'), ''), join(txt('item'), ''), txt('label')),
      { hidden: true },
    ),
    calc(
      context,
      'row',
      'value.column.row',
      8,
      numberIf(equal(txt('name'), ''), '', match(txt('name'), txts('Drivers', 'name'))),
      { kind: 'number', hidden: true },
    ),
    calc(context, 'atLow', 'value.column.atLow', 10, estimate.low(), hidden),
    calc(context, 'atLikely', 'value.column.atLikely', 10, estimate.likely(), hidden),
    calc(context, 'atHigh', 'value.column.atHigh', 10, estimate.high(), hidden),
  ];
}
