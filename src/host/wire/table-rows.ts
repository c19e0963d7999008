import type { Sheet, Table } from '../../book';
import type { Engine } from './engine';
import { clearContent } from './grid';
import { bodyArea } from './lookup';
import { invalidArgument } from './refusal';
import { assertUnfiltered } from './table-filter';
import { shiftCells } from './shift';
import { growTable } from './table-growth';
import { makeRoom } from './table-shape';
import { writeCells } from './write';

/** Adds rows at a body index (null or -1: at the end); answers the index of the first new row. */
export function addRows(
  engine: Engine,
  sheet: Sheet,
  table: Table,
  index: unknown,
  values: unknown,
): number {
  const body = bodyArea(table);
  const grid = Array.isArray(values) ? values : undefined;
  const count = grid ? grid.length : 1;
  if (count === 0 || grid?.some((line) => !Array.isArray(line) || line.length !== body.columns)) {
    throw invalidArgument("The rows don't have as many values as the table has columns.");
  }
  const at = index === null || index === undefined || index === -1 ? body.rows : Number(index);
  if (!Number.isInteger(at) || at < 0 || at > body.rows) throw invalidArgument();
  if (at === body.rows && !table.showTotals) {
    makeRoom(engine, sheet, table, count);
    growTable(engine, sheet, table, count);
  } else {
    shiftCells(engine, sheet, { ...body, row: body.row + at, rows: count }, 'Down');
  }
  if (grid) writeCells(engine, sheet, { ...body, row: body.row + at, rows: count }, grid);
  return at;
}

/** Deletes body rows; cells below in the table's columns move up. A table keeps one (blank) row. */
export function deleteRows(
  engine: Engine,
  sheet: Sheet,
  table: Table,
  index: number,
  count: number,
): void {
  assertUnfiltered(table);
  const body = bodyArea(table);
  if (index < 0 || count < 1 || index + count > body.rows) throw invalidArgument();
  const area = { ...body, row: body.row + index, rows: count };
  if (count < body.rows) {
    shiftCells(engine, sheet, area, 'Up');
    return;
  }
  for (let column = body.column; column < body.column + body.columns; column++) {
    clearContent(sheet, body.row, column);
  }
  engine.contentChanged(sheet, area);
  if (count > 1) shiftCells(engine, sheet, { ...area, row: body.row + 1, rows: count - 1 }, 'Up');
}
