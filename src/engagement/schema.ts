import { z } from 'zod';
import { betStores, contractSettings } from './bet';
import { amount, date, line, oneOf, Scalar, word } from './cells';
import { exchangeStores } from './exchange';
import { valueSettings, valueStores } from './value';

/**
 * One project, as a documented JSON file. What is keyed by row id is found again by that id,
 * whatever the order, language or wording in the workbook.
 */

const RowId = line.min(1);

export const stages = ['micro-consulting', 'consulting', 'delivery', 'coaching'] as const;
export type Stage = (typeof stages)[number];

const status = oneOf(['open', 'doing', 'done']);

/** What a client says about one item; an item of its own has text, explanation and dimension too. */
const Selection = z.strictObject({
  pick: oneOf(['yes', 'maybe', 'no']),
  priority: oneOf(['high', 'medium', 'low']),
  phase: oneOf(['now', 'next', 'later']),
  owner: word,
  wording: word,
  comment: word,
  no: amount,
  dimension: word,
  module: word,
  item: word,
  explanation: word,
  symptom: word,
  cost: word,
  effort: word,
  technology: word,
  data: word,
  maturity: word,
  trial: word,
});

const MicroStep = z.strictObject({
  from: amount.describe('Working day on which the step starts, 1 = start date'),
  to: amount.describe('Working day on which it ends'),
  hours: amount,
  owner: word,
  status,
  comment: word,
  no: amount,
  step: word,
  lead: oneOf(['vendor', 'client']),
  mode: oneOf(['online', 'offline']),
});

const Comparison = z.strictObject({
  usual: amount.describe('The client’s own figure for its usual way'),
  micro: amount.describe('The figure for micro-consulting'),
  comment: word,
  no: amount,
  aspect: word,
  unit: word,
});

const Holiday = z.strictObject({ date, name: word });

const PlanRow = z.strictObject({
  item: word,
  explanation: word,
  owner: word,
  start: date,
  end: date,
  status,
  comment: word,
});

const Budget = z.strictObject({
  item: word,
  explanation: word,
  before: amount.describe('Money planned up to go-live'),
  after: amount.describe('Money kept for improving after go-live'),
  owner: word,
  comment: word,
});

/** Every table that keeps what people say, by row id. */
const stores = {
  ask: Selection,
  plan: Selection,
  pain: Selection,
  function: Selection,
  innovation: Selection,
  microSteps: MicroStep,
  comparison: Comparison,
  holidays: Holiday,
  budget: Budget,
  process: PlanRow,
  promotion: PlanRow,
  ...valueStores,
  ...betStores,
  ...exchangeStores,
} as const;

export type Store = keyof typeof stores;
export const storeIds = Object.keys(stores) as Store[];

const rows = <T extends z.ZodType>(row: T) => z.record(RowId, row).default({});
type Rows<T extends z.ZodType> = ReturnType<typeof rows<T>>;

export const Settings = z.strictObject({
  project: word,
  client: word,
  vendor: word,
  industry: word,
  consultant: word,
  businessLead: word,
  itLead: word,
  stage: oneOf(stages),
  currency: word,
  startDate: date,
  goLiveDate: date,
  endDate: date,
  fee: amount,
  afterGoLiveShare: amount.describe('Share of the budget kept for after go-live, 0.3 = 30 %'),
  ...valueSettings,
  ...contractSettings,
});

const byCell = z.record(z.string(), z.record(RowId, z.record(z.string(), Scalar))).default({});

export const Engagement = z
  .strictObject({
    $schema: z.string().optional(),
    format: z.literal('appfi-engagement/1'),
    lang: z.enum(['zh-CN', 'zh-TW', 'en']).optional(),
    catalogs: z
      .array(
        z.strictObject({
          id: z.string(),
          version: z.string().optional(),
          hash: z.string().optional(),
        }),
      )
      .default([]),
    settings: Settings.default({}),
    ...(Object.fromEntries(Object.entries(stores).map(([store, row]) => [store, rows(row)])) as {
      [S in Store]: Rows<(typeof stores)[S]>;
    }),
    removed: z
      .record(z.string(), z.array(RowId))
      .default({})
      .describe('Rows of the catalog or method that someone deleted: table → row ids'),
    edits: byCell.describe(
      'Texts of the catalog or method that someone changed in place: table → row → column',
    ),
    extra: byCell.describe('Columns that someone added to a table: table → row → header'),
  })
  .describe('An APPFI engagement');

export type Engagement = z.infer<typeof Engagement>;
export type Settings = z.infer<typeof Settings>;
