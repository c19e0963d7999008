import {
  type ArrayFormula,
  type Cell,
  CellError,
  type ErrorCode,
  type Marks,
  type Scalar,
  type Sheet,
} from './book';
import type { Style } from './style';
import { MAX_COLUMNS, MAX_ROWS, parseArea, parseCell } from './address';
import { type Allowance, broken } from './errors';
import { formulaFromFile } from './formula';
import { SharedFormulas } from './sharedFormula';
import type { Look } from './stylesRead';
import { decodeText } from './text';
import { type Node, child, flag, numeric, serialized } from './xml';

const ERRORS: string[] = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A'];
const NOT_EVALUATED = new CellError('#NOT_EVALUATED');
export const DAYS_FROM_1904 = 1462;

/** Text of a shared or inline string: rich runs joined, phonetic readings left out. */
export function stringItem(node: Node): string {
  let text = '';
  for (const part of node.children) {
    if (part.name === 't') text += part.text;
    else if (part.name === 'r') text += child(part, 't')?.text ?? '';
  }
  return decodeText(text);
}

/** Runs and readings of a string item, which its text does not say. */
const richItem = (node: Node): string | undefined =>
  node.children.every(({ name }) => name === 't' || name === 'phoneticPr')
    ? undefined
    : node.children.map(serialized).join('');

/** A text of the workbook. */
export interface StringItem {
  text: string;
  rich?: string;
}

export function readStringItem(node: Node): StringItem {
  const text = stringItem(node);
  const rich = richItem(node);
  return rich === undefined ? { text } : { text, rich };
}

export interface ReadContext {
  strings: StringItem[];
  looks: Look[];
  date1904: boolean;
  /** Cells that the whole workbook may still have. */
  allowance: Allowance;
  /** Characters that its texts may still have, each cell's counted. */
  text: Allowance;
  /** Name of the table a cell stands in. */
  tableAt: (row: number, column: number) => string | undefined;
}

/** Takes a sheet's rows one by one, in file order. */
export class RowReader {
  private nextRow = 0;
  private readonly shared = new SharedFormulas();
  /** By column: the formula read last. In a table the next row mostly has the same. */
  private readonly last: { text: string; table: string | undefined; formula: string }[] = [];

  constructor(
    private readonly sheet: Sheet,
    private readonly context: ReadContext,
  ) {}

  read(node: Node): void {
    const row = (numeric(node, 'r') ?? this.nextRow + 1) - 1;
    if (!Number.isInteger(row) || row < 0 || row >= MAX_ROWS) throw broken(`row ${row + 1}`);
    this.nextRow = row + 1;
    const height = numeric(node, 'ht');
    if (height !== undefined && flag(node, 'customHeight')) this.sheet.rowHeights.set(row, height);
    if (flag(node, 'hidden')) this.sheet.hiddenRows.add(row);
    const style = flag(node, 'customFormat') ? this.look(node)?.style : undefined;
    if (style) (this.sheet.rowStyles ??= new Map()).set(row, style);
    const marks = rowMarks(node);
    if (marks) (this.sheet.rowMarks ??= new Map()).set(row, marks);
    let column = 0;
    for (const cell of node.children) {
      if (cell.name !== 'c') continue;
      const reference = cell.attributes['r'];
      const place = reference ? parseCell(reference) : { row, column };
      if (place.column >= MAX_COLUMNS) throw broken(`row ${row + 1} is too wide`);
      column = place.column + 1;
      this.put(place.row, place.column, this.cell(cell, place.row, place.column));
    }
  }

  private put(row: number, column: number, cell: Cell | undefined): void {
    if (!cell) return;
    this.context.allowance.spend(1);
    if (typeof cell.value === 'string') this.context.text.spend(cell.value.length);
    (this.sheet.cells[row] ??= [])[column] = cell;
  }

  private look(node: Node): Look | undefined {
    return this.context.looks[numeric(node, 's') ?? 0];
  }

  private cell(node: Node, row: number, column: number): Cell | undefined {
    const look = this.look(node);
    const formula = node.plain
      ? this.ownFormula(node.plain.formula, row, column)
      : this.formula(child(node, 'f'), row, column);
    const value = this.value(node, look?.isDate ?? false, formula !== undefined);
    if (value === null && formula === undefined && !look?.style) return undefined;
    const made = create(value, formula, look?.style);
    const array = formula === undefined ? undefined : readArray(node);
    if (array) made.array = array;
    const rich = typeof value === 'string' ? this.rich(node) : undefined;
    if (rich !== undefined) made.rich = rich;
    return made;
  }

