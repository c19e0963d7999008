import type { Sheet, Table } from '../../book';
import { formatValue } from '../calc';
import type { Engine } from './engine';
import { cellAt } from './grid';
import { bodyArea } from './lookup';
import { HostRefusal } from './refusal';

/** Hides the body rows whose text a column's filter does not keep. */
export function applyFilters(engine: Engine, sheet: Sheet, table: Table): void {
  engine.refresh();
  const body = bodyArea(table);
  for (let row = body.row; row < body.row + body.rows; row++) {
    const kept = table.columns.every(({ filter }, index) => {
      if (!filter) return true;
      const cell = cellAt(sheet, row, body.column + index);
      const text = cell ? formatValue(cell.value, cell.style?.numberFormat ?? 'General') : '';
      return filter.some((value) => value.toLowerCase() === text.toLowerCase());
    });
    if (kept) sheet.hiddenRows.delete(row);
    else sheet.hiddenRows.add(row);
  }
}

/** Excel moves no cells of a table whose rows a filter hides (OfficeDev/office-js#994). */
export function assertUnfiltered(table: Table): void {
  if (table.columns.some(({ filter }) => filter))
    throw new HostRefusal(
      'InsertDeleteConflict',
      'The insert or delete operation attempted resulted in a conflict.',
    );
}

export function clearFilters(engine: Engine, sheet: Sheet, table: Table): void {
  for (const column of table.columns) delete column.filter;
  applyFilters(engine, sheet, table);
}
