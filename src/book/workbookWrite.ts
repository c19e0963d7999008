import { type Book, type Table, type Visibility } from './book';
import { SharedStrings } from './cellsWrite';
import { writeCustomXml } from './customXml';
import { namesXml } from './names';
import { PackageWriter, Relations } from './package';
import type { SaveOptions } from './saveOptions';
import { CORE_TYPE, appPropertiesXml, corePropertiesXml } from './properties';
import { type SheetContext, writeSheet } from './sheetWrite';
import { StyleSheet } from './stylesWrite';
import { themeXml } from './theme';
import { MAIN, RELATIONS } from './vocabulary';
import { writeWebExtension } from './webExtension';
import { XML_HEAD, el } from './xml';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const SPREADSHEET = `${OFFICE}.spreadsheetml`;
const PACKAGE = 'application/vnd.openxmlformats-package';

const STATE: Record<Visibility, string | undefined> = {
  Visible: undefined,
  Hidden: 'hidden',
  VeryHidden: 'veryHidden',
};

/** Every part of the book's package. */
export function writeWorkbook(book: Book, { cachedValues = true, addIn, savedAt }: SaveOptions) {
  if (book.sheets.length === 0)
    throw new RangeError('A workbook needs a sheet. Add one before saving.');
  const parts = new PackageWriter();
  const styles = new StyleSheet(book.styles);
  const strings = new SharedStrings();
  const context: SheetContext = {
    parts,
    styles,
    strings,
    cachedValues,
    next: { table: 1, drawing: 1, chart: 1, property: 1, rule: 1 },
    tableId: tableNumbers(book),
  };
  const root = new Relations();
  const relations = new Relations();
  const activeTab = Math.max(
    0,
    book.sheets.findIndex((sheet) => sheet.id === book.activeSheet),
  );
  const sheets = book.sheets.map((sheet, i) => {
    writeSheet(sheet, i + 1, i === activeTab, context);
    return el('sheet', {
      name: sheet.name,
      sheetId: i + 1,
      state: STATE[sheet.visibility],
      'r:id': relations.add('worksheet', `worksheets/sheet${i + 1}.xml`),
    });
  });
  parts.add('xl/theme/theme1.xml', themeXml(), `${OFFICE}.theme+xml`);
  relations.add('theme', 'theme/theme1.xml');
  parts.add('xl/styles.xml', styles.xml(), `${SPREADSHEET}.styles+xml`);
  relations.add('styles', 'styles.xml');
  parts.add('xl/sharedStrings.xml', strings.xml(), `${SPREADSHEET}.sharedStrings+xml`);
  relations.add('sharedStrings', 'sharedStrings.xml');
  writeCustomXml(book, addIn === undefined, parts, relations);
  const body = [
    el('workbookPr', { defaultThemeVersion: 124226 }),
    el('bookViews', {}, el('workbookView', { activeTab: activeTab || undefined })),
    el('sheets', {}, sheets.join('')),
    namesXml(book),
    el('calcPr', { calcId: 191029, fullCalcOnLoad: true }),
  ];
  const xml = XML_HEAD + el('workbook', { xmlns: MAIN, 'xmlns:r': RELATIONS }, body.join(''));
  parts.add('xl/workbook.xml', xml, `${SPREADSHEET}.sheet.main+xml`, relations);
  root.add('officeDocument', 'xl/workbook.xml');
  parts.add(
    'docProps/core.xml',
    corePropertiesXml(book.properties, savedAt),
    `${PACKAGE}.core-properties+xml`,
  );
  root.add(CORE_TYPE, 'docProps/core.xml');
  parts.add('docProps/app.xml', appPropertiesXml(), `${OFFICE}.extended-properties+xml`);
  root.add('extended-properties', 'docProps/app.xml');
  if (addIn) writeWebExtension(book, addIn, parts, root);
  return parts.finish(root);
}

/** Table numbers are the book's own unless two tables share one. */
function tableNumbers(book: Book): (table: Table) => number {
  const tables = book.sheets.flatMap((sheet) => sheet.tables);
  const ids = new Set(tables.map((table) => table.id));
  const trust = ids.size === tables.length && tables.every(({ id }) => id > 0);
  return (table) => (trust ? table.id : tables.indexOf(table) + 1);
}
