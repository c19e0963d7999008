import type { Area, Book } from '../../book';
import type { FormulaCell, SheetGraph } from './graph';
import type { Ref } from './ref';

/** More areas than that on a sheet are taken together. */
const most = 200;

/** What was written since the file was opened; what rests on none of it still is as the file says. */
export class Touched {
  private readonly areas = new Map<string, Area[]>();

  constructor(private readonly book: Book) {}

  add(sheetId: string, area: Area): void {
    if (!this.book.source) return;
    const areas = this.areas.get(sheetId) ?? [];
    const last = areas[areas.length - 1];
    if (last && covers(last, area)) return;
    areas.push(area);
    this.areas.set(sheetId, areas.length > most ? [areas.reduce(around)] : areas);
  }

  /** Whether a cell's formula, or anything that it rests on, is as it was in the file. */
  leaves(cell: FormulaCell): boolean {
    if (!this.book.source) return false;
    const seen = new Set<FormulaCell>();
    const waiting = [cell];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      const { source, row, column, text, precedents } = next;
      if (text.includes('#REF!') || (next.isBlind && this.areas.size > 0)) return false;
      if (this.meets(source, { top: row, left: column, bottom: row, right: column })) return false;
      for (const area of precedents) {
        if (this.meets(area.source, area)) return false;
        for (const formula of area.source.formulasIn(area)) waiting.push(formula);
      }
    }
    return true;
  }

  private meets(
    { sheet }: SheetGraph,
    area: Pick<Ref, 'top' | 'left' | 'bottom' | 'right'>,
  ): boolean {
    return (this.areas.get(sheet.id) ?? []).some(
      ({ row, column, rows, columns }) =>
        row <= area.bottom &&
        row + rows > area.top &&
        column <= area.right &&
        column + columns > area.left,
    );
  }
}

const covers = (a: Area, b: Area) =>
  a.row <= b.row &&
  a.column <= b.column &&
  a.row + a.rows >= b.row + b.rows &&
  a.column + a.columns >= b.column + b.columns;

function around(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}
