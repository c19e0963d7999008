import { add, equal, isNumber, nums, rowOf, sumIfs, txts, type Num } from '../../../../rules';
import { numberIf } from '../../../../rules/value/known';
import { scopeOf } from '../../../../rules/value/metric';
import { calc, content, fixed, input, key } from '../../../columns';
import { say, type Context } from '../../../context';
import { metricLinkTables } from '../../../links';
import { listLabel } from '../../../lists';

const { num, txt } = rowOf<'Metrics'>();

export function identity(context: Context) {
  const links = metricLinkTables.map(({ name }) =>
    sumIfs(nums(name, 'weight'), [txts(name, 'to'), txt('id')]),
  );
  const [first, ...rest] = links;
  const centered = { align: 'Center' as const };
  return [
    key(context),
    fixed(context, 'no', 'column.no', 5, { kind: 'integer', align: 'Center', look: 'muted' }),
    content(context, 'dimension', 'value.column.line', 16, { list: 'dimension.metric' }),
    content(context, 'item', 'value.column.metric', 30, { look: 'strong' }),
    content(context, 'explanation', 'value.column.measure', 36),
    content(context, 'definition', 'value.column.definition', 44, { since: 4 }),
    fixed(context, 'wordingBy', 'column.wordingBy', 9, {
      list: 'wording',
      since: 4,
      look: 'muted',
      ...centered,
    }),
    content(context, 'unit', 'value.column.unit', 9, { list: 'unit', ...centered }),
    content(context, 'direction', 'value.column.direction', 9, { list: 'direction', ...centered }),
    // Of version 0.1: read where it stands, and kept as it was said.
    content(context, 'aggregate', 'value.column.aggregate', 11, {
      list: 'aggregate',
      hidden: true,
    }),
    content(context, 'measure', 'value.column.readingIs', 11, {
      list: 'measure',
      since: 2,
      ...centered,
      prompt: say(context, 'value.prompt.measure'),
    }),
    content(context, 'levelMode', 'value.column.levelMode', 11, {
      list: 'levelMode',
      since: 2,
      ...centered,
      prompt: say(context, 'value.prompt.levelMode'),
    }),
    content(context, 'base', 'value.column.base', 9, {
      kind: 'number',
      since: 2,
      ...centered,
      prompt: say(context, 'value.prompt.base'),
    }),
    content(context, 'period', 'value.column.cadence', 9, { list: 'cadence', ...centered }),
    calc(
      context,
      'suggested',
      'column.suggested',
      9,
      numberIf(equal(txt('id'), ''), '', add(first as Num, ...rest)),
      { kind: 'score', align: 'Center' },
    ),
    input(context, 'use', 'value.column.use', 9, {
      list: 'yesNo',
      ...centered,
      prompt: say(context, 'value.prompt.use'),
    }),
    calc(
      context,
      'inScope',
      'value.column.inScope',
      8,
      numberIf(
        equal(txt('name'), ''),
        '',
        scopeOf(txt('use'), numberIf(isNumber(num('suggested')), num('suggested'), 0), {
          yes: listLabel(context, 'yesNo', 'yes'),
          no: listLabel(context, 'yesNo', 'no'),
        }),
      ),
      { kind: 'integer', align: 'Center' },
    ),
  ];
}

export const measured = { kind: 'measure' as const };

export function agreed(context: Context) {
  return [
    input(context, 'baseline', 'value.column.baseline', 13, {
      ...measured,
      prompt: say(context, 'value.prompt.baseline'),
    }),
    input(context, 'target', 'value.column.target', 13, measured),
    content(context, 'range', 'value.column.range', 80, {
      since: 4,
      prompt: say(context, 'value.prompt.range'),
    }),
    content(context, 'best', 'value.column.best', 13, { ...measured, since: 4 }),
    input(context, 'adjustment', 'value.column.adjustment', 12, {
      ...measured,
      prompt: say(context, 'value.prompt.adjustment'),
    }),
    input(context, 'adjustmentKind', 'value.column.adjustmentKind', 10, { list: 'adjustmentKind' }),
    input(context, 'reason', 'value.column.reason', 18),
    input(context, 'window', 'value.column.window', 9, {
      kind: 'integer',
      align: 'Center',
      prompt: say(context, 'value.prompt.window'),
    }),
    input(context, 'asOf', 'value.column.asOf', 12, { kind: 'date', align: 'Center' }),
  ];
}

export const evidence = (context: Context) => [
  content(context, 'owner', 'value.column.vouches', 18),
  content(context, 'evidence', 'value.column.evidence', 24),
  input(context, 'comment', 'column.comment', 24),
];
