import { content } from '../columns';
import { read, say, type Context } from '../context';
import { selectionSheet } from '../selection';
import type { SheetSpec } from '../spec';

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

export const functionSheet = (context: Context): SheetSpec =>
  selectionSheet(context, {
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
    ],
  });

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
