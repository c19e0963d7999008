import type { Expression } from './expression';

/**
 * The tables and named cells that expressions may refer to. Rules import nothing of ours, so whoever
 * declares tables adds them here by declaration merging (`engagement/register`).
 */

/* eslint-disable @typescript-eslint/no-empty-object-type -- only interfaces merge */
/** Table → its column ids. */
export interface Tables {}
/** The defined names of cells. */
export interface Names {}
/* eslint-enable @typescript-eslint/no-empty-object-type */

export type TableName = keyof Tables;
export type ColumnOf<T extends TableName = TableName> = Tables[T];
export type CellName = keyof Names;
/** The names of one sheet's cells, without the sheet. */
export type NameIn<Sheet extends string, N = CellName> = N extends `${Sheet}.${infer Id}`
  ? Id
  : never;
/** A rule for every column of a table but those that are given. */
export type RulesOf<T extends TableName, Given extends ColumnOf<T>> = Record<
  Exclude<ColumnOf<T>, 'id' | Given>,
  Expression
>;
/** Tables that have all of these columns. */
export type TableWith<C extends ColumnOf> = {
  [T in TableName]: [C] extends [Tables[T]] ? T : never;
}[TableName];
