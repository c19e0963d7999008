import type { Evaluation } from './evaluation';
import { State, type FormulaCell, type RangeNode, type SheetGraph } from './graph';

/** The formulas that have to be looked at again, and how they become so. */
export class Stale {
  private cells: FormulaCell[] = [];
  /** Counts rounds of edits, so that an area is followed once per round. */
  private round = 0;

  constructor(private readonly evaluation: Evaluation) {}

  get any(): boolean {
    return this.cells.length > 0;
  }

  /** What is noted from now on belongs to the next calculation. */
  next(): void {
    this.round++;
    this.evaluation.pass++;
  }

  /** Nothing was computed yet. */
  clear(): void {
    this.cells = [];
  }

  add(cell: FormulaCell): void {
    this.cells.push(cell);
  }

  /** Those noted so far that still stand in their cells. */
  take(): FormulaCell[] {
    const taken = this.cells;
    this.cells = [];
    return taken.filter((cell) => cell.source.formulas[cell.row]?.[cell.column] === cell);
  }

  /** It must be computed. */
  mark(cell: FormulaCell): void {
    cell.settledAt = 0;
    this.suspect(cell);
  }

  /** What reads a cell is stale: its value is another. */
  spread(graph: SheetGraph, row: number, column: number): void {
    graph.containing(row, column, this.change);
  }

  /** What reads an area is stale: a value in it is another. */
  readonly changeAll = (node: RangeNode): void => {
    this.evaluation.changeIn(node);
    if (node.followedIn === this.round) return;
    node.followedIn = this.round;
    node.readers.all(this.suspect);
  };

  /** What reads a cell of an area is stale: its value is another. */
  private readonly change = (node: RangeNode, row: number, column: number): void => {
    this.evaluation.changeIn(node);
    this.reach(node, row, column);
  };

  /** What reads a cell of an area is stale if its value turns out to be another. */
  readonly reach = (node: RangeNode, row: number, column: number): void => {
    if (node.followedIn === this.round) return;
    for (const reader of node.readers.at(row, column)) this.suspect(reader);
    if (node.reachedIn === this.round) return;
    node.reachedIn = this.round;
    node.readers.anywhere(this.suspect);
  };

  /** Whatever may depend on what is stale is so, too. */
  follow(): void {
    for (const cell of this.cells) cell.source.containing(cell.row, cell.column, this.reach);
  }

  private readonly suspect = (cell: FormulaCell): void => {
    if (cell.state === State.Stale) return;
    cell.state = State.Stale;
    this.cells.push(cell);
  };
}
