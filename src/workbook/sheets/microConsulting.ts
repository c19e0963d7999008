import {
  countIfs,
  divide,
  equal,
  ifError,
  max,
  num,
  numName,
  nums,
  or,
  subtract,
  sum,
  sumIfs,
  txt,
  txts,
  when,
  workday,
  type Expression,
} from '../../rules';
import type { MessageKey } from '../../messages';
import { advanceOf, firstDay, isEarly, lastDay } from '../../rules/plan/schedule';
import { calc, content, fixed, input, key } from '../columns';
import { say, type Context } from '../context';
import { listLabel } from '../lists';
import { comparisonAspects, microDays, microSteps } from '../method';
import type { FieldSpec, SheetSpec, TableBlock } from '../spec';
import { settingName } from './engagement';
import { guideLink, heading, sheetHead } from '../texts';
import { describeTable } from '../table';

const holidaySpare = 15;

/** The 11 steps with dates and totals, and the comparison with the client's usual way. */
export function microConsultingSheet(context: Context): SheetSpec {
  return {
    id: 'micro',
    name: say(context, 'sheet.micro'),
    tab: 'plan',
    visibility: 'Visible',
    flow: 'down',
    page: { orientation: 'Landscape' },
    blocks: [
      sheetHead(
        context,
        'micro',
        'micro.title',
        'micro.lead',
        [guideLink(context)],
        [{ text: scale(context) === 1 ? '' : say(context, 'micro.scaled'), look: 'muted' }],
      ),
      stepTable(context),
      heading(context, 'micro.totals'),
      { kind: 'fields', id: 'micro.totals.fields', offset: 1, fields: totals(context) },
      heading(context, 'comparison.title', 'comparison.lead'),
      comparisonTable(context),
      heading(context, 'holidays.title', 'holidays.lead'),
      holidayTable(context),
    ],
  };
}

/** How much longer than the author's own example this model's micro-consulting is. */
const scale = (context: Context) =>
  (context.catalog.microConsulting?.days ?? microDays) / microDays;

function stepTable(context: Context): TableBlock {
  const start = numName(settingName('startDate'));
  const planned = (day: 'dayFrom' | 'dayTo'): Expression =>
    when(
      or(equal(start, 0), equal(num(day), 0)),
      '',
      workday(subtract(start, 1), num(day), nums('Holidays', 'date')),
    );
  const factor = scale(context);
  const whole = { kind: 'integer' as const, align: 'Center' as const };
  const hidden = { kind: 'integer' as const, hidden: true, since: 4 };
  return describeTable('MicroSteps', {
    columns: [
      key(context),
      fixed(context, 'no', 'column.no', 12, { ...whole, look: 'muted' }),
      content(context, 'step', 'column.step', 48, { look: 'strong' }),
      content(context, 'lead', 'column.lead', 16, { list: 'lead', align: 'Center' }),
      content(context, 'mode', 'column.mode', 12, { list: 'mode', align: 'Center' }),
      input(context, 'hours', 'column.hours', 10, { kind: 'hours', align: 'Center' }),
      input(context, 'days', 'column.stepDays', 12, {
        ...whole,
        since: 4,
        prompt: say(context, 'prompt.stepDays'),
      }),
      input(context, 'from', 'column.fromDay', 12, {
        ...whole,
        prompt: say(context, 'prompt.fromDay'),
      }),
      input(context, 'to', 'column.toDay', 12, whole),
      calc(context, 'start', 'column.start', 13, planned('dayFrom'), {
        kind: 'date',
        align: 'Center',
      }),
      calc(context, 'end', 'column.end', 13, planned('dayTo'), { kind: 'date', align: 'Center' }),
      input(context, 'owner', 'column.owner', 14),
      input(context, 'status', 'column.status', 11, { list: 'status', align: 'Center' }),
      input(context, 'comment', 'column.comment', 30),
      calc(
        context,
        'advance',
        'column.advance',
        8,
        advanceOf(listLabel(context, 'lead', 'vendor')),
        hidden,
      ),
      calc(context, 'dayFrom', 'column.dayFrom', 8, firstDay(), hidden),
      calc(context, 'dayTo', 'column.dayTo', 8, lastDay(), hidden),
      calc(context, 'early', 'column.early', 8, isEarly(), hidden),
    ],
    rows: microSteps.map((step, i) => ({
      id: `micro.${i + 1}`,
      cells: {
        no: i + 1,
        step: say(context, `micro.${i + 1}` as MessageKey),
        lead: step.lead,
        mode: step.mode,
        hours: step.lead === 'client' ? null : step.hours * factor,
        days: step.hours > 2 || step.lead === 'client' ? Math.ceil(step.days * factor) : step.days,
      },
    })),
    spare: 0,
    filter: false,
    highlights: [
      {
        id: 'done',
        columns: ['status'],
        when: equal(txt('status'), listLabel(context, 'status', 'done')),
        look: 'done',
      },
      {
        id: 'early',
        columns: ['start', 'from'],
        when: equal(num('early'), 1),
        look: 'problem',
      },
    ],
  });
}

