import type { CellValue } from '../workbook';
import type { Touched } from './affected';
import type { Study } from './agreement';
import type { Operation, RunOptions } from './batch';
import { cellOf, heldAfter, holds, writerOf, type Held } from './editRows';
import { GoneError } from './errors';
import { lackedBy } from './told';
import { matchColumns } from './match';
import { fieldsOf } from './naming';
import { addressOf } from './target';
import { scopeOf } from './steps';
import { transact, type Within, type Work } from './transact';
import { putBack, restored, writeCell, type Corner } from './write';

/**
 * One thing that someone says in a workbook. Tables and columns by their ids; values as an
 * engagement has them: entries of a list by id, days as ISO texts, null for nothing.
 */
export type Change =
  | { table: string; row: string; cells: Record<string, CellValue> }
  | { table: string; add: Record<string, CellValue>; id?: string }
  | { table: string; clear: string }
  | Order
  | { name: string; value: CellValue }
  | Back;

/** Rows that change places among those that they have: the first of these ids comes first. */
export interface Order {
  table: string;
  order: readonly string[];
}

/** Takes an earlier change back: what cells held before it goes in again where its own words still stand. */
export type Back =
  | { table: string; row: string; back: Record<string, Held>; added?: true; cleared?: true }
  | { name: string; back: Held }
  | Order;

export interface Edited {
  /** Cells written. */
  cells: number;
  /** Ids of the rows added, in the order in which they were asked for. */
  added: string[];
  /** The cells written. */
  touched: Touched[];
  /** What takes all of it back; taking that back does it again. */
  undo: Back[];
  /** Cells that were to be taken back and hold something else since; they were left alone. */
  kept: number;
}

/**
 * Writes what was said into its cells and nothing else. Rows are looked up before they are written:
 * since the workbook was studied, others may have sorted, inserted or typed. The request that writes finds
 * out whether they still stand there; if not, it is taken back and done again.
 * @param options a task, where it is long work of its own
 * @throws GoneError when a table, row, column or named cell is no longer there; EarlierLayoutError when it is
 *   still to come
 */
export const edit = (
  context: Excel.RequestContext,
  study: Study,
  changes: readonly Change[],
  options: RunOptions & Within = {},
): Promise<Edited> =>
  transact(context, options, (work) => editOnce(context, study, changes, work)).catch(
    (error: unknown) => {
      throw lackedBy(study.inspection.facts, error);
    },
  );

async function editOnce(
  context: Excel.RequestContext,
  study: Study,
  changes: readonly Change[],
  work: Work,
): Promise<Edited> {
  const tables = new Set(changes.flatMap((one) => ('table' in one ? [one.table] : [])));
  const names = changes.flatMap((one) => ('name' in one ? [one.name] : []));
  const now = await look(context, study, [...tables], names);
  const writers = new Map([...now.tables].map(([id, matched]) => [id, writerOf(study, matched)]));
  const operations: Operation[] = [];
  const undo: Back[] = [];
  let kept = 0;
  for (const change of changes) {
    if ('table' in change) {
      writers.get(change.table)?.say(change);
      continue;
    }
    const at = now.names.get(change.name);
    const field = fieldsOf(study.spec.sheets).find(({ name }) => name === change.name);
    if (!at || !field) throw new GoneError(change.name);
    const before = restored(at.value, at.formula);
    if ('back' in change) {
      const { before: wanted, after } = change.back;
      if (!holds(at.value, after)) {
        kept += 1;
        continue;
      }
      operations.push(putBack(at.corner, wanted, at.value, at.formula));
      undo.push({ name: change.name, back: { before, after: heldAfter(wanted) } });
      continue;
    }
    const value = cellOf(study.spec, field, change.value);
    operations.push(writeCell(at.corner, value, at.value, at.formula));
    undo.push({ name: change.name, back: { before, after: value } });
  }
  const touched = [...now.names.values()].map(({ corner }) => touchedAt(corner));
  for (const writer of writers.values()) {
    operations.push(...writer.operations());
    touched.push(...writer.touched.map(touchedAt));
    undo.push(...writer.undo);
    kept += writer.kept();
  }
  await work.run(operations, now.scope);
  return {
    cells: operations.reduce((sum, { cells }) => sum + (cells ?? 0), 0),
    added: [...writers.values()].flatMap(({ added }) => added),
    touched,
    undo: undo.reverse(),
    kept,
  };
}

/** The tables and named cells concerned, as they stand at this moment. */
async function look(
  context: Excel.RequestContext,
  { read: { matching } }: Study,
  tables: readonly string[],
  names: readonly string[],
) {
  const wanted = tables.map((id) => {
    const studied = matching.tables.get(id);
    if (!studied) throw new GoneError(id);
    const { block, snapshot } = studied;
    const table = context.workbook.tables.getItemOrNullObject(snapshot.name);
    table.load('name,worksheet/name,worksheet/id');
    const header = table.getHeaderRowRange().load('values');
    const body = table.getDataBodyRange().load('rowIndex,columnIndex,values,formulas');
    return { id, block, table, header, body };
  });
  const cells = names.map((name) => {
    const range = context.workbook.names.getItemOrNullObject(name).getRangeOrNullObject();
    range.load('rowIndex,columnIndex,values,formulas,worksheet/name,worksheet/id');
    return { name, range };
  });
  await context.sync();
  const sheetIds = new Map<string, string>();
  const found = {
    tables: new Map(
      wanted.map(({ id, block, table, header, body }) => {
        if (table.isNullObject) throw new GoneError(id);
        sheetIds.set(table.worksheet.id, table.worksheet.name);
        const snapshot = {
          name: table.name,
          sheet: table.worksheet.name,
          row: body.rowIndex - 1,
          column: body.columnIndex,
          headers: (header.values[0] ?? []).map(String),
          values: body.values as unknown[][],
          formulas: body.formulas as unknown[][],
        };
        return [id, matchColumns(block, snapshot, [])];
      }),
    ),
    names: new Map(
      cells.map(({ name, range }) => {
        if (range.isNullObject) throw new GoneError(name);
        sheetIds.set(range.worksheet.id, range.worksheet.name);
        const corner = {
          sheet: range.worksheet.name,
          row: range.rowIndex,
          column: range.columnIndex,
        };
        return [
          name,
          { corner, value: range.values[0]?.[0] as unknown, formula: range.formulas[0]?.[0] },
        ];
      }),
    ),
  };
  // As they were found: what writes to them notes in its own what it has written.
  const snapshots = new Map(
    [...found.tables.values()].map(({ snapshot }) => [
      snapshot.name,
      { ...snapshot, values: snapshot.values.map((cells) => [...cells]) },
    ]),
  );
  const named = new Map(
    [...found.names].map(([name, { corner, value, formula }]) => [
      name,
      { ...corner, values: [[value]], formulas: [[formula]] },
    ]),
  );
  return { ...found, scope: scopeOf({ snapshots, named, sheetIds }, found) };
}

const touchedAt = ({ sheet, row, column }: Corner): Touched => ({
  sheet,
  address: addressOf({ row, column, rows: 1, columns: 1 }),
});
