import type { IRange, ISelectionCell } from '@univerjs/core';
import type { ISelectionWithStyle } from '@univerjs/sheets';
import type { Area, Sheet } from '../../book';
import { bounding, contains } from '../../host/wire/area';

/** A selection of an area, its first cell the one that is typed into, as the grid wants it. */
export function selectionOf(sheet: Sheet, area: Area): ISelectionWithStyle {
  const cell = { ...area, rows: 1, columns: 1 };
  const merge = sheet.merges.find((one) => contains(one, cell));
  const primary = {
    ...rangeOf(merge ?? cell),
    actualRow: area.row,
    actualColumn: area.column,
    isMerged: merge !== undefined,
    isMergedMainCell: merge !== undefined,
  };
  return { range: rangeOf(merge ? bounding(area, merge) : area), primary, style: null };
}

/** What is selected; cells that are merged into one are the one. */
export function areaOf(range: IRange, primary: ISelectionCell): Area {
  const area = {
    row: range.startRow,
    column: range.startColumn,
    rows: range.endRow - range.startRow + 1,
    columns: range.endColumn - range.startColumn + 1,
  };
  const isOne = range.endRow === primary.endRow && range.endColumn === primary.endColumn;
  const fromFirst =
    range.startRow === primary.startRow && range.startColumn === primary.startColumn;
  return isOne && fromFirst ? { ...area, rows: 1, columns: 1 } : area;
}

const rangeOf = ({ row, column, rows, columns }: Area) => ({
  startRow: row,
  startColumn: column,
  endRow: row + rows - 1,
  endColumn: column + columns - 1,
});

/** The first cell of a sheet that can be seen. */
export function homeOf(sheet: Sheet): Area {
  let column = 0;
  while (sheet.hiddenColumns.has(column)) column += 1;
  return { row: 0, column, rows: 1, columns: 1 };
}
