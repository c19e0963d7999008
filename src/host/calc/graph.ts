import type { Cell, Scalar, Sheet, Style } from '../../book';
import { AreaIndex } from './area-index';
import type { Mode } from './compile';
import type { Evaluation } from './evaluation';
import { Readers } from './picks';
import { Ref, cellNumber, lastColumn, type Place, type Source } from './ref';
import { NOT_EVALUATED, isUnknown, type Matrix } from './values';

export const enum State {
  Clean,
  Stale,
  /** On the path of cells being computed. */
  Running,
  /** Computed, but part of a cycle not yet fully walked. */
  Pending,
}

/** A cell with a formula. It stands where it was written, so references are not shifted. */
export class FormulaCell implements Place {
  readonly rowShift = 0;
  readonly columnShift = 0;
  state = State.Stale;
  /** Position in the walk, and the earliest position reached from here (Tarjan). */
  index = 0;
  low = 0;
  readsItself = false;
  /** When it was computed; 0 where it must be computed whatever its precedents say. */
  settledAt = 0;
  /** Its place among all formulas, after what it may read; 0 where it has none yet. */
  rank = 0;
  /** The order in which it was seen to come after all that it may read. */
  orderedIn = -1;
  /** It may read more than its precedents. */
  isBlind = false;
  precedents: RangeNode[] = [];
  /** Those of them that it reads only cells of that its functions tell, and whether they have told. */
  picked: readonly RangeNode[] = [];
  hasPicks = false;
  /** Of an array formula: what it gives, and the other cells that show it. */
  block?: Matrix;
  members: FormulaCell[] = [];

  constructor(
    readonly source: SheetGraph,
    readonly row: number,
    readonly column: number,
    readonly text: string,
    public run: (at: Place) => Scalar,
    readonly mode: Mode = 'single',
    /** The first cell of the array formula that fills this one. */
    readonly anchor?: FormulaCell,
  ) {}
}

/** An area that formulas read, shared by all of them. */
export class RangeNode extends Ref {
  readonly readers = new Readers();
  /** The pass in which every cell of the area was known to be computed. */
  settledIn = -1;
  /** The round of edits that last reached those that may read any of its cells, and all its readers. */
  reachedIn = -1;
  followedIn = -1;
  /** When a value in it was last another than before. */
  changedAt = 0;
  /** The highest rank of its formulas, and the order in which it was looked up. */
  rank = 0;
  rankedIn = -1;
  private cache?: Map<string, { value: unknown; unknown: boolean }>;

  constructor(
    override readonly source: SheetGraph,
    ...bounds: [top: number, left: number, bottom: number, right: number]
  ) {
    super(source, ...bounds);
  }

  override derived<T>(key: string, build: () => T): T {
    if (!this.source.settle(this)) return build();
    this.cache ??= new Map();
    let found = this.cache.get(key);
    if (!found) this.cache.set(key, (found = this.source.noted(build)));
    if (found.unknown) this.source.miss();
    return found.value as T;
  }

  /** A value in it is another than before. */
  change(at: number): void {
    this.changedAt = at;
    this.cache = undefined;
  }
}

/** Up to so many cells are looked up one by one. */
const few = 64;

/** One sheet's formulas and the areas read on it. */
export class SheetGraph implements Source {
  readonly formulas: (FormulaCell | undefined)[][] = [];
  private readonly single = new Map<number, RangeNode>();
  private readonly wide = new Map<string, RangeNode>();
  private readonly areas = new AreaIndex<RangeNode>();

  constructor(
    readonly sheet: Sheet,
    private readonly evaluation: Evaluation,
  ) {}

  get usedRows(): number {
    return this.sheet.cells.length;
  }

  get usedColumns(): number {
    return Math.min(
      lastColumn + 1,
      this.sheet.cells.reduce((most, row) => Math.max(most, row?.length ?? 0), 0),
    );
  }

  cell(row: number, column: number): Cell | undefined {
    return this.sheet.cells[row]?.[column];
  }

  /** The shared node for an area. */
  area(top: number, left: number, bottom: number, right: number): RangeNode {
    if (top === bottom && left === right) {
      const key = cellNumber(top, left);
      let node = this.single.get(key);
      if (!node) this.single.set(key, (node = new RangeNode(this, top, left, bottom, right)));
      return node;
    }
    const key = `${top},${left},${bottom},${right}`;
    let node = this.wide.get(key);
    if (!node) {
      this.wide.set(key, (node = new RangeNode(this, top, left, bottom, right)));
      this.areas.add(node);
    }
    return node;
  }

  /** The shared areas that contain a cell. */
  containing(
    row: number,
    column: number,
    visit: (node: RangeNode, row: number, column: number) => void,
  ): void {
    const own = this.single.get(cellNumber(row, column));
    if (own) visit(own, row, column);
    this.areas.containing(row, column, visit);
  }

