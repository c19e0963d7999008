/** Where a row of Statement looks: its period, what the settlement says of it, and the rows before it. */
import {
  equal,
  index,
  join,
  max,
  nums,
  rowOf,
  slice,
  subtract,
  sumIfs,
  when,
  type Column,
  type Expression,
  type Num,
} from '../../expression';
import type { ColumnOf } from '../../register';

const { num, txt } = rowOf<'Statement'>();

type Own = ColumnOf<'Statement'>;

export const own = (column: Own) => nums('Statement', column);
export const period = (column: ColumnOf<'Periods'>): Num =>
  index(nums('Periods', column), num('row')) as Num;

/** The rule in rows that stand for a period, "" in the others. */
export const live = <E extends Expression>(rule: E): E =>
  when(equal(txt('row'), ''), '', rule) as unknown as E;

/** A column summed over the periods up to this one. */
export const toDate = (column: Own): Num => sumIfs(own(column), [own('no'), join('<=', num('no'))]);

/** The same without this period. */
export const before = (column: Own): Num => sumIfs(own(column), [own('no'), join('<', num('no'))]);

/** A column of the periods before this one; of the first, its own. */
export const earlier = (column: Own): Column<'number'> =>
  slice(own(column), 1, max(1, subtract(num('no'), 1)));
