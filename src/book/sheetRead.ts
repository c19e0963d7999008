import type { Marks, Sheet } from './book';
import { MAX_COLUMNS, parseArea } from './address';
import { Allowance, broken } from './errors';
import { type ReadContext, RowReader } from './cellsRead';
import { readColor } from './colors';
import { readConditionalFormats } from './conditionalRead';
import { readCustomProperties } from './customProperties';
import { readCharts } from './drawing';
import { readHyperlinks } from './hyperlinks';
import { readNotes } from './notes';
import type { PackageReader } from './package';
import { readPageLayout } from './pageLayout';
import { readProtection } from './protection';
import type { OpenedStyles } from './stylesRead';
import { enclosingTable, readTable } from './tables';
import { pointsOfCharacters } from './units';
import { readValidations } from './validations';
import { type Node, at, child, childrenOf, flag, numeric, parseXml } from './xml';

export interface SheetSource {
  parts: PackageReader;
  /** The worksheet's part. */
  part: string;
  styles: OpenedStyles;
  cells: Omit<ReadContext, 'tableAt'>;
  /** Identity for what has none in the file. */
  newId: () => string;
}

const ownParts: ReadonlySet<string> = new Set(['table', 'drawing', 'comments', 'threadedComment']);

/** Fills a sheet from its part and the parts that hang on it. */
export function readSheet(sheet: Sheet, source: SheetSource): void {
  const { parts, part, styles, cells, newId } = source;
  const bytes = parts.bytes(part);
  if (!bytes) throw broken(`sheet "${sheet.name}" is missing`);
  const relations = parts.relations(part);
  parts.take(part);
  for (const { type, target } of relations) if (ownParts.has(type)) parts.take(target);
  for (const relation of relations)
    if (relation.type === 'table') {
      const table = parts.xml(relation.target);
      if (!table) continue;
      const made = readTable(table);
      sheet.tables.push(made);
      // What a table's own columns say of it is enough.
      if (isFiltered(table) && !made.columns.some((column) => column.filter))
        sheet.isFiltered = true;
    }
  const rows = new RowReader(sheet, { ...cells, tableAt: enclosingTable(sheet) });
  const worksheet = parseXml(bytes, { row: (node) => rows.read(node) }, parts.elements);

  const uid = worksheet.attributes['xr:uid'];
  if (uid) sheet.id = uid;
  sheet.tabColor = readColor(at(worksheet, 'sheetPr', 'tabColor'), styles.palette) ?? '';
  readView(sheet, at(worksheet, 'sheetViews', 'sheetView'));
  const standard = numeric(child(worksheet, 'sheetFormatPr'), 'defaultColWidth');
  if (standard !== undefined) sheet.standardWidth = pointsOfCharacters(standard);
  readColumns(sheet, child(worksheet, 'cols'), styles);
  sheet.merges = childrenOf(child(worksheet, 'mergeCells'), 'mergeCell').map((node) =>
    parseArea(node.attributes['ref'] ?? ''),
  );
  if (isFiltered(worksheet)) sheet.isFiltered = true;
  const protection = readProtection(child(worksheet, 'sheetProtection'));
  if (protection) sheet.protection = protection;
  sheet.validations = readValidations(worksheet);
  sheet.pageLayout = readPageLayout(worksheet);
  sheet.conditionalFormats = readConditionalFormats(worksheet, { ...styles, newId });
  readCustomProperties(worksheet, sheet, parts, relations);
  for (const relation of relations)
    if (relation.type === 'drawing')
      for (const { chart } of readCharts(sheet, relation.target, parts, newId))
        sheet.charts.push(chart);
  const notes = readNotes(parts, relations, worksheet, sheet.charts);
  if (notes.length > 0) sheet.notes = notes;
  readHyperlinks(
    worksheet,
    sheet,
    (id) => relations.find((relation) => relation.id === id)?.target,
  );
}

/** Whether a filter leaves rows out. */
const isFiltered = (of: Node): boolean =>
  childrenOf(child(of, 'autoFilter'), 'filterColumn').some((column) => column.children.length > 0);

function readView(sheet: Sheet, view: Node | undefined): void {
  sheet.showGridlines = flag(view, 'showGridLines', true);
  sheet.showHeadings = flag(view, 'showRowColHeaders', true);
  const pane = child(view, 'pane');
  if (pane?.attributes['state']?.startsWith('frozen'))
    sheet.freeze = { rows: numeric(pane, 'ySplit') ?? 0, columns: numeric(pane, 'xSplit') ?? 0 };
}

function readColumns(sheet: Sheet, columns: Node | undefined, styles: OpenedStyles): void {
  const allowance = new Allowance(1_000_000, 'column definitions');
  for (const node of childrenOf(columns, 'col')) {
    const min = numeric(node, 'min') ?? 1;
    const max = Math.min(numeric(node, 'max') ?? min, MAX_COLUMNS);
    allowance.spend(Math.max(0, max - min + 1));
    const width = numeric(node, 'width');
    const style = styles.looks[numeric(node, 'style') ?? 0]?.style;
    const marks = columnMarks(node);
    for (let column = min - 1; column < max; column++) {
      if (width !== undefined && flag(node, 'customWidth'))
        sheet.columnWidths.set(column, pointsOfCharacters(width));
      if (flag(node, 'hidden')) sheet.hiddenColumns.add(column);
      if (style) (sheet.columnStyles ??= new Map()).set(column, style);
      if (marks) (sheet.columnMarks ??= new Map()).set(column, marks);
    }
  }
}

/** What the book does not model of a column; widths that Excel chose among them. */
function columnMarks({ attributes }: Node): Marks | undefined {
  const marks = Object.entries(attributes).filter(
    ([key]) =>
      !COLUMN_ATTRIBUTES.includes(key) &&
      !(key === 'width' && attributes['customWidth'] !== undefined),
  );
  return marks.length === 0 ? undefined : Object.fromEntries(marks);
}

const COLUMN_ATTRIBUTES = ['min', 'max', 'style', 'hidden', 'customWidth'];
