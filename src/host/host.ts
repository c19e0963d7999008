import { CellError, type Book, type SaveOptions, saveXlsx } from '../book';
import {
  createSession,
  deliver,
  CONTROL_ID,
  type Client,
  type WireSession,
} from './client/session';
import { createCalculator, withIntersections, type Calculator } from './calc';
import { dispatch } from './wire/dispatcher';
import type { Circumstances } from './wire/circumstances';
import { edit, enter, type Entry } from './wire/edit';
import { Engine, type ChangedArea, type Counters, type Limits } from './wire/engine';
import { answerTo } from './wire/budget';
import { History } from './wire/history';
import type { Wire } from './wire/kind';
import type { RequestBody, Response } from './wire/protocol';
import { findSheet } from './wire/lookup';
import { itemNotFound } from './wire/refusal';
import { activateSheet, newBook } from './wire/sheets';

export interface HostOptions {
  /**
   * 'dynamic': formulas that the book holds are shown as an Excel with dynamic arrays shows those of a file
   * without their mark, with `@` before what may be a range. What is written later stays as it is written.
   */
  dialect?: 'dynamic';
  /** The version of ExcelApi that this Excel has; the one that our manifest asks for unless said otherwise. */
  api?: string;
  /** The clock typed dates without a year, TODAY, NOW and what a file says of when it was saved go by. */
  now?: () => Date;
  /** Those of Excel on the web unless said otherwise. */
  limits?: Partial<Limits>;
  /** The book's values were computed by a host of this version, and nothing was written since. */
  isComputed?: boolean;
  /** Name under which the client keeps this host's event handlers; "" for the page's own. */
  controlId?: string;
}

/** Excel's place: a workbook that Microsoft's own Office.js client can work on. */
export interface Host {
  /** Its values are computed when it is asked for, so that requests in a row cost one calculation: ask anew. */
  readonly book: Book;
  readonly calculator: Calculator;
  /** `Excel` of the loaded client (enums, RequestContext). Its `Excel.run` knows no host: use {@link run}. */
  readonly excel: typeof Excel;
  readonly session: WireSession;
  readonly counters: Counters;
  readonly limits: Limits;
  /** What people do meanwhile; set it before a request. */
  circumstances: Circumstances;
  /** Some formulas had no value, so that everything was calculated at the start. */
  readonly recalculated: boolean;
  /** Microsoft's `Excel.run` against this workbook. */
  run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T>;
  resetCounters(): void;
  /** What a person types into a cell, "" or null to empty it. Throws HostRefusal as Excel would warn. */
  edit(sheet: string, address: string, input: string | number | boolean | null): void;
  /**
   * What a person pastes, fills or clears from a cell on; answers the cells whose values are not what
   * they ask for, which Excel lets stand. Throws HostRefusal where cells are locked.
   */
  enter(
    sheet: string,
    at: CellPlace,
    entries: readonly (readonly Entry[])[],
    cutFrom?: ChangedArea,
  ): CellPlace[];
  /** Takes a person's last edit back, contents as they were; answers where. */
  undo(): ChangedArea | undefined;
  /** Does again what was taken back; answers where. */
  redo(): ChangedArea | undefined;
  /** What a person does who clicks a sheet's tab. Throws HostRefusal for a sheet that is hidden or not there. */
  activate(sheet: string): void;
  /** Calls back after each request or edit with the areas written; answers how to stop. */
  onChange(listener: (changes: ChangedArea[]) => void): () => void;
  /** Calls back when a request has selected cells; answers how to stop. */
  onSelect(listener: (at: ChangedArea) => void): () => void;
  /** The workbook as an .xlsx file. */
  save(options?: SaveOptions): Promise<Uint8Array>;
}

export interface CellPlace {
  row: number;
  column: number;
}

const LIMITS: Limits = {
  requestBytes: 5 * 1024 * 1024,
  responseBytes: 5 * 1024 * 1024,
  readCells: 5_000_000,
};

/** For a host that nobody tries Excel's limits on: its requests are not weighed, which takes a fifth of a reading. */
export const unlimited: Limits = { ...LIMITS, requestBytes: Infinity, responseBytes: Infinity };

