import { parseStructRef } from '@borgar/fx';
import type { Area, Book, DefinedName, Sheet, Table } from '../../book';
import { parseA1, splitSheet } from './area';
import { invalidArgument, itemNotFound } from './refusal';

export interface Place {
  sheet: Sheet;
  area: Area;
}

/** Most names differ in length already. */
const same = (a: string, b: string): boolean =>
  a === b || (a.length === b.length && a.toLowerCase() === b.toLowerCase());

/** By name (without case) or id. */
export const findSheet = (book: Book, key: string): Sheet | undefined =>
  book.sheets.find((sheet) => sheet.id === key) ??
  book.sheets.find((sheet) => same(sheet.name, key));

export function sheetById(book: Book, id: string): Sheet {
  const sheet = book.sheets.find((candidate) => candidate.id === id);
  if (!sheet) throw itemNotFound();
  return sheet;
}

export interface TablePlace {
  sheet: Sheet;
  table: Table;
}

/** By name (without case) or id, on one sheet or all. */
export function findTable(book: Book, key: string | number, sheet?: Sheet): TablePlace | undefined {
  const text = String(key);
  const id = Number(text);
  const name = text.toLowerCase();
  for (const candidate of sheet ? [sheet] : book.sheets) {
    for (const table of candidate.tables) {
      const isThis = table.id === id || table.name === text || table.name.toLowerCase() === name;
      if (isThis) return { sheet: candidate, table };
    }
  }
  return undefined;
}

/** Workbook scope when `scope` is undefined. */
export const findName = (book: Book, name: string, scope?: string): DefinedName | undefined =>
  book.names.find((entry) => entry.scope === scope && same(entry.name, name));

/** The table's rows between header and totals; at least one row, as in Excel. */
export function bodyArea(table: Table): Area {
  const header = table.showHeaders ? 1 : 0;
  const totals = table.showTotals ? 1 : 0;
  return {
    ...table.area,
    row: table.area.row + header,
    rows: table.area.rows - header - totals,
  };
}

/** The place a reference text means: A1, a defined name, or a structured reference. */
export function resolvePlace(book: Book, text: string, sheet?: Sheet): Place | undefined {
  const { sheet: sheetName, rest } = splitSheet(text.replace(/^=/, ''));
  const home = sheetName === undefined ? sheet : findSheet(book, sheetName);
  if (sheetName !== undefined && !home) return undefined;
  const area = parseA1(rest);
  if (area) return home && { sheet: home, area };
  const name =
    (home && findName(book, rest, home.id)) ?? (sheetName ? undefined : findName(book, rest));
  if (name) return name.formula === `=${rest}` ? undefined : resolvePlace(book, name.formula, home);
  return resolveStructured(book, rest);
}

function resolveStructured(book: Book, text: string): Place | undefined {
  const bare = findTable(book, text);
  if (bare) return { sheet: bare.sheet, area: bodyArea(bare.table) };
  const reference = parseStructRef(text);
  const found = reference?.table ? findTable(book, reference.table) : undefined;
  if (!reference || !found) return undefined;
  const { sheet, table } = found;
  const rows = structuredRows(table, reference.sections ?? []);
  const indexes = (reference.columns ?? []).map((column) =>
    table.columns.findIndex((candidate) => same(candidate.name, column)),
  );
  if (!rows || indexes.includes(-1)) return undefined;
  if (indexes.length === 0) return { sheet, area: rows };
  const first = Math.min(...indexes);
  const columns = Math.max(...indexes) - first + 1;
  return { sheet, area: { ...rows, column: table.area.column + first, columns } };
}

function structuredRows(table: Table, sections: readonly string[]): Area | undefined {
  const asked = sections.map((section) => section.toLowerCase());
  if (asked.includes('all')) return table.area;
  const body = bodyArea(table);
  let top = body.row;
  let bottom = body.row + body.rows;
  if (asked.includes('headers')) {
    if (!table.showHeaders) return undefined;
    top = table.area.row;
    if (!asked.includes('data')) bottom = top + 1;
  }
  if (asked.includes('totals')) {
    if (!table.showTotals) return undefined;
    bottom = table.area.row + table.area.rows;
    if (!asked.includes('data')) top = bottom - 1;
  }
  return { ...table.area, row: top, rows: bottom - top };
}

/** Like {@link resolvePlace}, refused when the text means no range. */
export function requirePlace(book: Book, text: string, sheet?: Sheet): Place {
  const place = resolvePlace(book, text, sheet);
  if (!place) throw invalidArgument(`"${text}" is not a range.`);
  return place;
}
