import { isKeyed, type Block, type ColumnSpec, type SheetSpec, type TableBlock } from '../workbook';
import { widthInPoints } from './text';

/** Where a block stands on its sheet, zero-based. */
export interface Placement {
  block: Block;
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export interface SheetLayout {
  sheet: SheetSpec;
  placements: Placement[];
  /** Characters by column index. */
  widths: Map<number, number>;
  hiddenColumns: number[];
}

/** Column A is kept for row ids, so that everything visible starts in the second column. */
const firstVisible = 1;
const gutterWidth = 2;
const defaultWidth = 10;
/** Columns come in a few widths: each further one on a sheet costs four actions. */
const usualWidths = [2, 6, 9, 12, 16, 22, 30, 38, 46, 60];
const usualWidth = (characters: number) =>
  usualWidths.find((width) => width >= characters) ?? characters;

/** Rows of a table's body: the described ones and the empty ones. */
export const bodyRows = (block: TableBlock) => Math.max(1, block.rows.length + block.spare);

function size(block: Block): { rows: number; columns: number } {
  switch (block.kind) {
    case 'text':
      return {
        rows: block.rows.length,
        columns: Math.max(1, ...block.rows.map((row) => row.length)),
      };
    case 'fields':
      return { rows: block.fields.length, columns: 3 };
    case 'table':
      return { rows: bodyRows(block) + 1, columns: block.columns.length };
    case 'chart':
      return { rows: block.rows, columns: 1 };
  }
}

const offsetOf = (block: Block): number => (block.kind === 'fields' ? (block.offset ?? 0) : 0);

/** Computes every position of a sheet; no address is written anywhere else. */
export function layoutSheet(sheet: SheetSpec): SheetLayout {
  return sheet.flow === 'down' ? downwards(sheet) : sideways(sheet);
}

function downwards(sheet: SheetSpec): SheetLayout {
  let row = 0;
  const placements: Placement[] = [];
  for (const [i, block] of sheet.blocks.entries()) {
    const { rows, columns } = size(block);
    const column = block.kind === 'table' && isKeyed(block) ? 0 : firstVisible + offsetOf(block);
    const before = placements[i - 1];
    if (block.kind === 'chart' && block.beside && before) {
      placements.push({ block, row: before.row, column, rows, columns });
      row = Math.max(row, before.row + rows);
      continue;
    }
    // A heading stands close to what it heads; the sheet's own head does not.
    const close = i > 1 && before?.block.kind === 'text' && block.kind !== 'text';
    if (i > 0 && !close) row += 1;
    placements.push({ block, row, column, rows, columns });
    row += rows;
  }
  const widths = new Map<number, number>();
  sheet.widths?.forEach((width, i) => widths.set(firstVisible + i, usualWidth(width)));
  const hidden = new Set<number>([0]);
  const shown = new Set<number>();
  for (const { block, column } of placements) {
    if (block.kind !== 'table') continue;
    claimWidths(block.columns, column, widths, hidden);
    block.columns.forEach((one, i) => {
      if (!one.hidden) shown.add(column + i);
    });
  }
  // Tables stand below one another: what one would hide, another may show.
  const hiddenColumns = [...hidden].filter((column) => !shown.has(column));
  const layout = { sheet, placements, widths, hiddenColumns };
  placements.forEach((placement, i) => {
    const before = placements[i - 1];
    if (placement.block.kind !== 'chart' || !placement.block.beside || !before) return;
    placement.column =
      before.column +
      (before.block.kind === 'chart'
        ? chartColumns(layout, before.column, before.block.width)
        : before.columns + 1);
  });
  return layout;
}

/** Over how many columns a chart reaches, so that it is as wide as it asks for. */
export function chartColumns(layout: SheetLayout, column: number, width: number): number {
  let reached = 0;
  let columns = 0;
  do {
    if (!layout.hiddenColumns.includes(column + columns)) {
      reached += widthInPoints(widthAt(layout, column + columns));
    }
    columns += 1;
  } while (reached < width && columns < 60);
  return columns;
}

function sideways(sheet: SheetSpec): SheetLayout {
  const widths = new Map<number, number>();
  const hidden = new Set<number>();
  const top = sheet.blocks
    .filter((block) => block.kind === 'text')
    .reduce((rows, block) => rows + block.rows.length + 1, 0);
  let textRow = 0;
  let column = 0;
  const placements = sheet.blocks.map((block): Placement => {
    const { rows, columns } = size(block);
    if (block.kind === 'text') {
      const placed = { block, row: textRow, column: 0, rows, columns };
      textRow += rows + 1;
      return placed;
    }
    const placed = { block, row: top, column, rows, columns };
    if (block.kind === 'table') claimWidths(block.columns, column, widths, hidden);
    widths.set(column + columns, gutterWidth);
    column += columns + 1;
    return placed;
  });
  return { sheet, placements, widths, hiddenColumns: [...hidden] };
}

function claimWidths(
  columns: ColumnSpec[],
  start: number,
  widths: Map<number, number>,
  hidden: Set<number>,
): void {
  columns.forEach((column, i) => {
    if (column.hidden) hidden.add(start + i);
    widths.set(start + i, Math.max(widths.get(start + i) ?? 0, usualWidth(column.width)));
  });
}

export const widthAt = (layout: SheetLayout, column: number) =>
  layout.widths.get(column) ?? defaultWidth;
