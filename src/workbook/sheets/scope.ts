import {
  countIfs,
  divide,
  equal,
  greater,
  isNumber,
  join,
  num,
  nums,
  rowOf,
  sumIfs,
  txt,
  when,
  type Txt,
} from '../../rules';
import { daysLeft, isOver, unphased } from '../../rules/plan/scope';
import { numberIf } from '../../rules/value/known';
import { words } from '../../engagement/register';
import { calc, content, fixed, input, key } from '../columns';
import { say, type Context } from '../context';
import type { SheetSpec, TableBlock } from '../spec';
import { describeTable } from '../table';
import { guideLink, heading, sheetHead } from '../texts';

const phase = rowOf<'PhaseBudget'>();
const whole = { kind: 'integer' as const, align: 'Center' as const };
const days = { kind: 'quantity' as const, align: 'Center' as const };

/** Person-days of a function by its effort class, until someone says others: house figures. */
const usualDays = { S: 8, M: 20, L: 45, XL: 90 } as const;

/** What is picked for each phase, in days, against the days there are. */
export const scopeSheet = (context: Context): SheetSpec => ({
  id: 'scope',
  name: say(context, 'sheet.scope'),
  tab: 'plan',
  visibility: 'Visible',
  flow: 'down',
  page: { orientation: 'Landscape' },
  blocks: [
    sheetHead(context, 'scope', 'sheet.scope', 'scope.lead', [
      { look: 'text' },
      guideLink(context),
      { text: say(context, 'sheet.function'), look: 'link', link: 'function' },
    ]),
    phaseTable(context),
    {
      kind: 'chart',
      id: 'scope.chart',
      type: 'ColumnClustered',
      title: say(context, 'scope.chart'),
      table: 'phaseBudget',
      category: 'name',
      series: ['days', 'capacity'],
      rows: 16,
      width: 560,
    },
    heading(context, 'scope.effort', 'scope.effort.lead'),
    effortTable(context),
  ],
});

function phaseTable(context: Context): TableBlock {
  const { capacity, used } = { capacity: phase.num('capacity'), used: phase.num('days') };
  return describeTable('PhaseBudget', {
    columns: [
      key(context),
      fixed(context, 'no', 'column.no', 5, { ...whole, look: 'muted' }),
      content(context, 'phase', 'column.phase', 16, { list: 'phase', look: 'strong' }),
      calc(
        context,
        'functions',
        'scope.column.functions',
        12,
        countIfs([nums('Functions', 'phaseNo'), phase.num('no')]),
        whole,
      ),
      calc(
        context,
        'days',
        'scope.column.days',
        12,
        sumIfs(nums('Functions', 'days'), [nums('Functions', 'phaseNo'), phase.num('no')]),
        days,
      ),
      input(context, 'capacity', 'scope.column.capacity', 12, {
        ...days,
        prompt: say(context, 'scope.prompt.capacity'),
      }),
      calc(context, 'left', 'scope.column.left', 12, daysLeft(capacity, used), days),
      calc(
        context,
        'load',
        'scope.column.load',
        12,
        numberIf(isNumber(capacity), numberIf(greater(capacity, 0), divide(used, capacity))),
        { kind: 'percent', align: 'Center', bar: true },
      ),
      calc(context, 'status', 'scope.column.status', 22, status(context)),
      input(context, 'comment', 'column.comment', 30),
      calc(
        context,
        'name',
        'scope.column.name',
        10,
        when(
          equal(phase.txt('phase'), ''),
          say(context, 'scope.noPhase'),
          join(phase.txt('phase'), ''),
        ),
        { hidden: true },
      ),
      calc(context, 'over', 'scope.column.over', 8, isOver(capacity, used), {
        kind: 'integer',
        hidden: true,
      }),
    ],
    rows: [
      ...words.phase.map((id, i) => ({ id: `phase.${id}`, cells: { no: i + 1, phase: id } })),
      { id: 'phase.none', cells: { no: unphased } },
    ],
    spare: 0,
    filter: false,
    highlights: [
      { id: 'over', columns: ['days', 'status'], when: equal(num('over'), 1), look: 'problem' },
      {
        id: 'no-phase',
        columns: ['functions', 'status'],
        when: equal(txt('status'), say(context, 'scope.status.unphased')),
        look: 'attention',
      },
    ],
  });
}

function status(context: Context): Txt {
  const { capacity, used } = { capacity: phase.num('capacity'), used: phase.num('days') };
  return when(
    equal(phase.num('functions'), 0),
    '',
    when(
      equal(phase.num('no'), unphased),
      say(context, 'scope.status.unphased'),
      when(
        isNumber(capacity),
        when(
          greater(used, capacity),
          say(context, 'scope.status.over'),
          say(context, 'scope.status.fits'),
        ),
        say(context, 'scope.status.open'),
      ),
    ),
  ) as Txt;
}

const effortTable = (context: Context): TableBlock =>
  describeTable('EffortDays', {
    columns: [
      key(context),
      content(context, 'effort', 'column.effort', 16, { list: 'effort', look: 'strong' }),
      input(context, 'days', 'scope.column.classDays', 12, days),
      input(context, 'comment', 'column.comment', 30),
    ],
    rows: words.effort.map((id) => ({
      id: `effort.${id.toLowerCase()}`,
      cells: { effort: id, days: usualDays[id] },
    })),
    spare: 3,
    filter: false,
  });
