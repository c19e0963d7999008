import type { Area, Book, Scalar, Sheet, Table } from '../../book';
import { runArray } from './array';
import { ArrayCells } from './arrayCells';
import { compile, type Compiled, type Mode } from './compile';
import { Evaluation } from './evaluation';
import './functions/all';
import { FormulaCell, SheetGraph } from './graph';
import { Names } from './names';
import { rankAll } from './order';
import { propagate } from './propagate';
import { Ref, type Place } from './ref';
import { Stale } from './stale';
import { Touched } from './touched';
import { NAME, NOT_EVALUATED, isUnknown } from './values';

export interface CellPosition {
  sheetId: string;
  /** Zero-based. */
  row: number;
  column: number;
}

export type ChangedCell = CellPosition;

export interface Calculator {
  /** A cell's value or formula was written. */
  changed(sheetId: string, row: number, column: number): void;
  /** Many cells were written. */
  changedArea(sheetId: string, area: Area): void;
  /** A defined name was added or removed, or means something else. */
  nameChanged(name: string): void;
  /** Tables, names or sheets were added, renamed, resized or removed: references are resolved afresh. */
  structureChanged(): void;
  /** Recalculates what is stale; returns the cells whose value changed. */
  calculate(): ChangedCell[];
  /** Recalculates everything. */
  calculateAll(): ChangedCell[];
  /**
   * The value of a formula as if in a cell. With `writtenAt` the formula was written for that cell
   * and its relative references move with `at`, as in validations and conditional formats.
   */
  evaluate(formula: string, at: CellPosition, writtenAt?: { row: number; column: number }): Scalar;
  /** The area a formula refers to, such as `=Ask[Id]` or a name; undefined if it yields a value. */
  reference(formula: string, at: CellPosition): { sheetId: string; area: Area } | undefined;
}

export interface CalculatorOptions {
  /** The clock of TODAY and NOW. */
  now?: () => Date;
  /** The formulas' values are those of this calculator: what rests on nothing written is not computed again. */
  isComputed?: boolean;
}

/** Keeps the formulas of a workbook computed. Cells with a formula get their `value` filled in. */
export function createCalculator(book: Book, options: CalculatorOptions = {}): Calculator {
  return new BookCalculator(book, options.now ?? (() => new Date()), options.isComputed ?? false);
}

/** Formulas that spill may depend on one another; more turns than that are none that ends. */
const mostSpills = 20;

class BookCalculator implements Calculator {
  private readonly evaluation: Evaluation;
  private readonly stale: Stale;
  private readonly arrays: ArrayCells;
  private names: Names;
  private graphs = new Map<string, SheetGraph>();
  /** By the table or sheet that the formula stands in, then by its text: no key is put together of these. */
  private compiled = compiledOfEachMode();
  private volatile = new Set<FormulaCell>();
  private blind = new Set<FormulaCell>();
  private outdated = true;
  /** Whether formulas have come or gone since the calculation before, and since they were ranked. */
  private isOther = { sinceLast: true, sinceRanked: true };
  private readonly touched: Touched;
  /** What was written before the formulas are read for the first time, as long as their values count. */
  private written?: { sheetId: string; area: Area }[];

  constructor(
    private readonly book: Book,
    now: () => Date,
    isComputed: boolean,
  ) {
    if (isComputed) this.written = [];
    this.touched = new Touched(book);
    this.evaluation = new Evaluation(now, (cell) => this.keeps(cell));
    this.stale = new Stale(this.evaluation);
    this.arrays = new ArrayCells(this.stale, this.evaluation, (cell) => this.remove(cell));
    this.names = new Names(book);
  }

  changed(sheetId: string, row: number, column: number): void {
    const area = { row, column, rows: 1, columns: 1 };
    this.touched.add(sheetId, area);
    this.written?.push({ sheetId, area });
    if (this.outdated) return;
    const graph = this.graphs.get(sheetId);
    if (!graph) return this.structureChanged();
    this.enter(graph, row, column);
    this.stale.spread(graph, row, column);
  }

  changedArea(sheetId: string, area: Area): void {
    this.touched.add(sheetId, area);
    this.written?.push({ sheetId, area });
    if (this.outdated) return;
    const graph = this.graphs.get(sheetId);
    if (!graph) return this.structureChanged();
    const { row, column } = area;
    const written = refOf(graph, area);
    const filled = Math.max(graph.usedRows, graph.formulas.length);
    for (let r = row; r <= Math.min(written.bottom, filled - 1); r++) {
      const width = Math.max(graph.sheet.cells[r]?.length ?? 0, graph.formulas[r]?.length ?? 0);
      for (let c = column; c <= Math.min(written.right, width - 1); c++) this.enter(graph, r, c);
    }
    graph.overlapping(written, this.stale.changeAll);
  }

