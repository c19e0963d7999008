import type { Audience } from '../engagement/exchange';
import { years } from '../engagement/value';

/** What one audience is asked in one table. */
export interface Part {
  table: string;
  /** Columns to fill, and those of them that count towards completeness. */
  fill: readonly string[];
  required: readonly string[];
  /** Columns of answers that say what a row is about. */
  show?: readonly string[];
  /** Rows of one's own may be added, in every column that is shown. */
  own?: true;
  /** Only rows that have been picked, as soon as any has. */
  picked?: true;
}

const picking = ['pick', 'priority', 'wording', 'comment'];
const deciding = ['pick', 'priority', 'phase', 'owner', 'wording', 'comment'];
const decide = (table: string): Part => ({
  table,
  fill: deciding,
  required: ['pick'],
  own: true,
});
const judge = (...fill: [string, ...string[]]): Part => ({
  table: 'criteria',
  show: ['term', 'period', 'criterion', 'pass'],
  fill,
  required: [fill[0]],
});
const plan = (table: string): Part => ({
  table,
  fill: ['owner', 'start', 'end', 'status', 'comment'],
  required: ['owner'],
});

const parts: Record<Audience, readonly Part[]> = {
  lead: [
    decide('ask'),
    decide('plan'),
    decide('pain'),
    decide('function'),
    decide('innovation'),
    plan('process'),
    plan('promotion'),
    judge('business', 'evidence', 'comment'),
  ],
  department: [
    { table: 'ask', fill: picking, required: ['pick'], own: true },
    {
      table: 'pain',
      fill: [...picking, 'symptom', 'cost'],
      required: ['pick'],
      own: true,
    },
  ],
  it: [
    {
      table: 'function',
      fill: ['effort', 'comment'],
      required: ['effort'],
      picked: true,
    },
    {
      table: 'innovation',
      fill: ['technology', 'data', 'maturity', 'comment'],
      required: ['maturity'],
      picked: true,
    },
    judge('it', 'comment'),
  ],
  finance: [
    {
      table: 'metrics',
      fill: ['baseline', 'evidence', 'comment'],
      required: ['baseline'],
    },
    {
      table: 'readings',
      fill: [
        'metric',
        'date',
        'value',
        'numerator',
        'denominator',
        'evidence',
        'who',
        'entered',
        'comment',
      ],
      required: [],
      own: true,
    },
    {
      table: 'drivers',
      fill: ['low', 'likely', 'high', 'source', 'owner', 'comment'],
      required: ['likely', 'source'],
      own: true,
    },
    {
      table: 'costs',
      fill: [
        ...years.map((year) => `y${year}`),
        'low',
        'likely',
        'high',
        'owner',
        'source',
        'comment',
      ],
      required: ['y0'],
      own: true,
    },
    {
      table: 'budget',
      fill: ['before', 'after', 'owner', 'comment'],
      required: ['before', 'after'],
      own: true,
    },
  ],
};

export const partsOf = (audience: Audience): readonly Part[] => parts[audience];

/**
 * Whether a template shows what is answered so far. Departments answer for themselves: what others
 * have said would lead them.
 */
export const isPrefilled = (audience: Audience): boolean => audience !== 'department';
