import type { Scalar } from '../../book';
import { State, type FormulaCell } from './graph';
import { NOT_EVALUATED, isUnknown, sameScalar } from './values';

/** How many cells may be computed inside one another before the walk continues from a list. */
const deepest = 64;

const tooDeep = Symbol('too deep');

/**
 * Computes stale cells on demand: a cell that reads a stale cell waits for it. The cells waiting
 * are kept on a path of our own, so a chain may be as long as the sheet. Cells that wait for one
 * another are found as strongly connected components and not evaluated.
 */
export class Evaluation {
  /** Number of the current calculation; what is settled in a pass stays so until the next. */
  pass = 0;
  readonly changed: FormulaCell[] = [];
  private readonly path: FormulaCell[] = [];
  private readonly open: FormulaCell[] = [];
  private steps = 0;
  private depth = 0;

  /** The formula being computed rests on what is not known: so is what it gives, whatever it makes of it. */
  unknown = false;

  /** @param keeps whether a cell that cannot be computed still has the value that its file gave it */
  constructor(
    readonly now: () => Date,
    private readonly keeps: (cell: FormulaCell) => boolean,
  ) {}

  /** What a computation gives, and whether it rests on what is not known. */
  noted<T>(build: () => T): { value: T; unknown: boolean } {
    const outer = this.unknown;
    this.unknown = false;
    try {
      const value = build();
      return { value, unknown: this.unknown };
    } finally {
      this.unknown = outer;
    }
  }

  private run(cell: FormulaCell): Scalar {
    const { value, unknown } = this.noted(() => cell.run(cell));
    return unknown ? NOT_EVALUATED : value;
  }

  /** Computes a cell and everything it needs. */
  settle(cell: FormulaCell): void {
    if (cell.state === State.Clean) return;
    this.begin(cell);
    while (this.path.length > 0) {
      const current = this.path[this.path.length - 1]!;
      this.depth = 0;
      try {
        this.finish(current, this.run(current));
      } catch (signal) {
        if (signal === tooDeep) continue;
        this.abandon();
        throw signal;
      }
    }
  }

  /** The value of a cell that is not clean, for the cell being computed. */
  demand(cell: FormulaCell): Scalar {
    const reader = this.path[this.path.length - 1];
    if (!reader) {
      this.settle(cell);
      return valueOf(cell);
    }
    if (cell.state === State.Running || cell.state === State.Pending) {
      reader.low = Math.min(reader.low, cell.index);
      if (reader === cell) cell.readsItself = true;
      return NOT_EVALUATED;
    }
    this.begin(cell);
    if (this.depth >= deepest) throw tooDeep;
    this.depth++;
    const value = this.run(cell);
    this.depth--;
    this.finish(cell, value);
    return valueOf(cell);
  }

  private begin(cell: FormulaCell): void {
    cell.index = cell.low = this.steps++;
    cell.readsItself = false;
    cell.state = State.Running;
    this.path.push(cell);
    this.open.push(cell);
  }

  private finish(cell: FormulaCell, value: Scalar): void {
    this.path.pop();
    const reader = this.path[this.path.length - 1];
    if (reader) reader.low = Math.min(reader.low, cell.low);
    if (cell.low < cell.index) {
      cell.state = State.Pending;
      return;
    }
    const alone = this.open[this.open.length - 1] === cell && !cell.readsItself;
    let member: FormulaCell;
    do {
      member = this.open.pop()!;
      this.store(member, alone ? value : NOT_EVALUATED);
    } while (member !== cell);
  }

  private store(formula: FormulaCell, value: Scalar): void {
    formula.state = State.Clean;
    const cell = formula.source.cell(formula.row, formula.column);
    if (!cell || sameScalar(cell.value, value)) return;
    if (isUnknown(value) && this.keeps(formula)) return;
    cell.value = value;
    this.changed.push(formula);
  }

  private abandon(): void {
    for (const cell of this.open) cell.state = State.Stale;
    this.path.length = this.open.length = 0;
  }
}

const valueOf = (formula: FormulaCell): Scalar =>
  formula.state === State.Clean
    ? (formula.source.cell(formula.row, formula.column)?.value ?? null)
    : NOT_EVALUATED;
