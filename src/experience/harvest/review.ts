import { z } from 'zod';
import { readAs } from '../../catalog/parse';
import { Id, Observed } from '../../catalog/schema';
import { steps } from '../../catalog/steps';

/** What a review says about each thing that finished engagements propose for a catalog. */

const words = z.string().max(2000).optional();
const Texts = z.strictObject({ 'zh-CN': words, en: words, 'zh-TW': words });
const Links = z.record(Id, z.literal([1, 2, 3])).default({});
const figure = z.number().optional();

/** Of every proposal. */
const base = {
  accept: z.enum(['yes', 'no']).optional().describe('yes: into the catalog; blank or no: left out'),
  id: Id.describe('Of the proposal'),
};

/** Of what is said in words. */
const said = {
  ...base,
  engagements: z.array(Id).min(1).describe('Which engagements propose it; tells no names'),
  count: z.number().int().describe('How many engagements say so'),
  of: z.number().int().describe('… of how many that could have'),
  variants: z.array(Id).describe('By which the decision is remembered'),
  stripped: z.array(Id).optional().describe('What was taken out of the texts: look there'),
  suspicious: z
    .string()
    .optional()
    .describe('Words that may be somebody’s name: reword the text, or say yes under cleared'),
  cleared: z.enum(['yes']).optional().describe('yes: the suspicious words are nobody’s name'),
};

const similar = {
  similar: Id.optional().describe(
    'The item of the catalog, or the proposal, that reads most alike',
  ),
  percent: figure.describe('How much alike'),
  similarText: Texts.optional(),
};

/** A client's own item. */
export const ItemProposal = z.strictObject({
  ...said,
  step: z.enum(steps),
  text: Texts,
  ...similar,
  into: Id.optional().describe(
    'An item that says the same: it is noted there and nothing new comes',
  ),
  newId: Id.describe('The id that the new item gets'),
  dimension: Id,
  explanation: Texts.optional(),
  calledBy: Links.describe('Items of earlier steps that call for it'),
  answeredBy: z.array(Id).default([]).describe('Of a pain: the functions that answer it'),
  moves: Links.describe('Metrics it moves'),
  module: Id.optional().describe('Of a function'),
  effort: z.enum(['S', 'M', 'L', 'XL']).optional().describe('Of a function'),
  symptom: Texts.optional().describe('Of a pain: what one can check in data'),
  cost: Texts.optional().describe('Of a pain: what it costs'),
  technology: Texts.optional().describe('Of an innovation'),
  data: Texts.optional().describe('Of an innovation'),
  trial: Texts.optional().describe('Of an innovation'),
  maturity: z.enum(['proven', 'growing', 'emerging']).optional().describe('Of an innovation'),
});

/** Another wording of an item. */
export const WordingProposal = z.strictObject({
  ...said,
  item: Id,
  field: Id.describe('Which text of the item'),
  text: Texts.describe('Blank leaves a language as it is'),
  current: Texts.describe('What the catalog says now'),
});

/** What an engagement measured. */
export const FigureProposal = z.strictObject({
  ...base,
  engagement: Id.describe('Which engagement measured it; tells no names'),
  item: Id.describe('A metric or a money driver'),
  name: z.string().max(2000),
  ...(Object.fromEntries(
    Object.entries(Observed.shape).filter(([name]) => !['engagement', 'on', 'by'].includes(name)),
  ) as Omit<typeof Observed.shape, 'engagement' | 'on' | 'by'>),
});

export const Review = z
  .strictObject({
    format: z.literal('appfi-harvest/2'),
    catalog: z.strictObject({ id: Id, version: z.string(), hash: z.string() }),
    items: z.array(ItemProposal).default([]),
    wordings: z.array(WordingProposal).default([]),
    figures: z.array(FigureProposal).default([]),
  })
  .describe('What finished engagements propose for a catalog');

export type Texts = z.infer<typeof Texts>;
export type ItemProposal = z.infer<typeof ItemProposal>;
export type WordingProposal = z.infer<typeof WordingProposal>;
export type FigureProposal = z.infer<typeof FigureProposal>;
export type Review = z.infer<typeof Review>;

/** A review from JSON. Never throws. */
export const parseReview = (json: unknown) => {
  const { value, problems } = readAs(Review, json);
  return { ...(value && { review: value }), problems };
};
