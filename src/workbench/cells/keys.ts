import type { Area, Sheet } from '../../book';
import { usedArea } from '../../host/wire/grid';

export interface Key {
  key: string;
  ctrl: boolean;
}

interface At {
  row: number;
  column: number;
}

/**
 * Where Home, End, Page Up and Page Down lead from a cell, alone and with Ctrl, past hidden rows and
 * columns; undefined for any other key.
 * @param page Rows that are seen at once.
 */
export function destination(
  sheet: Sheet,
  at: At,
  { key, ctrl }: Key,
  page: number,
): At | undefined {
  const { freeze } = sheet;
  const used = usedArea(sheet, true);
  switch (key) {
    case 'Home': {
      const column = shownColumn(sheet, ctrl ? freeze.columns : 0, 1);
      return { row: ctrl ? shownRow(sheet, freeze.rows, 1) : at.row, column };
    }
    case 'End': {
      if (!used) return ctrl ? { row: 0, column: shownColumn(sheet, 0, 1) } : at;
      if (!ctrl) return { row: at.row, column: shownColumn(sheet, lastIn(sheet, at, used), -1) };
      const [row, column] = [used.row + used.rows - 1, used.column + used.columns - 1];
      return { row: shownRow(sheet, row, -1), column: shownColumn(sheet, column, -1) };
    }
    case 'PageDown':
      return { row: shownRow(sheet, at.row + page, 1), column: at.column };
    case 'PageUp':
      return { row: shownRow(sheet, Math.max(0, at.row - page), 1), column: at.column };
    default:
      return undefined;
  }
}

/** The last cell of a row that holds something; the cell itself where there is none. */
function lastIn(sheet: Sheet, at: At, used: Area): number {
  const filled = usedArea(sheet, true, { ...used, row: at.row, rows: 1 });
  return filled ? filled.column + filled.columns - 1 : at.column;
}

const shownRow = (sheet: Sheet, row: number, step: 1 | -1): number =>
  shown(row, step, sheet.hiddenRows);
const shownColumn = (sheet: Sheet, column: number, step: 1 | -1): number =>
  shown(column, step, sheet.hiddenColumns);

/** The place, or the next that is not hidden; before the first place there is none. */
function shown(from: number, step: 1 | -1, hidden: ReadonlySet<number>): number {
  let at = from;
  while (at >= 0 && hidden.has(at)) at += step;
  return at < 0 ? from : at;
}
