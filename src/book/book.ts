/**
 * A workbook as plain data, without Excel's behaviour: the host changes it the way Excel would and
 * fills in values, `xlsx` opens and saves it. Rows and columns are zero-based.
 */

import type { Source } from './source';
import type { NamedStyle, Style } from './style';

export type ErrorCode =
  | '#NULL!'
  | '#DIV/0!'
  | '#VALUE!'
  | '#REF!'
  | '#NAME?'
  | '#NUM!'
  | '#N/A'
  /** Within a formula only. */
  | '#CALC!'
  | '#NOT_EVALUATED';

export class CellError {
  constructor(readonly code: ErrorCode) {}
}

/** What a cell shows. `null` is an empty cell; dates are serial numbers. */
export type Scalar = string | number | boolean | CellError | null;

export interface Cell {
  value: Scalar;
  /** en-US, with the leading "=", structured references as the user wrote them. */
  formula?: string;
  /** Of an array formula: the cells it fills, from this one on. */
  array?: ArrayFormula;
  style?: Style;
  hyperlink?: Hyperlink;
  /** Runs and readings of the text as the file has them; nothing once the text is another. */
  rich?: string;
}

export interface ArrayFormula {
  rows: number;
  columns: number;
  /** What the file says of the cell: it grows and shrinks with its result. */
  metadata?: string;
}

export interface Hyperlink {
  /** External address, or undefined for a place in this workbook. */
  address?: string;
  /** `'Sheet name'!A1` or a defined name. */
  documentReference?: string;
  screenTip?: string;
}

/** Inclusive bounds on one sheet. */
export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

export interface TableColumn {
  /** Stable within the table, as Office.js gives it. */
  id: number;
  name: string;
  /** The calculated-column formula, with "=". */
  formula?: string;
  totalsFormula?: string;
  totalsLabel?: string;
  /** Values kept by the column's filter; undefined shows all. */
  filter?: string[];
}

export interface Table {
  id: number;
  name: string;
  /** Header row included. */
  area: Area;
  columns: TableColumn[];
  style: string;
  showHeaders: boolean;
  showTotals: boolean;
  showFilterButton: boolean;
  bandedRows: boolean;
  bandedColumns: boolean;
  firstColumn: boolean;
  lastColumn: boolean;
}

export interface DefinedName {
  name: string;
  /** With "=", e.g. `='Lists'!$A$2:$A$9`. */
  formula: string;
  visible: boolean;
  comment: string;
  /** Sheet id for a sheet-scoped name. */
  scope?: string;
}

export type ValidationOperator =
  | 'Between'
  | 'NotBetween'
  | 'EqualTo'
  | 'NotEqualTo'
  | 'GreaterThan'
  | 'LessThan'
  | 'GreaterThanOrEqualTo'
  | 'LessThanOrEqualTo';

export type ValidationRule =
  | { type: 'list'; source: string; inCellDropDown: boolean }
  | {
      type: 'wholeNumber' | 'decimal' | 'date' | 'time' | 'textLength';
      operator: ValidationOperator;
      formula1: string;
      formula2?: string;
    }
  | { type: 'custom'; formula: string };

export interface Validation {
  areas: Area[];
  rule: ValidationRule;
  ignoreBlanks: boolean;
  prompt?: { showPrompt: boolean; title: string; message: string };
  errorAlert?: {
    showAlert: boolean;
    style: 'Stop' | 'Warning' | 'Information';
    title: string;
    message: string;
  };
}

/** Formats a conditional format may set. */
export interface ConditionalStyle {
  fill?: string;
  fontColor?: string;
  bold?: boolean;
  italic?: boolean;
  strikethrough?: boolean;
  underline?: boolean;
}

export interface ConditionalFormat {
  id: string;
  areas: Area[];
  priority: number;
  stopIfTrue: boolean;
  rule:
    | { type: 'custom'; formula: string; style: ConditionalStyle }
    | {
        type: 'cellValue';
        operator: ValidationOperator;
        formula1: string;
        formula2?: string;
        style: ConditionalStyle;
      }
    | {
        type: 'containsText';
        operator: 'Contains' | 'NotContains' | 'BeginsWith' | 'EndsWith';
        text: string;
        style: ConditionalStyle;
      }
    | {
        type: 'dataBar';
        color: string;
        gradient: boolean;
        showValue: boolean;
        /** undefined = automatic */
        min?: number;
        max?: number;
      }
    | { type: 'colorScale'; stops: { kind: string; value?: number | string; color: string }[] }
    | { type: 'iconSet'; set: string; showIconOnly: boolean; reverse: boolean };
}

