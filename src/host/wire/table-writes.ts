import type { Area, Sheet, Table, TableColumn } from '../../book';
import { formatValue } from '../calc';
import type { Engine } from './engine';
import { cellAt, ensureCell, isBlank } from './grid';
import { bodyArea } from './lookup';
import { renameColumns, uniqueHeader } from './tables';
import { copies, translateFormula } from './translate';

/** What Excel does of itself when cells of a table are written: headers, totals, calculated columns. */
export function afterWrite(engine: Engine, sheet: Sheet, table: Table, touched: Area): void {
  if (table.showHeaders && touched.row === table.area.row)
    headersWritten(engine, sheet, table, touched);
  if (table.showTotals) totalsWritten(sheet, table, touched);
  const body = bodyArea(table);
  for (let column = touched.column; column < touched.column + touched.columns; column++) {
    const first = Math.max(touched.row, body.row);
    const last = Math.min(touched.row + touched.rows, body.row + body.rows);
    if (first < last) bodyWritten(engine, sheet, table, column, first, last - first);
  }
}

function headersWritten(engine: Engine, sheet: Sheet, table: Table, touched: Area): void {
  const names = table.columns.map(({ name }) => name);
  const written = Array.from({ length: touched.columns }, (_, i): [number, string] => {
    const index = touched.column - table.area.column + i;
    const cell = ensureCell(sheet, table.area.row, touched.column + i);
    const text = isBlank(cell)
      ? ''
      : formatValue(cell.value, cell.style?.numberFormat ?? 'General');
    const others = names.filter((_, other) => other !== index);
    return [index, (names[index] = uniqueHeader(text, index, others))];
  });
  renameColumns(engine, sheet, table, written);
}

function totalsWritten(sheet: Sheet, table: Table, touched: Area): void {
  const row = table.area.row + table.area.rows - 1;
  if (touched.row + touched.rows - 1 < row) return;
  for (let column = touched.column; column < touched.column + touched.columns; column++) {
    const cell = cellAt(sheet, row, column);
    const entry = table.columns[column - table.area.column]!;
    delete entry.totalsFormula;
    delete entry.totalsLabel;
    if (cell?.formula) entry.totalsFormula = cell.formula;
    else if (typeof cell?.value === 'string') entry.totalsLabel = cell.value;
  }
}

/**
 * Formulas written to a table column become its calculated column. When the column holds nothing
 * else, they fill it to the end, and different formulas collapse into the last one written.
 */
function bodyWritten(
  engine: Engine,
  sheet: Sheet,
  table: Table,
  column: number,
  first: number,
  count: number,
): void {
  const entry = table.columns[column - table.area.column]!;
  const last = first + count - 1;
  const written = [];
  for (let row = first; row <= last; row++) {
    const cell = cellAt(sheet, row, column);
    if (!cell?.formula) return;
    written.push(cell.formula);
  }
  const body = bodyArea(table);
  if (!restFollows(sheet, entry, column, body, first, last)) return;
  const formula = written[count - 1]!;
  fillColumn(sheet, body, column, formula, last);
  entry.formula = translateFormula(formula, { row: last, column }, { row: body.row, column });
  engine.contentChanged(sheet, { ...body, column, columns: 1 });
}

/** Whether all rows not just written are blank or hold the column's calculated formula. */
function restFollows(
  sheet: Sheet,
  entry: TableColumn,
  column: number,
  body: Area,
  first: number,
  last: number,
): boolean {
  let expected: ((to: { row: number; column: number }) => string) | undefined;
  for (let row = body.row; row < body.row + body.rows; row++) {
    if (row >= first && row <= last) continue;
    const cell = cellAt(sheet, row, column);
    if (isBlank(cell)) continue;
    if (cell!.formula === undefined || entry.formula === undefined) return false;
    expected ??= copies(entry.formula, { row: body.row, column });
    if (cell!.formula !== expected({ row, column })) return false;
  }
  return true;
}

function fillColumn(sheet: Sheet, body: Area, column: number, formula: string, from: number): void {
  const copy = copies(formula, { row: from, column });
  for (let row = body.row; row < body.row + body.rows; row++) {
    const cell = ensureCell(sheet, row, column);
    cell.formula = copy({ row, column });
    cell.value = null;
  }
}
