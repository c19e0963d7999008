/** Where a row of Statement looks: its period, what the settlement says of it, and the rows before it. */
import {
  equal,
  index,
  join,
  max,
  num,
  numName,
  nums,
  slice,
  subtract,
  sumIfs,
  txt,
  txtName,
  when,
  type Bool,
  type Column,
  type Expression,
  type Num,
} from '../../expression';
import type { ColumnOf, NameIn } from '../../register';
import { orElse } from '../known';

type Own = ColumnOf<'Statement'>;

export const contract = (id: NameIn<'Contract'>): Num => numName(`Contract.${id}`);
/** The day that amounts are of; before every date where none was chosen. */
export const today = orElse(contract('At'), 0);
export const digits = contract('MinorDigits');
export const fee = numName('Engagement.Fee');
export const own = (column: Own) => nums('Statement', column);
export const period = (column: ColumnOf<'Periods'>): Num =>
  index(nums('Periods', column), num('row')) as Num;

/** What keeps every amount that is not signed from being told; "" when nothing does. */
export const problem = txtName('Contract.Problem');

/** The rule in rows that stand for a period, "" in the others. */
export const live = <E extends Expression>(rule: E): E =>
  when(equal(txt('row'), ''), '', rule) as unknown as E;

/** A switch of the contract stands on this entry. */
export const switchedOn = (id: NameIn<'Contract'>, word: string): Bool =>
  equal(txtName(`Contract.${id}`), word);

/** A column summed over the periods up to this one. */
export const toDate = (column: Own): Num => sumIfs(own(column), [own('no'), join('<=', num('no'))]);

/** The same without this period. */
export const before = (column: Own): Num => sumIfs(own(column), [own('no'), join('<', num('no'))]);

/** A column of the periods before this one; of the first, its own. */
export const earlier = (column: Own): Column<'number'> =>
  slice(own(column), 1, max(1, subtract(num('no'), 1)));
