import type { Area, Sheet } from '../../book';
import { eachCell } from './grid';
import { accessDenied } from './refusal';

/** Refuses a change of content in locked cells of a protected sheet. */
export function assertUnlocked(sheet: Sheet, area: Area): void {
  if (!sheet.protection) return;
  let unlocked = 0;
  eachCell(sheet, area, (cell) => {
    if (cell.style?.locked === false) unlocked++;
  });
  if (unlocked === area.rows * area.columns) return;
  for (let column = area.column; column < area.column + area.columns; column++) {
    for (let row = area.row; row < area.row + area.rows; row++) {
      const style = sheet.cells[row]?.[column]
        ? sheet.cells[row]![column]!.style
        : (sheet.rowStyles?.get(row) ?? sheet.columnStyles?.get(column));
      if (style?.locked !== false) throw accessDenied();
    }
  }
}

/** Refuses what a protected sheet allows only with this option. */
export function assertAllowed(sheet: Sheet, option?: string): void {
  if (!sheet.protection) return;
  if (option === undefined || sheet.protection.options[option] !== true) throw accessDenied();
}
