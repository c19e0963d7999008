import { fingerprint, type CellValue } from '../workbook';
import type { Band } from './band';
import { sameFormula } from './formula';
import type { Area } from './target';

/** Cells as they are written: texts that Excel would read as something else have their apostrophe. */
export type Cells = (string | number | boolean)[][];

/** Cells by what Excel moves along when somebody inserts rows or moves a table; a sheet goes by its id. */
export type Anchor = { table: string } | { name: string } | { sheet: string };

/**
 * What takes one step of a change back, as data, so that it can be kept in the workbook until the change is
 * whole. Each says what stood there and what the step left: it takes back what still is as the step
 * left it, whether the step was carried out or not, once or twice.
 */
export type Undo =
  | {
      kind: 'cells';
      at: Anchor;
      row: number;
      column: number;
      rows: number;
      /** One row where all are the same. */
      had: Cells;
      /** As `printOf` has it; one row where all are the same. */
      wrote: Cells;
      /** Position of the ids in the table, and those of the rows: rows may be sorted meanwhile. */
      key?: number;
      ids?: string[];
      /** Others stood there by then; a header among them cannot have become the formula that was written. */
      moved?: true;
    }
  /** Rows at the end of a table; what formulas give is null. */
  | {
      kind: 'grown';
      table: string;
      total: number;
      rows: (string | number | boolean | null)[][];
      /** What moved with the cells below. */
      band?: Band;
    }
  /** Rows that were taken out; `cut`: by ending the table earlier. */
  | { kind: 'shrunk'; table: string; start: number; total: number; rows: Cells; cut: boolean }
  | { kind: 'column'; table: string; header: string }
  | { kind: 'filter'; table: string; column: string; criteria: Excel.FilterCriteria }
  /** Filters go before rows move. */
  | { kind: 'unfilter'; table: string }
  | { kind: 'table-name'; had: string; wrote: string }
  | { kind: 'sheet-name'; sheet: string; had: string; wrote: string }
  /** A defined name; undefined where there was none. */
  | { kind: 'name'; name: string; had?: string; hidden?: boolean }
  /** A name that came with a block, on this sheet. */
  | { kind: 'placed-name'; name: string; sheet: string }
  | { kind: 'table'; table: string; sheet: string }
  | { kind: 'area'; sheet: string; area: Area }
  /** Rows in which nothing stood: they have Excel's own height again. */
  | { kind: 'rows'; sheet: string; row: number; rows: number }
  | { kind: 'style'; style: string }
  | { kind: 'rule'; at: Anchor; id: string; had: string; wrote: string }
  | {
      kind: 'validation';
      at: Anchor;
      /** Of a table. */
      column?: number;
      rule: Excel.DataValidationRule;
      prompt: Excel.DataValidationPrompt;
      alert: Excel.DataValidationErrorAlert;
    }
  | { kind: 'format'; table: string; column: number; had: string[][] }
  | { kind: 'chart'; sheet: string; chart: string; title: string; series: string[] }
  | { kind: 'document'; title?: string; setting: unknown }
  /**
   * Sheets by the ids that Excel gave them, or by the marks of their first names while these are not
   * known; with the names of their cells, and further names. A workbook has a sheet, so that one is added
   * where none is left.
   */
  | { kind: 'sheets'; marks?: string[]; ids: readonly string[]; blank?: string; names?: string[] };

/** A text without the apostrophe that keeps it one. */
const plainOf = (cell: unknown): unknown =>
  typeof cell === 'string' && cell.startsWith("'") ? cell.slice(1) : (cell ?? '');

export const isFormula = (cell: unknown): cell is string =>
  typeof cell === 'string' && cell.startsWith('=');
const longText = 40;

/** Enough of what was written to know it again. */
export function printOf(written: string | number | boolean): string | number | boolean {
  const plain = plainOf(written);
  return typeof plain === 'string' && !isFormula(written) && plain.length > longText
    ? `#${plain.length}#${fingerprint(plain as CellValue)}`
    : written;
}

/** Whether a cell holds what was written, of which this is the print. */
export function holds(found: unknown, print: unknown): boolean {
  if (isFormula(print)) return sameFormula(found, print);
  const plain = plainOf(print);
  if ((found ?? '') === plain) return true;
  if (typeof found === 'string' && typeof plain === 'string' && plain.startsWith('#'))
    return printOf(`'${found}`) === plain;
  return false;
}

/** Whether cells hold what was written; `prints` may be one row for all. */
export const holdsAll = (
  found: readonly (readonly unknown[])[],
  prints: readonly (readonly unknown[])[],
): boolean =>
  found.every((row, r) => (prints[r] ?? prints[0] ?? []).every((print, c) => holds(row[c], print)));

/** One row where all are the same. */
export function folded<T>(rows: T[][]): T[][] {
  const [first = []] = rows;
  const isSame = rows.every((row) => row.every((cell, c) => cell === first[c]));
  return isSame ? [first] : rows;
}
