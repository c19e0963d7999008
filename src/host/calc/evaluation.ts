import type { Scalar } from '../../book';
import { State, type FormulaCell, type RangeNode } from './graph';
import { Picks, keep } from './picks';
import { NOT_EVALUATED, isUnknown, sameScalar } from './values';

/** How many cells may be computed inside one another before the walk continues from a list. */
const deepest = 64;

const tooDeep = Symbol('too deep');

/**
 * Computes stale cells on demand: a cell that reads a stale cell waits for it. The cells waiting
 * are kept on a path of our own, so a chain may be as long as the sheet. Cells that wait for one
 * another are found as strongly connected components and not evaluated. A stale cell whose
 * precedents turn out to be as they were is not computed again.
 */
export class Evaluation {
  /** Number of the current calculation; what is settled in a pass stays so until the next. */
  pass = 0;
  readonly changed: FormulaCell[] = [];
  private readonly path: FormulaCell[] = [];
  private readonly open: FormulaCell[] = [];
  private steps = 0;
  private depth = 0;
  private clock = 0;
  /** Counts changes of the order of formulas. */
  private order = 0;

  /**
   * Told of every area in which a value changes, while formulas are computed in their order: all
   * that they read is computed then.
   */
  tell?: (node: RangeNode, row: number, column: number) => void;

  /** What the formula being computed reads, while formulas are computed in their order. */
  picks: Picks | undefined;

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

  /** As `noted`, but makes no object for each formula. */
  private run(cell: FormulaCell): Scalar {
    const outer = this.unknown;
    this.unknown = false;
    try {
      const value = cell.run(cell);
      return this.unknown ? NOT_EVALUATED : value;
    } finally {
      this.unknown = outer;
    }
  }

  /** Formulas have come or gone, or have other ranks. */
  reordered(): void {
    this.order++;
  }

  /** Whether a formula comes after all that it may read. An array formula may fill other cells than before. */
  isOrdered(cell: FormulaCell): boolean {
    if (cell.orderedIn === this.order) return true;
    if (cell.rank === 0 || cell.mode === 'array') return false;
    for (const node of cell.precedents)
      if (node.source.lastRank(node, this.order) >= cell.rank) return false;
    cell.orderedIn = this.order;
    return true;
  }

  /** Computes a cell all of whose precedents are computed. */
  compute(cell: FormulaCell): void {
    const picks = cell.picked.length > 0 ? new Picks() : undefined;
    this.picks = picks;
    try {
      this.store(cell, this.run(cell), picks);
    } finally {
      this.picks = undefined;
    }
  }

  /** Notes that a value in an area is another than before. */
  changeIn(node: RangeNode): void {
    node.change(++this.clock);
  }

  private readonly changeAt = (node: RangeNode, row: number, column: number): void => {
    this.changeIn(node);
    this.tell?.(node, row, column);
  };

  /** A cell has the value that computing it would give. */
  trust(cell: FormulaCell): void {
    cell.state = State.Clean;
    cell.settledAt = ++this.clock;
  }

  /** Whether a stale cell still gives what it gave; `false` too where only computing it would tell. */
  private holds(cell: FormulaCell): boolean {
    if (cell.settledAt === 0) return false;
    for (const node of cell.precedents) {
      if (node.changedAt > cell.settledAt) return false;
      if (!node.source.isSettled(node)) return false;
    }
    cell.state = State.Clean;
    return true;
  }

  /** Computes a cell and everything it needs. */
  settle(cell: FormulaCell): void {
    if (cell.state === State.Clean || this.holds(cell)) return;
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
    if (this.holds(cell)) return valueOf(cell);
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

  private store(formula: FormulaCell, value: Scalar, picks?: Picks): void {
    keep(formula, picks);
    const { source, row, column } = formula;
    formula.state = State.Clean;
    formula.settledAt = ++this.clock;
    const cell = source.cell(row, column);
    const isSame = !cell || sameScalar(cell.value, value);
    // The cells that an array formula fills read all of its result.
    if (!isSame || formula.block) source.containing(row, column, this.changeAt);
    if (isSame || (isUnknown(value) && this.keeps(formula))) return;
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
