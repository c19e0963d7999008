/** The contract's named cells, and the term of a row: what every rule of the bet reads. */
import {
  equal,
  index,
  num,
  numName,
  nums,
  txtName,
  txts,
  type Bool,
  type Num,
  type Txt,
} from '../expression';
import type { ColumnOf, NameIn } from '../register';
import { orElse } from './known';

export const contract = (id: NameIn<'Contract'>): Num => numName(`Contract.${id}`);
export const contractText = (id: NameIn<'Contract'>): Txt => txtName(`Contract.${id}`);
/** A choice of the contract stands on this entry. */
export const chosen = (id: NameIn<'Contract'>, word: string): Bool => equal(contractText(id), word);

/** Digits behind the point that money is rounded to. */
export const digits = contract('MinorDigits');
export const fee = numName('Engagement.Fee');
/** The day that amounts are of; before every date where none was chosen. */
export const today = orElse(contract('At'), 0);
/** What keeps every amount that is not signed from being told; "" when nothing does. */
export const problem = contractText('Problem');

/** Of the term that the row stands for. */
export const term = (column: ColumnOf<'Terms'>): Num =>
  index(nums('Terms', column), num('termRow')) as Num;
export const termText = (column: ColumnOf<'Terms'>): Txt =>
  index(txts('Terms', column), num('termRow')) as Txt;
