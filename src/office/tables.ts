import type { CellValue, ColumnSpec, FieldSpec, TableBlock, ValueKind } from '../workbook';
import type { Study } from './agreement';
import { fieldsOf, tablesOf } from './naming';

/** A row of a studied table: what people said, entries of lists by id, and what was computed. */
export interface StudiedRow {
  id: string;
  /** By column id. Days are serial numbers; words that formulas give are those of the workbook. */
  cells: Readonly<Record<string, CellValue>>;
}

const blockOf = ({ spec }: Study, table: string): TableBlock | undefined =>
  tablesOf(spec.sheets).find(({ id }) => id === table);

/** The rows of a table by its id, in the order in which they stand; none when the table is gone. */
export function rowsIn(study: Study, table: string): StudiedRow[] {
  const computed = study.read.results.tables[table] ?? {};
  return (blockOf(study, table)?.rows ?? [])
    .filter(({ id }) => id !== '')
    .map(({ id, cells }) => ({ id, cells: { ...cells, ...computed[id] } }));
}

/** @throws when the description has no such column: the caller names one that never was */
export function columnIn(study: Study, table: string, column: string): ColumnSpec {
  const found = blockOf(study, table)?.columns.find(({ id }) => id === column);
  if (!found) throw new Error(`No column ${table}.${column}`);
  return found;
}

/** How a cell is shown: as its row says, which knows its unit, else as its column. */
export const kindIn = (study: Study, table: string, row: string, column: string): ValueKind =>
  blockOf(study, table)?.rows.find(({ id }) => id === row)?.kinds?.[column] ??
  columnIn(study, table, column).kind;

/** @throws when the description has no such named cell */
export function fieldIn({ spec }: Study, name: string): FieldSpec {
  const found = fieldsOf(spec.sheets).find((field) => field.name === name);
  if (!found) throw new Error(`No cell ${name}`);
  return found;
}

/** The entries of a drop-down, in the words of the workbook. */
export const choicesIn = ({ spec }: Study, list: string): { id: string; label: string }[] =>
  spec.lists.find(({ id }) => id === list)?.entries ?? [];

/** What a named cell computed; null when it is blank or gone. */
export const resultIn = ({ read }: Study, name: string): CellValue =>
  read.results.names[name] ?? null;
