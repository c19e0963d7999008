import { numeric, date, oneOf, ordinal, positive, wholeTo, word } from '../cells';
import { calc, catalogued, content, fixed, input, laid, table, faultColumns } from './table';
import { words } from './words';

/** Micro-consulting, the plans after it, and how far everything has come. */

const dated = {
  item: content(word),
  explanation: content(word),
  owner: input(word),
  start: input(date),
  end: input(date),
  status: input(oneOf(words.status)),
  comment: input(word),
};
const planned = <const Id extends string>(id: Id) =>
  table(
    {
      id,
      store: id,
      own: `custom.${id}.`,
      same: ['item'],
      asked: {
        lead: { fill: ['owner', 'start', 'end', 'status', 'comment'], required: ['owner'] },
      },
    },
    dated,
  );

export const planTables = {
  MicroSteps: table(
    { id: 'microSteps', store: 'microSteps', same: ['step'] },
    {
      from: input(
        ordinal.describe(
          'Working day on which the step starts, 1 = start date; blank: after the one before',
        ),
      ),
      to: input(ordinal.describe('Working day on which it ends; blank: by its days')),
      days: input(
        wholeTo(1, 60).describe(
          'Working days from its first to its last, the client’s days of its steps',
        ),
      ),
      hours: input(positive),
      owner: input(word),
      status: input(oneOf(words.status)),
      comment: input(word),
      no: laid(numeric),
      step: content(word),
      lead: content(oneOf(words.lead)),
      mode: content(oneOf(words.mode)),
      ...faultColumns,
      ...calc('start', 'end', 'dayFrom', 'dayTo', 'advance', 'early'),
    },
  ),
  Comparison: table(
    { id: 'comparison', store: 'comparison', same: ['aspect'] },
    {
      usual: input(numeric.describe('The client’s own figure for its usual way')),
      micro: input(numeric.describe('The figure for micro-consulting')),
      comment: input(word),
      no: laid(numeric),
      aspect: content(word),
      unit: content(word),
      ...fixed('hint'),
      ...faultColumns,
      ...calc('saved', 'share'),
    },
  ),
  Holidays: table(
    { id: 'holidays', store: 'holidays', own: 'holiday.', same: ['date'] },
    { date: input(date), name: input(word), ...faultColumns },
  ),
  ProcessPlan: planned('process'),
  PromotionPlan: planned('promotion'),
  Progress: table(
    { id: 'progress' },
    {
      ...fixed('no'),
      ...catalogued('step'),
      ...calc('offered', 'suggested', 'picked', 'open', 'custom', 'answered', 'owned', 'share'),
    },
  ),
};
