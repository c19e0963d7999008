import { render } from '../rules';
import { isKeyed, isLayouts, type CellValue, type TableBlock } from '../workbook';
import { bandBelow } from './band';
import type { Operation } from './batch';
import { shown, written } from './cells';
import { sameFormula, writable } from './formula';
import type { RowIds } from './identify';
import type { MatchedTable } from './match';
import type { MergeInput } from './merge';
import { takeRowsOut } from './tableRows';
import type { Target } from './target';
import { appendRows, restored, runs, same, writeColumn, writeFormula, type Corner } from './write';

/** Changes of cells where they stand, and changes that move whatever stands below the table. */
export interface MergedRows {
  cells: Operation[];
  shape: Operation[];
}

/** Brings the rows of a table up to its description. */
export function mergeTable(
  input: MergeInput,
  block: TableBlock,
  matched: MatchedTable,
): MergedRows {
  if (block.list !== undefined || isKeyed(block)) return mergeRows(input, block, matched);
  return replaceRows(input, block, matched);
}

/** Where the body starts. */
const bodyAt = ({ snapshot }: MatchedTable): Corner => ({
  sheet: snapshot.sheet,
  row: snapshot.row + 1,
  column: snapshot.column,
});

/** Cells to be written, by column position and row; neighbours travel together. */
class Changes {
  private readonly columns = new Map<number, Map<number, CellValue>>();

  constructor(private readonly matched: MatchedTable) {}

  set(row: number, position: number, wanted: CellValue): void {
    if (same(this.matched.snapshot.values[row]?.[position], wanted)) return;
    const column = this.columns.get(position) ?? new Map<number, CellValue>();
    this.columns.set(position, column.set(row, wanted));
  }

  operations(): Operation[] {
    const { values, formulas } = this.matched.snapshot;
    const corner = bodyAt(this.matched);
    return [...this.columns].flatMap(([position, cells]) =>
      runs([...cells.keys()]).map(({ start, length }) => {
        const part = (of: unknown[][]) =>
          of.slice(start, start + length).map((row) => [row[position]]);
        return writeColumn(
          { ...corner, row: corner.row + start, column: corner.column + position },
          Array.from({ length }, (_, i) => cells.get(start + i) ?? null),
          { values: part(values), formulas: part(formulas) },
        );
      }),
    );
  }
}

/** Rows are found by id wherever they stand; new ones take the empty rows first. */
function mergeRows(input: MergeInput, block: TableBlock, matched: MatchedTable): MergedRows {
  const found = input.order.get(block.id);
  if (!found) return { cells: [], shape: [] };
  const ids = [...found];
  const { snapshot, positions } = matched;
  const described = new Map(block.rows.map((row) => [row.id, row]));
  const columns = block.columns.flatMap((column) => {
    const position = positions.get(column.id);
    return position === undefined || column.formula ? [] : [{ column, position }];
  });
  const cell = (id: string, column: TableBlock['columns'][number]): CellValue =>
    column.role === 'key' ? id : shown(input.spec, column, described.get(id)?.cells[column.id]);
  const changes = new Changes(matched);
  if (isLayouts(block) && ids.every(Boolean) && bandBelow(snapshot, input.inspection.snapshots)) {
    const stay = ids.filter((id) => id && described.has(id));
    if (described.size > 0 && stay.length < ids.length) {
      const wanted = [...stay, ...[...described.keys()].filter((id) => !stay.includes(id))];
      ids.splice(0, ids.length, ...wanted.slice(0, ids.length));
    }
  }
  const surplus = found.length - ids.length;
  ids.forEach((id, r) => {
    if (!id || !described.has(id)) return;
    for (const { column, position } of columns) changes.set(r, position, cell(id, column));
  });
  const here = new Set(ids);
  const fresh = block.rows.map((row) => row.id).filter((id) => !here.has(id));
  let free = ids.indexOf('');
  while (fresh.length > 0 && free >= 0) {
    const id = fresh.shift() as string;
    ids[free] = id;
    for (const { column, position } of columns) changes.set(free, position, cell(id, column));
    free = ids.indexOf('', free + 1);
  }
  const rows = fresh.map((id) => {
    const cells: CellValue[] = snapshot.headers.map(() => null);
    for (const { column, position } of columns) cells[position] = cell(id, column);
    return cells;
  });
  for (let left = spareOf(ids); left < Math.ceil(block.spare / 2); left += 1) {
    rows.push(snapshot.headers.map(() => null));
  }
  const gone = input.retired?.get(block.id) ?? new Set();
  const goes = (id: string) => gone.has(id) || (isLayouts(block) && !described.has(id));
  const departing = runs(ids.flatMap((id, r) => (id && goes(id) ? [r] : [])));
  return {
    cells: changes.operations(),
    shape: [
      ...append(input, block, matched, rows),
      ...(surplus > 0 ? [cutOff(matched, ids.length, surplus)] : []),
      // From the last one up: taking rows out moves those below.
      ...departing
        .reverse()
        .map(({ start, length }) => takeOut(matched, start, length, ids.length)),
    ],
  };
}

