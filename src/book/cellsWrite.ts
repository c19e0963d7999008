import { toCol } from '@borgar/fx';
import { type Cell, CellError, type Scalar, type Sheet } from './book';
import { areaName } from './address';
import { DAYS_FROM_1904, stringItem } from './cellsRead';
import { formulaToFile } from './formula';
import { isDateFormat } from './numberFormats';
import type { Style } from './style';
import type { Looks } from './stylesWrite';
import { enclosingTable } from './tables';
import { encodeText, needsSpacePreserve } from './text';
import { type Attributes, XML_HEAD, el, escapeText, parseXml } from './xml';
import { MAIN } from './vocabulary';

const MAX_TEXT = 32_767;

/** Numbers the texts of a workbook. */
export interface Strings {
  id(text: string): number;
  /** The same for a text with runs or readings, as the file has them. */
  rich(xml: string): number;
}

/** Every distinct text once, in the order the cells come. */
export class SharedStrings implements Strings {
  private readonly ids = new Map<string, number>();
  private uses = 0;

  id(text: string): number {
    return this.rich(textElement('t', text));
  }

  rich(xml: string): number {
    this.uses++;
    let id = this.ids.get(xml);
    if (id === undefined) this.ids.set(xml, (id = this.ids.size));
    return id;
  }

  xml(): string {
    const items = [...this.ids.keys()].map((item) => `<si>${item}</si>`);
    return (
      XML_HEAD +
      el('sst', { xmlns: MAIN, count: this.uses, uniqueCount: this.ids.size }, items.join(''))
    );
  }
}

export interface CellContext {
  styles: Looks;
  strings: Strings;
  cachedValues: boolean;
  /** The file counts its days from 1904; the book never does. */
  date1904?: boolean;
}

export const textElement = (tag: string, text: string) =>
  `<${tag}${needsSpacePreserve(text) ? ' xml:space="preserve"' : ''}>${escapeText(encodeText(text))}</${tag}>`;

/** Text that Excel would read as something else when the cell is edited. */
const looksTyped = (value: Scalar) => typeof value === 'string' && /^[=+\-@']/.test(value);

/** Rows of a sheet that say anything, in their order. */
export function usedRows(sheet: Sheet): number[] {
  const rows = new Set<number>([
    ...Object.keys(sheet.cells).map(Number),
    ...sheet.rowHeights.keys(),
    ...sheet.hiddenRows,
    ...(sheet.rowStyles?.keys() ?? []),
    ...(sheet.rowMarks?.keys() ?? []),
  ]);
  return [...rows].sort((a, b) => a - b);
}

/** The rows of a sheet: cells, heights, hidden rows. */
export function sheetData(sheet: Sheet, context: CellContext): string {
  const tableAt = enclosingTable(sheet);
  const out: string[] = [];
  for (const row of usedRows(sheet)) {
    const cells: string[] = [];
    sheet.cells[row]?.forEach((cell, column) => {
      if (cell) cells.push(cellXml(sheet, cell, row, column, tableAt(row, column), context));
    });
    const attributes = rowAttributes(sheet, row, context);
    if (cells.length > 0 || Object.values(attributes).filter((v) => v !== undefined).length > 1)
      out.push(el('row', attributes, cells.join('')));
  }
  return el('sheetData', {}, out.join(''));
}

export function rowAttributes(sheet: Sheet, row: number, { styles }: CellContext): Attributes {
  const height = sheet.rowHeights.get(row);
  const style = sheet.rowStyles?.get(row);
  return {
    ...sheet.rowMarks?.get(row),
    r: row + 1,
    s: style && styles.look(style),
    customFormat: style && true,
    ...(height !== undefined && { ht: height, customHeight: true }),
    hidden: sheet.hiddenRows.has(row) || undefined,
  };
}

export function cellXml(
  sheet: Sheet,
  { value, formula, array, style, rich }: Cell,
  row: number,
  column: number,
  table: string | undefined,
  context: CellContext,
): string {
  const { styles, strings, cachedValues } = context;
  const counted = inCalendar(value, style, context);
  const look = styles.look(
    style,
    formula === undefined && style?.numberFormat !== '@' && looksTyped(value),
  );
  const open = `<c r="${toCol(column)}${row + 1}"${look ? ` s="${look}"` : ''}`;
  if (formula !== undefined) {
    const how = array
      ? ` t="array" ref="${areaName({ row, column, rows: array.rows, columns: array.columns })}"`
      : '';
    const grows = array?.metadata === undefined ? '' : ` cm="${array.metadata}"`;
    const text = `<f${how}>${escapeText(encodeText(formulaToFile(formula, table)))}</f>`;
    const [type, cached] = cachedValues ? cachedXml(counted) : ['', ''];
    return `${open}${type}${grows}>${text}${cached}</c>`;
  }
  if (value === null) return `${open}/>`;
  if (typeof value === 'string') {
    if (value.length > MAX_TEXT)
      throw new RangeError(
        `${sheet.name}!${toCol(column)}${row + 1} has ${value.length} characters; Excel allows ${MAX_TEXT}. Shorten the text.`,
      );
    const id = rich !== undefined && says(rich, value) ? strings.rich(rich) : strings.id(value);
    return `${open} t="s"><v>${id}</v></c>`;
  }
  const constant =
    value instanceof CellError && value.code === '#NOT_EVALUATED' ? NOT_KNOWN : counted;
  const [type, cached] = cachedXml(constant);
  return `${open}${type}>${cached}</c>`;
}

/** Whether runs of a text still are that text. */
const says = (rich: string, text: string) => stringItem(parseXml(`<si>${rich}</si>`)) === text;

const inCalendar = (value: Scalar, style: Style | undefined, { date1904 }: CellContext) =>
  date1904 && typeof value === 'number' && isDateFormat(style?.numberFormat ?? 'General')
    ? value - DAYS_FROM_1904
    : value;

/** A place that holds an unevaluated value but no formula can only say "not available". */
const NOT_KNOWN = new CellError('#N/A');

/** Type attribute and value element; both empty for a formula not evaluated yet. */
function cachedXml(value: Scalar): [string, string] {
  if (typeof value === 'number')
    return Number.isFinite(value) ? ['', `<v>${value}</v>`] : [' t="e"', '<v>#NUM!</v>'];
  if (typeof value === 'string') return [' t="str"', textElement('v', value)];
  if (typeof value === 'boolean') return [' t="b"', `<v>${value ? 1 : 0}</v>`];
  if (value === null || value.code === '#NOT_EVALUATED') return ['', ''];
  return [' t="e"', `<v>${value.code}</v>`];
}
