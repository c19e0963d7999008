import type { Sheet, Table } from './book';
import { areaName, cellName } from './address';
import { type CellContext, sheetData } from './cellsWrite';
import { conditionalXml } from './conditionalWrite';
import { customPropertiesXml } from './customProperties';
import { drawingElement } from './drawing';
import { hyperlinksXml } from './hyperlinks';
import { type PartSink, Relations } from './package';
import { fitsToPage, pageLayoutXml } from './pageLayout';
import { protectionXml } from './protection';
import { tableXml } from './tables';
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT, charactersOf } from './units';
import { argb } from './colors';
import { validationsXml } from './validations';
import { GUID, MAIN, MC, RELATIONS, XR } from './vocabulary';
import { XML_HEAD, el } from './xml';

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export interface SheetContext extends CellContext {
  parts: PartSink;
  /** Numbers tables, drawings and charts through the workbook. */
  next: { table: number; drawing: number; chart: number; property: number; rule: number };
  /** A number of its own for every table, the book's where it serves. */
  tableId: (table: Table) => number;
}

/** Adds the sheet's part and everything that hangs on it. */
export function writeSheet(sheet: Sheet, number: number, active: boolean, context: SheetContext) {
  const relations = new Relations();
  const formats = conditionalXml(sheet.conditionalFormats, context.styles, () =>
    ruleId(context.next.rule++),
  );
  const body = [
    sheetProperties(sheet),
    sheetViews(sheet, active),
    el('sheetFormatPr', {
      defaultColWidth:
        sheet.standardWidth === undefined ? undefined : charactersOf(sheet.standardWidth),
      defaultRowHeight: DEFAULT_ROW_HEIGHT,
    }),
    columnsXml(sheet, context),
    sheetData(sheet, context),
    protectionXml(sheet.protection),
    mergesXml(sheet),
    formats.main,
    validationsXml(sheet.validations),
    hyperlinksXml(sheet, relations),
    pageLayoutXml(sheet.pageLayout),
    customPropertiesXml(sheet, context.parts, relations, () => context.next.property++),
    drawingElement(sheet, context.parts, relations, context.next),
    tablePartsXml(sheet, relations, context),
    formats.extension && el('extLst', {}, formats.extension),
  ];
  const namespaces = {
    xmlns: MAIN,
    'xmlns:r': RELATIONS,
    'xmlns:mc': MC,
    'mc:Ignorable': 'xr',
    'xmlns:xr': XR,
    'xr:uid': GUID.test(sheet.id) ? sheet.id : undefined,
  };
  const xml = XML_HEAD + el('worksheet', namespaces, body.join(''));
  const name = `xl/worksheets/sheet${number}.xml`;
  context.parts.add(name, xml, `${SPREADSHEET}.worksheet+xml`, relations);
}

const ruleId = (number: number) =>
  `{A99F1000-0000-4000-9000-${number.toString(16).toUpperCase().padStart(12, '0')}}`;

function sheetProperties(sheet: Sheet): string {
  const content =
    (sheet.tabColor ? el('tabColor', { rgb: argb(sheet.tabColor) }) : '') +
    (fitsToPage(sheet.pageLayout) ? el('pageSetUpPr', { fitToPage: true }) : '');
  return content && el('sheetPr', {}, content);
}

export function sheetViews(sheet: Sheet, active: boolean): string {
  const { rows, columns } = sheet.freeze;
  const activePane = rows && columns ? 'bottomRight' : rows ? 'bottomLeft' : 'topRight';
  const pane =
    rows || columns
      ? el('pane', {
          xSplit: columns || undefined,
          ySplit: rows || undefined,
          topLeftCell: cellName(rows, columns),
          activePane,
          state: 'frozen',
        }) + el('selection', { pane: activePane })
      : '';
  const view = {
    showGridLines: sheet.showGridlines ? undefined : false,
    showRowColHeaders: sheet.showHeadings ? undefined : false,
    tabSelected: active || undefined,
    workbookViewId: 0,
  };
  return el('sheetViews', {}, el('sheetView', view, pane));
}

/** Neighbouring columns that look alike are written as one. */
export function columnsXml(sheet: Sheet, { styles }: SheetContext): string {
  const indexes = new Set([
    ...sheet.columnWidths.keys(),
    ...sheet.hiddenColumns,
    ...(sheet.columnStyles?.keys() ?? []),
    ...(sheet.columnMarks?.keys() ?? []),
  ]);
  const standard = sheet.standardWidth ?? DEFAULT_COLUMN_WIDTH;
  const groups: { min: number; max: number; key: string; attributes: object }[] = [];
  for (const column of [...indexes].sort((a, b) => a - b)) {
    const points = sheet.columnWidths.get(column);
    const style = sheet.columnStyles?.get(column);
    const marks = sheet.columnMarks?.get(column);
    const width = points === undefined ? marks?.['width'] : undefined;
    const attributes = {
      ...marks,
      width: width ?? charactersOf(points ?? standard),
      style: style && styles.look(style),
      hidden: sheet.hiddenColumns.has(column) || undefined,
      customWidth: width === undefined ? points !== undefined : undefined,
    };
    const key = JSON.stringify(attributes);
    const last = groups[groups.length - 1];
    if (last && last.key === key && last.max === column) last.max++;
    else groups.push({ min: column + 1, max: column + 1, key, attributes });
  }
  return groups.length === 0
    ? ''
    : el(
        'cols',
        {},
        groups.map(({ min, max, attributes }) => el('col', { min, max, ...attributes })).join(''),
      );
}

export function mergesXml({ merges }: Sheet): string {
  return merges.length === 0
    ? ''
    : el(
        'mergeCells',
        { count: merges.length },
        merges.map((area) => el('mergeCell', { ref: areaName(area) })).join(''),
      );
}

function tablePartsXml(sheet: Sheet, relations: Relations, context: SheetContext): string {
  const parts = sheet.tables.map((table) => {
    const number = context.next.table++;
    const name = `tables/table${number}.xml`;
    context.parts.add(
      `xl/${name}`,
      tableXml(table, context.tableId(table)),
      `${SPREADSHEET}.table+xml`,
    );
    return el('tablePart', { 'r:id': relations.add('table', `../${name}`) });
  });
  return parts.length === 0 ? '' : el('tableParts', { count: parts.length }, parts.join(''));
}
