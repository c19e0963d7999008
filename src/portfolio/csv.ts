import type { CellValue } from '../rules';
import type { PortfolioColumn, PortfolioRow } from './tables';

/** With it Excel and Power Query know the file for UTF-8. */
const byteOrderMark = '\uFEFF';

/** What spreadsheets take for the start of a formula, full width as well, and the mark against that. */
const startsFormula = /^[=+\-@\t\r＝＋－＠']/u;

/** The first line of a CSV file: RFC 4180 with CRLF, after a byte-order mark. */
export const csvHead = (columns: readonly PortfolioColumn[]): string =>
  `${byteOrderMark}${columns.map(({ name }) => name).join(',')}\r\n`;

/** A row as a line. */
export const csvLine = (columns: readonly PortfolioColumn[], row: PortfolioRow): string =>
  `${columns.map(({ name }) => field(row[name] ?? null)).join(',')}\r\n`;

function field(value: CellValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = startsFormula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
