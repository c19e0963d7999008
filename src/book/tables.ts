import type { Sheet, Table, TableColumn } from './book';
import { areaName, parseArea } from './address';
import { formulaFromFile, formulaToFile } from './formula';
import { decodeText, encodeAttributeText, encodeText } from './text';
import { type Node, XML_HEAD, child, childrenOf, el, escapeText, flag, numeric } from './xml';
import { MAIN } from './vocabulary';
import { broken } from './errors';

/** SUBTOTAL's number for each totals function a file names. */
const TOTALS: Record<string, number> = {
  average: 101,
  countNums: 102,
  count: 103,
  max: 104,
  min: 105,
  stdDev: 107,
  sum: 109,
  var: 110,
};

/** Finds the name of the table a cell stands in. */
export function enclosingTable(sheet: Sheet) {
  const { tables } = sheet;
  return (row: number, column: number): string | undefined =>
    tables.find(
      ({ area }) =>
        row >= area.row &&
        row < area.row + area.rows &&
        column >= area.column &&
        column < area.column + area.columns,
    )?.name;
}

export function tableXml(table: Table, id: number): string {
  const { area, columns } = table;
  const ids = new Set(columns.map((column) => column.id));
  const trustIds = ids.size === columns.length && columns.every((column) => column.id > 0);
  const body = [
    autoFilterXml(table),
    el(
      'tableColumns',
      { count: columns.length },
      columns.map((column, i) => columnXml(table, column, trustIds ? column.id : i + 1)).join(''),
    ),
    el('tableStyleInfo', {
      name: table.style || undefined,
      showFirstColumn: table.firstColumn,
      showLastColumn: table.lastColumn,
      showRowStripes: table.bandedRows,
      showColumnStripes: table.bandedColumns,
    }),
  ];
  return (
    XML_HEAD +
    el(
      'table',
      {
        xmlns: MAIN,
        id,
        name: table.name,
        displayName: table.name,
        ref: areaName(area),
        headerRowCount: table.showHeaders ? undefined : 0,
        totalsRowCount: table.showTotals ? 1 : undefined,
        totalsRowShown: table.showTotals ? undefined : false,
      },
      body.join(''),
    )
  );
}

function autoFilterXml(table: Table): string {
  const filtered = table.columns.some((column) => column.filter);
  if (!table.showHeaders || (!table.showFilterButton && !filtered)) return '';
  const hiddenButton = table.showFilterButton ? undefined : true;
  const columns = table.columns.map(({ filter }, colId) =>
    filter || hiddenButton
      ? el('filterColumn', { colId, hiddenButton }, filter ? filtersXml(filter) : '')
      : '',
  );
  const rows = table.area.rows - (table.showTotals ? 1 : 0);
  return el('autoFilter', { ref: areaName({ ...table.area, rows }) }, columns.join(''));
}

const filtersXml = (values: string[]) =>
  el(
    'filters',
    { blank: values.includes('') || undefined },
    values
      .filter((value) => value !== '')
      .map((val) => el('filter', { val: encodeAttributeText(val) }))
      .join(''),
  );

function columnXml(table: Table, column: TableColumn, id: number): string {
  const { name, formula, totalsFormula, totalsLabel } = column;
  const named = totalsFormula === undefined ? undefined : totalsFunction(totalsFormula, name);
  const custom = totalsFormula !== undefined && !named ? totalsFormula : undefined;
  const formulaElement = (tag: string, text: string | undefined) =>
    text === undefined ? '' : el(tag, {}, escapeText(encodeText(formulaToFile(text, table.name))));
  return el(
    'tableColumn',
    {
      id,
      name: encodeAttributeText(name),
      totalsRowLabel: totalsLabel === undefined ? undefined : encodeAttributeText(totalsLabel),
      totalsRowFunction: named ?? (custom === undefined ? undefined : 'custom'),
    },
    formulaElement('calculatedColumnFormula', formula) + formulaElement('totalsRowFormula', custom),
  );
}

const escapeColumn = (name: string) => name.replace(/['[\]#@]/g, "'$&");
const subtotal = (number: number, column: string) =>
  `=SUBTOTAL(${number},[${escapeColumn(column)}])`;

const totalsFunction = (formula: string, column: string) =>
  Object.keys(TOTALS).find((key) => subtotal(TOTALS[key]!, column) === formula);

export function readTable(node: Node): Table {
  const name = node.attributes['displayName'] ?? node.attributes['name'];
  const ref = node.attributes['ref'];
  if (node.name !== 'table' || !name || !ref) throw broken('a table without name or place');
  const filter = child(node, 'autoFilter');
  const filterColumns = childrenOf(filter, 'filterColumn');
  const columns = childrenOf(child(node, 'tableColumns'), 'tableColumn').map((column, i) =>
    readColumn(column, i, name),
  );
  for (const filterColumn of filterColumns) {
    const column = columns[numeric(filterColumn, 'colId') ?? -1];
    const filters = child(filterColumn, 'filters');
    if (column && filters) column.filter = readFilters(filters);
  }
  const buttonsHidden =
    filterColumns.length === columns.length &&
    filterColumns.every((column) => flag(column, 'hiddenButton'));
  const style = child(node, 'tableStyleInfo');
  return {
    id: numeric(node, 'id') ?? 0,
    name: decodeText(name),
    area: parseArea(ref),
    columns,
    style: style?.attributes['name'] ?? '',
    showHeaders: numeric(node, 'headerRowCount') !== 0,
    showTotals: (numeric(node, 'totalsRowCount') ?? 0) > 0,
    showFilterButton: filter !== undefined && !buttonsHidden,
    bandedRows: flag(style, 'showRowStripes'),
    bandedColumns: flag(style, 'showColumnStripes'),
    firstColumn: flag(style, 'showFirstColumn'),
    lastColumn: flag(style, 'showLastColumn'),
  };
}

function readColumn(node: Node, index: number, table: string): TableColumn {
  const name = decodeText(node.attributes['name'] ?? `Column${index + 1}`);
  const column: TableColumn = { id: numeric(node, 'id') ?? index + 1, name };
  const formula = child(node, 'calculatedColumnFormula')?.text;
  if (formula) column.formula = formulaFromFile(decodeText(formula), table);
  const named = TOTALS[node.attributes['totalsRowFunction'] ?? ''];
  const custom = child(node, 'totalsRowFormula')?.text;
  if (named !== undefined) column.totalsFormula = subtotal(named, name);
  else if (custom) column.totalsFormula = formulaFromFile(decodeText(custom), table);
  const label = node.attributes['totalsRowLabel'];
  if (label !== undefined) column.totalsLabel = decodeText(label);
  return column;
}

function readFilters(filters: Node): string[] {
  const values = childrenOf(filters, 'filter').map((f) => decodeText(f.attributes['val'] ?? ''));
  return flag(filters, 'blank') ? [...values, ''] : values;
}
