import { equal, join, rowNumber, txt, type ColumnOf, type Num, type Txt } from '../../../rules';
import { numberIf } from '../../../rules/value/known';

/** Columns by which the list of what is missing finds the rows of a table that lack something. */

/** The row's number where a column says what is wrong, else "". */
export const lackAt = (problem: ColumnOf): Num =>
  numberIf(equal(txt(problem), ''), '', rowNumber());

export const lack = (name: Txt, problem: Txt): Txt => join(name, ': ', problem);
