import type { Times } from './measure';

type Cell = string | number | Times;

/** One printed table: what was measured by row. */
export interface Report {
  title: string;
  columns: string[];
  rows: Cell[][];
}

const number = (value: number) =>
  Number.isInteger(value) ? value.toLocaleString('en') : value.toPrecision(3);

const milliseconds = (value: number) =>
  value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en');

function text(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return number(cell);
  return `${milliseconds(cell.median)} (${milliseconds(cell.min)}–${milliseconds(cell.max)})`;
}

/** The table as Markdown; times are milliseconds, median (min–max). */
export function markdown({ title, columns, rows }: Report): string {
  const cells = [columns, ...rows.map((row) => row.map(text))];
  const widths = columns.map((_, i) => Math.max(3, ...cells.map((row) => (row[i] ?? '').length)));
  const line = (row: string[]) =>
    `| ${widths.map((width, i) => (row[i] ?? '').padEnd(width)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  const [head = [], ...body] = cells;
  return [`**${title}**`, '', line(head), rule, ...body.map(line), ''].join('\n');
}
