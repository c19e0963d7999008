import { type Area, type Cell, type Sheet, internStyle, type Style } from '../../book';
import { MAX_COLUMNS, MAX_ROWS, WHOLE_SHEET, isWholeColumns, isWholeRows } from './area';

export const cellAt = (sheet: Sheet, row: number, column: number): Cell | undefined =>
  sheet.cells[row]?.[column];

/** The cell, made (with the look its row or column gives) when it is not there yet. */
export function ensureCell(sheet: Sheet, row: number, column: number): Cell {
  const cells = (sheet.cells[row] ??= []);
  let cell = cells[column];
  if (!cell) {
    cell = { value: null };
    const style = bandStyle(sheet, row, column);
    if (style) cell.style = style;
    cells[column] = cell;
  }
  return cell;
}

function bandStyle(sheet: Sheet, row: number, column: number): Style | undefined {
  return sheet.rowStyles?.get(row) ?? sheet.columnStyles?.get(column);
}

/** How a place looks, cell or not. */
export function styleAt(sheet: Sheet, row: number, column: number): Style | undefined {
  const cell = cellAt(sheet, row, column);
  return cell ? cell.style : bandStyle(sheet, row, column);
}

export const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || (cell.value === null && cell.formula === undefined);

/** Empties content; a cell without look goes away entirely. */
export function clearContent(sheet: Sheet, row: number, column: number): void {
  const cell = cellAt(sheet, row, column);
  if (!cell) return;
  delete cell.formula;
  cell.value = null;
  if (!cell.style && !bandStyle(sheet, row, column)) delete sheet.cells[row]![column];
}

/** Visits the cells that exist within the area. */
export function eachCell(
  sheet: Sheet,
  area: Area,
  visit: (cell: Cell, row: number, column: number) => void,
): void {
  const lastRow = Math.min(area.row + area.rows, sheet.cells.length);
  for (let row = area.row; row < lastRow; row++) {
    const cells = sheet.cells[row];
    if (!cells) continue;
    const lastColumn = Math.min(area.column + area.columns, cells.length);
    for (let column = area.column; column < lastColumn; column++) {
      const cell = cells[column];
      if (cell) visit(cell, row, column);
    }
  }
}

/** The smallest area around everything in the area; undefined when there is nothing. */
export function usedArea(sheet: Sheet, valuesOnly: boolean, area = WHOLE_SHEET): Area | undefined {
  const counts = (cell: Cell | undefined): boolean =>
    cell !== undefined && (!isBlank(cell) || (!valuesOnly && cell.style !== undefined));
  let top = MAX_ROWS;
  let left = MAX_COLUMNS;
  let bottom = -1;
  let right = -1;
  const lastRow = Math.min(area.row + area.rows, sheet.cells.length) - 1;
  for (let row = area.row; row <= lastRow; row++) {
    const cells = sheet.cells[row];
    if (!cells) continue;
    let last = Math.min(area.column + area.columns, cells.length) - 1;
    while (last >= area.column && !counts(cells[last])) last--;
    if (last < area.column) continue;
    let first = area.column;
    while (!counts(cells[first])) first++;
    top = Math.min(top, row);
    left = Math.min(left, first);
    bottom = row;
    right = Math.max(right, last);
  }
  if (bottom < 0) return undefined;
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** Lays `change` over the look of every place in the area. */
export function restyle(sheet: Sheet, area: Area, change: (style: Style) => Style): void {
  const done = new Map<Style | undefined, Style | undefined>();
  const next = (style: Style | undefined): Style | undefined => {
    if (!done.has(style)) done.set(style, internStyle(change(style ?? {})));
    return done.get(style);
  };
  const assign = (cell: Cell): void => {
    const style = next(cell.style);
    if (style) cell.style = style;
    else delete cell.style;
  };
  if (isWholeColumns(area) || isWholeRows(area)) {
    eachCell(sheet, area, assign);
    restyleBands(sheet, area, next);
    return;
  }
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      assign(ensureCell(sheet, row, column));
    }
  }
}

function restyleBands(
  sheet: Sheet,
  area: Area,
  next: (style: Style | undefined) => Style | undefined,
): void {
  const columns = isWholeColumns(area);
  const bands = columns ? (sheet.columnStyles ??= new Map()) : (sheet.rowStyles ??= new Map());
  const first = columns ? area.column : area.row;
  const count = columns ? area.columns : area.rows;
  for (let index = first; index < first + count; index++) {
    const style = next(bands.get(index));
    if (style) bands.set(index, style);
    else bands.delete(index);
  }
}
