/** Where a row of Settlement looks: its metric, its period, and the rows that come before it. */
import {
  and,
  atLeast,
  equal,
  index,
  join,
  not,
  nums,
  rowOf,
  sumIfs,
  when,
  type Bool,
  type Expression,
  type Num,
} from '../../expression';
import type { ColumnOf } from '../../register';
import type { SettlementWords } from './words';
import { chosen, termText, today } from '../contract';

const { num, txt } = rowOf<'Settlement'>();

export const table = 'Settlement';
type Own = ColumnOf<'Settlement'>;
export const own = (column: Own) => nums(table, column);
export const metric = (column: ColumnOf<'Metrics'>): Num =>
  index(nums('Metrics', column), num('slot')) as Num;
export const period = (column: ColumnOf<'Periods'>): Num =>
  index(nums('Periods', column), num('periodRow')) as Num;

/** A column summed over this row and all before it in `order`; the sorting of the sheet is irrelevant. */
export const through = (column: Own, order: Own = 'no'): Num =>
  sumIfs(own(column), [own(order), join('<=', num(order))]);
/** The same without this row. */
export const before = (column: Own, order: Own = 'no'): Num =>
  sumIfs(own(column), [own(order), join('<', num(order))]);

/** The rule in rows that stand for a term and a period, "" in the others. */
export const live = <E extends Expression>(rule: E): E =>
  when(equal(txt('period'), ''), '', rule) as unknown as E;

export const isQualitative = (words: SettlementWords): Bool =>
  equal(txt('kind'), words.qualitative);
/** Each amount is rounded by itself, not so that the running total is. */
export const roundedByLine = (words: SettlementWords): Bool => chosen('RoundingMode', words.line);
/** The settlement date has come. */
export const isDue = (): Bool => atLeast(today, num('date'));
/** A trend term before its maturity. */
export const isInterim = (words: SettlementWords): Bool =>
  and(equal(txt('kind'), words.trend), not(equal(num('mature'), 1)));
/** A guard is worse than its baseline, and the term says that this voids the payout. */
export const voided = (words: SettlementWords): Bool[] => [
  equal(txt('guard'), words.guard.breached),
  equal(termText('guardAction'), words.void),
];
