import type { FormulaCell, RangeNode, SheetGraph } from './graph';

/** Of a formula that is on the path. */
const onPath = -1;

interface Visit {
  cell: FormulaCell;
  /** What it may read, area by area, and how much of that was seen. */
  area: number;
  cells: readonly FormulaCell[];
  seen: number;
}

const none: readonly FormulaCell[] = [];

/**
 * Ranks all formulas of a workbook: each comes after all that it may read, but for those that wait
 * for one another. A walk in depth, whose path is kept here: a chain may be as long as a sheet.
 */
export function rankAll(graphs: readonly SheetGraph[]): void {
  const all = graphs.flatMap((graph) => [...graph.everyone()]);
  for (const cell of all) cell.rank = 0;
  const wide = new Set<RangeNode>();
  const path: Visit[] = [];
  const enter = (cell: FormulaCell | undefined) => {
    if (cell?.rank !== 0) return;
    cell.rank = onPath;
    path.push({ cell, area: 0, cells: none, seen: 0 });
  };
  let last = 0;
  for (const root of all) {
    enter(root);
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      if (visit.seen < visit.cells.length) {
        enter(visit.cells[visit.seen++]);
        continue;
      }
      const area = visit.cell.precedents[visit.area++];
      if (area === undefined) {
        visit.cell.rank = ++last;
        path.pop();
      } else if (area.top === area.bottom && area.left === area.right) {
        enter(area.source.formulas[area.top]?.[area.left]);
      } else if (!wide.has(area)) {
        wide.add(area);
        visit.cells = area.source.formulasIn(area);
        visit.seen = 0;
      }
    }
  }
}
