import type { Area, Sheet, Table } from '../../book';
import { intersect, overlaps, parseA1 } from './area';
import type { ChangedArea, Engine } from './engine';
import { cellAt, isBlank } from './grid';
import type { History } from './history';
import { bodyArea, findSheet } from './lookup';
import { HostRefusal, invalidArgument, itemNotFound } from './refusal';
import { growTable } from './table-growth';
import { allows, invalidCells, validationAt } from './validate';
import { Content, writeCells } from './write';

const GENERIC = "This value doesn't match the data validation restrictions defined for this cell.";
const PROTECTED =
  "The cell or chart you're trying to change is on a protected sheet. To make a change, unprotect the sheet.";

/** What goes into a cell: text and numbers as typed, contents as they are; null leaves it alone. */
export type Entry = string | number | boolean | Content | null;
type Entries = readonly (readonly Entry[])[];

interface Growth {
  table: Table;
  rows: number;
}

/** What a person types into one cell: protection, validation and table growth as in Excel's window. */
export function edit(
  engine: Engine,
  history: History,
  sheetName: string,
  address: string,
  input: string | number | boolean | null,
): void {
  const sheet = sheetOf(engine, sheetName);
  const cell = parseA1(address);
  if (!cell || cell.rows !== 1 || cell.columns !== 1) throw invalidArgument('Edit one cell.');
  const entries = [[input ?? '']];
  const growth = growthOf(sheet, cell, entries);
  history.record(engine, new Map([[sheet, touchedBy(sheet, cell, entries, growth)]]), () => {
    writeTyped(engine, sheet, cell, entries);
    const alert = refusalOf(engine, sheet, cell);
    if (alert) throw alert;
    if (growth && !isBlank(cellAt(sheet, cell.row, cell.column))) {
      growTable(engine, sheet, growth.table, growth.rows);
    }
  });
  engine.select(sheet, cell);
}

/**
 * What a person pastes, fills or clears, from the cell `at` on: one step to take back. A table that
 * it reaches beyond grows, and what cells ask for is not enforced, both as in Excel. What it was cut
 * from is emptied.
 * @returns the cells whose values are not what they ask for
 */
export function enter(
  engine: Engine,
  history: History,
  sheetName: string,
  at: { row: number; column: number },
  entries: Entries,
  cutFrom?: ChangedArea,
): { row: number; column: number }[] {
  const sheet = sheetOf(engine, sheetName);
  const { row, column } = at;
  const area = { row, column, rows: entries.length, columns: entries[0]?.length ?? 0 };
  if (area.rows === 0 || area.columns === 0) return [];
  const growth = growthOf(sheet, area, entries);
  const touched = new Map([[sheet, touchedBy(sheet, area, entries, growth)]]);
  const source = cutFrom && sheetOf(engine, cutFrom.sheet);
  if (source) touched.set(source, [...(touched.get(source) ?? []), cutFrom.area]);
  history.record(engine, touched, () => {
    if (source) writeTyped(engine, source, cutFrom.area, '');
    if (growth) growTable(engine, sheet, growth.table, growth.rows);
    writeTyped(engine, sheet, area, entries);
  });
  engine.select(sheet, area);
  const written = (cell: { row: number; column: number }) => {
    const entry = entries[cell.row - row]![cell.column - column];
    return entry !== null && entry !== '';
  };
  return invalidCells(engine, sheet, area).filter(written);
}

function sheetOf(engine: Engine, name: string): Sheet {
  const sheet = findSheet(engine.book, name);
  if (!sheet) throw itemNotFound();
  return sheet;
}

function writeTyped(engine: Engine, sheet: Sheet, area: Area, entries: Entries | ''): void {
  try {
    writeCells(engine, sheet, area, entries);
  } catch (error) {
    if (error instanceof HostRefusal && error.code === 'AccessDenied') {
      throw new HostRefusal('AccessDenied', PROTECTED);
    }
    throw error;
  }
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

/**
 * The table that grows when something is written here: the area begins in it or right below it, and
 * reaches beyond. One with totals, or with another in its way, does not.
 */
function growthOf(sheet: Sheet, area: Area, entries: Entries): Growth | undefined {
  const isEmpty = entries.every((row) => row.every((entry) => entry === null || entry === ''));
  if (sheet.protection || isEmpty) return undefined;
  for (const table of sheet.tables) {
    const end = table.area.row + table.area.rows;
    const rows = area.row + area.rows - end;
    const taken: Area = { ...table.area, row: end, rows };
    const follows = area.row > table.area.row && area.row <= end && rows > 0;
    if (!follows || table.showTotals || !overlaps(area, taken)) continue;
    if (!sheet.tables.some((other) => other !== table && overlaps(other.area, taken))) {
      return { table, rows };
    }
  }
  return undefined;
}

/** All that may change: new rows as wide as their table, and a column whose formula this becomes. */
function touchedBy(sheet: Sheet, area: Area, entries: Entries, growth?: Growth): Area[] {
  const areas = [area];
  if (growth) {
    const { area: grown } = growth.table;
    areas.push({ ...grown, row: grown.row + grown.rows, rows: growth.rows });
  }
  if (!entries.some((row) => row.some(mayBeFormula))) return areas;
  for (const table of sheet.tables) {
    const shared = intersect(table.area, area);
    if (shared) areas.push({ ...bodyArea(table), column: shared.column, columns: shared.columns });
  }
  return areas;
}

const mayBeFormula = (entry: Entry): boolean =>
  entry instanceof Content ? entry.formula !== undefined : /^[=+@-]/.test(String(entry));
