import { z } from 'zod';
import { amount, date, oneOf, word } from './cells';

/** From metric to money to return: what people say on the value sheets, by row id. */

export const benefits = ['cash-releasing', 'non-cash-releasing', 'leading'] as const;
const metricUnits = [
  'ratio',
  'money',
  'days',
  'hours',
  'minutes',
  'months',
  'count',
  'times',
  'score',
] as const;
export const costCategories = [
  'software',
  'services',
  'labour',
  'operation',
  'improvement',
] as const;
export const costPhases = ['planning', 'building', 'operating'] as const;
export const scenarios = ['conservative', 'likely', 'optimistic'] as const;
export const timings = ['end', 'mid'] as const;
/** Year 0 and up to ten more. */
export const years = Array.from({ length: 11 }, (_, year) => year);

/** Named cells of the Metrics and Roi sheets; kept among an engagement's settings. */
export const valueSettings = {
  asOf: date.describe('Readings up to this date count; blank: up to the latest reading'),
  scenario: oneOf(scenarios).describe('The one that the workbook follows; blank: likely'),
  horizon: amount.describe('Years after year 0, 1–10; blank: 3'),
  discountRate: amount.describe('A year, as a fraction'),
  timing: oneOf(timings).describe('Flows of a year fall at its end or in its middle'),
} as const;

const MetricRow = z.strictObject({
  dimension: word,
  item: word,
  explanation: word,
  direction: oneOf(['higher', 'lower']),
  unit: oneOf(metricUnits),
  aggregate: oneOf(['latest', 'sum', 'average', 'ratio']),
  period: oneOf(['week', 'month', 'quarter', 'year']),
  use: oneOf(['yes', 'no']).describe('In scope or not; blank: follows the picks'),
  baseline: amount,
  adjustment: amount.describe('Added to the baseline, signed'),
  adjustmentKind: oneOf(['routine', 'one-off']),
  reason: word.describe('Why the baseline is adjusted'),
  target: amount,
  window: amount.describe('Months of readings that count; blank: all'),
  asOf: date.describe('Where it differs from the date of the whole sheet'),
  guard1: word.describe('Metric id'),
  guard2: word,
  guard3: word,
  owner: word,
  evidence: word,
  comment: word,
});

const Reading = z.strictObject({
  metric: word.describe('Metric id'),
  date: date,
  value: amount,
  numerator: amount,
  denominator: amount,
  evidence: word,
  who: word,
  entered: date.describe('When it was entered'),
  comment: word,
});

const DriverRow = z.strictObject({
  item: word,
  unit: oneOf(['money', 'ratio', 'count', 'hours', 'days', 'months']),
  hint: word,
  low: amount.describe('Conservative'),
  likely: amount,
  high: amount.describe('Optimistic'),
  source: word,
  owner: word,
  comment: word,
});

const MoneyRow = z.strictObject({
  metric: word.describe('Metric id'),
  driver1: word.describe('Driver id'),
  driver2: word,
  driver3: word,
  driver4: word,
  divisor: amount,
  benefit: oneOf(benefits),
  group: word.describe('Metrics of one group count the same money'),
  attribution: amount.describe('Share of the improvement that is owed to this project'),
  confidence: amount,
  recapture: amount.describe('Share of freed time that is put to use'),
  share: amount.describe('Share of its overlap group; blank: 1'),
  low: amount.describe('Realisation, conservative; blank: as likely'),
  likely: amount.describe('Realisation; blank: 1'),
  high: amount.describe('Realisation, optimistic; blank: as likely'),
  comment: word,
});

const CostRow = z.strictObject({
  item: word,
  explanation: word,
  category: oneOf(costCategories),
  phase: oneOf(costPhases),
  ...(Object.fromEntries(years.map((year) => [`y${year}`, amount])) as Record<
    `y${number}`,
    typeof amount
  >),
  low: amount.describe('Factor on the amounts, optimistic side of costs is below 1'),
  likely: amount,
  high: amount,
  owner: word,
  source: word,
  comment: word,
});

const RampRow = z.strictObject({
  ramp: amount.describe('Share of the yearly value that this year brings'),
});

export const valueStores = {
  metrics: MetricRow,
  readings: Reading,
  drivers: DriverRow,
  monetisation: MoneyRow,
  costs: CostRow,
  ramp: RampRow,
} as const;
