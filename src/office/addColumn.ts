import type { ColumnSpec, TableBlock, WorkbookSpec } from '../workbook';
import type { Operation } from './batch';
import { shown, written } from './cells';
import type { RowIds } from './identify';
import type { MatchedTable } from './match';
import { numberFormats } from './looks';

/**
 * A column at the end of its table, with the values of its rows.
 * @param formula stands in every row instead, when given
 */
export function addColumn(
  spec: WorkbookSpec,
  block: TableBlock,
  matched: MatchedTable,
  ids: RowIds,
  column: ColumnSpec,
  formula?: string,
): Operation {
  const described = new Map(block.rows.map((row) => [row.id, row]));
  const body = matched.snapshot.values.map((_, r) => {
    if (formula !== undefined) return [formula];
    const id = ids[r] ?? '';
    if (column.role === 'key') return [written(id)];
    return [written(shown(spec, column, described.get(id)?.cells[column.id]))];
  });
  const table = matched.snapshot.name;
  return {
    cells: body.length + 1,
    beside: table,
    apply: (context) => {
      const added = context.workbook.tables.getItem(table).columns.add(undefined, [[''], ...body]);
      added.name = column.header;
      const range = added.getDataBodyRange();
      // A new column takes the format of the one before it.
      range.numberFormat = numberFormats[column.kind] as unknown as string[][];
      if (column.hidden) range.columnHidden = true;
    },
    undo: [{ kind: 'column', table, header: column.header }],
  };
}
