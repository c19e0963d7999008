import type { Area, Cell, ConditionalFormat, Sheet, Table, Validation } from '../../book';
import { bounding, intersect } from './area';
import type { ChangedArea, Engine } from './engine';
import { cellAt, clearContent, ensureCell } from './grid';
import { afterWrite } from './table-writes';

/** A cell before and after a step; undefined where there was none. */
interface Trace {
  row: number;
  column: number;
  before: Cell | undefined;
  after: Cell | undefined;
}

interface Shape {
  tables: Map<Table, { area: Area; formulas: (string | undefined)[] }>;
  rules: Map<Validation | ConditionalFormat, Area[]>;
}

/** What a step did to a sheet. */
interface Part {
  sheet: Sheet;
  area: Area;
  traces: Trace[];
  before: Shape;
  after: Shape;
}

/** The sheet that it was about comes first. */
type Step = Part[];

type Moment = 'before' | 'after';

const most = 100;

/**
 * What a person did to cells, to be taken back and done again: contents as they are, not as they are
 * shown. What somebody else has written into one of the cells since stays.
 */
export class History {
  private done: Step[] = [];
  private undone: Step[] = [];

  /** Acts, and remembers what it changes within the areas of each sheet; takes it back if it fails. */
  record(engine: Engine, touched: ReadonlyMap<Sheet, readonly Area[]>, act: () => void): void {
    const watching = [...touched].map(([sheet, areas]) => watch(sheet, areas));
    const step = (): Step =>
      watching.map((part) => part()).filter(({ traces }) => traces.length > 0);
    try {
      act();
    } catch (error) {
      for (const part of step()) bring(engine, part, 'after', 'before');
      throw error;
    }
    const taken = step();
    if (taken.length === 0) return;
    this.done.push(taken);
    if (this.done.length > most) this.done.shift();
    this.undone = [];
  }

  /** @returns where something was taken back; undefined where there is nothing to */
  undo(engine: Engine): ChangedArea | undefined {
    return this.pass(engine, this.done, this.undone, 'before');
  }

  /** @returns where something was done again; undefined where there is nothing to */
  redo(engine: Engine): ChangedArea | undefined {
    return this.pass(engine, this.undone, this.done, 'after');
  }

  /** Cells are no longer where they were. */
  clear(): void {
    this.done = [];
    this.undone = [];
  }

  private pass(engine: Engine, from: Step[], to: Step[], moment: Moment): ChangedArea | undefined {
    const step = from.pop();
    const [first] = step ?? [];
    if (!step || !first) return undefined;
    to.push(step);
    for (const part of step) bring(engine, part, moment === 'before' ? 'after' : 'before', moment);
    engine.select(first.sheet, first.area);
    return { sheet: first.sheet.id, area: first.area };
  }
}

/** Notes how a sheet is; answers how to say what has become of it. */
function watch(sheet: Sheet, areas: readonly Area[]): () => Part {
  const held = new Map(areas.flatMap((area) => [...placesOf(sheet, area)]));
  const before = shapeOf(sheet);
  return () => ({
    ...{
      sheet,
      area: areas.reduce((all, area) => bounding(all, area)),
      before,
      after: shapeOf(sheet),
    },
    traces: [...held.values()].flatMap((trace) => {
      const after = copyOf(cellAt(sheet, trace.row, trace.column));
      const isSame = same(trace.before, after) && trace.before?.style === after?.style;
      return isSame ? [] : [{ ...trace, after }];
    }),
  });
}

function bring(engine: Engine, part: Part, from: Moment, to: Moment): void {
  const { sheet, area, traces } = part;
  for (const trace of traces) {
    const { row, column } = trace;
    const now = cellAt(sheet, row, column);
    const [left, wanted] = [trace[from], trace[to]];
    if (!same(now, left)) continue;
    const style = now?.style === left?.style ? wanted?.style : now?.style;
    if (wanted || style) {
      const cell = ensureCell(sheet, row, column);
      cell.value = wanted?.value ?? null;
      for (const key of ['formula', 'array', 'rich'] as const) assign(cell, key, wanted?.[key]);
      assign(cell, 'style', style);
    } else {
      if (now) delete now.style;
      clearContent(sheet, row, column);
    }
  }
  if (reshape(sheet, part[from], part[to])) engine.structureChanged();
  engine.contentChanged(sheet, area);
  for (const table of sheet.tables) {
    if (!table.showHeaders) continue;
    const header = intersect({ ...table.area, rows: 1 }, area);
    if (header && traces.some(({ row }) => row === header.row)) {
      afterWrite(engine, sheet, table, header);
    }
  }
}

/** Gives tables and rules their extent back, where it is still what the step left. */
function reshape(sheet: Sheet, from: Shape, to: Shape): boolean {
  let moved = false;
  for (const table of sheet.tables) {
    const [left, wanted] = [from.tables.get(table), to.tables.get(table)];
    if (!left || !wanted) continue;
    wanted.formulas.forEach((formula, i) => {
      const column = table.columns[i];
      if (column && column.formula === left.formulas[i]) assign(column, 'formula', formula);
    });
    if (table.area === left.area && left.area !== wanted.area) {
      table.area = wanted.area;
      moved = true;
    }
  }
  for (const rule of [...sheet.validations, ...sheet.conditionalFormats]) {
    const wanted = to.rules.get(rule);
    if (wanted && rule.areas === from.rules.get(rule)) rule.areas = wanted;
  }
  return moved;
}

const shapeOf = (sheet: Sheet): Shape => ({
  tables: new Map(
    sheet.tables.map((table) => [
      table,
      { area: table.area, formulas: table.columns.map(({ formula }) => formula) },
    ]),
  ),
  rules: new Map(
    [...sheet.validations, ...sheet.conditionalFormats].map((rule) => [rule, rule.areas]),
  ),
});

function* placesOf(sheet: Sheet, area: Area): Generator<[string, Trace]> {
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      const before = copyOf(cellAt(sheet, row, column));
      yield [`${row}/${column}`, { row, column, before, after: undefined }];
    }
  }
}

const copyOf = (cell: Cell | undefined): Cell | undefined => cell && { ...cell };

/** Whether two cells say the same; what a formula gives is not what it says. */
const same = (a: Cell | undefined, b: Cell | undefined): boolean =>
  a?.formula === b?.formula &&
  (a?.formula !== undefined || Object.is(a?.value ?? null, b?.value ?? null));

function assign<K extends string, V>(
  target: { [key in K]?: V },
  key: K,
  value: V | undefined,
): void {
  if (value === undefined) delete target[key];
  else target[key] = value;
}
