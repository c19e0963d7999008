import { createCalculator, type CalculatorOptions } from '../../../src/host/calc';
import {
  CellError,
  type Book,
  type Cell,
  type DefinedName,
  type Scalar,
  type Sheet,
  type Table,
} from '../../../src/book';

export type Entry = Scalar | undefined;

/** A cell from what a person would type; text with a leading "=" is a formula. */
export const cellOf = (entry: Entry): Cell | undefined => {
  if (entry === undefined || entry === null) return undefined;
  return typeof entry === 'string' && entry.startsWith('=')
    ? { value: null, formula: entry }
    : { value: entry };
};

export function sheetOf(name: string, rows: Entry[][], tables: Table[] = []): Sheet {
  return {
    id: `{${name}}`,
    name,
    visibility: 'Visible',
    tabColor: '',
    showGridlines: true,
    showHeadings: true,
    cells: rows.map((row) => row.map(cellOf)),
    columnWidths: new Map(),
    rowHeights: new Map(),
    hiddenColumns: new Set(),
    hiddenRows: new Set(),
    merges: [],
    freeze: { rows: 0, columns: 0 },
    tables,
    validations: [],
    conditionalFormats: [],
    charts: [],
    pageLayout: {
      orientation: 'Portrait',
      paperSize: 'A4',
      centerHorizontally: false,
      printGridlines: false,
      header: { left: '', center: '', right: '' },
      footer: { left: '', center: '', right: '' },
    },
    customProperties: new Map(),
  };
}

let tables = 0;

/** A table whose header row starts at a cell; `rows` counts header and totals row too. */
export function tableOf(
  name: string,
  at: [row: number, column: number],
  rows: number,
  headers: string[],
  showTotals = false,
): Table {
  return {
    id: ++tables,
    name,
    area: { row: at[0], column: at[1], rows, columns: headers.length },
    columns: headers.map((header, id) => ({ id, name: header })),
    style: '',
    showHeaders: true,
    showTotals,
    showFilterButton: true,
    bandedRows: true,
    bandedColumns: false,
    firstColumn: false,
    lastColumn: false,
  };
}

export function bookOf(sheets: Sheet[], names: [string, string, string?][] = []): Book {
  return {
    sheets,
    activeSheet: sheets[0]!.id,
    names: names.map(([name, formula, scope]): DefinedName => ({
      name,
      formula,
      visible: true,
      comment: '',
      scope,
    })),
    settings: new Map(),
    styles: [],
    customXml: [],
    properties: { title: '', author: '', subject: '', keywords: '', comments: '' },
    nextId: 1,
  };
}

/** A value as a test writes it: errors by their code. */
export const plain = (value: Scalar | undefined) =>
  value instanceof CellError ? value.code : (value ?? null);

/** The values of a workbook's first sheet after calculation. */
export function calculated(book: Book, options?: CalculatorOptions): unknown[][] {
  createCalculator(book, options).calculateAll();
  return book.sheets[0]!.cells.map((row) => row.map((cell) => plain(cell?.value)));
}

/** What a formula gives below and right of some values placed from A1 on. */
export function valueOf(
  formula: string,
  rows: Entry[][] = [],
  options?: CalculatorOptions,
): unknown {
  const book = bookOf([sheetOf('Sheet1', rows)]);
  const at = { sheetId: '{Sheet1}', row: 50, column: 50 };
  const { cells } = book.sheets[0]!;
  for (let row = 0; row <= 50; row++) cells[row] ??= [];
  cells[50]![50] = { value: null, formula };
  createCalculator(book, options).calculateAll();
  return plain(cells[at.row]![at.column]!.value);
}
