import type { ColumnType } from './query';
import tables from './tables.json';

/** A table of business facts as every firm could have it, whatever its systems call it. */
export interface CanonicalTable {
  /** What tells one row from another. */
  key: string[];
  columns: Record<string, ColumnType | undefined>;
  /** Columns that say one of a few words, as the queries know them. */
  words?: Readonly<Record<string, readonly string[] | undefined>>;
}

/** What the catalogs' queries are over: a firm maps its exports to these once. */
export const canonicalTables: Readonly<Record<string, CanonicalTable | undefined>> =
  tables as Record<string, CanonicalTable>;
