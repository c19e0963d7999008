import {
  add,
  and,
  countIfs,
  equal,
  greater,
  isNumber,
  join,
  not,
  nums,
  or,
  rowOf,
  txts,
  unequal,
  when,
  type Bool,
  type Num,
} from '../../../../rules';
import { read, say, type Context } from '../../../context';
import { listLabel } from '../../../lists';
import type { Highlight, SheetSpec, TableBlock, TextCell } from '../../../spec';
import { aggregateOf } from '../../../../catalog/aggregate';
import { guardSlots, notWithSlots } from '../../../value';
import { bestSeen, rangeLines } from '../../../ranges';
import { houseNames } from '../../../house';
import { valueHead, valueSheet } from '../sheet';
import { identity, agreed, evidence } from './given';
import { helpers } from './helpers';
import { results, guards } from './results';
import { describeTable } from '../../../table';

const { num, txt } = rowOf<'Metrics'>();

/** What is measured: baseline, target, actual, attainment, guards. Scope follows the picks. */
export const metricsSheet = (context: Context): SheetSpec =>
  valueSheet(
    context,
    'metrics',
    [
      valueHead(
        context,
        'metrics',
        ['function', 'readings', 'roi'],
        standing(context),
        ...houseNames(context, 'metric'),
      ),
      table(context),
    ],
    {
      freeze: { table: 'metrics', column: 'item' },
      page: { orientation: 'Landscape', until: 'status' },
    },
  );

/** How many metrics are in scope, and how they stand. */
function standing(context: Context): TextCell {
  const status = (...entries: ('met' | 'improving' | 'unchanged' | 'worse')[]) => {
    const [first, ...rest] = entries.map((entry) =>
      countIfs(
        [nums('Metrics', 'inScope'), 1],
        [txts('Metrics', 'status'), listLabel(context, 'metricStatus', entry)],
      ),
    );
    return add(first as Num, ...rest);
  };
  return {
    formula: join(
      `${say(context, 'value.standing.inScope')} `,
      countIfs([nums('Metrics', 'inScope'), 1]),
      ` · ${say(context, 'value.standing.met')} `,
      status('met'),
      ` · ${say(context, 'value.standing.improving')} `,
      status('improving'),
      ` · ${say(context, 'value.standing.behind')} `,
      status('unchanged', 'worse'),
    ),
    look: 'strong',
  };
}

function table(context: Context): TableBlock {
  const slots = guardSlots(context);
  const instead = notWithSlots(context);
  return describeTable('Metrics', {
    columns: [
      ...identity(context),
      ...agreed(context),
      ...results(context),
      ...guards(context, slots, instead),
      ...evidence(context),
      ...helpers(context, slots, instead),
    ],
    rows: context.catalog.metrics.map((metric, i) => ({
      id: metric.id,
      cells: {
        no: i + 1,
        dimension: metric.dimension,
        item: read(context, metric.text),
        explanation: measure(context, metric),
        definition: read(context, metric.explanation),
        wordingBy: metric.retired === undefined ? metric.status : say(context, 'origin.retired'),
        range: rangeLines(context, metric) || null,
        best: bestSeen(metric) ?? null,
        direction: metric.direction,
        unit: metric.unit,
        measure: metric.measure ?? (metric.aggregate === 'ratio' ? 'ratio' : null),
        levelMode: metric.levelMode ?? null,
        base: metric.base ?? null,
        aggregate: metric.aggregate ?? aggregateOf(metric.id) ?? null,
        period: metric.period,
        owner: read(context, metric.owner),
        evidence: read(context, metric.evidence),
        average: metric.average ? 1 : 0,
        label: metric.id,
        ...Object.fromEntries(metric.guards.map((guard, g) => [`guard${g + 1}`, guard])),
        ...Object.fromEntries((metric.notWith ?? []).map((one, n) => [`notWith${n + 1}`, one])),
      },
    })),
    spare: 8,
    filter: true,
    highlights: highlights(context),
  });
}

function measure(context: Context, metric: Context['catalog']['metrics'][number]): string {
  const parts = [metric.numerator, ...(metric.denominator ? [metric.denominator] : [])];
  const how = parts.map((part) => read(context, part)).join(' ÷ ');
  return how;
}

/** Part of a month: a window and the months in it may differ by a day. */
const gapTold = 0.1;

function highlights(context: Context): Highlight[] {
  const inScope = equal(num('inScope'), 1);
  const status = (...entries: ('met' | 'worse' | 'notBetter' | 'noBaseline' | 'noMeasure')[]) =>
    or(...entries.map((entry) => equal(txt('status'), listLabel(context, 'metricStatus', entry))));
  return [
    {
      id: 'out-of-scope',
      when: and(unequal(txt('name'), ''), not(inScope)),
      look: 'quiet',
    },
    { id: 'unfit-name', columns: ['item'], when: equal(num('unfit'), 1), look: 'problem' },
    {
      id: 'adjusted-without-reason',
      columns: ['reason'],
      when: and(isNumber(num('adjustment')), equal(txt('reason'), '')),
      look: 'missing',
    },
    {
      id: 'beyond-best',
      columns: ['baseline', 'best'],
      when: and(inScope, equal(num('beyond'), 1)),
      look: 'attention',
    },
    { id: 'met', columns: ['status'], when: and(inScope, status('met')), look: 'done' },
    { id: 'worse', columns: ['status'], when: and(inScope, status('worse')), look: 'problem' },
    {
      id: 'not-ready',
      columns: ['status'],
      when: and(inScope, status('notBetter', 'noBaseline', 'noMeasure')),
      look: 'attention',
    },
    {
      id: 'measure-missing',
      columns: ['measure'],
      when: and(inScope, equal(txt('measure'), '')),
      look: 'missing',
    },
    {
      id: 'uncovered',
      columns: ['uncovered'],
      when: and(
        inScope,
        when(isNumber(num('uncovered')), greater(num('uncovered'), gapTold), false) as Bool,
      ),
      look: 'attention',
    },
    {
      id: 'guard-breached',
      columns: ['guardStatus'],
      when: and(inScope, equal(txt('guardStatus'), listLabel(context, 'guardStatus', 'breached'))),
      look: 'problem',
    },
  ];
}
