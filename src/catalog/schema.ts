import { z } from 'zod';
import { Query } from './query';
import { steps } from './steps';

/**
 * The shape of a model catalog. The JSON Schema for people who write their own
 * catalogs is generated from these types (`appfi catalog schema`). A pattern's message
 * is the code of the problem it finds (see parse.ts).
 */

/** What a reading of a metric speaks of (value-model §1). */
export const measures = ['level', 'flow', 'ratio', 'rolling'] as const;
export const levelModes = ['last', 'mean'] as const;
/** How version 0.1 put readings together. */
export const aggregates = ['latest', 'sum', 'average', 'ratio'] as const;

const idPattern = /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/;

export const Id = z
  .string()
  .max(80)
  .regex(idPattern, 'bad-id')
  .describe('Stable, language-free, e.g. "ka.pain.esp.no-account-plan"');

/** Something to read, and nothing that an .xlsx file or a slide cannot hold. */
const Words = z
  .string()
  .min(1)
  .max(2000)
  .regex(
    // eslint-disable-next-line no-control-regex
    /^(?=[\s\S]*\S)[^\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]*$/u,
    'unreadable-text',
  );

export const Text = z
  .strictObject({
    'zh-CN': Words,
    en: Words,
    'zh-TW': Words.optional().describe('Derived from zh-CN when absent'),
  })
  .describe('One text in every language');

const Status = z
  .enum(['author', 'house'])
  .describe('author: written by the method’s author; house: our wording, to be reworded freely');

const Strength = z.literal([1, 2, 3]).describe('1 weak … 3 strong');

const Links = z.record(Id, Strength).describe('Id of the other end → strength');

const Source = z.strictObject({
  id: Id,
  title: Words.max(300),
  url: z.url({ protocol: /^https?$/, error: 'bad-url' }).optional(),
});

const Version = z
  .string()
  .max(40)
  .regex(/^\d+\.\d+\.\d+$/, 'bad-version');

/** What an edition does to what an earlier one offered; an id stays for good. */
const lasting = {
  retired: Version.optional().describe('Since which version it is offered no longer'),
  edition: Version.optional().describe(
    'In a workbook: the version whose definition is kept, because something rests on it',
  ),
};
const succession = {
  replacedBy: Id.optional().describe('Retired: the item that takes its answers and readings over'),
  splitInto: z
    .array(Id)
    .min(2)
    .optional()
    .describe('Retired: the items it has become; which of them takes its answers over is asked'),
};

const Dimension = z.strictObject({
  id: Id,
  holds: z
    .array(z.enum([...steps, 'metric']))
    .min(1)
    .describe('The steps whose items may sit in this dimension'),
  name: Text,
  explanation: Text.optional(),
  retired: lasting.retired,
  line: z
    .enum(['bright', 'dark'])
    .optional()
    .describe('dark: carries no metric of its own, its value is read in bright dimensions'),
  readIn: z.array(Id).optional().describe('Dark only: the metric dimensions in which it is read'),
  status: Status,
});

const Module = z.strictObject({
  id: Id,
  dimension: Id,
  name: Text,
  retired: lasting.retired,
  maturity: z
    .array(Text)
    .length(5)
    .optional()
    .describe('Of each level from 1 to 5, one line of evidence one can ask to see'),
});

const Day = z.iso.date({ error: 'bad-date' });
const EngagementId = z
  .string()
  .max(80)
  .regex(idPattern, 'bad-id')
  .describe('Tells the engagement from others without naming anyone');

const Harvested = z
  .strictObject({ engagement: EngagementId, on: Day, by: Words.max(200) })
  .describe('Which finished engagement it comes from, when it was accepted, by whom');

export const Observed = z
  .strictObject({
    ...Harvested.shape,
    currency: Words.max(20).optional(),
    value: z.number().optional().describe('Of a driver'),
    baseline: z.number().optional(),
    target: z.number().optional(),
    actual: z.number().optional(),
  })
  .describe('What a finished engagement measured');

const observed = z.array(Observed).optional();

const own = z
  .array(
    z
      .strictObject({
        figure: z.enum(['value', 'baseline', 'actual']),
        currency: Words.max(20).optional(),
        n: z.number().int().min(1).describe('How many engagements'),
        low: z.number(),
        median: z.number(),
        high: z.number(),
      })
      .describe('What a firm’s own engagements measured, put together so that none can be told'),
  )
  .optional();

const Decision = z
  .strictObject({ accept: z.enum(['yes', 'no']), on: Day, by: Words.max(200) })
  .describe('What was decided about a proposal');

