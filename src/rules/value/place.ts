import {
  and,
  equal,
  find,
  ifError,
  index,
  isNumber,
  join,
  leading,
  match,
  not,
  nums,
  or,
  subtract,
  trailing,
  txts,
  when,
  type Bool,
  type Num,
  type Txt,
} from '../expression';
import type { ColumnOf, TableName, TableWith } from '../register';
import { numberIf, numberOr } from './known';

/**
 * Row of a table (1-based) whose `name` or id a cell holds; "" for an empty cell or a stranger.
 * Tables are found by the words that a person picks from a list, or by the id that a file holds.
 */
export const positionIn = (table: TableWith<'name' | 'id'>, cell: Txt): Num =>
  numberIf(
    equal(cell, ''),
    '',
    numberOr(match(cell, txts(table, 'name')), numberOr(match(cell, txts(table, 'id')))),
  );

const patternSigns = ['*', '?', '~'];

/** True where MATCH would read a name as a pattern: then another row could be found in its place. */
export const readsAsPattern = (name: Txt): Bool =>
  or(...patternSigns.map((sign) => isNumber(find(sign, name))));

/**
 * True where COUNTIFS or MATCH would read a code as a pattern or a comparison, or where it holds the
 * sign by which keys are joined: then another row could be counted in its place.
 */
export const unfitForKey = (cell: Txt): Bool =>
  or(
    ...[...patternSigns, '|'].map((sign) => isNumber(find(sign, cell))),
    ...['=', '<', '>'].map((sign) => equal(numberOr(find(sign, cell), 0), 1)),
  );

const isDigit = (sign: Txt): Bool => isNumber(find(sign, '0123456789'));

/** A code as it is sorted: its last digit with a 0 before it where it stands alone, so that M2 comes before M10. */
export const inOrder = (code: Txt): Txt => {
  const last = trailing(code, 1);
  const before = leading(trailing(join('x', code), 2), 1);
  const length = subtract(find('|', join(code, '|')), 1);
  return when(
    equal(code, ''),
    '',
    when(
      and(isDigit(last), not(isDigit(before))),
      join(leading(code, subtract(length, 1)), '0', last),
      join(code, ''),
    ),
  ) as Txt;
};

/** The number or text that stands in another table's row; "" when there is no such row. */
export const numberAt = <T extends TableName>(table: T, column: ColumnOf<T>, position: Num): Num =>
  numberOr(index(nums(table, column), position));
export const textAt = <T extends TableName>(table: T, column: ColumnOf<T>, position: Num): Txt =>
  ifError(index(txts(table, column), position), '') as Txt;