/** Body rows as they are written again. */
const standing = ({ values, formulas }: MatchedTable['snapshot'], start: number, length: number) =>
  formulas
    .slice(start, start + length)
    .map((row, r) => row.map((formula, c) => restored(values[start + r]?.[c], formula)));

const bodyRows = ({ workbook }: Target, table: string, start: number, length: number) =>
  workbook.tables
    .getItem(table)
    .getDataBodyRange()
    .getRow(start)
    .getResizedRange(length - 1, 0)
    .load('formulas');

/**
 * Rows of a table are taken out; what stands below moves up.
 * @param total rows of the table before
 */
function takeOut(
  { snapshot }: MatchedTable,
  start: number,
  length: number,
  total: number,
): Operation {
  const { name, sheet } = snapshot;
  const rows = standing(snapshot, start, length);
  return {
    cells: length * snapshot.headers.length,
    sheet,
    moves: name,
    apply: (context) => {
      const found = bodyRows(context, name, start, length);
      takeRowsOut(context, name, start, length);
      return () => found.formulas;
    },
    undo: [{ kind: 'shrunk', table: name, start, total, rows, cut: false }],
  };
}

/**
 * A table ends earlier; the cells below its end are left blank. For one above a wider table, of which
 * Excel shifts no part.
 */
function cutOff({ snapshot }: MatchedTable, start: number, length: number): Operation {
  const { name, sheet, headers } = snapshot;
  const rows = standing(snapshot, start, length);
  return {
    cells: length * headers.length,
    sheet,
    moves: name,
    apply: (context) => {
      const found = bodyRows(context, name, start, length);
      const table = context.workbook.tables.getItem(name);
      const header = table.getHeaderRowRange();
      table.resize(header.getResizedRange(start, 0));
      header
        .getOffsetRange(start + 1, 0)
        .getResizedRange(length - 1, 0)
        .clear();
      return () => found.formulas;
    },
    undo: [{ kind: 'shrunk', table: name, start, total: start + length, rows, cut: true }],
  };
}

const spareOf = (ids: RowIds) => ids.filter((id) => id === '').length;

function append(
  input: MergeInput,
  block: TableBlock,
  matched: MatchedTable,
  rows: CellValue[][],
): Operation[] {
  if (rows.length === 0) return [];
  const formulas = new Map(
    block.columns.map((column) => [
      matched.positions.get(column.id),
      column.formula &&
        writable(column.formula, input.naming, input.inspection, input.matching, block),
    ]),
  );
  const { name, sheet, values } = matched.snapshot;
  return appendRows(
    name,
    rows.map((row) => row.map((value, i) => formulas.get(i) ?? written(value))),
    values.length,
    bandBelow(matched.snapshot, input.inspection.snapshots),
  ).map((operation) => ({ ...operation, sheet }));
}

/** Tables without lasting rows are ours alone: their body is made to be as described. */
function replaceRows(input: MergeInput, block: TableBlock, matched: MatchedTable): MergedRows {
  const { snapshot, positions } = matched;
  const columns = block.columns.flatMap((column) => {
    const position = positions.get(column.id);
    return position === undefined || column.formula ? [] : [{ column, position }];
  });
  const wanted = block.rows.map((row) => {
    const cells: CellValue[] = snapshot.headers.map(() => null);
    for (const { column, position } of columns) {
      cells[position] = shown(input.spec, column, row.cells[column.id]);
    }
    return cells;
  });
  const kept = Math.max(1, wanted.length);
  const changes = new Changes(matched);
  snapshot.values.slice(0, kept).forEach((_, r) => {
    for (const { position } of columns) changes.set(r, position, wanted[r]?.[position] ?? null);
  });
  const shape = append(input, block, matched, wanted.slice(snapshot.values.length));
  const surplus = snapshot.values.length - kept;
  if (surplus > 0) shape.push(takeOut(matched, kept, surplus, snapshot.values.length));
  return { cells: changes.operations(), shape };
}

/**
 * Formulas that the description has changed since are renewed; one that someone has overwritten
 * stays until it is repaired.
 */
export function tableFormulas(
  input: MergeInput,
  block: TableBlock,
  matched: MatchedTable,
  old: TableBlock | undefined,
): Operation[] {
  return block.columns.flatMap((column) => {
    const position = matched.positions.get(column.id);
    if (!column.formula || position === undefined) return [];
    const wanted = writable(column.formula, input.naming, input.inspection, input.matching, block);
    if (wanted === undefined) return [];
    const right = render(column.formula.node, input.found, block.name);
    const before = old?.columns.find(({ id }) => id === column.id)?.formula;
    const stale = before && render(before.node, input.found, block.name);
    const found = matched.snapshot.formulas.map((cells) => cells[position]);
    const renew = (formula: unknown) =>
      !sameFormula(formula, right) &&
      (input.repair || (stale !== undefined && sameFormula(formula, stale)));
    const rows = found.flatMap((formula, r) => (renew(formula) ? [r] : []));
    const corner = bodyAt(matched);
    return runs(rows).map(({ start, length }) =>
      writeFormula(
        { ...corner, row: corner.row + start, column: corner.column + position },
        wanted,
        found.slice(start, start + length),
      ),
    );
  });
}
