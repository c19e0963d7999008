import type { z } from 'zod';
import { rangeOf, type Range } from '../cells';
import { betTables } from './bet';
import { exchangeTables } from './exchange';
import { layoutTables } from './layout';
import { mappingTables } from './mapping';
import { clauseNames, contractNames, names } from './names';
import { pageTables } from './pages';
import { planTables } from './plan';
import { practiceTables } from './practice';
import { returnTables } from './return';
import { settlementTables } from './settlement';
import { stepTables } from './steps';
import type { Table } from './table';
import { valueTables } from './value';

export { rules, type Rule } from './exchange';
export { cellName } from './names';
export { audiences, type Asked, type Audience, type Table } from './table';
export { words, years, type Word, type WordList } from './words';

/**
 * The register: the one place that says which tables and named cells there are, and what is to be
 * known of each. Schemas, names, ids, natural keys, what is asked of whom and the references of
 * expressions follow from it.
 */

export const tables = {
  ...stepTables,
  ...planTables,
  ...pageTables,
  ...practiceTables,
  ...valueTables,
  ...returnTables,
  ...betTables,
  ...settlementTables,
  ...exchangeTables,
  ...mappingTables,
  ...layoutTables,
};

type Declared = typeof tables;

/** The Excel name of a table. */
export type TableName = keyof Declared;
export const tableNames = Object.keys(tables) as TableName[];
/** What the named cells start with: "Contract" of "Contract.Fee". */
export const nameGroups = [
  ...new Set(Object.keys(names).map((name) => name.split('.')[0] ?? name)),
];
/** A column of a table, by its id. */
export type ColumnId<T extends TableName> = T extends TableName
  ? IdIn<Declared[T]['columns']>
  : never;
/** The columns that are declared, numbered ones each by its own number. */
export type DeclaredId<T extends TableName> = keyof Declared[T]['columns'] & string;
type IdIn<C> = {
  [Id in keyof C & string]: C[Id] extends { stem: infer Stem extends string }
    ? `${Stem}${number}`
    : Id;
}[keyof C & string];
/** A named cell. */
export type NamedCell = keyof typeof names;

/* eslint-disable @typescript-eslint/no-empty-object-type -- only interfaces merge */
declare module '../../rules/register' {
  interface Tables extends ColumnIds {}
  interface Names extends Record<NamedCell, unknown> {}
}
/* eslint-enable @typescript-eslint/no-empty-object-type */

type ColumnIds = { [T in TableName]: ColumnId<T> };

type StoreIn<T> = T extends { store: infer S extends string } ? S : never;
/** A part of an engagement that keeps a table's rows. */
export type Store = StoreIn<Declared[TableName]>;

type Kept<C> = {
  [Id in keyof C as C[Id] extends { kept: z.ZodType } ? Id : never]: C[Id] extends {
    kept: infer K;
  }
    ? K
    : never;
};
/** What an engagement keeps of each row, by store. */
export type Stores = {
  [T in TableName as StoreIn<Declared[T]>]: Kept<Declared[T]['columns']>;
};

const kept = (columns: Table['columns']) =>
  Object.fromEntries(
    Object.entries(columns).flatMap(([id, column]) => (column.kept ? [[id, column.kept]] : [])),
  );
const everyTable: readonly Table[] = Object.values(tables);

export const stores = Object.fromEntries(
  everyTable.flatMap(({ store, columns }) => (store === undefined ? [] : [[store, kept(columns)]])),
) as Stores;

type SettingIn<N> = N extends { setting: infer Id extends string } ? Id : never;
type Named = typeof names;
/** What an engagement keeps of the named cells, by the setting's id. */
export const settings = Object.fromEntries(
  Object.values(names).flatMap((name) => (name.setting ? [[name.setting, name.kept]] : [])),
) as {
  [N in NamedCell as SettingIn<Named[N]>]: Named[N] extends { kept: infer K } ? K : never;
};

/** The settings that the contract's cells hold. */
export const contractSettings = Object.values(contractNames).map(({ setting }) => setting);

/** The settings that say which clauses the annex has: words, on which no numeric rests. */
export const clauseSettings = Object.values(clauseNames).map(({ setting }) => setting);

const byId = new Map(everyTable.map((table) => [table.id, table]));
/** The tables of what respondents sent back. */
export const answerTables: readonly string[] = Object.keys(exchangeTables);

/** What the ids of rows that people add to a table start with. */
export const ownPrefix = (id: string): string => byId.get(id)?.own ?? `custom.${id}.`;

/** What tells one row from another for people, their name of it first. */
export function naturalKey(id: string): readonly [string, ...string[]] {
  const same = byId.get(id)?.same;
  return same === undefined || same === 'all' ? ['item'] : same;
}

/** What the numbers of a column, or of a setting, must lie in. */
export const rangeIn = (table: string, column: string): Range | undefined => {
  const kind = byId.get(table)?.columns[column]?.kept;
  return kind && rangeOf(kind);
};
export const rangeOfSetting = (id: string): Range | undefined => {
  const kind = (settings as Record<string, z.ZodType | undefined>)[id];
  return kind && rangeOf(kind);
};
