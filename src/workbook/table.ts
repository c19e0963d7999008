import {
  tables,
  type ColumnId,
  type DeclaredId,
  type Table,
  type TableName,
} from '../engagement/register';
import type { ColumnSpec, TableBlock } from './spec';

type Registered = 'kind' | 'id' | 'name' | 'store' | 'customPrefix';

/** Columns that the register does not know, or that it knows and the table lacks, as far as ids are literal. */
type Differing<T extends TableName, Id extends string> = string extends Id
  ? never
  : Exclude<Id, ColumnId<T>> | Exclude<DeclaredId<T>, Id | CheckColumn>;

/** Added to every table whose cells are checked: see `inputs` and `doubts`. */
type CheckColumn =
  | ('faults' | 'fault' | 'doubt' | 'doubted' | 'readDoubt' | 'readDoubted')
  | `${'faultsPart' | 'faultPart'}${number}`;

/** A table of the register as a sheet shows it; its columns are the register's, no more and no fewer. */
export function describeTable<T extends TableName, Id extends string>(
  name: T,
  {
    columns,
    former,
    rows,
    spare,
    ...more
  }: Omit<TableBlock, Registered | 'columns'> & {
    columns: readonly ColumnSpec<Id>[];
  } & ([Differing<T, Id>] extends [never] ? unknown : { differing: Differing<T, Id> }),
): TableBlock {
  const { id, store, own }: Table = tables[name];
  return {
    kind: 'table',
    id,
    name,
    columns: [...columns],
    ...(former && { former }),
    rows,
    spare,
    ...(store !== undefined && { store }),
    ...(own !== undefined && { customPrefix: own }),
    ...more,
  };
}
