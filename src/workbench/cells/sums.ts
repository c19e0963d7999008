import type { Area, Sheet } from '../../book';
import { usedArea } from '../../host/wire/grid';

/** What the status bar says of several cells. */
export interface Sums {
  /** Cells that hold something, and of them those with a number. */
  count: number;
  numbers: number;
  sum: number;
}

/** Hidden rows and columns do not count, as in Excel when a filter hides them. */
export function sumsOf(sheet: Sheet, area: Area): Sums {
  const used = usedArea(sheet, true, area);
  const sums: Sums = { count: 0, numbers: 0, sum: 0 };
  if (!used) return sums;
  for (let row = used.row; row < used.row + used.rows; row += 1) {
    if (sheet.hiddenRows.has(row)) continue;
    for (let column = used.column; column < used.column + used.columns; column += 1) {
      const value = sheet.cells[row]?.[column]?.value ?? null;
      if (value === null || value === '' || sheet.hiddenColumns.has(column)) continue;
      sums.count += 1;
      if (typeof value !== 'number') continue;
      sums.numbers += 1;
      sums.sum += value;
    }
  }
  return sums;
}
