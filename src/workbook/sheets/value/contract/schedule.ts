import {
  add,
  and,
  countIfs,
  equal,
  greater,
  isNumber,
  join,
  multiply,
  not,
  num,
  nums,
  round,
  txt,
  unequal,
} from '../../../../rules';
import { numberIf } from '../../../../rules/value/known';
import { calc, input, key } from '../../../columns';
import { say, type Context } from '../../../context';
import { listLabel } from '../../../lists';
import type { TableBlock } from '../../../spec';
import { describeTable } from '../../../table';
import { contract, fee } from '../../../../rules/value/contract';

export function instalmentTable(context: Context): TableBlock {
  const fixedKind = listLabel(context, 'instalmentKind', 'fixed');
  return describeTable('Instalments', {
    columns: [
      key(context),
      input(context, 'item', 'bet.column.instalment', 34, { look: 'strong' }),
      input(context, 'date', 'bet.column.dueDate', 16, { kind: 'date', align: 'Center' }),
      input(context, 'share', 'bet.column.feeShare', 14, { kind: 'ratio', align: 'Center' }),
      input(context, 'kind', 'bet.column.instalmentKind', 16, { list: 'instalmentKind' }),
      input(context, 'comment', 'column.comment', 26),
      calc(
        context,
        'amount',
        'bet.column.amount',
        16,
        numberIf(
          and(isNumber(num('share')), isNumber(fee)),
          round(multiply(fee, num('share')), contract('MinorDigits')),
        ),
        { kind: 'amount' },
      ),
      calc(
        context,
        'fixedShare',
        'bet.column.fixedShare',
        12,
        numberIf(and(isNumber(num('share')), equal(txt('kind'), fixedKind)), num('share'), 0),
        { kind: 'ratio', hidden: true },
      ),
      calc(
        context,
        'undated',
        'bet.column.undated',
        10,
        numberIf(and(unequal(num('fixedShare'), 0), not(isNumber(num('date')))), 1, 0),
        { kind: 'integer', hidden: true },
      ),
    ],
    rows: [],
    spare: 6,
    filter: false,
    highlights: [
      { id: 'undated', columns: ['date'], when: equal(num('undated'), 1), look: 'problem' },
    ],
  });
}

export function periodTable(context: Context): TableBlock {
  const date = num('date');
  return describeTable('Periods', {
    columns: [
      key(context),
      input(context, 'item', 'bet.column.period', 34, { look: 'strong' }),
      input(context, 'date', 'bet.column.settlementDate', 16, { kind: 'date', align: 'Center' }),
      input(context, 'share', 'bet.column.poolShare', 14, { kind: 'ratio', align: 'Center' }),
      input(context, 'value', 'bet.column.recognised', 16, {
        kind: 'money',
        prompt: say(context, 'bet.prompt.recognised'),
      }),
      input(context, 'comment', 'column.comment', 26),
      calc(
        context,
        'no',
        'bet.column.periodNo',
        16,
        numberIf(isNumber(date), add(countIfs([nums('Periods', 'date'), join('<', date)]), 1)),
        { kind: 'integer', align: 'Center' },
      ),
      calc(
        context,
        'twin',
        'bet.column.twin',
        10,
        numberIf(and(isNumber(date), greater(countIfs([nums('Periods', 'date'), date]), 1)), 1, 0),
        { kind: 'integer', hidden: true },
      ),
    ],
    rows: [],
    spare: 6,
    filter: false,
  });
}