let hosts = 0;

/** A host over a loaded client; see `createHost` (Node) and `createPageHost` (browser). */
export function createHostWith(client: Client, book?: Book, options: HostOptions = {}): Host {
  const now = options.now ?? (() => new Date());
  const theBook = book ?? newBook();
  if (options.dialect === 'dynamic') speakDynamic(theBook);
  const calculator = createCalculator(theBook, { now, isComputed: options.isComputed });
  const engine = new Engine(
    theBook,
    calculator,
    { ...LIMITS, ...options.limits },
    now,
    options.api,
  );
  const recalculated = holdsUncomputed(theBook);
  if (recalculated) engine.recalculate(true);
  const controlId = options.controlId ?? `host-${++hosts}`;
  const history = new History();
  const selecting = new Set<(at: ChangedArea) => void>();
  const listeners = new Set<(changes: ChangedArea[]) => void>();

  const settle = (): void => {
    engine.calculationSuspended = false;
    const changes = engine.takeChanges();
    for (const listener of listeners) listener(changes);
    const events = engine.events.take();
    if (events.length > 0) setTimeout(() => deliver(client, controlId, events));
  };

  const current = (): Book => {
    engine.refresh();
    return theBook;
  };

  /** Does what a person does, who waits for what it gives. */
  const byHand = <T>(work: () => T): T => {
    const done = work();
    engine.refresh();
    settle();
    return done;
  };

  const answer = (body: RequestBody): Response =>
    answerTo(engine, body, (request) => {
      const { structure, selections } = engine;
      const response = dispatch(engine, request);
      if (engine.structure !== structure) history.clear();
      settle();
      if (engine.selections !== selections) for (const tell of selecting) tell(engine.selection);
      return response;
    });

  const session = createSession(answer);
  return {
    get book() {
      return current();
    },
    calculator,
    excel: client.Excel,
    session,
    counters: engine.counters,
    limits: engine.limits,
    get circumstances() {
      return engine.circumstances;
    },
    set circumstances(now) {
      engine.circumstances = now;
    },
    recalculated,
    run: (batch) =>
      (client.Excel.run as unknown as ExcelRun)(session, (context) => {
        if (controlId) (context as Wire).requestHeaders[CONTROL_ID] = controlId;
        return batch(context);
      }),
    resetCounters: () => {
      for (const name of Object.keys(engine.counters) as (keyof Counters)[])
        engine.counters[name] = 0;
    },
    edit: (sheet, address, input) => byHand(() => edit(engine, history, sheet, address, input)),
    enter: (sheet, at, entries, cutFrom) =>
      byHand(() => enter(engine, history, sheet, at, entries, cutFrom)),
    undo: () => byHand(() => history.undo(engine)),
    redo: () => byHand(() => history.redo(engine)),
    activate: (name) => {
      const sheet = findSheet(theBook, name);
      if (!sheet) throw itemNotFound();
      activateSheet(engine, sheet);
      settle();
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onSelect: (listener) => {
      selecting.add(listener);
      return () => selecting.delete(listener);
    },
    save: (options) => saveXlsx(current(), { savedAt: now(), ...options }),
  };
}

function speakDynamic(book: Book): void {
  for (const { cells, tables } of book.sheets) {
    for (const cell of cells.flat())
      if (cell?.formula) cell.formula = withIntersections(cell.formula);
    for (const column of tables.flatMap(({ columns }) => columns))
      if (column.formula) column.formula = withIntersections(column.formula);
  }
}

/** Other programs save formulas without values; Excel computes them when it opens the file. */
const holdsUncomputed = (book: Book): boolean =>
  book.sheets.some(({ cells }) =>
    cells.some((row) =>
      row?.some((cell) => cell?.value instanceof CellError && cell.value.code === '#NOT_EVALUATED'),
    ),
  );

type ExcelRun = <T>(
  session: WireSession,
  batch: (context: Excel.RequestContext) => Promise<T>,
) => Promise<T>;