  nameChanged(name: string): void {
    this.written = undefined;
    if (this.outdated) return;
    if (this.mentions(name)) this.outdated = true;
    else this.names.namesChanged();
  }

  structureChanged(): void {
    this.written = undefined;
    this.outdated = true;
  }

  /** Whether a formula, or another name, may refer to a name. */
  private mentions(name: string): boolean {
    const word = name.toLowerCase();
    const isIn = (formula: string) => formula.toLowerCase().includes(word);
    return (
      this.book.names.some((one) => one.name.toLowerCase() !== word && isIn(one.formula)) ||
      Object.values(this.compiled).some((places) =>
        [...places.values()].some((formulas) => [...formulas.keys()].some(isIn)),
      )
    );
  }

  calculateAll(): ChangedCell[] {
    this.structureChanged();
    return this.calculate();
  }

  calculate(): ChangedCell[] {
    this.settle();
    const seen = new Set(this.evaluation.changed.splice(0));
    return [...seen].map(({ source, row, column }) => ({ sheetId: source.sheet.id, row, column }));
  }

  evaluate(
    formula: string,
    at: CellPosition,
    writtenAt: { row: number; column: number } = at,
  ): Scalar {
    const { compiled, place } = this.prepare(formula, at, writtenAt);
    const { value, unknown } = this.evaluation.noted(() => compiled.run(place));
    return unknown ? NOT_EVALUATED : value;
  }

  reference(formula: string, at: CellPosition): { sheetId: string; area: Area } | undefined {
    const { compiled, place } = this.prepare(formula, at, at);
    const found = compiled.value(place);
    if (!(found instanceof Ref)) return undefined;
    const { top, left, rows, columns } = found;
    const { sheet } = found.source as SheetGraph;
    return { sheetId: sheet.id, area: { row: top, column: left, rows, columns } };
  }

  private prepare(
    formula: string,
    { sheetId, row, column }: CellPosition,
    writtenAt: { row: number; column: number },
  ): { compiled: Compiled; place: Place } {
    this.settle();
    const graph = this.graphs.get(sheetId);
    if (!graph) {
      throw new Error(`No sheet has the id "${sheetId}"; pass one of the workbook's sheets.`);
    }
    const table = this.names.tableAt(graph.sheet, row, column);
    const place: Place = {
      source: graph,
      row,
      column,
      rowShift: row - writtenAt.row,
      columnShift: column - writtenAt.column,
    };
    return { compiled: this.compile(formula, graph.sheet, table), place };
  }

  /** A formula that cannot be computed keeps its file's value as long as nothing it rests on was written. */
  private keeps(cell: FormulaCell): boolean {
    const value = cell.source.cell(cell.row, cell.column)?.value ?? null;
    return value !== null && !isUnknown(value) && this.touched.leaves(cell);
  }

  private settle(): void {
    const isWhole = this.outdated && !this.written;
    if (this.outdated) this.rebuild();
    this.trust();
    for (const cell of this.volatile) this.stale.mark(cell);
    this.stale.next();
    if (!isWhole && this.blind.size === 0) {
      this.rank();
      propagate(this.stale, this.evaluation);
      this.stale.next();
    }
    this.isOther.sinceLast = false;
    for (let turn = 0; this.stale.any && turn < mostSpills; turn++) {
      if (!isWhole || turn > 0) this.stale.follow();
      const stale = this.stale.take().sort((a, b) => a.rank - b.rank);
      for (const cell of stale) this.evaluation.settle(cell);
      this.stale.next();
      for (const cell of stale) if (cell.block) this.arrays.spill(cell);
    }
  }

  /** Ranking takes its time, which pays off when values are edited one after the other. */
  private rank(): void {
    const { sinceLast, sinceRanked } = this.isOther;
    if (sinceLast || !sinceRanked || !this.stale.any) return;
    rankAll([...this.graphs.values()]);
    this.evaluation.reordered();
    this.isOther.sinceRanked = false;
  }

  private comeOrGone(): void {
    this.isOther = { sinceLast: true, sinceRanked: true };
    this.evaluation.reordered();
  }