const itemBase = {
  id: Id,
  dimension: Id,
  text: Text,
  explanation: Text,
  status: Status,
  sources: z.array(Id).optional(),
  harvested: z.array(Harvested).optional(),
  ...lasting,
  ...succession,
  stale: z
    .array(z.string().regex(/^[a-zA-Z]{1,40}\.(?:zh-CN|zh-TW|en)$/))
    .optional()
    .describe('Texts that are older than those of another language: “text.en”'),
};

const calledBy = Links.default({}).describe('Items of earlier steps that call for this one');
const moves = Links.default({}).describe('Metrics this item moves');

const script = z
  .strictObject({
    question: Text.describe('What to ask, openly'),
    good: Text.describe('What a good answer sounds like'),
    followUp: Text.describe('What to ask next'),
    data: Text.describe('The tables and extracts to request, with their fields'),
  })
  .optional()
  .describe('How to ask for it in an interview');

const Ask = z.strictObject({ ...itemBase, moves, script });
const Plan = z.strictObject({ ...itemBase, calledBy });
const Pain = z.strictObject({
  ...itemBase,
  calledBy,
  symptom: Text.describe('What one can check in data'),
  cost: Text.describe('What it costs, and how to reckon it'),
  driver: Id.optional().describe('The money driver that prices it'),
  script,
});
const Func = z.strictObject({
  ...itemBase,
  module: Id,
  calledBy,
  moves,
  effort: z.enum(['S', 'M', 'L', 'XL']).describe('S ≤ 2 weeks, M ≤ 6 weeks, L ≤ 3 months, XL more'),
  needs: z.array(Id).optional().describe('Functions that must be in place first'),
});
const Innovation = z.strictObject({
  ...itemBase,
  calledBy,
  moves,
  technology: Text,
  data: Text.describe('Data needed'),
  maturity: z.enum(['proven', 'growing', 'emerging']),
  trial: Text.describe('The smallest first trial'),
});
/** How strong what someone published is. */
const rangeStrengths = ['survey', 'paper', 'vendor', 'press'] as const;

const Range = z
  .strictObject({
    low: z.number().optional().describe('The worse end that is seen'),
    typical: z.number().optional(),
    best: z.number().optional().describe('The better end that is seen'),
    currency: Words.max(20).optional().describe('Of amounts of money, e.g. "USD"'),
    population: Text.describe('Of whom'),
    year: z.number().int().min(1980).max(2100).describe('Of the figures'),
    source: Id.describe('A source with an address'),
    strength: z.enum(rangeStrengths),
    n: z.number().int().min(1).optional().describe('How many were asked or measured'),
    note: Text.optional().describe('Where its definition or population differs'),
  })
  .describe('What others published, in the metric’s unit; a ratio from 0 to 1');

const Metric = z.strictObject({
  ...itemBase,
  numerator: Text,
  denominator: Text.optional().describe('Absent for sums and levels'),
  unit: z.enum(['ratio', 'money', 'days', 'hours', 'minutes', 'months', 'count', 'times', 'score']),
  period: z.enum(['week', 'month', 'quarter', 'year']),
  direction: z.enum(['higher', 'lower']).describe('Which way is better'),
  measure: z
    .enum(measures)
    .optional()
    .describe(
      'What a reading is: level – a state on its day; flow – an amount of its span; ratio – numerator and denominator of its span; rolling – a figure over the last twelve months',
    ),
  levelMode: z
    .enum(levelModes)
    .optional()
    .describe('Of a level, what counts over a window: the last one, or the mean weighted by days'),
  base: z
    .number()
    .positive()
    .optional()
    .describe('Of a flow, the months that baseline and target are stated for; a year when absent'),
  aggregate: z
    .enum(aggregates)
    .optional()
    .describe('Of version 0.1; measure takes its place, and only “ratio” is understood'),
  average: z.boolean().default(false).describe('Reads an average, so it must name its guards'),
  guards: z.array(Id).default([]).describe('Metrics that must not worsen while this one improves'),
  notWith: z
    .array(Id)
    .optional()
    .describe('Metrics that count the same gain another way: price either, not both'),
  ranges: z.array(Range).optional().describe('Where others stand; shown, never filled in'),
  overlap: Id.optional().describe('Node of the value tree: its metrics read the same money'),
  drivers: z.array(Id).max(4).default([]).describe('Unit value = product of these drivers'),
  divisor: z.number().positive().optional().describe('… divided by this, e.g. 365'),
  freesTime: z
    .boolean()
    .optional()
    .describe('What it saves is people’s time: it needs a recapture share'),
  benefit: z.enum(['cash-releasing', 'non-cash-releasing', 'leading']),
  evidence: Text.describe('Where the reading comes from'),
  query: Query.optional().describe('How to read it from rows of canonical tables'),
  owner: Text.describe('Who vouches for the reading'),
  observed,
  own,
});
const ValueNode = z
  .strictObject({
    id: Id,
    name: Text,
    parent: Id.optional().describe('The node whose money this is a part of'),
    ...lasting,
  })
  .describe('A pot of money: the metrics in it read the same money, its child nodes are its parts');

