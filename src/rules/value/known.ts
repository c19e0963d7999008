import {
  each,
  equal,
  greater,
  ifError,
  isNumber,
  less,
  or,
  sumProduct,
  txts,
  when,
  type Bool,
  type Expression,
  type Num,
  type Txt,
} from '../expression';
import type { ColumnOf, TableName } from '../register';

/**
 * Numbers that may not be known. A cell then holds "" or a word that says why, and whoever reads
 * it asks ISNUMBER first; the type stays a number so that rules can be combined.
 */
type Otherwise = Num | Txt | number | string;

/** A number on a condition, else a word (or another number). */
export const numberIf = (condition: Bool, value: Otherwise, otherwise: Otherwise = ''): Num =>
  (when as (condition: Bool, value: unknown, otherwise: unknown) => Num)(
    condition,
    value,
    otherwise,
  );

/** A number, or a word (or another number) where its formula fails. */
export const numberOr = (value: Num, otherwise: Otherwise = ''): Num =>
  (ifError as (value: Num, otherwise: unknown) => Num)(value, otherwise);

/** True of a number below 0 or above 1, and of a word; a blank is neither. */
export const outsideUnit = (value: Num): Bool => or(less(value, 0), greater(value, 1));

/** True of a cell that nobody filled; what cannot be read is no blank. */
const blank = (value: Num): Bool => ifError(equal(value as Expression as Txt, ''), false) as Bool;

/** A number, or what a blank stands for; "" for what cannot be read, which is never the default. */
export const orElse = (value: Num, otherwise: Otherwise): Num =>
  numberIf(isNumber(value), value, numberIf(blank(value), otherwise));

/** How many cells of a column hold a word or a number. */
export const countWords = <T extends TableName>(table: T, column: ColumnOf<T>): Num =>
  sumProduct(each.multiply(each.unequal(txts(table, column), ''), 1));
