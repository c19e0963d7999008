import type { ICellData, IWorksheetData } from '@univerjs/core';
import type { Calculator } from '../../host/calc';
import type { Sheet } from '../../book';
import { textOf } from '../cells/content';
import { conditionalFormats, type Bar } from './conditional';
import { gridStyle } from './style';

const pixels = (points: number) => Math.round((points * 4) / 3);
const defaultWidth = 48;
const defaultHeight = 15;
const asText = 1;

/** What the grid shows of one cell. The text is the host's: the grid formats and computes nothing. */
export interface GridCell {
  data: ICellData;
  bar?: Bar;
  /** Equal for cells that look the same. */
  key: string;
}

export type GridCells = Map<number, Map<number, GridCell>>;

/** A sheet's cells by row and column as the grid shows them, for the values it has now. */
export function projectCells(sheet: Sheet, calculator: Calculator): GridCells {
  const conditional = conditionalFormats(sheet, calculator);
  const { rows, columns } = usedSize(sheet);
  const cells: GridCells = new Map();
  for (let row = 0; row < rows; row += 1) {
    const across = new Map<number, GridCell>();
    for (let column = 0; column < columns; column += 1) {
      const cell = sheet.cells[row]?.[column];
      const style = cell?.style ?? sheet.rowStyles?.get(row) ?? sheet.columnStyles?.get(column);
      if (!cell && !style) continue;
      const { style: over, bar } = conditional(row, column);
      const text = textOf(cell);
      const data: ICellData = {
        ...((text !== '' || cell?.formula !== undefined) && { v: text, t: asText }),
        ...(cell?.formula !== undefined && { f: cell.formula }),
        s: gridStyle(style, cell?.value ?? null, over),
      };
      across.set(column, { data, ...(bar && { bar }), key: JSON.stringify([data, bar]) });
    }
    cells.set(row, across);
  }
  return cells;
}

function usedSize(sheet: Sheet): Size {
  return {
    rows: sheet.cells.length,
    // The list of rows has holes.
    columns: sheet.cells.reduce((most, row) => Math.max(most, row?.length ?? 0), 0),
  };
}

export interface Size {
  rows: number;
  columns: number;
}

const rowStep = 500;
const columnStep = 26;

/**
 * How many rows and columns the grid has for a sheet: what is used or somebody went to, and room to go
 * on. They come by the hundred, as the grid draws everything anew for one more.
 */
export function gridSize(sheet: Sheet, reached: Size = { rows: 0, columns: 0 }): Size {
  const { rows, columns } = usedSize(sheet);
  return {
    rows: Math.ceil((Math.max(rows, reached.rows) + rowStep) / rowStep) * rowStep,
    columns: Math.ceil((Math.max(columns, reached.columns) + 2) / columnStep) * columnStep,
  };
}

/** Everything of a sheet but its cells: sizes, hidden and merged parts, frozen panes. */
export function projectFrame(sheet: Sheet, reached?: Size): Partial<IWorksheetData> {
  const { rows, columns } = gridSize(sheet, reached);
  const { freeze } = sheet;
  const frozen = freeze.rows > 0 || freeze.columns > 0;
  return {
    id: sheet.id,
    name: sheet.name,
    tabColor: sheet.tabColor,
    hidden: sheet.visibility === 'Visible' ? 0 : 1,
    rowCount: rows,
    columnCount: columns,
    defaultColumnWidth: pixels(sheet.standardWidth ?? defaultWidth),
    defaultRowHeight: pixels(defaultHeight),
    columnData: Object.fromEntries([
      ...[...sheet.columnWidths].map(([at, width]) => [at, { w: pixels(width) }]),
      ...[...sheet.hiddenColumns].map((at) => [at, { hd: 1 }]),
    ]),
    rowData: Object.fromEntries([
      ...[...sheet.rowHeights].map(([at, height]) => [at, { h: pixels(height), ia: 0 }]),
      ...[...sheet.hiddenRows].map((at) => [at, { hd: 1 }]),
    ]),
    mergeData: sheet.merges.map((area) => ({
      startRow: area.row,
      startColumn: area.column,
      endRow: area.row + area.rows - 1,
      endColumn: area.column + area.columns - 1,
    })),
    freeze: frozen
      ? {
          startRow: freeze.rows || -1,
          startColumn: freeze.columns || -1,
          ySplit: freeze.rows,
          xSplit: freeze.columns,
        }
      : { startRow: -1, startColumn: -1, ySplit: 0, xSplit: 0 },
    showGridlines: sheet.showGridlines ? 1 : 0,
  };
}
