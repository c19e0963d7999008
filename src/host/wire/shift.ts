import type { Area, Book, Cell, Sheet, Table } from '../../book';
import { MAX_COLUMNS, MAX_ROWS, subtract, WHOLE_SHEET } from './area';
import type { Engine } from './engine';
import { usedArea, ensureCell } from './grid';
import { rewriteFormulas } from './references';
import { invalidArgument } from './refusal';
import {
  isWhole,
  meets,
  shiftArea,
  shiftFormula,
  shiftOf,
  shiftSpan,
  spans,
  type Shift,
} from './shift-area';
import { fillNewRows } from './table-growth';
import { dropTable, uniqueHeader } from './tables';

/**
 * Inserts blank cells (Down, Right) or deletes cells (Up, Left). Cells, formulas, tables, names,
 * validations, conditional formats and merges follow. Refuses what would tear a table or a merge.
 */
export function shiftCells(
  engine: Engine,
  sheet: Sheet,
  area: Area,
  direction: 'Down' | 'Right' | 'Up' | 'Left',
): void {
  const shift = shiftOf(area, direction);
  assertRoom(sheet, shift);
  for (const table of sheet.tables) assertWholeTable(table, shift);
  for (const merge of sheet.merges) {
    if (meets(merge, shift) === 'partly')
      throw invalidArgument('The shift would tear merged cells.');
  }
  const grown = shiftTables(engine, sheet, shift);
  moveCells(sheet, shift);
  shiftSheetParts(engine.book, sheet, shift);
  rewriteFormulas(engine, (formula, home) => shiftFormula(formula, home?.name, sheet.name, shift));
  for (const held of engine.references.values())
    follow(held.state as { sheet?: Sheet; area?: Area }, sheet, shift);
  for (const { table, first, rows } of grown) fillNewRows(sheet, table, first, rows);
  engine.structureChanged();
  engine.contentChanged(sheet, usedArea(sheet, false) ?? area);
}

function assertRoom(sheet: Sheet, { axis, at, count, from, to }: Shift): void {
  if (count < 0) return;
  const edge: Area =
    axis === 'rows'
      ? { row: Math.max(at, MAX_ROWS - count), column: from, rows: count, columns: to - from + 1 }
      : {
          row: from,
          column: Math.max(at, MAX_COLUMNS - count),
          rows: to - from + 1,
          columns: count,
        };
  if (usedArea(sheet, true, edge)) throw invalidArgument('Cells would be pushed off the sheet.');
}

/** A shift may move, grow, shrink or remove a table, never tear it. */
function assertWholeTable(table: Table, shift: Shift): void {
  const how = meets(table.area, shift);
  if (how === 'apart') return;
  const { first } = spans(table.area, shift);
  if (how === 'partly') throw invalidArgument('The operation would shift cells in a table.');
  const span = shiftSpan(first, first, shift);
  const headerGone =
    shift.axis === 'rows' && shift.count < 0 && !span && shiftArea(table.area, shift);
  if (headerGone) throw invalidArgument('A table keeps its header row.');
}

function shiftTables(
  engine: Engine,
  sheet: Sheet,
  shift: Shift,
): { table: Table; first: number; rows: number }[] {
  const grown: { table: Table; first: number; rows: number }[] = [];
  for (const table of [...sheet.tables]) {
    const before = table.area;
    const after = shiftArea(before, shift);
    if (!after) {
      dropTable(engine, sheet, table);
      continue;
    }
    table.area = after;
    if (shift.axis === 'rows' && after.rows > before.rows) {
      grown.push({ table, first: shift.at, rows: shift.count });
    }
    if (after.rows < (table.showHeaders ? 2 : 1) + (table.showTotals ? 1 : 0)) {
      table.area = { ...after, rows: after.rows + 1 };
    }
    if (shift.axis === 'columns' && after.columns !== before.columns)
      changeColumns(table, before, shift);
  }
  return grown;
}

function changeColumns(table: Table, before: Area, { at, count }: Shift): void {
  const index = Math.max(0, at - before.column);
  if (count < 0) {
    table.columns.splice(index, before.columns - table.area.columns);
    return;
  }
  for (let number = 0; number < count; number++) {
    const id = Math.max(...table.columns.map((column) => column.id)) + 1;
    const name = uniqueHeader(
      '',
      index + number,
      table.columns.map((column) => column.name),
    );
    table.columns.splice(index + number, 0, { id, name });
  }
}