  /** Reads every formula of the workbook anew. */
  private rebuild(): void {
    this.outdated = false;
    this.names = new Names(this.book);
    this.compiled = compiledOfEachMode();
    this.stale.clear();
    this.volatile = new Set();
    this.blind = new Set();
    this.graphs = new Map(
      this.book.sheets.map((sheet) => [sheet.id, new SheetGraph(sheet, this.evaluation)]),
    );
    for (const graph of this.graphs.values()) {
      graph.sheet.cells.forEach((cells, row) =>
        cells?.forEach((cell, column) => {
          if (cell?.formula !== undefined) this.enter(graph, row, column);
        }),
      );
    }
  }

  /** Leaves formulas with the values they have but for those written, and what reads what was written. */
  private trust(): void {
    if (!this.written) return;
    for (const cell of this.stale.take()) {
      const value = cell.source.cell(cell.row, cell.column)?.value ?? null;
      const isPlain = cell.mode === 'single' && !cell.anchor && !cell.isBlind;
      if (isPlain && typeof value !== 'object') this.evaluation.trust(cell);
      else this.stale.add(cell);
    }
    for (const { sheetId, area } of this.written) {
      const graph = this.graphs.get(sheetId)!;
      const ref = refOf(graph, area);
      for (const cell of graph.formulasIn(ref)) this.stale.mark(cell);
      graph.overlapping(ref, this.stale.changeAll);
    }
    this.written = undefined;
  }

  /** Takes up the formula now in a cell, or forgets the one that was there. */
  private enter(graph: SheetGraph, row: number, column: number): void {
    const entry = graph.cell(row, column);
    const text = entry?.formula;
    const mode = entry?.array ? 'array' : 'single';
    const known = graph.formulas[row]?.[column];
    if (known && known.text === text && known.mode === mode) return this.stale.mark(known);
    if (known) this.remove(known);
    if (known?.anchor) this.arrays.block(known.anchor);
    else if (known) this.arrays.empty(known);
    if (text === undefined) return;
    const table = this.names.tableAt(graph.sheet, row, column);
    const compiled = this.compile(text, graph.sheet, table, mode);
    const cell = new FormulaCell(graph, row, column, text, compiled.run, mode);
    (graph.formulas[row] ??= [])[column] = cell;
    if (mode === 'array') {
      cell.run = runArray(cell, compiled);
      this.arrays.fill(cell);
    }
    cell.isBlind = compiled.isBlind;
    if (compiled.isBlind) this.blind.add(cell);
    cell.precedents = compiled.precedents(cell);
    cell.picked = compiled.picked(cell);
    for (const precedent of cell.precedents) precedent.readers.set(cell);
    if (compiled.volatile) this.volatile.add(cell);
    this.comeOrGone();
    this.stale.add(cell);
  }

  private remove(cell: FormulaCell): void {
    for (const precedent of cell.precedents) precedent.readers.remove(cell);
    this.volatile.delete(cell);
    this.blind.delete(cell);
    this.comeOrGone();
    cell.source.formulas[cell.row]![cell.column] = undefined;
  }

  private compile(
    text: string,
    sheet: Sheet,
    table: Table | undefined,
    mode: Mode = 'single',
  ): Compiled {
    const places = this.compiled[mode];
    let here = places.get(table ?? sheet);
    if (!here) places.set(table ?? sheet, (here = new Map()));
    let found = here.get(text);
    if (!found) {
      const around = {
        names: this.names,
        graph: (of: Sheet) => this.graphs.get(of.id)!,
        isOpened: this.book.source !== undefined,
        isFrom1904: this.book.source?.isFrom1904 ?? false,
      };
      here.set(text, (found = compileOrName(text, sheet, table, around, mode)));
    }
    return found;
  }
}

const none = () => [];

type CompiledFormulas = Map<Table | Sheet, Map<string, Compiled>>;

const compiledOfEachMode = (): Record<Mode, CompiledFormulas> => ({
  single: new Map(),
  array: new Map(),
});

const refOf = (graph: SheetGraph, { row, column, rows, columns }: Area) =>
  new Ref(graph, row, column, row + rows - 1, column + columns - 1);

/** What cannot be read – Excel would have refused it – shows as #NAME?; in a file it had a value. */
function compileOrName(...args: Parameters<typeof compile>): Compiled {
  try {
    return compile(...args);
  } catch {
    const { isOpened } = args[3];
    const run = (at: Place) => (isOpened ? at.source.miss() : NAME);
    return {
      run,
      value: run,
      precedents: none,
      picked: none,
      volatile: isOpened,
      isBlind: isOpened,
    };
  }
}
