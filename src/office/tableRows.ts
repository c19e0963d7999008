import type { Band } from './band';
import type { Operation } from './batch';
import type { Target } from './target';
import type { Undo } from './undo';
import { restored } from './write';

/** Takes body rows out of a table; what stands below moves up. Only the web has `deleteRowsAt`. */
export function takeRowsOut(context: Target, table: string, start: number, length: number): void {
  const body = context.workbook.tables.getItem(table).getDataBodyRange();
  body
    .getRow(start)
    .getResizedRange(length - 1, 0)
    .delete('Up');
}

/**
 * Takes body rows out by ending the table earlier; what stands below moves up, as wide as it has to.
 * @param first of the rows that go
 * @param rest those below it that stay
 * @param count of those that go
 */
export function endTableAt(
  context: Target,
  table: string,
  first: number,
  rest: readonly unknown[][],
  count: number,
  { left, columns }: Band,
): void {
  const found = context.workbook.tables.getItem(table);
  const header = found.getHeaderRowRange();
  const rows = first + rest.length;
  if (rest.length > 0)
    header.getOffsetRange(first + 1, 0).getResizedRange(rest.length - 1, 0).formulas = rest.map(
      (cells) => cells.map((cell) => restored(undefined, cell)),
    );
  found.resize(header.getResizedRange(rows, 0));
  header
    .getCell(0, 0)
    .getOffsetRange(rows + 1, left)
    .getAbsoluteResizedRange(count, columns)
    .delete('Up');
}

/**
 * Puts body rows back where they stood. Not by `rows.add`, which conflicts with what others are editing.
 * @param isLast the table ends before them: it has to be told that they are its own
 */
export function putRowsBack(
  context: Target,
  table: string,
  start: number,
  rows: string[][],
  isLast: boolean,
): void {
  const found = context.workbook.tables.getItem(table);
  const header = found.getHeaderRowRange();
  const place = () => header.getOffsetRange(start + 1, 0).getResizedRange(rows.length - 1, 0);
  place().insert('Down');
  if (isLast) found.resize(header.getResizedRange(start + rows.length, 0));
  place().formulas = rows;
}

/**
 * The operations between two others where they move rows of tables that are filtered, because Excel
 * moves no rows beside hidden ones: filters are taken off first and put back as they were.
 */
export async function withoutFilters(
  context: Excel.RequestContext,
  operations: readonly Operation[],
): Promise<readonly Operation[]> {
  const names = new Set(operations.flatMap(({ moves }) => moves ?? []));
  if (names.size === 0) return operations;
  const tables = [...names].map((name) => ({
    name,
    columns: context.workbook.tables.getItem(name).columns.load('items/name,items/filter/criteria'),
  }));
  await context.sync();
  const filters = tables.flatMap(({ name, columns }) =>
    columns.items.flatMap(({ name: column, filter }) => {
      // Excel answers criteria of nothing where no filter is set.
      const { criteria } = filter as { criteria?: Excel.FilterCriteria | null };
      return criteria?.filterOn ? [{ name, column, criteria }] : [];
    }),
  );
  if (filters.length === 0) return operations;
  const off = (within: Target) => {
    for (const name of new Set(filters.map((one) => one.name)))
      within.workbook.tables.getItem(name).clearFilters();
  };
  const on = (within: Target) => {
    for (const { name, column, criteria } of filters)
      within.workbook.tables.getItem(name).columns.getItem(column).filter.apply(criteria);
  };
  const back = filters.map(({ name, column, criteria }): Undo => ({
    ...{ kind: 'filter', table: name, column, criteria },
  }));
  const again = filters.map(({ name }): Undo => ({ kind: 'unfilter', table: name }));
  return [{ apply: off, undo: back }, ...operations, { apply: on, undo: again }];
}
