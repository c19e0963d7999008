/** Where rows of the payoff look. */
import { index, isNumber, num, nums, when, type Expression, type Num } from '../../expression';
import type { ColumnOf } from '../../register';

/** The rule in rows that stand for a level, "" in the others. */
export const live = <E extends Expression>(rule: E): E =>
  when(isNumber(num('level')), rule, '') as unknown as E;

/** Of the settlement's row that stands for the same term and period. */
export const settled = (column: ColumnOf<'Settlement'>): Num =>
  index(nums('Settlement', column), num('line')) as Num;
