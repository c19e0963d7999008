import { greater, nums, rowOf, sumIfs, txts } from '../../rules';
import { daysOf, phaseNo } from '../../rules/plan/scope';
import { calc, content, fixed } from '../columns';
import { read, say, type Context } from '../context';
import { listLabel } from '../lists';
import { selectionSheet } from '../selection';
import type { SheetSpec } from '../spec';

const { num, txt } = rowOf<'Functions'>();

export const askSheet = (context: Context): SheetSpec =>
  selectionSheet(context, {
    step: 'ask',
    items: context.catalog.asks,
    dimension: 'column.question',
    wide: true,
    item: 'column.driver',
  });

export const planSheet = (context: Context): SheetSpec =>
  selectionSheet(context, {
    step: 'plan',
    items: context.catalog.plans,
    dimension: 'column.slot',
    item: 'column.plan',
  });

export const painSheet = (context: Context): SheetSpec =>
  selectionSheet(context, {
    step: 'pain',
    items: context.catalog.pains,
    dimension: 'column.dimension',
    item: 'column.pain',
    details: [
      {
        column: content(context, 'symptom', 'column.symptom', 34),
        value: (pain) => read(context, pain.symptom),
      },
      {
        column: content(context, 'cost', 'column.cost', 34),
        value: (pain) => read(context, pain.cost),
      },
    ],
  });

export const functionSheet = (context: Context): SheetSpec => {
  const yes = listLabel(context, 'pick', 'yes');
  return selectionSheet(context, {
    step: 'function',
    items: context.catalog.functions,
    dimension: 'column.dimension',
    item: 'column.function',
    place: [
      {
        column: content(context, 'module', 'column.module', 16, {
          list: 'module',
          prompt: say(context, 'prompt.dimension'),
        }),
        value: (item) => item.module,
      },
    ],
    details: [
      {
        column: content(context, 'effort', 'column.effort', 13, {
          list: 'effort',
          align: 'Center',
        }),
        value: (item) => item.effort,
      },
      {
        column: fixed(context, 'needs', 'column.needs', 30, { since: 4 }),
        value: ({ needs = [] }) => needs.map((id) => nameOf(context, id)).join('\n'),
      },
    ],
    computed: [
      calc(context, 'days', 'scope.column.days', 9, daysOf(txt('pick'), txt('effort'), yes), {
        kind: 'score',
        align: 'Center',
        since: 4,
      }),
      calc(context, 'phaseNo', 'column.phaseNo', 8, phaseNo(txt('pick'), txt('phase'), yes), {
        kind: 'integer',
        hidden: true,
        since: 4,
      }),
      calc(
        context,
        'unmet',
        'column.unmet',
        8,
        sumIfs(nums('NeedLinks', 'late'), [txts('NeedLinks', 'from'), txt('id')]),
        { kind: 'integer', hidden: true, since: 4 },
      ),
    ],
    highlights: [
      { id: 'unmet', columns: ['needs', 'phase'], when: greater(num('unmet'), 0), look: 'problem' },
    ],
  });
};

const nameOf = ({ catalog, ...context }: Context, id: string): string => {
  const found = catalog.functions.find((one) => one.id === id);
  return found ? read({ catalog, ...context }, found.text) : id;
};

export const innovationSheet = (context: Context): SheetSpec =>
  selectionSheet(context, {
    step: 'innovation',
    items: context.catalog.innovations,
    dimension: 'column.dimension',
    item: 'column.innovation',
    details: [
      {
        column: content(context, 'technology', 'column.technology', 26),
        value: (item) => read(context, item.technology),
      },
      {
        column: content(context, 'data', 'column.data', 30),
        value: (item) => read(context, item.data),
      },
      {
        column: content(context, 'maturity', 'column.maturity', 9, {
          list: 'maturity',
          align: 'Center',
        }),
        value: (item) => item.maturity,
      },
      {
        column: content(context, 'trial', 'column.trial', 34),
        value: (item) => read(context, item.trial),
      },
    ],
  });
