import {
  add,
  and,
  choose,
  chooseColumn,
  equal,
  greater,
  ifError,
  index,
  join,
  literal,
  match,
  max,
  num,
  nums,
  sum,
  txt,
  when,
  type Txt,
} from '../../../../rules';
import { numberIf, numberOr } from '../../../../rules/value/known';
import { calc, content, fixed, key } from '../../../columns';
import { say, type Context } from '../../../context';
import type { Inputs } from '../../../inputs';
import type { ColumnSpec, TableBlock } from '../../../spec';

const count = { kind: 'integer' as const, align: 'Center' as const };

/** One row a sheet: how many cells cannot be used as typed, and the first of them by name. */
export function inputTable(context: Context, inputs: Inputs[]): TableBlock {
  /** For each table, so that the row's own is chosen; no table for named cells. */
  const ofTable = (column: 'faults' | 'fault') =>
    chooseColumn(
      num('no'),
      ...inputs.map(({ table }) => (table === undefined ? 0 : nums(table, column))),
    );
  const hidden = { ...count, hidden: true, since: 3 };
  const cells = Math.max(...inputs.map(({ fields }) => fields.length));
  const slots = Array.from({ length: cells }, (_, i) => i);
  const names = inputs.map(({ fields }): Txt => {
    const [start, ...rest] = fields.map(({ label }, i) =>
      when(equal(num(`cell${i + 1}`), 1), ` · ${label}`, ''),
    );
    return start ? join(start, ...rest) : literal('');
  });
  const stops = (id: 'contract' | 'return', flag: 'toContract' | 'toReturn'): ColumnSpec =>
    calc(
      context,
      id,
      `checks.column.${id}`,
      8,
      numberIf(and(greater(num('faults'), 0), equal(num(flag), 1)), 1, 0),
      { ...count, hidden: true },
    );
  return {
    kind: 'table',
    id: 'inputChecks',
    name: 'InputChecks',
    columns: [
      key(context),
      fixed(context, 'no', 'column.no', 6, { ...count, look: 'muted' }),
      calc(
        context,
        'first',
        'checks.column.first',
        66,
        when(
          equal(num('faults'), 0),
          '',
          join(
            txt('where'),
            txt('cells'),
            ifError(join(' · ', index(ofTable('fault'), num('worst'))), ''),
          ),
        ),
      ),
      content(context, 'where', 'checks.column.where', 22, { look: 'link' }),
      calc(
        context,
        'faults',
        'checks.column.faults',
        14,
        ifError(add(sum(ofTable('faults')), ...slots.map((i) => num(`cell${i + 1}`))), 1),
        count,
      ),
      calc(context, 'cells', 'checks.column.fault', 20, ifError(choose(num('no'), ...names), ''), {
        hidden: true,
      }),
      fixed(context, 'toContract', 'checks.column.toContract', 8, { ...count, hidden: true }),
      fixed(context, 'toReturn', 'checks.column.toReturn', 8, { ...count, hidden: true }),
      stops('contract', 'toContract'),
      stops('return', 'toReturn'),
      ...slots.map((i) => ({
        ...calc(
          context,
          `cell${i + 1}`,
          'checks.column.cell',
          8,
          choose(num('no'), ...inputs.map(({ fields }) => fields[i]?.fault ?? literal(0))),
          hidden,
        ),
        header: say(context, 'checks.column.cell', { n: i + 1 }),
      })),
      calc(context, 'most', 'checks.column.most', 8, max(ofTable('faults')), hidden),
      calc(
        context,
        'worst',
        'checks.column.worst',
        8,
        numberIf(greater(num('most'), 0), numberOr(match(num('most'), ofTable('faults')))),
        hidden,
      ),
    ],
    rows: inputs.map(({ id, sheet, title, contract, return: back }, i) => ({
      id,
      cells: {
        no: i + 1,
        where: title,
        toContract: Number(contract),
        toReturn: Number(back),
      },
      links: { where: sheet },
    })),
    spare: 0,
    filter: false,
    highlights: [
      {
        id: 'faulty',
        columns: ['first', 'faults'],
        when: greater(num('faults'), 0),
        look: 'problem',
      },
    ],
  };
}
