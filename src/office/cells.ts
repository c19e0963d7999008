import { isError } from '../rules';
import type { CellValue, TableBlock, WorkbookSpec } from '../workbook';
import { bodyRows } from './positions';
import { asText } from './text';

/** The cell as Office.js takes it. */
export function written(value: CellValue | undefined): string | number | boolean {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? asText(value) : value;
}

/** An error as its code; "" and a blank are the same. */
export const plain = (value: unknown): CellValue => {
  if (isError(value)) return value.code;
  return value === '' || value === undefined ? null : (value as CellValue);
};

/** What the cell of a described row shows: entries of a list by their label. */
export function shown(
  spec: WorkbookSpec,
  column: { list?: string },
  value: CellValue | undefined,
): CellValue {
  if (column.list === undefined || typeof value !== 'string') return value ?? null;
  const list = spec.lists.find((one) => one.id === column.list);
  return list?.entries.find((entry) => entry.id === value)?.label ?? value;
}

/** Values of a table's body; formula columns and spare rows are empty. */
export function bodyMatrix(spec: WorkbookSpec, block: TableBlock): (string | number | boolean)[][] {
  const rows = block.rows.map((row) =>
    block.columns.map((column) => {
      if (column.role === 'key') return asText(row.id);
      return column.formula ? '' : written(shown(spec, column, row.cells[column.id]));
    }),
  );
  while (rows.length < bodyRows(block)) rows.push(block.columns.map(() => ''));
  return rows;
}
