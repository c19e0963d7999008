import type { Catalog } from '../catalog/schema';
import { catalogTables } from '../catalog/sheets/write';
import { textOf } from '../catalog/text';
import { message, type Lang } from '../messages';
import type { WorkbookSpec } from '../workbook';
import { describeEditBook } from './editBook';

/** A catalog as a workbook to edit: a sheet for each list, one thing a row. */
export const describeCatalogBook = (catalog: Catalog, lang: Lang): WorkbookSpec =>
  describeEditBook(
    lang,
    textOf(catalog.name, lang),
    'Catalog',
    catalogTables(catalog).map(({ name, list, columns, rows }) => ({
      name,
      columns,
      rows,
      lead: message(lang, list === 'catalog' ? 'catalogBook.lead' : 'catalogBook.lead.list'),
      spare: list === 'catalog' ? 0 : 20,
      fixed: ['field', 'about'],
    })),
  );
