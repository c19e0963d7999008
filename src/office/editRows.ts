import { freeIds } from '../engagement/ownIds';
import { ownPrefix } from '../engagement/register';
import { serialOfIso } from '../rules';
import type { CellValue, ColumnSpec, WorkbookSpec } from '../workbook';
import type { Study } from './agreement';
import { bandBelow } from './band';
import type { Operation } from './batch';
import { plain, shown, written } from './cells';
import type { Back, Change, Order } from './edit';
import { GoneError } from './errors';
import { writable } from './formula';
import { identify, type RowIds } from './identify';
import type { MatchedTable } from './match';
import { namingOf } from './naming';
import { appendRows, putBack, restored, same, writeCell, type Corner } from './write';

/** A cell's content before a change, as it is written, and its value after it. */
export interface Held {
  before: unknown;
  after: unknown;
}

const isFormula = (content: unknown) => typeof content === 'string' && content.startsWith('=');

/** The value that a cell has once a content is written; of a formula, the formula. */
export const heldAfter = (content: unknown): unknown =>
  typeof content === 'string' && content.startsWith("'") ? content.slice(1) : content;

/** Whether a cell still holds what a change left in it; what a formula gives may have changed by itself. */
export const holds = (value: unknown, after: unknown): boolean =>
  isFormula(after) || same(value, plain(after));

type RowChange = Extract<Change, { table: string }>;

/** What is said of one table, as operations. */
interface Writer {
  added: string[];
  /** Cells of the rows that were there before; rows that are appended change the table's size. */
  touched: Corner[];
  undo: Back[];
  kept(): number;
  say(change: RowChange): void;
  operations(): Operation[];
}

