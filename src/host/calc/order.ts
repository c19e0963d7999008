import type { FormulaCell, RangeNode, SheetGraph } from './graph';

/** A formula with the areas that it may read, or an area with its formulas, and how many were seen. */
type Visit =
  | { cell: FormulaCell; areas: readonly RangeNode[]; seen: number }
  | { cell?: undefined; cells: readonly FormulaCell[]; seen: number };

/**
 * Ranks all formulas of a workbook: each comes after all that it may read, but for those that wait
 * for one another. A walk in depth, whose path is kept here: a chain may be as long as a sheet.
 */
export function rankAll(graphs: Iterable<SheetGraph>): void {
  const cells = new Set<FormulaCell>();
  const areas = new Set<RangeNode>();
  const path: Visit[] = [];
  const enter = (cell: FormulaCell) => {
    if (cells.has(cell)) return;
    cells.add(cell);
    path.push({ cell, areas: cell.precedents, seen: 0 });
  };
  let last = 0;
  for (const graph of graphs)
    graph.everyFormula(graph.whole, (root) => {
      enter(root);
      for (let visit = path.at(-1); visit; visit = path.at(-1)) {
        if (visit.cell) {
          const area = visit.areas[visit.seen++];
          if (area === undefined) {
            visit.cell.rank = ++last;
            path.pop();
          } else if (!areas.has(area)) {
            areas.add(area);
            path.push({ cells: area.source.formulasIn(area), seen: 0 });
          }
        } else {
          const cell = visit.cells[visit.seen++];
          if (cell === undefined) path.pop();
          else enter(cell);
        }
      }
      return true;
    });
}
