import type { Area, Sheet, Table } from '../../book';
import { contains, overlaps, parseA1 } from './area';
import { growTable } from './table-growth';
import type { Engine } from './engine';
import { cellAt, clearContent, ensureCell, isBlank } from './grid';
import { findSheet } from './lookup';
import { HostRefusal, invalidArgument, itemNotFound } from './refusal';
import { allows, validationAt } from './validate';
import { writeCells } from './write';

const GENERIC = "This value doesn't match the data validation restrictions defined for this cell.";
const PROTECTED =
  "The cell or chart you're trying to change is on a protected sheet. To make a change, unprotect the sheet.";

/** What a person types into one cell: protection, validation and table growth as in Excel's window. */
export function edit(
  engine: Engine,
  sheetName: string,
  address: string,
  input: string | number | boolean | null,
): void {
  const sheet = findSheet(engine.book, sheetName);
  const cell = parseA1(address);
  if (!sheet) throw itemNotFound();
  if (!cell || cell.rows !== 1 || cell.columns !== 1) throw invalidArgument('Edit one cell.');
  const before = cellAt(sheet, cell.row, cell.column);
  const saved = before && { ...before };
  try {
    writeCells(engine, sheet, cell, input ?? '');
  } catch (error) {
    if (error instanceof HostRefusal && error.code === 'AccessDenied') {
      throw new HostRefusal('AccessDenied', PROTECTED);
    }
    throw error;
  }
  const alert = refusalOf(engine, sheet, cell);
  if (alert) {
    restore(sheet, cell, saved);
    engine.contentChanged(sheet, cell);
    throw alert;
  }
  const table = tableAbove(sheet, cell);
  if (table && !isBlank(cellAt(sheet, cell.row, cell.column))) growTable(engine, sheet, table, 1);
  engine.select(sheet, cell);
}

function refusalOf(engine: Engine, sheet: Sheet, cell: Area): HostRefusal | undefined {
  const validation = validationAt(sheet, cell.row, cell.column);
  const written = cellAt(sheet, cell.row, cell.column);
  if (!validation || isBlank(written)) return undefined;
  const alert = validation.errorAlert;
  if (alert && (!alert.showAlert || alert.style !== 'Stop')) return undefined;
  if (written!.formula) engine.recalculate();
  if (allows(engine, sheet, validation, cell.row, cell.column, written!.value)) return undefined;
  return new HostRefusal('DataValidation', alert?.message || GENERIC);
}

function restore(sheet: Sheet, cell: Area, saved: ReturnType<typeof cellAt>): void {
  clearContent(sheet, cell.row, cell.column);
  if (!saved) return;
  const restored = ensureCell(sheet, cell.row, cell.column);
  Object.assign(restored, saved);
  if (saved.formula === undefined) delete restored.formula;
}

/** The table that grows when something is typed into this cell: directly below it, without totals, room free. */
function tableAbove(sheet: Sheet, cell: Area): Table | undefined {
  if (sheet.protection) return undefined;
  return sheet.tables.find((table) => {
    const { area } = table;
    const below: Area = { ...area, row: area.row + area.rows, rows: 1 };
    if (table.showTotals || !contains(below, cell)) return false;
    return !sheet.tables.some((other) => other !== table && overlaps(other.area, below));
  });
}