/** Gathers what is said of one table; rows that are added take the empty ones first. */
export function writerOf(study: Study, matched: MatchedTable): Writer {
  const { block, snapshot, positions } = matched;
  const ids: RowIds = identify(block, matched, []) ?? [];
  const operations: Operation[] = [];
  const appended: Map<string, CellValue>[] = [];
  const added: string[] = [];
  const touched: Corner[] = [];
  const undo: Back[] = [];
  let kept = 0;
  const nextId = freeIds(ownPrefix(block.id), (id) => ids.includes(id) || added.includes(id));
  const fillable = block.columns.filter(({ role }) => role === 'input' || role === 'content');

  const rowAt = (id: string): number => {
    const row = ids.indexOf(id);
    if (row < 0) throw new GoneError(id);
    return row;
  };
  const cellAt = (row: number, column: Pick<ColumnSpec, 'id' | 'header'>) => {
    const at = positions.get(column.id);
    if (at === undefined) throw new GoneError(column.header);
    return {
      corner: { sheet: snapshot.sheet, row: snapshot.row + 1 + row, column: snapshot.column + at },
      value: snapshot.values[row]?.[at],
      formula: snapshot.formulas[row]?.[at],
    };
  };
  /** What is said next finds in the cell what was said before. */
  const hold = (row: number, id: string, value: unknown, formula: unknown) => {
    const at = positions.get(id);
    const [values, formulas] = [snapshot.values[row], snapshot.formulas[row]];
    if (at === undefined || !values || !formulas) return;
    values[at] = value;
    formulas[at] = formula;
  };
  const holdContent = (row: number, id: string, content: unknown) => {
    const value = heldAfter(content);
    hold(row, id, isFormula(content) ? undefined : value, value);
  };
  /** Writes a cell and answers how that is taken back. */
  const put = (row: number, column: ColumnSpec, value: CellValue): Held => {
    const { corner, value: old, formula } = cellAt(row, column);
    operations.push(writeCell(corner, value, old, formula));
    touched.push(corner);
    hold(row, column.id, value, value);
    return { before: restored(old, formula), after: value };
  };
  /** What stands in the rows moves with them, formulas of somebody's own as well. */
  const arrange = ({ order }: Order) => {
    const from = order.map(rowAt);
    const to = [...from].sort((a, b) => a - b);
    const moving = [keyColumn(), ...fillable].filter(({ id }) => positions.has(id));
    const stood = from.map((row) => moving.map((column) => cellAt(row, column)));
    to.forEach((row, i) => {
      if (row === from[i]) return;
      moving.forEach((column, c) => {
        const { corner, value, formula } = cellAt(row, column);
        const held = stood[i]?.[c];
        const content = restored(held?.value, held?.formula);
        operations.push(putBack(corner, content, value, formula));
        touched.push(corner);
      });
    });
    to.forEach((row, i) => {
      ids[row] = order[i] as string;
      moving.forEach(({ id }, c) => {
        const held = stood[i]?.[c];
        hold(row, id, held?.value, held?.formula);
      });
    });
    const before = from.map((row, i) => ({ row, id: order[i] as string }));
    before.sort((a, b) => a.row - b.row);
    undo.push({ table: block.id, order: before.map(({ id }) => id) });
  };
  const columnOf = (id: string): ColumnSpec => {
    const column = block.columns.find((one) => one.id === id);
    if (!column || !fillable.includes(column)) throw new Error(`${block.id}.${id} is not filled`);
    return column;
  };
  const keyColumn = () => block.columns.find(({ role }) => role === 'key') as ColumnSpec;
  const fill = (row: number, cells: Record<string, CellValue>): Record<string, Held> =>
    Object.fromEntries(
      Object.entries(cells).map(([id, value]) => {
        const column = columnOf(id);
        return [id, put(row, column, cellOf(study.spec, column, value))];
      }),
    );
  /** Empties a row that people added. */
  const clear = (id: string) => {
    const row = rowAt(id);
    const cells = block.columns
      .filter((column) => !column.formula && positions.has(column.id))
      .map((column) => [column.id, put(row, column, null)] as const);
    ids[row] = '';
    undo.push({ table: block.id, row: id, back: Object.fromEntries(cells), cleared: true });
  };
  /** Puts an emptied row back into the first empty one, and what it held where it held it. */
  const revive = (id: string, back: Record<string, Held>) => {
    const row = ids.includes(id) ? ids.indexOf(id) : ids.indexOf('');
    if (row < 0) throw new GoneError(id);
    ids[row] = id;
    for (const [column, { before }] of Object.entries(back)) {
      const cell = cellAt(row, { id: column, header: column });
      operations.push(putBack(cell.corner, before, cell.value, cell.formula));
      touched.push(cell.corner);
      holdContent(row, column, before);
    }
    undo.push({ table: block.id, row: id, back: {}, added: true });
  };
  const takeBack = (id: string, back: Record<string, Held>) => {
    const row = rowAt(id);
    const redo: Record<string, Held> = {};
    for (const [column, { before, after }] of Object.entries(back)) {
      const cell = cellAt(row, { id: column, header: column });
      if (!holds(cell.value, after)) {
        kept += 1;
        continue;
      }
      operations.push(putBack(cell.corner, before, cell.value, cell.formula));
      touched.push(cell.corner);
      holdContent(row, column, before);
      redo[column] = { before: restored(cell.value, cell.formula), after: heldAfter(before) };
    }
    if (Object.keys(redo).length > 0) undo.push({ table: block.id, row: id, back: redo });
  };

  const add = (cells: Record<string, CellValue>, wanted?: string) => {
    const id = wanted ?? nextId();
    added.push(id);
    undo.push({ table: block.id, row: id, back: {}, added: true });
    const free = ids.indexOf('');
    if (free >= 0) {
      ids[free] = id;
      put(free, keyColumn(), id);
      fill(free, cells);
      return;
    }
    const values = Object.entries(cells).map(([column, value]): [string, CellValue] => [
      column,
      cellOf(study.spec, columnOf(column), value),
    ]);
    appended.push(new Map([['id', id], ...values]));
  };

  return {
    added,
    touched,
    undo,
    kept: () => kept,
    say(change) {
      if ('add' in change) return add(change.add, change.id);
      if ('clear' in change) return clear(change.clear);
      if ('order' in change) return arrange(change);
      if ('cells' in change) {
        const back = fill(rowAt(change.row), change.cells);
        undo.push({ table: block.id, row: change.row, back });
        return;
      }
      if (change.added) clear(change.row);
      else if (change.cleared) revive(change.row, change.back);
      else takeBack(change.row, change.back);
    },
    operations: () => [...operations, ...appendTo(study, matched, appended)],
  };
}

function appendTo(
  { spec, read, inspection }: Study,
  { block, snapshot, positions }: MatchedTable,
  rows: Map<string, CellValue>[],
): Operation[] {
  if (rows.length === 0) return [];
  const naming = namingOf(spec.sheets, read.matching.actual);
  const cells = (row: Map<string, CellValue>) => {
    const values: (string | number | boolean)[] = snapshot.headers.map(() => '');
    for (const column of block.columns) {
      const at = positions.get(column.id);
      if (at === undefined) continue;
      const { formula } = column;
      const rule = formula && writable(formula, naming, inspection, read.matching, block);
      values[at] = rule ?? written(row.get(column.id));
    }
    return values;
  };
  const band = bandBelow(snapshot, inspection.snapshots);
  return appendRows(snapshot.name, rows.map(cells), snapshot.values.length, band);
}

/** What a cell shows for a value of an engagement. */
export function cellOf(
  spec: WorkbookSpec,
  place: Pick<ColumnSpec, 'kind' | 'list'>,
  value: CellValue,
): CellValue {
  if (place.kind === 'date' && typeof value === 'string') return serialOfIso(value) ?? value;
  return shown(spec, place, value);
}
