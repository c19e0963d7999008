import type { ISelectionWithStyle } from '@univerjs/sheets';
import type { Sheet } from '../../book';

/** A selection of one cell, as the grid wants it. */
export function oneCell(row: number, column: number): ISelectionWithStyle {
  const range = { startRow: row, startColumn: column, endRow: row, endColumn: column };
  const primary = {
    ...range,
    actualRow: row,
    actualColumn: column,
    isMerged: false,
    isMergedMainCell: false,
  };
  return { range, primary, style: null };
}

export function firstVisibleColumn(sheet: Sheet): number {
  let column = 0;
  while (sheet.hiddenColumns.has(column)) column += 1;
  return column;
}
