/** What keeps the return from being worked out: one line for each input that is missing or unreadable. */
import {
  add,
  atMost,
  count,
  equal,
  greater,
  index,
  isNumber,
  join,
  less,
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

/**
 * The n-th row of a table that lacks something: `lackAt` of that table numbers such rows, `lack` says
 * what they lack. The last line counts what it leaves out.
 */
export const lackingRow = (
  table: TableWith<'lackAt' | 'lack'>,
  n: number,
  isLast: boolean,
): Txt => {
  const at = nums(table, 'lackAt');
  const text = join(index(txts(table, 'lack'), match(small(at, n), at)), '');
  return when(
    less(count(at), n),
    '',
    isLast ? join(text, more(subtract(count(at), n))) : text,
  ) as Txt;
};

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