function moveCells(sheet: Sheet, shift: Shift): void {
  const { axis, at, count, from, to } = shift;
  if (axis === 'rows' && isWhole(shift)) {
    if (sheet.cells.length <= at) return;
    if (count > 0) sheet.cells.splice(at, 0, ...new Array<(Cell | undefined)[]>(count));
    else sheet.cells.splice(at, -count);
  } else if (axis === 'rows') moveBand(sheet, at, count, from, to);
  else {
    for (let row = from; row <= Math.min(to, sheet.cells.length - 1); row++) {
      const cells = sheet.cells[row];
      if (!cells || cells.length <= at) continue;
      if (count > 0) cells.splice(at, 0, ...new Array<Cell | undefined>(count));
      else cells.splice(at, -count);
    }
  }
  restoreHeaders(sheet);
}

/** Moves some columns' cells up or down. */
function moveBand(sheet: Sheet, at: number, count: number, from: number, to: number): void {
  const last = sheet.cells.length - 1;
  const copy = (row: number, source: number) => {
    for (let column = from; column <= to; column++) {
      const cell = source >= at && source <= last ? sheet.cells[source]?.[column] : undefined;
      if (cell) (sheet.cells[row] ??= [])[column] = cell;
      else if (sheet.cells[row]?.[column]) sheet.cells[row]![column] = undefined;
    }
  };
  if (count > 0)
    for (let row = last + count; row >= at; row--) copy(row, row < at + count ? -1 : row - count);
  else for (let row = at; row <= last; row++) copy(row, row - count);
}

/** Header cells of columns that came with the shift get their text. */
function restoreHeaders(sheet: Sheet): void {
  for (const table of sheet.tables) {
    if (!table.showHeaders) continue;
    table.columns.forEach(({ name }, index) => {
      const cell = ensureCell(sheet, table.area.row, table.area.column + index);
      if (cell.value === null) cell.value = name;
    });
  }
}

function shiftSheetParts({ source }: Book, sheet: Sheet, shift: Shift): void {
  const move = (areas: Area[]): Area[] => areas.flatMap((area) => shiftPart(area, shift));
  for (const place of source?.references.places ?? [])
    if (place.sheet === sheet.id) place.areas = move(place.areas);
  sheet.merges = move(sheet.merges);
  for (const validation of sheet.validations) validation.areas = move(validation.areas);
  sheet.validations = sheet.validations.filter(({ areas }) => areas.length > 0);
  for (const format of sheet.conditionalFormats) format.areas = move(format.areas);
  sheet.conditionalFormats = sheet.conditionalFormats.filter(({ areas }) => areas.length > 0);
  if (!isWhole(shift)) return;
  const rows = shift.axis === 'rows';
  shiftMap(rows ? sheet.rowHeights : sheet.columnWidths, shift);
  const bands = rows ? sheet.rowStyles : sheet.columnStyles;
  if (bands) shiftMap(bands, shift);
  const marks = rows ? sheet.rowMarks : sheet.columnMarks;
  if (marks) shiftMap(marks, shift);
  const hidden = rows ? sheet.hiddenRows : sheet.hiddenColumns;
  const moved = [...hidden].flatMap((index) => shiftSpan(index, index, shift)?.[0] ?? []);
  hidden.clear();
  for (const index of moved) hidden.add(index);
}

/** An area after the shift; the part outside the band stays. */
function shiftPart(area: Area, shift: Shift): Area[] {
  if (meets(area, shift) !== 'partly') {
    const moved = shiftArea(area, shift);
    return moved ? [moved] : [];
  }
  const width = shift.to - shift.from + 1;
  const band: Area =
    shift.axis === 'rows'
      ? { ...WHOLE_SHEET, column: shift.from, columns: width }
      : { ...WHOLE_SHEET, row: shift.from, rows: width };
  const outside = subtract(area, band);
  const inside = outside.reduce<Area[]>(
    (parts, hole) => parts.flatMap((part) => subtract(part, hole)),
    [area],
  );
  return [...outside, ...inside.flatMap((part) => shiftArea(part, shift) ?? [])];
}

function shiftMap<T>(map: Map<number, T>, shift: Shift): void {
  const entries = [...map];
  map.clear();
  for (const [index, value] of entries) {
    const span = shiftSpan(index, index, shift);
    const end = shift.axis === 'rows' ? MAX_ROWS : MAX_COLUMNS;
    if (span && span[0] < end) map.set(span[0], value);
  }
}

/** Ranges the client holds move with their cells. */
function follow(state: { sheet?: Sheet; area?: Area }, sheet: Sheet, shift: Shift): void {
  if (state.sheet !== sheet || !state.area) return;
  state.area = shiftArea(state.area, shift) ?? state.area;
}