function totals(context: Context): FieldSpec[] {
  const hours = nums('MicroSteps', 'hours');
  const lead = txts('MicroSteps', 'lead');
  const mode = txts('MicroSteps', 'mode');
  const vendor = listLabel(context, 'lead', 'vendor');
  const field = (id: string, kind: FieldSpec['kind'], formula: Expression): FieldSpec => ({
    id,
    name: `Micro.${id.charAt(0).toUpperCase()}${id.slice(1)}`,
    label: say(context, `micro.${id}` as MessageKey),
    role: 'calc',
    kind,
    formula,
  });
  const inMode = (entry: 'online' | 'offline') =>
    sumIfs(hours, [lead, vendor], [mode, listLabel(context, 'mode', entry)]);
  return [
    field('vendorHours', 'hours', sumIfs(hours, [lead, vendor])),
    field('onlineHours', 'hours', inMode('online')),
    field('offlineHours', 'hours', inMode('offline')),
    field('clientSteps', 'integer', countIfs([lead, listLabel(context, 'lead', 'client')])),
    field(
      'doneSteps',
      'integer',
      countIfs([txts('MicroSteps', 'status'), listLabel(context, 'status', 'done')]),
    ),
    field(
      'endDate',
      'date',
      when(equal(sum(nums('MicroSteps', 'end')), 0), '', max(nums('MicroSteps', 'end'))),
    ),
  ];
}

function comparisonTable(context: Context): TableBlock {
  const unknown = or(equal(txt('usual'), ''), equal(txt('micro'), ''));
  return describeTable('Comparison', {
    columns: [
      key(context),
      fixed(context, 'no', 'column.no', 12, { kind: 'integer', align: 'Center', look: 'muted' }),
      content(context, 'aspect', 'column.aspect', 48, { look: 'strong' }),
      content(context, 'unit', 'column.unit', 16, { align: 'Center' }),
      input(context, 'usual', 'column.usual', 12, { kind: 'number' }),
      input(context, 'micro', 'column.microWay', 12, { kind: 'number' }),
      calc(
        context,
        'saved',
        'column.saved',
        12,
        when(unknown, '', subtract(num('usual'), num('micro'))),
        { kind: 'number' },
      ),
      calc(
        context,
        'share',
        'column.share',
        12,
        when(unknown, '', ifError(divide(num('micro'), num('usual')), '')),
        { kind: 'percent' },
      ),
      fixed(context, 'hint', 'comparison.column.hint', 44, { since: 4 }),
      input(context, 'comment', 'column.comment', 18),
    ],
    rows: comparisonAspects.map(({ id, unit }, i) => ({
      id: `comparison.${id}`,
      cells: {
        no: i + 1,
        aspect: say(context, `comparison.${id}` as MessageKey),
        unit: say(context, `unit.${unit}`),
        hint: say(context, `comparison.${id}.hint` as MessageKey, {
          fee: (context.catalog.microConsulting?.fee ?? 0).toLocaleString('en-US'),
          days: context.catalog.microConsulting?.days ?? microDays,
        }),
      },
    })),
    spare: 0,
    filter: false,
  });
}

function holidayTable(context: Context): TableBlock {
  return describeTable('Holidays', {
    columns: [
      key(context),
      input(context, 'date', 'column.date', 12, { kind: 'date', align: 'Center' }),
      input(context, 'name', 'column.holiday', 48),
    ],
    rows: [],
    spare: holidaySpare,
    filter: false,
  });
}
