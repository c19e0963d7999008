import { toCol } from '@borgar/fx';
import { type Cell, CellError, type Scalar, type Sheet } from './book';
import { formulaToFile } from './formula';
import type { StyleSheet } from './stylesWrite';
import { enclosingTable } from './tables';
import { encodeText, needsSpacePreserve } from './text';
import { XML_HEAD, el, escapeText } from './xml';
import { MAIN } from './vocabulary';

const MAX_TEXT = 32_767;

/** Every distinct text once, in the order the cells come. */
export class SharedStrings {
  private readonly ids = new Map<string, number>();
  private uses = 0;

  id(text: string): number {
    this.uses++;
    let id = this.ids.get(text);
    if (id === undefined) this.ids.set(text, (id = this.ids.size));
    return id;
  }

  xml(): string {
    const items = [...this.ids.keys()].map((text) => `<si>${textElement('t', text)}</si>`);
    return (
      XML_HEAD +
      el('sst', { xmlns: MAIN, count: this.uses, uniqueCount: this.ids.size }, items.join(''))
    );
  }
}

export interface CellContext {
  styles: StyleSheet;
  strings: SharedStrings;
  cachedValues: boolean;
}

const textElement = (tag: string, text: string) =>
  `<${tag}${needsSpacePreserve(text) ? ' xml:space="preserve"' : ''}>${escapeText(encodeText(text))}</${tag}>`;

/** Text that Excel would read as something else when the cell is edited. */
const looksTyped = (value: Scalar) => typeof value === 'string' && /^[=+\-@']/.test(value);

/** The rows of a sheet: cells, heights, hidden rows. */
export function sheetData(sheet: Sheet, context: CellContext): string {
  const rows = new Set<number>([
    ...Object.keys(sheet.cells).map(Number),
    ...sheet.rowHeights.keys(),
    ...sheet.hiddenRows,
    ...(sheet.rowStyles?.keys() ?? []),
  ]);
  const tableAt = enclosingTable(sheet);
  const out: string[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const cells: string[] = [];
    sheet.cells[row]?.forEach((cell, column) => {
      if (cell) cells.push(cellXml(sheet, cell, row, column, tableAt(row, column), context));
    });
    const height = sheet.rowHeights.get(row);
    const style = sheet.rowStyles?.get(row);
    const attributes = {
      r: row + 1,
      s: style && context.styles.look(style),
      customFormat: style && true,
      ht: height,
      customHeight: height === undefined ? undefined : true,
      hidden: sheet.hiddenRows.has(row) || undefined,
    };
    if (cells.length > 0 || Object.values(attributes).filter((v) => v !== undefined).length > 1)
      out.push(el('row', attributes, cells.join('')));
  }
  return el('sheetData', {}, out.join(''));
}

function cellXml(
  sheet: Sheet,
  { value, formula, style }: Cell,
  row: number,
  column: number,
  table: string | undefined,
  { styles, strings, cachedValues }: CellContext,
): string {
  const look = styles.look(
    style,
    formula === undefined && style?.numberFormat !== '@' && looksTyped(value),
  );
  const open = `<c r="${toCol(column)}${row + 1}"${look ? ` s="${look}"` : ''}`;
  if (formula !== undefined) {
    const text = `<f>${escapeText(encodeText(formulaToFile(formula, table)))}</f>`;
    const [type, cached] = cachedValues ? cachedXml(value) : ['', ''];
    return `${open}${type}>${text}${cached}</c>`;
  }
  if (value === null) return `${open}/>`;
  if (typeof value === 'string') {
    if (value.length > MAX_TEXT)
      throw new RangeError(
        `${sheet.name}!${toCol(column)}${row + 1} has ${value.length} characters; Excel allows ${MAX_TEXT}. Shorten the text.`,
      );
    return `${open} t="s"><v>${strings.id(value)}</v></c>`;
  }
  const constant =
    value instanceof CellError && value.code === '#NOT_EVALUATED' ? NOT_KNOWN : value;
  const [type, cached] = cachedXml(constant);
  return `${open}${type}>${cached}</c>`;
}

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
