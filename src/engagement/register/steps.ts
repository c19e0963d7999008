import type { Step } from '../../catalog/steps';
import { numeric, oneOf, word } from '../cells';
import {
  calc,
  calcColumn,
  catalogColumn,
  catalogued,
  content,
  fixed,
  input,
  laid,
  numbered,
  plainTable,
  table,
  type Asked,
} from './table';
import { words } from './words';

/** What a client says about one item; an item of its own has text, explanation and dimension too. */
const selection = {
  ...fixed('status', 'tie'),
  no: laid(numeric),
  pick: input(oneOf(words.pick)),
  priority: input(oneOf(words.priority)),
  phase: input(oneOf(words.phase)),
  owner: input(word),
  wording: input(word),
  comment: input(word),
  dimension: content(word),
  item: content(word),
  explanation: content(word),
  ...calc('origin', 'chosen', 'order', 'calls'),
};

const choosing = ['pick', 'priority', 'wording', 'comment'] as const;
const deciding: Asked<keyof typeof selection> = {
  fill: ['pick', 'priority', 'phase', 'owner', 'wording', 'comment'],
  required: ['pick'],
  own: true,
};
const step = <const S extends Step>(id: S) => ({
  id,
  store: id,
  own: `custom.${id}.`,
  same: ['item'] as const,
});

/** How strongly the items of one step call for those of another. */
const links = <const Id extends string>(id: Id) =>
  plainTable({ id }, { ...catalogued('from', 'to', 'strength'), ...calc('weight') });

export const stepTables = {
  Asks: table(
    {
      ...step('ask'),
      asked: { lead: deciding, department: { fill: choosing, required: ['pick'], own: true } },
    },
    selection,
  ),
  Plans: table(
    { ...step('plan'), asked: { lead: deciding } },
    { ...selection, ...calc('suggested', 'called') },
  ),
  PainPoints: table(
    {
      ...step('pain'),
      asked: {
        lead: deciding,
        department: { fill: [...choosing, 'symptom', 'cost'], required: ['pick'], own: true },
      },
    },
    { ...selection, ...calc('suggested', 'called'), symptom: content(word), cost: content(word) },
  ),
  Functions: table(
    {
      ...step('function'),
      asked: {
        lead: deciding,
        it: { fill: ['effort', 'comment'], required: ['effort'], picked: true },
      },
    },
    {
      ...selection,
      ...calc('suggested', 'called'),
      module: content(word),
      effort: content(word),
      ...fixed('needs'),
      ...calc('days', 'phaseNo', 'unmet'),
    },
  ),
  Innovations: table(
    {
      ...step('innovation'),
      asked: {
        lead: deciding,
        it: {
          fill: ['technology', 'data', 'maturity', 'comment'],
          required: ['maturity'],
          picked: true,
        },
      },
    },
    {
      ...selection,
      ...calc('suggested', 'called'),
      technology: content(word),
      data: content(word),
      maturity: content(word),
      trial: content(word),
    },
  ),
  AskLinks: links('links.ask'),
  PlanLinks: links('links.plan'),
  PainLinks: links('links.pain'),
  FunctionLinks: links('links.function'),
  AskMetricLinks: links('links.ask-metric'),
  FunctionMetricLinks: links('links.function-metric'),
  InnovationMetricLinks: links('links.innovation-metric'),
  FunctionPaths: plainTable(
    { id: 'links.paths' },
    {
      ...catalogued('function', 'metrics'),
      ...numbered('pain', [1, 2, 3, 4, 5, 6], catalogColumn),
      ...numbered('driver', [1, 2, 3], catalogColumn),
    },
  ),
  Trace: table(
    { id: 'trace' },
    {
      ...fixed('no'),
      ...calc('function', 'pains', 'drivers', 'metrics', 'status', 'position', 'path'),
      ...numbered('pain', [1, 2, 3, 4, 5, 6], calcColumn),
      ...numbered('driver', [1, 2, 3], calcColumn),
    },
  ),
};
