import type { Area, Sheet, Table } from '../../book';
import { contains } from '../../host/wire/area';
import { textOf } from './content';

/** A column of a table, as somebody sorts or filters by it. */
export interface TableColumn {
  table: string;
  /** From zero, within the table. */
  position: number;
  name: string;
  /** The header's cell. */
  row: number;
  column: number;
  /** Texts that the filter keeps; undefined where there is no filter. */
  kept: readonly string[] | undefined;
}

const columnOf = (table: Table, position: number): TableColumn => ({
  table: table.name,
  position,
  name: table.columns[position]?.name ?? '',
  row: table.area.row,
  column: table.area.column + position,
  kept: table.columns[position]?.filter,
});

/** The column of a table that a cell is in, its header included. */
export function columnAt(sheet: Sheet, row: number, column: number): TableColumn | undefined {
  const cell: Area = { row, column, rows: 1, columns: 1 };
  const table = sheet.tables.find(({ area }) => contains(area, cell));
  return table && columnOf(table, column - table.area.column);
}

/** The columns that have a button in their header. */
export const columnsWithButtons = (sheet: Sheet): TableColumn[] =>
  sheet.tables
    .filter(({ showHeaders, showFilterButton }) => showHeaders && showFilterButton)
    .flatMap((table) =>
      table.columns.flatMap((_, position) =>
        sheet.hiddenColumns.has(table.area.column + position) ? [] : columnOf(table, position),
      ),
    );

/** What a column says, each once, in alphabetical order; blanks last. */
export function textsIn(sheet: Sheet, { table, column }: TableColumn): string[] {
  const found = sheet.tables.find(({ name }) => name === table);
  if (!found) return [];
  const { row, rows } = found.area;
  const texts = new Set(
    Array.from({ length: rows - 1 }, (_, i) => textOf(sheet.cells[row + 1 + i]?.[column])),
  );
  return [...texts].sort(
    (a, b) =>
      Number(a === '') - Number(b === '') || a.localeCompare(b, undefined, { numeric: true }),
  );
}
