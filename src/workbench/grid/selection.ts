import type { IRange, ISelectionCell } from '@univerjs/core';
import type { ISelectionWithStyle } from '@univerjs/sheets';
import type { Area, Sheet } from '../../book';
import { bounding, contains } from '../../host/wire/area';
import { usedArea } from '../../host/wire/grid';

export interface CellPlace {
  row: number;
  column: number;
}

/** The cell that is typed into, and all that is selected with it. */
export interface Selected extends CellPlace {
  sheet: string;
  area: Area;
}

/** A selection of an area, its first cell the one that is typed into unless said, as the grid wants it. */
export function selectionOf(
  sheet: Sheet,
  area: Area,
  { row, column }: CellPlace = area,
): ISelectionWithStyle {
  const cell = { row, column, rows: 1, columns: 1 };
  const merge = sheet.merges.find((one) => contains(one, cell));
  const primary = {
    ...rangeOf(merge ?? cell),
    actualRow: row,
    actualColumn: column,
    isMerged: merge !== undefined,
    isMergedMainCell: merge !== undefined,
  };
  return { range: rangeOf(merge ? bounding(area, merge) : area), primary, style: null };
}

/** What is selected; cells that are merged into one are the one. */
export function areaOf(range: IRange, primary: ISelectionCell): Area {
  const area = areaFrom(range);
  const isOne = range.endRow === primary.endRow && range.endColumn === primary.endColumn;
  const fromFirst =
    range.startRow === primary.startRow && range.startColumn === primary.startColumn;
  return isOne && fromFirst ? { ...area, rows: 1, columns: 1 } : area;
}

/** An area as far as its sheet holds anything, its first cell at least: whole columns end somewhere. */
export function rangeIn(sheet: Sheet, area: Area): Area {
  const used = usedArea(sheet, true);
  const end = used ?? { row: 0, column: 0, rows: 1, columns: 1 };
  return {
    ...area,
    rows: Math.max(1, Math.min(area.rows, end.row + end.rows - area.row)),
    columns: Math.max(1, Math.min(area.columns, end.column + end.columns - area.column)),
  };
}

/** As an area what Univer gives as a range. */
export const areaFrom = ({ startRow, startColumn, endRow, endColumn }: IRange): Area => ({
  row: startRow,
  column: startColumn,
  rows: endRow - startRow + 1,
  columns: endColumn - startColumn + 1,
});

/** The corner of a selection that is drawn about: the one away from the cell that is typed into. */
export const oppositeOf = ({ row, column, area }: Selected): CellPlace => ({
  row: row === area.row ? area.row + area.rows - 1 : area.row,
  column: column === area.column ? area.column + area.columns - 1 : area.column,
});

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
