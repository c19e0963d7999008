import { Names, type Calculator, type CellPosition } from '../calc';
import type { Area, Book, Scalar, Sheet } from '../../book';
import { formatA1, intersect, isOneCell } from './area';
import type { Circumstances } from './circumstances';
import { EventHub, EventType } from './events';
import { FormulaTexts } from './formulaTexts';
import type { Instance } from './kind';
import { promisedApi } from './requirements';

export interface Limits {
  /** Bytes of one request or response. */
  requestBytes: number;
  responseBytes: number;
  /** Above this many cells `values` answers null. */
  readCells: number;
}

export interface Counters {
  syncs: number;
  actions: number;
  requestBytes: number;
  responseBytes: number;
  cellsWritten: number;
  largestRequest: number;
}

export interface ChangedArea {
  sheet: string;
  area: Area;
}

/** Everything a request works on: the book, its calculation, held ranges, events, counters. */
export class Engine {
  readonly references = new Map<string, Instance>();
  readonly events = new EventHub();
  readonly formulas = new FormulaTexts();
  readonly counters: Counters = {
    syncs: 0,
    actions: 0,
    requestBytes: 0,
    responseBytes: 0,
    cellsWritten: 0,
    largestRequest: 0,
  };
  calculationMode: 'Automatic' | 'AutomaticExceptTables' | 'Manual' = 'Automatic';
  /** What people do meanwhile. */
  circumstances: Circumstances = {};
  selection: { sheet: string; area: Area };
  /** What the current batch has changed. */
  changes: ChangedArea[] = [];
  /** Until the end of the batch, after `suspendApiCalculationUntilNextSync`. */
  calculationSuspended = false;
  /** Changes whenever cells, tables, names or sheets move. */
  structure = 0;
  /** Changes whenever cells are selected. */
  selections = 0;
  private stale = false;
  private named?: { names: Names; structure: number };
  private referenceIds = new WeakMap<object, string>();
  private nextReference = 1;

  constructor(
    readonly book: Book,
    readonly calculator: Calculator,
    readonly limits: Limits,
    readonly now: () => Date,
    readonly api = promisedApi,
  ) {
    this.selection = {
      sheet: book.activeSheet,
      area: { row: 0, column: 0, rows: 1, columns: 1 },
    };
  }

  /** Sheets, tables and defined names as they are now. */
  get names(): Names {
    if (this.named?.structure !== this.structure)
      this.named = { names: new Names(this.book), structure: this.structure };
    return this.named!.names;
  }

  nextId(): number {
    return this.book.nextId++;
  }

  /** Keeps a range alive across requests; its id goes to the client. */
  keep(object: Instance): void {
    this.references.set(this.referenceId(object.state), object);
  }

  release(id: string): void {
    this.references.delete(id);
  }

  /** What a range answers as its reference: nothing until it is kept. */
  heldId(state: object): string {
    const id = this.referenceIds.get(state);
    return id !== undefined && this.references.has(id) ? id : '';
  }

  private referenceId(state: object): string {
    let id = this.referenceIds.get(state);
    if (!id) this.referenceIds.set(state, (id = `range-${this.nextReference++}`));
    return id;
  }

  /** Tells calculation, events and listeners that cells have new content. */
  contentChanged(sheet: Sheet, area: Area): void {
    this.changes.push({ sheet: sheet.id, area });
    this.stale = true;
    this.formulas.note(sheet, area);
    if (isOneCell(area)) this.calculator.changed(sheet.id, area.row, area.column);
    else this.calculator.changedArea(sheet.id, area);
  }

  /** Calculates now, whatever the mode. */
  recalculate(everything = false): void {
    if (everything) this.calculator.calculateAll();
    else this.calculator.calculate();
    this.stale = false;
  }

  /** Makes values current before they are read, as automatic calculation would have. */
  refresh(): void {
    if (this.stale && this.calculationMode !== 'Manual' && !this.calculationSuspended)
      this.recalculate();
  }

  activate(sheet: Sheet): void {
    const before = this.book.activeSheet;
    if (before === sheet.id) return;
    this.book.activeSheet = sheet.id;
    this.selection = { sheet: sheet.id, area: { row: 0, column: 0, rows: 1, columns: 1 } };
    for (const target of ['Workbook', before]) {
      this.events.raise(EventType.sheetDeactivated, target, { worksheetId: before });
    }
    for (const target of ['Workbook', sheet.id]) {
      this.events.raise(EventType.sheetActivated, target, { worksheetId: sheet.id });
    }
  }

  select(sheet: Sheet, area: Area): void {
    this.activate(sheet);
    this.selection = { sheet: sheet.id, area };
    this.selections++;
    const message = { address: formatA1(area), worksheetId: sheet.id };
    for (const target of ['Workbook', sheet.id]) {
      this.events.raise(EventType.sheetSelectionChanged, target, message);
    }
  }

  /** The value of a formula that stands in no cell. */
  evaluate(
    formula: string,
    at: CellPosition = { sheetId: this.book.activeSheet, row: 0, column: 0 },
    writtenAt?: { row: number; column: number },
  ): Scalar {
    return this.calculator.evaluate(formula, at, writtenAt);
  }

  /** What was changed since the last call, told to event handlers too. */
  takeChanges(): ChangedArea[] {
    const { changes } = this;
    this.changes = [];
    if (this.events.isHeard) for (const { sheet: id, area } of changes) this.raiseChanged(id, area);
    return changes;
  }

  private raiseChanged(worksheetId: string, area: Area): void {
    const sheet = this.book.sheets.find((candidate) => candidate.id === worksheetId);
    if (!sheet) return;
    const change = { changeType: 'RangeEdited', source: 'Local', worksheetId };
    for (const target of ['Workbook', worksheetId]) {
      this.events.raise(EventType.sheetChanged, target, { ...change, address: formatA1(area) });
    }
    for (const table of sheet.tables) {
      const touched = intersect(table.area, area);
      if (!touched) continue;
      const tableId = String(table.id);
      for (const target of ['Workbook', worksheetId, tableId]) {
        const address = formatA1(touched);
        this.events.raise(EventType.tableChanged, target, { ...change, tableId, address });
      }
    }
  }

  /** Tells calculation that a defined name has come or gone, or means something else. */
  nameChanged(name: string): void {
    this.stale = true;
    const { names } = this;
    names.namesChanged();
    this.named = { names, structure: ++this.structure };
    this.calculator.nameChanged(name);
  }

  /** Tells calculation that formulas, names, tables or sheets moved. */
  structureChanged(): void {
    this.stale = true;
    this.structure++;
    this.calculator.structureChanged();
  }
}
