import type { TableName } from '../engagement/register';
import {
  countIfs,
  equal,
  greater,
  ifError,
  index,
  join,
  literal,
  num,
  nums,
  txt,
  txts,
  unequal,
  when,
  type Expression,
  type Num,
  type Txt,
} from '../rules';
import { numberIf } from '../rules/value/known';
import { driverSlots } from '../rules/value/money';
import { calc } from './columns';
import { say, type Context } from './context';
import { listLabel } from './lists';
import type { ColumnSpec, TableBlock } from './spec';
import { guardSlots } from './value';

/**
 * Where amounts rest on single rows, a fault goes with them: from a reading to its metric, from a
 * metric to the terms and the money that go by it. A doubt is the name of the cell at fault, or "".
 */
export function doubtColumns(context: Context, block: TableBlock): ColumnSpec[] {
  const rule = rules[block.name as TableName];
  return rule
    ? Object.entries(rule(context)).map(([id, formula]) =>
        calc(context, id, `checks.column.${id as 'doubt'}`, 20, formula, { hidden: true }),
      )
    : [];
}

const rules: Partial<Record<TableName, (context: Context) => Record<string, Expression>>> = {
  Metrics: (context) => ({
    /** Its own cells, or a reading of it. */
    doubt: firstOf(
      context,
      [{ fault: txt('fault'), sheet: 'metrics' }],
      when(
        greater(
          countIfs([nums('Readings', 'position'), num('row')], [nums('Readings', 'faults'), '>0']),
          0,
        ),
        join(`${say(context, 'sheet.readings')} · `, txt('name')),
        '',
      ) as Txt,
    ),
  }),
  Terms: (context) => {
    const metric = num('metricRow');
    const voids = equal(txt('guardAction'), listLabel(context, 'guardAction', 'void'));
    const guard = (slot: number) =>
      index(nums('Metrics', `guardRow${slot}` as 'guardRow1'), metric) as Num;
    return {
      doubt: when(
        equal(txt('order'), ''),
        '',
        firstOf(
          context,
          [{ fault: there(txts('Metrics', 'doubt'), metric) }],
          when(
            voids,
            firstOf(
              context,
              guardSlots(context).map((slot) => ({
                fault: there(txts('Metrics', 'doubt'), guard(slot)),
              })),
            ),
            '',
          ) as Txt,
        ),
      ),
      doubted: isDoubted('doubt'),
    };
  },
  Monetisation: (context) => {
    const used = (doubt: Txt) => when(equal(num('inUse'), 1), doubt, '') as Txt;
    return {
      /** What the plan rests on. */
      doubt: used(
        firstOf(context, [
          { fault: txt('fault'), sheet: 'monetisation' },
          { fault: there(txts('Metrics', 'fault'), num('row')), sheet: 'metrics' },
          ...driverSlots.map((slot): Found => ({
            fault: there(txts('Drivers', 'fault'), num(`driverRow${slot}`)),
            sheet: 'drivers',
          })),
        ]),
      ),
      doubted: isDoubted('doubt'),
      /** What the actuals rest on besides. */
      readDoubt: used(there(txts('Metrics', 'doubt'), num('row'))),
      readDoubted: isDoubted('readDoubt'),
    };
  },
};

const isDoubted = (column: 'doubt' | 'readDoubt'): Num => numberIf(unequal(txt(column), ''), 1, 0);

type Sheet = 'metrics' | 'drivers' | 'monetisation';

/** A fault, and the sheet that it is on where that is another one. */
type Found = { fault: Txt; sheet?: Sheet };

/** The text of a row that may not be there. */
const there = (column: Parameters<typeof index<'text'>>[0], row: Num): Txt =>
  ifError(index(column, row), '') as Txt;

/** The first fault that there is; "" without one. */
const firstOf = (context: Context, faults: Found[], otherwise: Txt = literal('')): Txt =>
  faults.reduceRight<Txt>(
    (rest, { fault, sheet }) =>
      when(
        unequal(fault, ''),
        sheet ? join(`${say(context, `sheet.${sheet}`)} · `, fault) : fault,
        rest,
      ) as Txt,
    otherwise,
  );
