import { CellError, type Area, type Cell, type Scalar, type Sheet } from '../../book';
import type { Engine } from './engine';
import { cellAt } from './grid';
import { invalidArgument } from './refusal';
import { translateFormula } from './translate';

interface SortField {
  key: number;
  ascending?: boolean;
}

/** Numbers, then text, then booleans, then errors; blanks always last. */
const rank = (value: Scalar): number =>
  typeof value === 'number'
    ? 0
    : typeof value === 'string'
      ? 1
      : typeof value === 'boolean'
        ? 2
        : 3;

function compare(a: Scalar, b: Scalar, matchCase: boolean): number {
  const byKind = rank(a) - rank(b);
  if (byKind !== 0 || a instanceof CellError || b instanceof CellError) return byKind;
  if (typeof a === 'string' && typeof b === 'string') {
    return a.localeCompare(b, 'en', { sensitivity: matchCase ? 'variant' : 'accent' });
  }
  return Number(a) - Number(b);
}

/** Sorts whole rows of the area by columns counted from its left edge. */
export function sortRows(
  engine: Engine,
  sheet: Sheet,
  area: Area,
  fields: SortField[],
  matchCase = false,
): void {
  if (!Array.isArray(fields) || fields.length === 0) throw invalidArgument('A sort needs fields.');
  for (const { key } of fields) {
    if (!Number.isInteger(key) || key < 0 || key >= area.columns) throw invalidArgument();
  }
  engine.refresh();
  const rows = Array.from({ length: area.rows }, (_, index) => ({
    from: area.row + index,
    cells: Array.from({ length: area.columns }, (_unused, column) =>
      cellAt(sheet, area.row + index, area.column + column),
    ),
  }));
  rows.sort((left, right) => {
    for (const { key, ascending } of fields) {
      const a = left.cells[key]?.value ?? null;
      const b = right.cells[key]?.value ?? null;
      if (a === null || b === null) {
        if (a === b) continue;
        return a === null ? 1 : -1;
      }
      const order = compare(a, b, matchCase);
      if (order !== 0) return ascending === false ? -order : order;
    }
    return 0;
  });
  rows.forEach(({ from, cells }, index) => place(sheet, area, from, area.row + index, cells));
  engine.contentChanged(sheet, area);
}

function place(
  sheet: Sheet,
  area: Area,
  from: number,
  to: number,
  cells: (Cell | undefined)[],
): void {
  const line = (sheet.cells[to] ??= []);
  cells.forEach((cell, index) => {
    const column = area.column + index;
    if (cell?.formula)
      cell.formula = translateFormula(cell.formula, { row: from, column }, { row: to, column });
    line[column] = cell;
  });
}
