import type { MessageKey } from '../../../../messages';
import {
  add,
  and,
  atMost,
  choose,
  countIfs,
  divide,
  equal,
  greater,
  ifError,
  int,
  join,
  literal,
  num,
  nums,
  subtract,
  txt,
  txtName,
  unequal,
  when,
  type Txt,
} from '../../../../rules';
import { numberIf } from '../../../../rules/value/known';
import { calc, content, fixed, key } from '../../../columns';
import { say, type Context } from '../../../context';
import type { Inputs } from '../../../inputs';
import type { ColumnSpec, SheetSpec, TableBlock } from '../../../spec';
import { heading } from '../../../texts';
import { computed } from '../named';
import { valueHead, valueSheet } from '../sheet';
import { checks, type Check } from './list';
import { inputTable } from './inputs';
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
      ),
      { ...count, hidden: true, since: 3 },
    ),
    header: say(context, 'bet.column.failingPart', { n: part + 1 }),
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
