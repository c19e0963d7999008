import type { Area, Sheet, Table, TableColumn } from '../../book';
import { overlaps, MAX_ROWS } from './area';
import { formatValue } from '../calc';
import type { Engine } from './engine';
import { cellAt, ensureCell, isBlank } from './grid';
import { bodyArea, findName, findTable } from './lookup';
import { assertAllowed } from './protection';
import { dropTableIn, renameColumnsIn, rewriteFormulas } from './references';
import { HostRefusal, invalidArgument } from './refusal';
import { copies } from './translate';

/** Text for a header cell: "Column3" for a blank one, "Name2" for a second "Name". */
export function uniqueHeader(text: string, index: number, others: readonly string[]): string {
  const taken = new Set(others.map((name) => name.toLowerCase()));
  const base = text === '' ? 'Column' : text;
  let name = text === '' ? `Column${index + 1}` : text;
  for (let number = text === '' ? 1 : 2; taken.has(name.toLowerCase()); number++) {
    name = `${base}${number}`;
  }
  return name;
}

/** Makes a table of the area, header row included; without headers Excel puts one above the data. */
export function addTable(engine: Engine, sheet: Sheet, area: Area, hasHeaders: boolean): Table {
  assertAllowed(sheet);
  engine.refresh();
  const whole = hasHeaders && area.rows > 1 ? area : { ...area, rows: area.rows + 1 };
  if (whole.row + whole.rows > MAX_ROWS) throw invalidArgument('The table leaves the sheet.');
  assertNoTable(sheet, whole);
  sheet.merges = sheet.merges.filter((merge) => !overlaps(merge, whole));
  if (!hasHeaders) moveDown(sheet, area);
  const table: Table = {
    id: engine.nextId(),
    name: nextTableName(engine),
    area: whole,
    columns: [],
    style: 'TableStyleMedium2',
    showHeaders: true,
    showTotals: false,
    showFilterButton: true,
    bandedRows: true,
    bandedColumns: false,
    firstColumn: false,
    lastColumn: false,
  };
  for (let index = 0; index < area.columns; index++) {
    table.columns.push(headerColumn(sheet, table, index));
  }
  const body = bodyArea(table);
  for (const [index, column] of table.columns.entries()) {
    const formula = sharedFormula(sheet, body, body.column + index);
    if (formula !== undefined) column.formula = formula;
  }
  sheet.tables.push(table);
  engine.contentChanged(sheet, { ...whole, rows: 1 });
  engine.structureChanged();
  return table;
}

/** The formula all rows of a column share, as it stands in the first row. */
function sharedFormula(sheet: Sheet, body: Area, column: number): string | undefined {
  const first = cellAt(sheet, body.row, column)?.formula;
  if (first === undefined) return undefined;
  const copy = copies(first, { row: body.row, column });
  for (let row = body.row + 1; row < body.row + body.rows; row++) {
    if (cellAt(sheet, row, column)?.formula !== copy({ row, column })) return undefined;
  }
  return first;
}

function headerColumn(sheet: Sheet, table: Table, index: number): TableColumn {
  const cell = ensureCell(sheet, table.area.row, table.area.column + index);
  const text = isBlank(cell) ? '' : formatValue(cell.value, cell.style?.numberFormat ?? 'General');
  const name = uniqueHeader(
    text,
    index,
    table.columns.map((column) => column.name),
  );
  cell.value = name;
  delete cell.formula;
  return { id: index + 1, name };
}

/** Refuses an area that another table has cells in. */
export function assertNoTable(sheet: Sheet, area: Area, except?: Table): void {
  if (sheet.tables.some((table) => table !== except && overlaps(table.area, area))) {
    throw new HostRefusal('InvalidArgument', "A table can't overlap another table.");
  }
}

/** Takes a table whose cells are gone out of the workbook; what refers to it becomes #REF!. */
export function dropTable(engine: Engine, sheet: Sheet, table: Table): void {
  sheet.tables.splice(sheet.tables.indexOf(table), 1);
  rewriteFormulas(engine, (formula) => dropTableIn(formula, table.name));
}

function moveDown(sheet: Sheet, area: Area): void {
  for (let column = area.column; column < area.column + area.columns; column++) {
    const below = cellAt(sheet, area.row + area.rows, column);
    if (!isBlank(below))
      throw invalidArgument('There is no room for a header row: leave a row free.');
  }
  for (let row = area.row + area.rows; row > area.row; row--) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      const cells = (sheet.cells[row] ??= []);
      cells[column] = cellAt(sheet, row - 1, column);
    }
  }
  for (let column = area.column; column < area.column + area.columns; column++) {
    sheet.cells[area.row]![column] = undefined;
  }
}

function nextTableName(engine: Engine): string {
  let number = 1;
  while (findTable(engine.book, `Table${number}`) || findName(engine.book, `Table${number}`))
    number++;
  return `Table${number}`;
}

/** Gives columns their names, in the header cells and in every structured reference. */
export function renameColumns(
  engine: Engine,
  sheet: Sheet,
  table: Table,
  columns: readonly (readonly [index: number, name: string])[],
): void {
  const names = new Map<string, string>();
  for (const [index, name] of columns) {
    if (name === '' || name.length > 255)
      throw invalidArgument('A column name has 1 to 255 characters.');
    const column = table.columns[index]!;
    if (table.showHeaders) {
      const cell = ensureCell(sheet, table.area.row, table.area.column + index);
      cell.value = name;
      delete cell.formula;
    }
    if (column.name === name) continue;
    names.set(column.name.toLowerCase(), name);
    column.name = name;
  }
  if (names.size === 0) return;
  rewriteFormulas(
    engine,
    (formula, _home, inside) => renameColumnsIn(formula, table.name, names, inside),
    { sheet, area: table.area },
  );
  engine.structureChanged();
}
