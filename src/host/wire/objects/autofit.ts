import { formatValue } from '../../calc';
import { eachCell } from '../grid';
import { isWholeRows } from '../area';
import type { RangeState } from './place';

/** Points a character takes, by the width of its script; an estimate, as the host has no fonts. */
const width = (text: string): number => {
  let points = 0;
  for (const character of text) points += character.charCodeAt(0) > 0x2e80 ? 11 : 5.6;
  return points;
};

/** Widths that hold the longest text of each column. */
export function fitColumns({ sheet, area }: RangeState): void {
  const widths = new Map<number, number>();
  eachCell(sheet, area, (cell, _row, column) => {
    if (cell.value === null) return;
    const scale = (cell.style?.fontSize ?? 11) / 11;
    const text = formatValue(cell.value, cell.style?.numberFormat ?? 'General');
    const longest = Math.max(...text.split('\n').map(width)) * scale + 8;
    widths.set(column, Math.max(widths.get(column) ?? 0, longest));
  });
  for (const [column, points] of widths) sheet.columnWidths.set(column, Math.min(points, 1342.5));
}

/** Back to heights Excel computes itself. */
export function fitRows({ sheet, area }: RangeState): void {
  if (isWholeRows(area) || area.rows < sheet.rowHeights.size) {
    for (let row = area.row; row < area.row + area.rows; row++) sheet.rowHeights.delete(row);
    return;
  }
  for (const row of [...sheet.rowHeights.keys()]) {
    if (row >= area.row && row < area.row + area.rows) sheet.rowHeights.delete(row);
  }
}
