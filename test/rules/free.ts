import * as rules from '../../src/rules';
import type { Column, Num, Txt } from '../../src/rules';

/** References to tables and cells of a test's own, which no register knows. */
export const num = rules.num as (column: string) => Num;
export const txt = rules.txt as (column: string) => Txt;
export const numName = rules.numName as (name: string) => Num;
export const nums = rules.nums as (table: string, column: string) => Column<'number'>;
export const txts = rules.txts as (table: string, column: string) => Column<'text'>;
