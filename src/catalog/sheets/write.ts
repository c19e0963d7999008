import { LISTS, type ListName } from '../overlay';
import type { Catalog } from '../schema';
import type { CellValue } from '../../rules';
import { cellOf } from './cell';
import { catalogFields, listColumns, type SheetColumn } from './columns';

/** One sheet of a catalog: what a row is about has its fields in columns. */
export interface CatalogTable {
  /** "Asks", or "Catalog" for what the catalog says about itself. */
  name: string;
  list: ListName | 'catalog';
  columns: readonly SheetColumn[];
  rows: CellValue[][];
}

/** Of the sheet on which a catalog says what it is: one field a row. */
export const fieldColumns: readonly SheetColumn[] = (['field', 'value', 'about'] as const).map(
  (header) => ({
    header,
    path: [header],
    kind: 'text',
    filled: true,
  }),
);

export const sheetOf = (list: ListName | 'catalog') => list.charAt(0).toUpperCase() + list.slice(1);

const at = (thing: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | undefined)?.[key],
    thing,
  );

/** A catalog as tables, so that nothing is lost: `catalogFrom` gives it back. */
export function catalogTables(catalog: Catalog): CatalogTable[] {
  return [
    {
      name: sheetOf('catalog'),
      list: 'catalog',
      columns: fieldColumns,
      rows: catalogFields.map((field) => [
        field.header,
        cellOf(field, at(catalog, field.path)),
        field.about ?? null,
      ]),
    },
    ...LISTS.map((list) => ({
      name: sheetOf(list),
      list,
      columns: listColumns[list],
      rows: (catalog[list] as { id: string }[]).map((thing) =>
        listColumns[list].map((column) => cellOf(column, at(thing, column.path))),
      ),
    })),
  ];
}
