import type { CellValue } from '../workbook';
import type { Study } from './agreement';

/** Some columns of a row that a workbook computed; a cell that is not there is null. */
export type Lines<Names extends readonly string[]> = Record<Names[number], CellValue>;

/** What a table computed, in the order of its rows. */
export const rowsOf = ({ read }: Study, table: string) =>
  Object.entries(read.results.tables[table] ?? {}).map(([id, cells]) => ({ id, cells }));

export const pick = <const Names extends readonly string[]>(
  cells: Record<string, CellValue>,
  names: Names,
) => Object.fromEntries(names.map((name) => [name, cells[name] ?? null])) as Lines<Names>;