const Driver = z.strictObject({
  id: Id,
  name: Text,
  unit: z.enum(['money', 'ratio', 'count', 'hours', 'days', 'months']),
  hint: Text.describe('Where the client finds it'),
  status: Status,
  observed,
  own,
  ...lasting,
  ...succession,
});

const Contract = z
  .strictObject({
    id: Id,
    name: Text.describe('The goal, in a few words'),
    explanation: Text.describe('Why these terms belong together'),
    status: Status,
    terms: z
      .array(
        z.strictObject({
          metric: Id,
          weight: z.number().min(0.05).max(1).describe('Share of what is at risk; they sum to 1'),
          curve: z.enum(['all-or-nothing', 'from-threshold', 'tiers', 'stretch']),
          guardAction: z
            .enum(['flag', 'void'])
            .optional()
            .describe('As the stage has it if absent'),
          why: Text.describe('Why it is bet on'),
        }),
      )
      .min(3)
      .max(5),
  })
  .describe('A contract to start from: three to five terms that belong together');

/** The sheets that a page of the method can stand on. */
export const pageSheets = ['customer', 'project', 'service'] as const;

const Page = z
  .strictObject({
    id: Id,
    sheet: z
      .enum(pageSheets)
      .describe(
        'customer: how accounts are run · project: how a deal is won · service: a panorama',
      ),
    name: Text,
    lead: Text,
    status: Status,
    parts: z
      .array(
        z.strictObject({
          id: Id,
          group: Text.describe('What it is one of: the steps, the questions, the areas'),
          text: Text,
          explanation: Text,
          status: Status.describe('Whose it is; the explanation is always ours'),
          holds: z.array(Id).optional().describe('Dimensions and modules whose items belong to it'),
          calls: Links.optional().describe('Items beside those that it calls for'),
        }),
      )
      .min(1),
  })
  .describe('A page of the method, from which one picks: what its parts call for is suggested');

const Edition = z
  .strictObject({
    on: Day,
    by: Words.max(200),
    note: Words.optional(),
    added: z.array(Id).optional(),
    reworded: z.array(Id).optional(),
    observed: z.array(Id).optional(),
  })
  .describe('What a version brought: ids of items');

export const Catalog = z
  .strictObject({
    $schema: z.string().optional(),
    id: Id,
    version: Version,
    name: Text,
    description: Text.optional(),
    microConsulting: z
      .strictObject({ days: z.number().int().min(1).max(60), fee: z.number().min(0) })
      .optional()
      .describe('Usual length in working days and fee in CNY'),
    history: z.record(Version, Edition).optional().describe('Version → what it brought'),
    decided: z
      .record(Id, Decision)
      .optional()
      .describe('What a harvest need not propose again: digests of what was taken or refused'),
    sources: z.array(Source).default([]),
    dimensions: z.array(Dimension),
    modules: z.array(Module).default([]),
    drivers: z.array(Driver).default([]),
    nodes: z.array(ValueNode).default([]),
    asks: z.array(Ask).default([]),
    plans: z.array(Plan).default([]),
    pains: z.array(Pain).default([]),
    functions: z.array(Func).default([]),
    innovations: z.array(Innovation).default([]),
    metrics: z.array(Metric).default([]),
    contracts: z.array(Contract).default([]),
    pages: z.array(Page).default([]),
  })
  .describe('A model catalog: what an APPFI workbook is laid out from');

export type Catalog = z.infer<typeof Catalog>;
export type Text = z.infer<typeof Text>;
export type Source = z.infer<typeof Source>;
export type Dimension = z.infer<typeof Dimension>;
export type Module = z.infer<typeof Module>;
export type Ask = z.infer<typeof Ask>;
export type Plan = z.infer<typeof Plan>;
export type Pain = z.infer<typeof Pain>;
export type Func = z.infer<typeof Func>;
export type Innovation = z.infer<typeof Innovation>;
export type Range = z.infer<typeof Range>;
export type Metric = z.infer<typeof Metric>;
export type ValueNode = z.infer<typeof ValueNode>;
export type Driver = z.infer<typeof Driver>;
export type Contract = z.infer<typeof Contract>;
export type Page = z.infer<typeof Page>;
export type Edition = z.infer<typeof Edition>;