export interface Series {
  name: string;
  /** A1 reference with sheet, e.g. `'Progress'!$B$2:$B$6`. */
  nameRef?: string;
  values: string;
  categories?: string;
  color?: string;
}

export interface Chart {
  id: string;
  name: string;
  /** Office.js ChartType, e.g. "BarClustered". */
  type: string;
  title: string;
  titleVisible: boolean;
  /** Points from the sheet's top left corner. */
  left: number;
  top: number;
  width: number;
  height: number;
  legend: { visible: boolean; position: string };
  series: Series[];
  valueAxis: {
    minimum?: number;
    maximum?: number;
    visible: boolean;
    majorGridlines: boolean;
    /** Absent: as the cells have it. */
    numberFormat?: string;
    title?: string;
  };
  categoryAxis: { visible: boolean; reverse: boolean; title?: string };
  dataLabels: boolean;
  gapWidth?: number;
  /** Draws cells of hidden rows and columns too. */
  drawsHidden?: true;
}

export interface Protection {
  /** Office.js WorksheetProtectionOptions. */
  options: Record<string, boolean | string>;
}

export interface PageLayout {
  orientation: 'Portrait' | 'Landscape';
  paperSize: string;
  /** Fit to pages: 0 or undefined = automatic. */
  fitWide?: number;
  fitTall?: number;
  scale?: number;
  /** `'Sheet'!$1:$4` without sheet: "$1:$4" */
  titleRows?: string;
  printArea?: string;
  centerHorizontally: boolean;
  printGridlines: boolean;
  /** Points. */
  margins?: {
    left: number;
    right: number;
    top: number;
    bottom: number;
    header: number;
    footer: number;
  };
  header: { left: string; center: string; right: string };
  footer: { left: string; center: string; right: string };
}

/** What lies on a sheet but in no cell, at the cell it belongs to. */
export interface Note {
  row: number;
  column: number;
  text: string;
  /** A picture, a chart or another file; the text is what it is called. */
  isPicture?: true;
  /** Of a list that lies on the sheet: which of its entries are chosen, and the cells that have them. */
  chosen?: { entries: number[]; range?: string };
}

export type Marks = Readonly<Record<string, string>>;

export interface Sheet {
  /** Stable, as Office.js gives it: "{00000000-0001-0000-0000-000000000000}" */
  id: string;
  name: string;
  visibility: Visibility;
  tabColor: string;
  showGridlines: boolean;
  showHeadings: boolean;
  /** cells[row]?.[column]; sparse. */
  cells: (Cell | undefined)[][];
  /** Look of whole columns and rows, for places without a cell; rows win over columns. */
  columnStyles?: Map<number, Style>;
  rowStyles?: Map<number, Style>;
  /** Points, of columns without a width of their own; absent = Excel's default. */
  standardWidth?: number;
  /** Points; absent = default. */
  columnWidths: Map<number, number>;
  rowHeights: Map<number, number>;
  hiddenColumns: Set<number>;
  hiddenRows: Set<number>;
  /** What the file says of rows and columns beyond that, such as outline levels: attributes as written. */
  rowMarks?: Map<number, Marks>;
  columnMarks?: Map<number, Marks>;
  merges: Area[];
  freeze: { rows: number; columns: number };
  tables: Table[];
  validations: Validation[];
  conditionalFormats: ConditionalFormat[];
  charts: Chart[];
  /** Of a file that was opened: for reading, the file's own parts are saved. */
  notes?: Note[];
  /** A filter of the file's own leaves rows out: for reading alike. */
  isFiltered?: true;
  protection?: Protection;
  pageLayout: PageLayout;
  customProperties: Map<string, string>;
}

export interface Book {
  sheets: Sheet[];
  activeSheet: string;
  /** Named cell styles besides Normal. */
  styles: NamedStyle[];
  names: DefinedName[];
  /** Office.js document settings. */
  settings: Map<string, unknown>;
  customXml: { id: string; namespace: string; xml: string }[];
  properties: {
    title: string;
    author: string;
    subject: string;
    keywords: string;
    comments: string;
  };
  /** Next id for anything that needs one. */
  nextId: number;
  /** The file it was opened from, whose other contents are saved with it. */
  source?: Source;
}
