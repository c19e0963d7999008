import { numeric, date, oneOf, word } from '../cells';
import { audiences, calc, content, fixed, input, table } from './table';

/** What respondents sent back, and what of it a merge took over. */

/** How a merge chooses between answers that differ. */
export const rules = ['lead', 'majority', 'keep-both'] as const;
export type Rule = (typeof rules)[number];

export const exchangeTables = {
  /** One file that came back; its id is a digest of what it says. */
  Responses: table(
    { id: 'responses', store: 'responses', own: '' },
    {
      respondent: content(word),
      audience: content(oneOf(audiences)),
      file: content(word),
      template: content(
        word.describe('Digest of what was sent: two files of one template are told by it'),
      ),
      batch: content(numeric.describe('The merge that took it in, counted from 1')),
      on: content(date.describe('When it was merged')),
    },
  ),
  /** One cell that someone answered otherwise than it was sent. */
  Answers: table(
    { id: 'answers', store: 'answers', own: '' },
    {
      response: content(word),
      table: content(word),
      row: content(word),
      column: content(word),
      sent: content(numeric),
      said: content(numeric),
      place: content(word.describe('Sheet and cell in the file')),
    },
  ),
  /** One cell that a merge wrote, by "table row column". */
  Merged: table(
    { id: 'merged', store: 'merged', own: '' },
    {
      before: content(numeric.describe('What stood there before any answer')),
      after: content(numeric),
      how: content(oneOf(['agreed', 'settled', ...rules])),
      by: content(word.describe('Whose answers')),
      files: content(word),
      on: content(date),
    },
  ),
  /** What the consultant decided where answers differ, by "table row column". */
  Consensus: table(
    { id: 'consensus', store: 'consensus', own: '' },
    {
      ...fixed('sheet', 'item', 'question', 'yes', 'maybe', 'no', 'people', 'agreement'),
      ...fixed('said', 'state'),
      ...calc('status'),
      resolution: input(numeric),
      comment: input(word),
    },
  ),
};
