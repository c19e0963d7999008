import { aggregates, levelModes, measures } from '../../catalog/schema';

/** The entries of the drop-downs that the add-in brings, by list; an engagement keeps these words. */
export const words = {
  pick: ['yes', 'maybe', 'no'],
  priority: ['high', 'medium', 'low'],
  phase: ['now', 'next', 'later'],
  status: ['open', 'doing', 'done'],
  stage: ['micro-consulting', 'consulting', 'delivery', 'coaching'],
  effort: ['S', 'M', 'L', 'XL'],
  maturity: ['proven', 'growing', 'emerging'],
  lead: ['vendor', 'client'],
  mode: ['online', 'offline'],
  wording: ['author', 'house'],
  direction: ['higher', 'lower'],
  unit: ['ratio', 'money', 'days', 'hours', 'minutes', 'months', 'count', 'times', 'score'],
  measure: measures,
  levelMode: levelModes,
  aggregate: aggregates,
  cadence: ['week', 'month', 'quarter', 'year'],
  adjustmentKind: ['routine', 'one-off'],
  benefit: ['cash-releasing', 'non-cash-releasing', 'leading'],
  costCategory: ['software', 'services', 'labour', 'operation', 'improvement'],
  costPhase: ['planning', 'building', 'operating'],
  scenario: ['conservative', 'likely', 'optimistic'],
  costKind: ['cost', 'credit', 'contract'],
  timing: ['end', 'mid'],
  prices: ['nominal', 'real'],
  tax: ['before', 'after'],
  yesNo: ['yes', 'no'],
  termKind: ['quantitative', 'qualitative', 'trend'],
  qualitativeRule: ['all', 'share'],
  guardAction: ['flag', 'void'],
  curveMode: ['linear', 'step'],
  instalmentKind: ['fixed', 'held'],
  limitScope: ['all', 'without-gain'],
  limitSpan: ['contract', 'period'],
  roundingMode: ['total', 'line'],
  hurdleKind: ['deductible', 'cliff'],
  gainBase: ['before-fee', 'after-fee'],
  bandMode: ['marginal', 'whole'],
} as const;

export type WordList = keyof typeof words;
/** An entry of a list, or of any of several. */
export type Word<L extends WordList = WordList> = (typeof words)[L][number];

/** Year 0 and up to ten more. */
export const years = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
