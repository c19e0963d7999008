import { isDateFormat } from 'numfmt';
import { formatValue } from '../../host/calc';
import { parseInput } from '../../host/wire/input';
import { Content } from '../../host/wire/write';
import { CellError, type Cell } from '../../book';

/** A cell's value as Excel would show it. */
export const textOf = (cell: Cell | undefined): string =>
  cell ? formatValue(cell.value, formatOf(cell)) : '';

/** What a cell holds, to be put into another: never what is shown of it. */
export const contentOf = (cell: Cell | undefined, formula = cell?.formula): Content =>
  new Content(cell?.value ?? null, formula, cell?.style?.numberFormat);

/** What a person is given to edit: all digits, and what gives the same cell again when it is typed. */
export function editText(cell: Cell | undefined): string {
  if (!cell) return '';
  const { value, formula } = cell;
  if (formula !== undefined) return formula;
  if (value === null) return '';
  if (typeof value === 'number') return numberText(value, formatOf(cell));
  if (typeof value === 'string') return asTyped(value, formatOf(cell));
  return value instanceof CellError ? value.code : String(value).toUpperCase();
}

const formatOf = (cell: Cell): string => cell.style?.numberFormat ?? 'General';

export const dayText = (value: number): string =>
  formatValue(value, Number.isInteger(value) ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss');

function numberText(value: number, format: string): string {
  const wanted = isDateFormat(format)
    ? dayText(value)
    : format.includes('%')
      ? `${Number((value * 100).toPrecision(15))}%`
      : String(value);
  return gives(wanted, value, format) ? wanted : String(value);
}

/** A text that would be read as something else begins with an apostrophe. */
const asTyped = (text: string, format: string): string =>
  gives(text, text, format) ? text : `'${text}`;

function gives(text: string, value: string | number, format: string): boolean {
  const read = parseInput(text, format, () => new Date());
  return read.formula === undefined && digits(read.value) === digits(value);
}

/** A spreadsheet shows fifteen digits; a share that needs more is not given with more. */
export const digits = (value: unknown): unknown =>
  typeof value === 'number' ? value.toPrecision(15) : value;
