import fc from 'fast-check';
import type { Filled } from '../../src/exchange';
import { pickWord, type Spelled } from './mess';
import type { Paper } from './paper';

/** What a respondent of the small model types, and what the file is found to say. */

const pain = '3 PainPoints';
const text = fc.constantFrom('every week', '每周都有', '=1+1', '007', 'a\nb', ' 12 %');

export type Typed = {
  table: string;
  sheet: string;
  row: string;
  item: string;
  column: string;
  header: string;
} & Spelled;

export const cell = (table: string, sheet: string, rows: [string, string][], column: string, header: string, word: fc.Arbitrary<Spelled>) =>
  fc.tuple(fc.constantFrom(...rows), word).map(([[row, item], spelled]): Typed => {
    return { table, sheet, row, item, column, header, ...spelled };
  }); // prettier-ignore
const said = text.map((typed): Spelled => ({ typed, means: typed }));
const pains: [string, string][] = [1, 2, 3, 4].map((n) => [`s.pain.${n}`, `Pain ${n}`]);

/** At most one word for a cell. */
export const once = <T extends { row: string; column: string }>(typed: fc.Arbitrary<T>) =>
  fc.uniqueArray(typed, { maxLength: 6, selector: ({ row, column }) => `${row} ${column}` });

/** A department's answers. */
export const department = once(
  fc.oneof(
    cell('pain', pain, pains, 'pick', 'Pick *', pickWord),
    cell('pain', pain, pains, 'comment', 'Comment', said),
  ),
);

export const type = (paper: Paper, typed: readonly Typed[]) => {
  for (const { sheet, item, header, typed: value } of typed) paper.type(sheet, item, header, value);
};

export const told = ({ answers }: Filled) =>
  Object.fromEntries(answers.map(({ row, column, value }) => [`${row} ${column}`, value]));

export const meant = (typed: readonly Typed[]) =>
  Object.fromEntries(typed.map(({ row, column, means }) => [`${row} ${column}`, means]));
