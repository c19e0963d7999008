import { z } from 'zod';

/**
 * One project, as a documented JSON file. What is keyed by row id is found again by that id,
 * whatever the order, language or wording in the workbook.
 */

const Scalar = z.union([z.string().max(32767), z.number(), z.boolean()]);
const RowId = z.string().min(1).max(120);
const date = z.iso.date();
const line = z.string().max(32767);

/** What a client says about one item; an item of its own has text, explanation and dimension too. */
const Selection = z.strictObject({
  pick: z.enum(['yes', 'maybe', 'no']).or(line).optional(),
  priority: z.enum(['high', 'medium', 'low']).or(line).optional(),
  phase: z.enum(['now', 'next', 'later']).or(line).optional(),
  owner: line.optional(),
  wording: line.optional(),
  comment: line.optional(),
  dimension: line.optional(),
  module: line.optional(),
  item: line.optional(),
  explanation: line.optional(),
  symptom: line.optional(),
  cost: line.optional(),
  effort: line.optional(),
  technology: line.optional(),
  data: line.optional(),
  maturity: line.optional(),
  trial: line.optional(),
});

const MicroStep = z.strictObject({
  from: z.number().nullable().optional().describe('Working day on which the step starts, 1 = start date'),
  to: z.number().nullable().optional().describe('Working day on which it ends'),
  hours: z.number().nullable().optional(),
  owner: line.optional(),
  status: z.enum(['open', 'doing', 'done']).or(line).optional(),
  comment: line.optional(),
});

const Comparison = z.strictObject({
  usual: z.number().optional().describe('The client’s own figure for its usual way'),
  micro: z.number().optional().describe('The figure for micro-consulting'),
  comment: line.optional(),
});

const Holiday = z.strictObject({ date: date.optional(), name: line.optional() });

const PlanRow = z.strictObject({
  item: line.optional(),
  explanation: line.optional(),
  owner: line.optional(),
  start: date.optional(),
  end: date.optional(),
  status: z.enum(['open', 'doing', 'done']).or(line).optional(),
  comment: line.optional(),
});

const Budget = z.strictObject({
  item: line.optional(),
  explanation: line.optional(),
  before: z.number().optional().describe('Money planned up to go-live'),
  after: z.number().optional().describe('Money kept for improving after go-live'),
  owner: line.optional(),
  comment: line.optional(),
});

const rows = <T extends z.ZodType>(row: T) => z.record(RowId, row).default({});

export const Settings = z.strictObject({
  project: line.optional(),
  client: line.optional(),
  vendor: line.optional(),
  industry: line.optional(),
  consultant: line.optional(),
  businessLead: line.optional(),
  itLead: line.optional(),
  stage: z.enum(['micro-consulting', 'consulting', 'delivery', 'coaching']).optional(),
  currency: line.optional(),
  startDate: date.optional(),
  goLiveDate: date.optional(),
  endDate: date.optional(),
  fee: z.number().min(0).optional(),
  afterGoLiveShare: z.number().min(0).max(1).optional(),
});

export const Engagement = z
  .strictObject({
    $schema: z.string().optional(),
    format: z.literal('appfi-engagement/1'),
    lang: z.enum(['zh-CN', 'zh-TW', 'en']).optional(),
    catalogs: z
      .array(
        z.strictObject({ id: z.string(), version: z.string().optional(), hash: z.string().optional() }),
      )
      .default([]),
    settings: Settings.default({}),
    ask: rows(Selection),
    plan: rows(Selection),
    pain: rows(Selection),
    function: rows(Selection),
    innovation: rows(Selection),
    microSteps: rows(MicroStep),
    comparison: rows(Comparison),
    holidays: rows(Holiday),
    budget: rows(Budget),
    process: rows(PlanRow),
    promotion: rows(PlanRow),
    removed: z
      .record(z.string(), z.array(RowId))
      .default({})
      .describe('Rows of the catalog or method that someone deleted: table → row ids'),
    edits: z
      .record(z.string(), z.record(RowId, z.record(z.string(), Scalar)))
      .default({})
      .describe('Texts of the catalog or method that someone changed in place: table → row → column'),
    extra: z
      .record(z.string(), z.record(RowId, z.record(z.string(), Scalar)))
      .default({})
      .describe('Columns that someone added to a table: table → row → header'),
  })
  .describe('An APPFI engagement');

export type Engagement = z.infer<typeof Engagement>;
export type Settings = z.infer<typeof Settings>;
export type Store =
  | 'ask'
  | 'plan'
  | 'pain'
  | 'function'
  | 'innovation'
  | 'microSteps'
  | 'comparison'
  | 'holidays'
  | 'budget'
  | 'process'
  | 'promotion';
