import { z } from 'zod';
import { amount, date, oneOf, word } from './cells';

/** What respondents sent back, and what of it a merge took over. */

/** Whom a template asks. */
export const audiences = ['lead', 'department', 'it', 'finance'] as const;
export type Audience = (typeof audiences)[number];

/** How a merge chooses between answers that differ. */
export const rules = ['lead', 'majority', 'keep-both'] as const;
export type Rule = (typeof rules)[number];

/** One file that came back; its id is a digest of what it says. */
const Response = z.strictObject({
  respondent: word,
  audience: oneOf(audiences),
  file: word,
  template: word.describe('Digest of what was sent: two files of one template are told by it'),
  batch: amount.describe('The merge that took it in, counted from 1'),
  on: date.describe('When it was merged'),
});

/** One cell that someone answered otherwise than it was sent. */
const Answer = z.strictObject({
  response: word,
  table: word,
  row: word,
  column: word,
  sent: amount,
  said: amount,
  place: word.describe('Sheet and cell in the file'),
});

/** One cell that a merge wrote, by "table row column". */
const Merged = z.strictObject({
  before: amount.describe('What stood there before any answer'),
  after: amount,
  how: oneOf(['agreed', 'settled', ...rules]),
  by: word.describe('Whose answers'),
  files: word,
  on: date,
});

/** What the consultant decided where answers differ, by "table row column". */
const Consensus = z.strictObject({ resolution: amount, comment: word });

/** What tells one row from another for people; the first must be given. */
export const naturalKey = (table: string): readonly [string, ...string[]] => {
  switch (table) {
    case 'readings':
      return ['metric', 'date'];
    case 'criteria':
      return ['criterion', 'term', 'period'];
    default:
      return ['item'];
  }
};

export const exchangeStores = {
  responses: Response,
  answers: Answer,
  merged: Merged,
  consensus: Consensus,
} as const;
