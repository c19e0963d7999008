import type { Cell } from '../../book';
import { parseInput } from '../../host/wire/input';
import { afterLastDay } from '../../rules';
import { dayText, digits, textOf } from './content';

/** Cells as other programs take them from the clipboard: what is shown, one line a row. */
export const toTsv = (cells: readonly (readonly (Cell | undefined)[])[]): string =>
  cells.map((row) => row.map((cell) => quoted(textOf(cell))).join('\t')).join('\r\n');

const quoted = (text: string): string =>
  /[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** The same as a table, with all digits of numbers where Excel (x:num) and LibreOffice (sdval) look for them. */
export function toHtml(cells: readonly (readonly (Cell | undefined)[])[]): string {
  const rows = cells.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`).join('');
  const excel = 'xmlns:x="urn:schemas-microsoft-com:office:excel"';
  return `<html ${excel}><body><table>${rows}</table></body></html>`;
}

function htmlCell(cell: Cell | undefined): string {
  const text = escaped(textOf(cell)).replace(/\r\n?|\n/g, '<br>');
  const value = cell?.value;
  return typeof value === 'number'
    ? `<td x:num="${value}" sdval="${value}">${text}</td>`
    : `<td>${text}</td>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Cells that another program put on the clipboard, as they would be typed; undefined where there are none. */
export function fromClipboard(html: string, text: string): string[][] | undefined {
  const { rows, isAll } = /<table/i.test(html) ? fromHtml(html) : { rows: [], isAll: false };
  if (rows.length > 0 && (isAll || text === '')) return rows;
  return text === '' ? undefined : fromTsv(text);
}

/** The first table's cells, and whether that is all: of a page or letter the text has the rest, too. */
function fromHtml(html: string): { rows: string[][]; isAll: boolean } {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const unseen of body.querySelectorAll('style, script')) unseen.remove();
  const table = body.querySelector('table');
  const said = (part: Element) => part.textContent.replace(/\s+/g, '');
  const cells = [...(table?.rows ?? [])];
  const isAll =
    body.querySelectorAll('table').length === 1 && said(body) === cells.map(said).join('');
  return { rows: rowsOf(cells), isAll };
}

function rowsOf(table: readonly HTMLTableRowElement[]): string[][] {
  const rows: string[][] = [];
  table.forEach((row, down) => {
    const line = (rows[down] ??= []);
    let across = 0;
    for (const cell of row.cells) {
      while (line[across] !== undefined) across += 1;
      // A merged cell stands at its first place; the others are empty.
      for (let below = 0; below < Math.max(1, cell.rowSpan); below += 1) {
        if (below > 0 && down + below >= table.length) break;
        const there = (rows[down + below] ??= []);
        for (let beside = 0; beside < cell.colSpan; beside += 1) there[across + beside] = '';
      }
      line[across] = typed(cell);
      across += cell.colSpan;
    }
  });
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''));
}

/** What a cell of another spreadsheet holds, as it says beside what it shows. */
function typed(cell: HTMLTableCellElement): string {
  const exact = cell.getAttribute('x:num') || cell.getAttribute('sdval') || googleNumber(cell);
  if (exact)
    return isDay(cell.textContent) ? day(cell.textContent, exact) : number(cell.textContent, exact);
  for (const br of cell.querySelectorAll('br')) br.replaceWith('\u2028');
  const text = cell.textContent.replace(/\s+/g, (blank) => (blank.includes('\u2028') ? '\n' : ' '));
  return plain(text.replaceAll('\u2028', '\n').trim());
}

const number = (shown: string, exact: string): string =>
  /%\s*$/.test(shown) ? `${Number((Number(exact) * 100).toPrecision(15))}%` : exact;

const isDay = (shown: string): boolean =>
  /\d\s*[-/:年月]\s*\d|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(shown);

/** As it is shown where that says it all; a fraction or a code may only look like a day. */
function day(shown: string, exact: string): string {
  const value = Number(exact);
  const read = parseInput(shown.trim(), 'General', () => new Date());
  if (digits(read.value) === digits(value)) return shown.trim();
  const isCode = shown.replace(/\D/g, '') === exact;
  return value < 1 || value >= afterLastDay || isCode ? exact : dayText(value);
}

function googleNumber(cell: HTMLTableCellElement): string | undefined {
  const said = cell.getAttribute('data-sheets-value');
  try {
    const value = said === null ? undefined : (JSON.parse(said) as Record<string, unknown>)['3'];
    return typeof value === 'number' ? String(value) : undefined;
  } catch {
    return undefined;
  }
}

/** Rows and cells of tab-separated text; a quoted cell may hold tabs and lines. */
export function fromTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"(?=[\t\r\n]|$)|[^\t\r\n]*)(\t|\r\n?|\n|$)/gy;
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    const [, value = '', end] = match;
    const isQuoted = value.length > 1 && value.startsWith('"') && value.endsWith('"');
    rows.at(-1)?.push(plain(isQuoted ? value.slice(1, -1).replaceAll('""', '"') : value));
    if (end === '') break;
    if (end === '\t') continue;
    // The last line ends, and no other begins.
    if (cell.lastIndex === text.length) break;
    rows.push([]);
  }
  return rows;
}

/** An amount without its currency sign, and a day of China, which are read as texts otherwise. */
const plain = (text: string): string =>
  text
    .replace(/^([-(]?)[¥￥€£]\s?(?=[\d.][\d,.]*\)?$)/, '$1')
    .replace(/^(\d{4})年(\d{1,2})月(\d{1,2})日$/, '$1-$2-$3');
