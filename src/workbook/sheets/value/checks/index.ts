import type { MessageKey } from '../../../../messages';
import {
  and,
  choose,
  countIfs,
  equal,
  greater,
  ifError,
  join,
  literal,
  num,
  nums,
  txt,
  txtName,
  unequal,
  when,
  type Txt,
} from '../../../../rules';
import { faultIn, faultsIn, total } from '../../../../rules/value/inputs';
import { numberIf } from '../../../../rules/value/known';
import { calc, content, fixed, key } from '../../../columns';
import { say, type Context } from '../../../context';
import type { Inputs } from '../../../inputs';
import type { ColumnSpec, SheetSpec, TableBlock } from '../../../spec';
import { heading } from '../../../texts';
import { computed } from '../named';
import { valueHead, valueSheet } from '../sheet';
import { checks } from './list';
import { outcomes } from './outcomes';

const count = { kind: 'integer' as const, align: 'Center' as const };

/** What is wrong with the model, cell by cell where it was typed, and the one cell that says whether anything is. */
export function checksSheet(context: Context, inputs: Inputs[]): SheetSpec {
  return valueSheet(context, 'checks', [
    valueHead(context, 'checks', ['contract', 'settlement', 'statement']),
    {
      kind: 'fields',
      id: 'checks.master',
      offset: 1,
      fields: [
        {
          ...computed(context, 'Checks', 'master', 'text', master(context)),
          alarm: unequal(txtName('Checks.Master'), say(context, 'bet.checks.ok')),
        },
      ],
    },
    checkTable(context),
    heading(context, 'checks.inputs', 'checks.inputs.lead'),
    inputTable(context, inputs),
    heading(context, 'checks.outcomes', 'checks.outcomes.lead'),
    outcomeTable(context),
  ]);
}

function master(context: Context): Txt {
  const failing = countIfs([nums('Checks', 'failing'), '>0']);
  return when(
    equal(failing, 0),
    say(context, 'bet.checks.ok'),
    when(
      equal(failing, 1),
      join(failing, ` ${say(context, 'bet.checks.failOne')}`),
      join(failing, ` ${say(context, 'bet.checks.fail')}`),
    ),
  ) as Txt;
}

function checkTable(context: Context): TableBlock {
  const all = checks(context);
  return {
    kind: 'table',
    id: 'checks',
    name: 'Checks',
    columns: [
      key(context),
      fixed(context, 'no', 'column.no', 6, { ...count, look: 'muted' }),
      content(context, 'check', 'bet.column.check', 66, { look: 'strong' }),
      content(context, 'where', 'bet.column.where', 22, { look: 'link' }),
      calc(
        context,
        'failing',
        'bet.column.failing',
        14,
        ifError(choose(num('no'), ...all.map(([, , formula]) => formula)), 1),
        count,
      ),
      calc(
        context,
        'result',
        'bet.column.result',
        14,
        when(
          equal(num('failing'), 0),
          say(context, 'bet.check.holds'),
          say(context, 'bet.check.fails'),
        ),
        { align: 'Center' },
      ),
    ],
    rows: all.map(([id, sheet], i) => ({
      id: `check.${id}`,
      cells: {
        no: i + 1,
        check: say(context, `bet.check.${id}` as MessageKey),
        where: say(context, `sheet.${sheet}` as MessageKey),
      },
      links: { where: sheet },
    })),
    spare: 0,
    filter: false,
    highlights: [
      { id: 'fails', columns: ['result'], when: greater(num('failing'), 0), look: 'problem' },
      {
        id: 'holds',
        columns: ['result'],
        when: and(equal(num('failing'), 0), unequal(txt('check'), '')),
        look: 'done',
      },
    ],
  };
}

/** One row a sheet: how many cells cannot be used as typed, and the first of them by name. */
function inputTable(context: Context, inputs: Inputs[]): TableBlock {
  const faults = inputs.map(({ table, fields }) =>
    table === undefined ? total(fields.map(({ fault }) => fault)) : faultsIn(table),
  );
  const names = inputs.map(({ table, fields }): Txt => {
    const [start, ...rest] = fields.map(({ label, fault }) =>
      when(equal(fault, 1), ` · ${label}`, ''),
    );
    return table === undefined && start ? join(start, ...rest) : literal('');
  });
  const first = inputs.map(({ table }): Txt =>
    table === undefined ? txt('cells') : join(' · ', faultIn(table)),
  );
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
          join(txt('where'), ifError(choose(num('no'), ...first), '')),
        ),
      ),
      content(context, 'where', 'checks.column.where', 22, { look: 'link' }),
      calc(
        context,
        'faults',
        'checks.column.faults',
        14,
        ifError(choose(num('no'), ...faults), 1),
        count,
      ),
      calc(context, 'cells', 'checks.column.fault', 20, ifError(choose(num('no'), ...names), ''), {
        hidden: true,
      }),
      fixed(context, 'toContract', 'checks.column.toContract', 8, { ...count, hidden: true }),
      fixed(context, 'toReturn', 'checks.column.toReturn', 8, { ...count, hidden: true }),
      stops('contract', 'toContract'),
      stops('return', 'toReturn'),
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

function outcomeTable(context: Context): TableBlock {
  const all = outcomes(context);
  return {
    kind: 'table',
    id: 'outcomes',
    name: 'Outcomes',
    columns: [
      key(context),
      fixed(context, 'no', 'column.no', 6, { ...count, look: 'muted' }),
      content(context, 'outcome', 'checks.column.outcome', 66, { look: 'strong' }),
      content(context, 'where', 'bet.column.where', 22, { look: 'link' }),
      calc(
        context,
        'count',
        'checks.column.count',
        14,
        ifError(choose(num('no'), ...all.map(([, , formula]) => formula)), ''),
        count,
      ),
    ],
    rows: all.map(([id, sheet], i) => ({
      id: `outcome.${id}`,
      cells: {
        no: i + 1,
        outcome: say(context, `checks.outcome.${id}` as MessageKey),
        where: say(context, `sheet.${sheet}` as MessageKey),
      },
      links: { where: sheet },
    })),
    spare: 0,
    filter: false,
    highlights: [
      {
        id: 'seen',
        columns: ['count'],
        when: greater(num('count'), literal(0)),
        look: 'attention',
      },
    ],
  };
}
