/** What keeps the return from being worked out: one line for each input that is missing or unreadable. */
import {
  add,
  atMost,
  choose,
  count,
  equal,
  greater,
  ifError,
  index,
  isNumber,
  join,
  less,
  literal,
  match,
  not,
  numName,
  nums,
  rowOf,
  slice,
  small,
  subtract,
  sum,
  txts,
  when,
  type Bool,
  type Expression,
  type Kind,
  type Num,
  type Txt,
} from '../../expression';
import type { TableWith } from '../../register';
import { numberIf } from '../known';

const { num, txt } = rowOf<'RoiMissing'>();

export interface MissingWords {
  noRate: string;
  noHorizon: string;
  noRamp: string;
  noCosts: string;
  noBenefits: string;
}

/** How many rows are named; what is beyond is counted. */
export const namedRows = 6;

const words = (condition: Bool, text: string): Txt => when(condition, text, '') as Txt;

/** Inputs of the return as a whole. */
export const missing = {
  rate: ({ noRate }: MissingWords): Txt =>
    when(
      isNumber(numName('Roi.Rate')),
      words(atMost(numName('Roi.Rate'), -1), noRate),
      noRate,
    ) as Txt,
  horizon: ({ noHorizon }: MissingWords): Txt =>
    words(not(isNumber(numName('Roi.Years'))), noHorizon),
  ramp: ({ noRamp }: MissingWords): Txt =>
    when(
      isNumber(numName('Roi.Years')),
      words(
        less(
          count(slice(nums('RoiYears', 'ramp'), 1, add(numName('Roi.Years'), 1))),
          add(numName('Roi.Years'), 1),
        ),
        noRamp,
      ),
      '',
    ) as Txt,
  costs: ({ noCosts }: MissingWords): Txt => words(equal(sum(nums('Costs', 'given')), 0), noCosts),
  benefits: ({ noBenefits }: MissingWords): Txt =>
    words(
      equal(add(sum(nums('Monetisation', 'counted')), sum(nums('Benefits', 'counted'))), 0),
      noBenefits,
    ),
};

/** How many more there are, as " (+2)". */
const more = (beyond: Num): Txt => when(greater(beyond, 0), join(' (+', beyond, ')'), '') as Txt;

/** A line of RoiMissing: an input of the return as a whole, or the n-th row of a table that lacks something. */
export type MissingLine =
  { what: Txt } | { table: TableWith<'lackAt' | 'lack'>; n: number; isLast: boolean };

const none = literal('');
const ofLine = <K extends Kind>(parts: Expression<K>[]): Expression<K> =>
  choose(num('no'), ...parts);

/**
 * Columns of RoiMissing. `lackAt` of a table numbers its rows that lack something, `lack` says what; the
 * last line of a table counts what it leaves out.
 */
export const missingRules = (lines: MissingLine[]) => ({
  what: ifError(
    join(
      ofLine(
        lines.map((line) =>
          'what' in line
            ? line.what
            : join(index(txts(line.table, 'lack'), num('lackRow')) as Txt, ''),
        ),
      ),
      more(num('beyond')),
    ),
    '',
  ),
  lackRow: ifError(
    ofLine<Kind>(
      lines.map((line) => {
        if ('what' in line) return none;
        const at = nums(line.table, 'lackAt');
        return match(small(at, line.n), at);
      }),
    ),
    '',
  ),
  beyond: ofLine(
    lines.map((line) =>
      'what' in line || !line.isLast
        ? literal(0)
        : subtract(count(nums(line.table, 'lackAt')), line.n),
    ),
  ),
});

/** What is missing first, and how much else; "" when nothing is. */
export const problemOf = (): Txt => {
  const at = nums('RoiMissing', 'at');
  return when(
    equal(count(at), 0),
    '',
    join(index(txts('RoiMissing', 'what'), match(small(at, 1), at)), more(subtract(count(at), 1))),
  ) as Txt;
};

/** Numbers the lines that say something. */
export const missingAt = (): Num => numberIf(equal(txt('what'), ''), '', num('no'));
