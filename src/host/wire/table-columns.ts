import type { Sheet, Table, TableColumn } from '../../book';
import type { Engine } from './engine';
import { dropColumnIn, rewriteFormulas } from './references';
import { ensureCell } from './grid';
import { invalidArgument } from './refusal';
import { shiftCells } from './shift';
import { dropTable, uniqueHeader } from './tables';
import { writeCells } from './write';

/** Adds a column at an index (null or -1: at the end); `values` hold the header when as tall as the table. */
export function addColumn(
  engine: Engine,
  sheet: Sheet,
  table: Table,
  index: unknown,
  values: unknown,
  name: unknown,
): TableColumn {
  const count = table.columns.length;
  const at = index === null || index === undefined || index === -1 ? count : Number(index);
  if (!Number.isInteger(at) || at < 0 || at > count) throw invalidArgument();
  const { area } = table;
  const height = Array.isArray(values) ? values.length : area.rows;
  if (height !== area.rows && height !== area.rows - 1) {
    throw invalidArgument('The values have neither the height of the table nor of its body.');
  }
  const strip = { ...area, column: area.column + at, columns: 1 };
  const before = { ...area };
  makeColumnRoom(engine, sheet, table, strip);
  table.area = { ...before, columns: before.columns + 1 };
  const header = height === area.rows && Array.isArray(values) ? values[0][0] : undefined;
  const text = String(name ?? header ?? '');
  const column: TableColumn = {
    id: Math.max(0, ...table.columns.map(({ id }) => id)) + 1,
    name: uniqueHeader(
      text,
      at,
      table.columns.map((other) => other.name),
    ),
  };
  table.columns.splice(at, 0, column);
  ensureCell(sheet, area.row, strip.column).value = column.name;
  engine.structureChanged();
  engine.contentChanged(sheet, strip);
  if (Array.isArray(values)) {
    const body = height === area.rows ? values.slice(1) : values;
    const first = area.row + area.rows - body.length;
    writeCells(engine, sheet, { ...strip, row: first, rows: body.length }, body);
  }
  return column;
}

/** Cells right of the new column move right, as far as the table is tall. */
function makeColumnRoom(engine: Engine, sheet: Sheet, table: Table, strip: Table['area']): void {
  const { tables } = sheet;
  sheet.tables = tables.filter((other) => other !== table);
  try {
    shiftCells(engine, sheet, strip, 'Right');
  } finally {
    sheet.tables = tables;
  }
}

export function deleteColumn(
  engine: Engine,
  sheet: Sheet,
  table: Table,
  column: TableColumn,
): void {
  const index = table.columns.indexOf(column);
  if (table.columns.length === 1) {
    dropTable(engine, sheet, table);
    shiftCells(engine, sheet, table.area, 'Left');
    return;
  }
  const { area } = table;
  const { tables } = sheet;
  sheet.tables = tables.filter((other) => other !== table);
  try {
    shiftCells(engine, sheet, { ...area, column: area.column + index, columns: 1 }, 'Left');
  } finally {
    sheet.tables = tables;
  }
  table.columns.splice(index, 1);
  table.area = { ...area, columns: area.columns - 1 };
  rewriteFormulas(
    engine,
    (formula, _home, inside) => dropColumnIn(formula, table.name, column.name, inside),
    { sheet, area: table.area },
  );
  engine.structureChanged();
}