  /** The shared areas that meet another. */
  overlapping(area: Ref, visit: (node: RangeNode) => void): void {
    const { top, left, bottom, right } = area;
    if (area.rows * area.columns <= few) {
      for (let row = top; row <= bottom; row++) {
        for (let column = left; column <= right; column++)
          this.containing(row, column, (node) => visit(node));
      }
      return;
    }
    for (const nodes of [this.single, this.wide]) {
      for (const node of nodes.values()) {
        if (node.top > bottom || node.bottom < top || node.left > right || node.right < left)
          continue;
        visit(node);
      }
    }
  }

  read(row: number, column: number): Scalar {
    const formula = this.formulas[row]?.[column];
    const value =
      formula && formula.state !== State.Clean
        ? this.evaluation.demand(formula)
        : (this.sheet.cells[row]?.[column]?.value ?? null);
    return isUnknown(value) ? this.miss() : value;
  }

  /** Whether every cell of an area is computed, without computing any. */
  isSettled(node: RangeNode): boolean {
    if (node.settledIn === this.evaluation.pass) return true;
    if (!this.everyFormula(node, ({ state }) => state === State.Clean)) return false;
    node.settledIn = this.evaluation.pass;
    return true;
  }

  /** The highest rank of an area's formulas, endless where one has none yet. */
  lastRank(node: RangeNode, order: number): number {
    if (node.rankedIn === order) return node.rank;
    node.rank = 0;
    this.everyFormula(node, ({ rank }) => {
      node.rank = Math.max(node.rank, rank || Infinity);
      return true;
    });
    node.rankedIn = order;
    return node.rank;
  }

  settle(area: Ref): boolean {
    const node = area instanceof RangeNode ? area : undefined;
    if (node && node.settledIn === this.evaluation.pass) return true;
    if (this.evaluation.tell) return true;
    let settled = true;
    this.everyFormula(area, (formula) => {
      if (formula.state === State.Clean) return true;
      this.evaluation.demand(formula);
      if ((formula.state as State) !== State.Clean) settled = false;
      return true;
    });
    if (node && settled) node.settledIn = this.evaluation.pass;
    return settled;
  }

  *everyone(): Generator<FormulaCell> {
    for (const row of this.formulas) if (row) for (const formula of row) if (formula) yield formula;
  }

  formulasIn(area: Ref): FormulaCell[] {
    const found: FormulaCell[] = [];
    this.everyFormula(area, (formula) => found.push(formula) > 0);
    return found;
  }

  /** Whether something is true of all formulas of an area. */
  everyFormula(area: Ref, test: (formula: FormulaCell) => boolean): boolean {
    const bottom = Math.min(area.bottom, this.formulas.length - 1);
    for (let row = area.top; row <= bottom; row++) {
      const formulas = this.formulas[row];
      if (!formulas) continue;
      const right = Math.min(area.right, formulas.length - 1);
      for (let column = area.left; column <= right; column++) {
        const formula = formulas[column];
        if (formula && !test(formula)) return false;
      }
    }
    return true;
  }

  each(area: Ref, visit: (value: Scalar, row: number, column: number) => void): void {
    const bottom = Math.min(area.bottom, this.sheet.cells.length - 1);
    for (let row = area.top; row <= bottom; row++) {
      const cells = this.sheet.cells[row];
      if (!cells) continue;
      const right = Math.min(area.right, cells.length - 1);
      for (let column = area.left; column <= right; column++) {
        const value = cells[column]?.value;
        if (value === undefined || value === null) continue;
        if (isUnknown(value)) this.miss();
        visit(value, row - area.top, column - area.left);
      }
    }
  }

  filledFrom(row: number, column: number): Ref | undefined {
    const array = this.cell(row, column)?.array;
    return array && new Ref(this, row, column, row + array.rows - 1, column + array.columns - 1);
  }

  formulaAt(row: number, column: number): string | undefined {
    return this.cell(row, column)?.formula;
  }

  lookAt(row: number, column: number): Style | undefined {
    const { rowStyles, columnStyles } = this.sheet;
    return this.cell(row, column)?.style ?? rowStyles?.get(row) ?? columnStyles?.get(column);
  }

  hides(row: number): 'filter' | 'person' | undefined {
    if (!this.sheet.hiddenRows.has(row)) return undefined;
    const { tables, isFiltered } = this.sheet;
    // Under any filter Excel counts every hidden row of the sheet as left out by it, wherever it stands.
    const filters =
      isFiltered || tables.some(({ columns }) => columns.some(({ filter }) => filter));
    return filters ? 'filter' : 'person';
  }

  now(): Date {
    return this.evaluation.now();
  }

  picks(area: Ref, row: number, column: number): void {
    this.evaluation.picks?.add(area, row, column);
  }

  miss(): Scalar {
    this.evaluation.unknown = true;
    return NOT_EVALUATED;
  }

  noted<T>(build: () => T): { value: T; unknown: boolean } {
    return this.evaluation.noted(build);
  }
}
