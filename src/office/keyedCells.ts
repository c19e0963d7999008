/* eslint-disable office-addins/call-sync-before-read, office-addins/load-object-before-read -- what is asked for here is read when the caller has made the request */
import type { Target } from './target';
import { holds, type Undo } from './undo';
import { runs } from './write';

/** Cells of a table whose rows have ids: they may have been sorted, inserted and taken out since. */
export function keyedCells(undo: Extract<Undo, { kind: 'cells' }>, target: Target): () => void {
  const { at, row, column, had, wrote, key = 0, ids = [] } = undo;
  const table = target.workbook.tables.getItemOrNullObject((at as { table: string }).table);
  table.load('name');
  const body = table.getDataBodyRange();
  const keys = body.getColumn(key);
  const cells = body.getColumn(column);
  keys.load('values');
  cells.load('formulas');
  return () => {
    if (table.isNullObject) return;
    const found = keys.values.map(([id]) => String(id));
    const places = new Map(found.map((id, r) => [id, r] as const));
    const back: number[] = [];
    const old = new Map<number, Cell>();
    ids.forEach((id, i) => {
      const place = row - 1 + i;
      const r =
        id !== '' && places.has(id) ? places.get(id) : found[place] === '' ? place : undefined;
      // Its row is gone; what has come to its place is another's.
      if (r === undefined) return;
      if (!holds(cells.formulas[r]?.[0], (wrote[i] ?? wrote[0])?.[0])) return;
      back.push(r);
      old.set(r, (had[i] ?? had[0])?.[0] ?? '');
    });
    for (const { start, length } of runs(back))
      cells.getCell(start, 0).getResizedRange(length - 1, 0).formulas = Array.from(
        { length },
        (_, i) => [old.get(start + i)],
      );
  };
}

type Cell = string | number | boolean;
