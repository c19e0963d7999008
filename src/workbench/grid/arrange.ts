import type { Host } from '../../host';
import type { TableColumn } from '../cells/tableColumn';

/** Sorts a table by one of its columns, or shows the rows that say one of these texts; undefined: all. */
export const arrange = (
  host: Host,
  { table, position }: Pick<TableColumn, 'table' | 'position'>,
  how: { ascending: boolean } | { keep: readonly string[] | undefined },
): Promise<void> =>
  host.run(async (context) => {
    const found = context.workbook.tables.getItem(table);
    if ('ascending' in how) found.sort.apply([{ key: position, ascending: how.ascending }], false);
    else {
      const { filter } = found.columns.getItemAt(position);
      if (how.keep) filter.applyValuesFilter([...how.keep]);
      else filter.clear();
    }
    await context.sync();
  });
