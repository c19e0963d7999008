import type { RowSpec, TableBlock } from '../workbook';
import { bodySize, barColor, numberFormats, type Format } from './looks';

/** @param size of the range in cells: without neighbours there are no borders between them */
export function applyFormat(
  range: Excel.Range,
  format: Format,
  font: string,
  size: { rows: number; columns: number },
): void {
  const look = range.format;
  look.font.name = font;
  look.font.size = format.size ?? bodySize;
  if (format.color) look.font.color = format.color;
  if (format.bold) look.font.bold = true;
  if (format.italic) look.font.italic = true;
  if (format.fill) look.fill.color = format.fill;
  if (format.border) {
    const sides = [
      ...(['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const),
      ...(size.rows > 1 ? (['InsideHorizontal'] as const) : []),
      ...(size.columns > 1 ? (['InsideVertical'] as const) : []),
    ];
    for (const side of sides) {
      const border = look.borders.getItem(side);
      border.style = 'Continuous';
      border.color = format.border;
    }
  }
}

/**
 * The number formats of columns in which some rows are shown otherwise than the column.
 * @param rows as they stand, absent ones as the column is shown
 */
export function rowFormats(
  block: TableBlock,
  rows: readonly (RowSpec | undefined)[] = block.rows,
): { column: number; formats: string[] }[] {
  return block.columns.flatMap(({ id, kind }, column) => {
    if (!rows.some((row) => row?.kinds?.[id])) return [];
    return [{ column, formats: rows.map((row) => numberFormats[row?.kinds?.[id] ?? kind]) }];
  });
}

/** One number format for all cells of a range. */
export function setFormat(range: Excel.Range, format: string): void {
  range.numberFormat = format as unknown as string[][];
}

export function indent(range: Excel.Range): void {
  range.format.horizontalAlignment = 'Left';
  range.format.indentLevel = 1;
}

/** A bar in each cell, from 0 to the largest value. */
export function addBar(range: Excel.Range): void {
  const conditional = range.conditionalFormats.add('DataBar');
  conditional.dataBar.positiveFormat.fillColor = barColor;
  conditional.dataBar.positiveFormat.gradientFill = false;
  conditional.dataBar.lowerBoundRule = { type: 'Number', formula: '0' };
}

/** Points for a row of so many lines of body text; Excel allows 409. */
export const rowHeight = (lines: number) => Math.min(400, Math.max(20, lines * 14.5 + 6));