  private rich(node: Node): string | undefined {
    const type = node.attributes['t'];
    if (type === 's') return this.context.strings[Number(valueIn(node))]?.rich;
    const inline = type === 'inlineStr' ? child(node, 'is') : undefined;
    return inline && richItem(inline);
  }

  private formula(node: Node | undefined, row: number, column: number): string | undefined {
    if (!node || node.attributes['t'] === 'dataTable') return undefined;
    const index = node.attributes['t'] === 'shared' ? node.attributes['si'] : undefined;
    const formula = this.ownFormula(node.text, row, column);
    if (index === undefined) return formula;
    if (formula === undefined) return this.shared.at(index, row, column);
    this.shared.define(index, formula, row, column);
    return formula;
  }

  /** The formula that is written at a place, undefined where none is. */
  private ownFormula(text: string | undefined, row: number, column: number): string | undefined {
    if (!text) return undefined;
    const table = this.context.tableAt(row, column);
    const last = this.last[column];
    if (last?.text === text && last.table === table) return last.formula;
    const formula = formulaFromFile(decodeText(text), table);
    this.last[column] = { text, table, formula };
    return formula;
  }

  private value(node: Node, isDate: boolean, computed: boolean): Scalar {
    const type = node.attributes['t'];
    if (type === 'inlineStr') {
      const inline = child(node, 'is');
      return inline ? stringItem(inline) : '';
    }
    const text = valueIn(node);
    if (text === undefined) return computed ? NOT_EVALUATED : null;
    switch (type) {
      case 's':
        return this.context.strings[Number(text)]?.text ?? '';
      case 'str':
        return decodeText(text);
      case 'b':
        return text.trim() === '1' || text.trim() === 'true';
      case 'e':
        return errorValue(text.trim(), computed);
      case 'd':
        return serialOf(text);
      default:
        return this.number(text, isDate, computed);
    }
  }

  private number(text: string, isDate: boolean, computed: boolean): Scalar {
    if (text.trim() === '') return computed ? NOT_EVALUATED : null;
    const number = Number(text);
    if (!Number.isFinite(number)) throw broken(`"${text.slice(0, 40)}" is not a number`);
    return isDate && this.context.date1904 ? number + DAYS_FROM_1904 : number;
  }
}

const valueIn = (node: Node): string | undefined =>
  node.plain ? node.plain.value : child(node, 'v')?.text;

/** What the book does not model of a row; heights that Excel chose among them. */
function rowMarks({ attributes }: Node): Marks | undefined {
  let marks: Record<string, string> | undefined;
  for (const key in attributes) {
    if (ROW_ATTRIBUTES.has(key)) continue;
    if (key === 'ht' && attributes['customHeight'] !== undefined) continue;
    (marks ??= {})[key] = attributes[key]!;
  }
  return marks;
}

const ROW_ATTRIBUTES = new Set([
  'r', 's', 'customFormat', 'customHeight', 'hidden', 'spans', 'x14ac:dyDescent',
]); // prettier-ignore

function readArray(node: Node): ArrayFormula | undefined {
  const formula = child(node, 'f');
  if (formula?.attributes['t'] !== 'array') return undefined;
  const { rows, columns } = parseArea(formula.attributes['ref'] ?? 'A1');
  const metadata = node.attributes['cm'];
  return metadata === undefined ? { rows, columns } : { rows, columns, metadata };
}

function create(value: Scalar, formula: string | undefined, style: Style | undefined): Cell {
  const cell: Cell = { value };
  if (formula !== undefined) cell.formula = formula;
  if (style) cell.style = style;
  return cell;
}

/** Newer errors (#SPILL!, #CALC!) have no place in the book: the formula waits for evaluation. */
function errorValue(code: string, computed: boolean): CellError {
  if (ERRORS.includes(code)) return new CellError(code as ErrorCode);
  return computed ? NOT_EVALUATED : new CellError('#VALUE!');
}

/** ISO 8601 → Excel serial number. */
function serialOf(text: string): Scalar {
  const time = Date.parse(
    /[zZ]|[+-]\d\d:\d\d$/.test(text) ? text : `${text}${text.includes('T') ? 'Z' : ''}`,
  );
  return Number.isNaN(time) ? text : time / 86_400_000 + 25_569;
}
