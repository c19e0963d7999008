import { freeIds } from '../engagement/ownIds';
import { ownPrefix } from '../engagement/register';
import { serialOfIso } from '../rules';
import type { CellValue, ColumnSpec, WorkbookSpec } from '../workbook';
import type { Touched } from './affected';
import type { Study } from './agreement';
import { bandBelow } from './band';
import { run, type Operation } from './batch';
import { shown, written } from './cells';
import { GoneError } from './errors';
import { writable } from './formula';
import { identify, type RowIds } from './identify';
import { matchColumns, type MatchedTable } from './match';
import { fieldsOf, namingOf } from './naming';
import { addressOf } from './target';
import { appendRows, writeCell, type Corner } from './write';

/**
 * One thing that someone says in a workbook. Tables and columns by their ids; values as an
 * engagement has them: entries of a list by id, days as ISO texts, null for nothing.
 */
export type Change =
  | { table: string; row: string; cells: Record<string, CellValue> }
  | { table: string; add: Record<string, CellValue>; id?: string }
  | { table: string; clear: string }
  | { name: string; value: CellValue };

export interface Edited {
  /** Cells written. */
  cells: number;
  /** Ids of the rows added, in the order in which they were asked for. */
  added: string[];
  /** The cells written. */
  touched: Touched[];
}

/**
 * Writes what was said into its cells and nothing else. Rows are looked up when they are written:
 * since the workbook was studied, others may have sorted, inserted or typed.
 * @throws GoneError when a table, row, column or named cell is no longer there
 */
export async function edit(
  context: Excel.RequestContext,
  study: Study,
  changes: readonly Change[],
): Promise<Edited> {
  const tables = new Set(changes.flatMap((one) => ('table' in one ? [one.table] : [])));
  const names = changes.flatMap((one) => ('name' in one ? [one.name] : []));
  const now = await look(context, study, [...tables], names);
  const writers = new Map([...now.tables].map(([id, matched]) => [id, writerOf(study, matched)]));
  const operations: Operation[] = [];
  for (const change of changes) {
    if ('table' in change) {
      writers.get(change.table)?.say(change);
      continue;
    }
    const at = now.names.get(change.name);
    const field = fieldsOf(study.spec.sheets).find(({ name }) => name === change.name);
    if (!at || !field) throw new GoneError(change.name);
    const value = cellOf(study.spec, field, change.value);
    operations.push(writeCell(at.corner, value, at.value, at.formula));
  }
  const touched = [...now.names.values()].map(({ corner }) => touchedAt(corner));
  for (const writer of writers.values()) {
    operations.push(...writer.operations());
    touched.push(...writer.touched.map(touchedAt));
  }
  await run(context, operations);
  return {
    cells: operations.reduce((sum, { cells }) => sum + (cells ?? 0), 0),
    added: [...writers.values()].flatMap(({ added }) => added),
    touched,
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
    table.load('name,worksheet/name');
    const header = table.getHeaderRowRange().load('values');
    const body = table.getDataBodyRange().load('rowIndex,columnIndex,values,formulas');
    return { id, block, table, header, body };
  });
  const cells = names.map((name) => {
    const range = context.workbook.names.getItemOrNullObject(name).getRangeOrNullObject();
    range.load('rowIndex,columnIndex,values,formulas,worksheet/name');
    return { name, range };
  });
  await context.sync();
  return {
    tables: new Map(
      wanted.map(({ id, block, table, header, body }) => {
        if (table.isNullObject) throw new GoneError(id);
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
}

type RowChange = Extract<Change, { table: string }>;

const touchedAt = ({ sheet, row, column }: Corner): Touched => ({
  sheet,
  address: addressOf({ row, column, rows: 1, columns: 1 }),
});

interface Writer {
  added: string[];
  /** Cells of the rows that were there before; rows that are appended change the table's size. */
  touched: Corner[];
  say(change: RowChange): void;
  operations(): Operation[];
}

/** Gathers what is said of one table; rows that are added take the empty ones first. */
function writerOf(study: Study, matched: MatchedTable): Writer {
  const { block, snapshot, positions } = matched;
  const ids: RowIds = identify(block, matched, []) ?? [];
  const operations: Operation[] = [];
  const appended: Map<string, CellValue>[] = [];
  const added: string[] = [];
  const touched: Corner[] = [];
  const nextId = freeIds(ownPrefix(block.id), (id) => ids.includes(id) || added.includes(id));
  const fillable = block.columns.filter(({ role }) => role === 'input' || role === 'content');

  const rowAt = (id: string): number => {
    const row = ids.indexOf(id);
    if (row < 0) throw new GoneError(id);
    return row;
  };
  const put = (row: number, column: ColumnSpec, value: CellValue) => {
    const at = positions.get(column.id);
    if (at === undefined) throw new GoneError(column.header);
    const corner = {
      sheet: snapshot.sheet,
      row: snapshot.row + 1 + row,
      column: snapshot.column + at,
    };
    const cells = { values: snapshot.values[row], formulas: snapshot.formulas[row] };
    operations.push(writeCell(corner, value, cells.values?.[at], cells.formulas?.[at]));
    touched.push(corner);
  };
  const columnOf = (id: string): ColumnSpec => {
    const column = block.columns.find((one) => one.id === id);
    if (!column || !fillable.includes(column)) throw new Error(`${block.id}.${id} is not filled`);
    return column;
  };
  const keyColumn = () => block.columns.find(({ role }) => role === 'key') as ColumnSpec;
  const fill = (row: number, cells: Record<string, CellValue>) => {
    for (const [id, value] of Object.entries(cells)) {
      const column = columnOf(id);
      put(row, column, cellOf(study.spec, column, value));
    }
  };

  const add = (cells: Record<string, CellValue>, wanted?: string) => {
    const id = wanted ?? nextId();
    added.push(id);
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
    say(change) {
      if ('add' in change) return add(change.add, change.id);
      if ('cells' in change) return fill(rowAt(change.row), change.cells);
      const row = rowAt(change.clear);
      for (const column of block.columns)
        if (!column.formula && positions.has(column.id)) put(row, column, null);
      ids[row] = '';
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
function cellOf(
  spec: WorkbookSpec,
  place: Pick<ColumnSpec, 'kind' | 'list'>,
  value: CellValue,
): CellValue {
  if (place.kind === 'date' && typeof value === 'string') return serialOfIso(value) ?? value;
  return shown(spec, place, value);
}
