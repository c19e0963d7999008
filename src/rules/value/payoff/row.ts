/** Where rows of the payoff look: contract, terms, settlement and statement. */
import {
  equal,
  index,
  isNumber,
  num,
  numName,
  nums,
  txtName,
  txts,
  when,
  type Bool,
  type Expression,
  type Num,
  type Txt,
} from '../../expression';
import type { ColumnOf, NameIn } from '../../register';

export const contract = (id: NameIn<'Contract'>): Num => numName(`Contract.${id}`);
export const on = (id: NameIn<'Contract'>, word: string): Bool =>
  equal(txtName(`Contract.${id}`), word);
export const fee = numName('Engagement.Fee');
export const digits = contract('MinorDigits');

/** The rule in rows that stand for a level, "" in the others. */
export const live = <E extends Expression>(rule: E): E =>
  when(isNumber(num('level')), rule, '') as unknown as E;

export const term = (column: ColumnOf<'Terms'>): Num =>
  index(nums('Terms', column), num('termRow')) as Num;
export const termText = (column: ColumnOf<'Terms'>): Txt =>
  index(txts('Terms', column), num('termRow')) as Txt;
/** Of the settlement's row that stands for the same term and period. */
export const settled = (column: ColumnOf<'Settlement'>): Num =>
  index(nums('Settlement', column), num('line')) as Num;
