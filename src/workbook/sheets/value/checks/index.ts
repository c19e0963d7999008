import type { MessageKey } from '../../../../messages';
import {
  add,
  and,
  atMost,
  choose,
  chooseColumn,
  countIfs,
  divide,
  equal,
  greater,
  ifError,
  index,
  int,
  join,
  literal,
  match,
  max,
  num,
  nums,
  subtract,
  sum,
  txt,
  txtName,
  unequal,
  when,
  type Txt,
} from '../../../../rules';
import { numberIf, numberOr } from '../../../../rules/value/known';
import { calc, content, fixed, key } from '../../../columns';
import { say, type Context } from '../../../context';
import type { Inputs } from '../../../inputs';
import type { ColumnSpec, SheetSpec, TableBlock } from '../../../spec';
import { heading } from '../../../texts';
import { computed } from '../named';
import { valueHead, valueSheet } from '../sheet';
import { checks, type Check } from './list';
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

/** Checks of one formula: more of them, and nobody could audit it. */
const perPart = 7;

/** The checks from one number to another; "" in the rows of the others. */
function partOf(context: Context, all: Check[], part: number): ColumnSpec {
  const from = part * perPart;
  const formulas = all.slice(from, from + perPart).map(([, , formula]) => formula);
  const to = from + formulas.length;
  return {
    ...calc(
      context,
      `part${part + 1}`,
      'bet.column.failingPart',
      8,
      numberIf(
        and(greater(num('no'), from), atMost(num('no'), to)),
        ifError(choose(subtract(num('no'), from), ...formulas), 1),
        '',
      ),
      { ...count, hidden: true, since: 3 },
    ),
    header: say(context, 'bet.column.failingPart', { from: from + 1, to }),
  };
}

function checkTable(context: Context): TableBlock {
  const all = checks(context);
  const parts = Array.from({ length: Math.ceil(all.length / perPart) });
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
        ifError(
          choose(
            add(int(divide(subtract(num('no'), 1), perPart)), 1),
            ...parts.map((_, i) => num(`part${i + 1}`)),
          ),
          1,
        ),
        count,
      ),
      ...parts.map((_, i) => partOf(context, all, i)),
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
        numberIf(greater(num('most'), 0), numberOr(match(num('most'), ofTable('faults')), ''), ''),
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
