import type { Sheet, Table } from '../../book';
import { formatAddress, intersect, overlaps } from './area';
import { formatValue } from '../calc';
import type { Engine } from './engine';
import { clearContent, ensureCell, isBlank } from './grid';
import { bodyArea, type Place, resolvePlace } from './lookup';
import { assertTableName } from './naming';
import { mapReferences, renameTableIn, rewriteEach, rewriteFormulas } from './references';
import { invalidArgument } from './refusal';
import { shiftCells } from './shift';
import { extendRules, fillNewRows } from './table-growth';
import { assertNoTable, dropTable, uniqueHeader } from './tables';

export function renameTable(engine: Engine, table: Table, name: unknown): void {
  assertTableName(engine.book, name, table.id);
  const before = table.name;
  table.name = name;
  rewriteFormulas(engine, (formula) => renameTableIn(formula, before, name));
  engine.structureChanged();
}

/** Gives the table a new area on its sheet; the header row stays where it is. */
export function resizeTable(engine: Engine, sheet: Sheet, table: Table, to: Place): void {
  const { area } = to;
  const before = table.area;
  if (to.sheet !== sheet || area.row !== before.row || !overlaps(area, before) || area.rows < 2) {
    throw invalidArgument('A table keeps its header row, overlaps its old place and has a body.');
  }
  assertNoTable(sheet, area, table);
  const old = table.columns;
  const oldBody = bodyArea(table);
  if (table.showTotals) throw invalidArgument('Hide the totals row before resizing the table.');
  table.area = { ...area };
  table.columns = [];
  let nextId = Math.max(...old.map(({ id }) => id)) + 1;
  for (let index = 0; index < area.columns; index++) {
    const kept = old[area.column + index - before.column];
    if (kept) {
      table.columns.push(kept);
      continue;
    }
    const cell = ensureCell(sheet, area.row, area.column + index);
    const text = isBlank(cell)
      ? ''
      : formatValue(cell.value, cell.style?.numberFormat ?? 'General');
    const taken = [...table.columns, ...old].map(({ name }) => name);
    cell.value = uniqueHeader(text, index, taken);
    delete cell.formula;
    table.columns.push({ id: nextId++, name: cell.value });
  }
  const grown = area.row + area.rows - oldBody.row - oldBody.rows;
  if (grown > 0) {
    extendRules(sheet, oldBody, grown);
    fillNewRows(sheet, table, oldBody.row + oldBody.rows, grown);
  }
  engine.structureChanged();
  engine.contentChanged(sheet, area);
}

/** Removes the table and what stands in it. */
export function deleteTable(engine: Engine, sheet: Sheet, table: Table): void {
  const { area } = table;
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      clearContent(sheet, row, column);
    }
  }
  dropTable(engine, sheet, table);
  engine.structureChanged();
  engine.contentChanged(sheet, area);
}

/** Leaves the cells, turns references to the table into plain ones. */
export function convertToRange(engine: Engine, sheet: Sheet, table: Table): void {
  rewriteEach(engine, (formula, home, row, column) => {
    if (!formula.includes('[') && !formula.toLowerCase().includes(table.name.toLowerCase()))
      return formula;
    return mapReferences(formula, (reference, kind) =>
      kind === 'range'
        ? reference
        : plainReference(engine, sheet, table, reference, home, row, column),
    );
  });
  sheet.tables.splice(sheet.tables.indexOf(table), 1);
  engine.structureChanged();
}

function plainReference(
  engine: Engine,
  sheet: Sheet,
  table: Table,
  reference: string,
  home: Sheet | undefined,
  row: number,
  column: number,
): string {
  const bracket = reference.indexOf('[');
  const owner = bracket < 0 ? reference : reference.slice(0, bracket);
  const cell = { row, column, rows: 1, columns: 1 };
  const inside = home === sheet && overlaps(table.area, cell);
  const mine = owner === '' ? inside : owner.toLowerCase() === table.name.toLowerCase();
  if (!mine) return reference;
  const thisRow = /@|#this row/i.test(reference);
  const whole = reference.slice(Math.max(bracket, 0)).replace(/\[@\[?([^\]]*)\]?\]/, '[$1]');
  const text = bracket < 0 ? table.name : `${table.name}${whole.replace(/\[#this row\],/i, '')}`;
  const place = resolvePlace(engine.book, text);
  if (!place) return reference;
  const area = thisRow ? intersect(place.area, { ...place.area, row, rows: 1 }) : place.area;
  return area ? formatAddress(sheet, area, '$') : '#REF!';
}

/** Shows or hides the totals row; showing makes room below when there is none. */
export function showTotals(engine: Engine, sheet: Sheet, table: Table, show: boolean): void {
  if (table.showTotals === show) return;
  const { area } = table;
  const row = show ? area.row + area.rows : area.row + area.rows - 1;
  const line = { ...area, row, rows: 1 };
  if (!show) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      clearContent(sheet, row, column);
    }
    table.area = { ...area, rows: area.rows - 1 };
    table.showTotals = false;
  } else {
    makeRoom(engine, sheet, table, 1);
    table.area = { ...area, rows: area.rows + 1 };
    table.showTotals = true;
    for (const [index, entry] of table.columns.entries()) {
      if (index === 0 && !entry.totalsLabel && !entry.totalsFormula) entry.totalsLabel = 'Total';
      if (!entry.totalsLabel && !entry.totalsFormula) continue;
      const cell = ensureCell(sheet, row, area.column + index);
      cell.value = entry.totalsLabel ?? null;
      if (entry.totalsFormula) cell.formula = entry.totalsFormula;
    }
  }
  engine.structureChanged();
  engine.contentChanged(sheet, line);
}

/** Frees rows below the table, shifting cells down when something stands there. */
export function makeRoom(engine: Engine, sheet: Sheet, table: Table, rows: number): void {
  const below = { ...table.area, row: table.area.row + table.area.rows, rows };
  const occupied =
    sheet.tables.some((other) => other !== table && overlaps(other.area, below)) ||
    hasContent(sheet, below);
  if (occupied) shiftCells(engine, sheet, below, 'Down');
}

function hasContent(sheet: Sheet, area: Table['area']): boolean {
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      if (!isBlank(sheet.cells[row]?.[column])) return true;
    }
  }
  return false;
}
