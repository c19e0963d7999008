import type { RowSpec, TableBlock } from '../workbook';
import { barColor, numberFormats } from './looks';
import { rangeWorth } from './target';
import { jsonBytes } from './text';

/**
 * The number formats of columns in which some rows are shown otherwise than the column.
 * @param rows as they stand, absent ones as the column is shown
 */
export function rowFormats(
  block: TableBlock,
  rows: readonly (RowSpec | undefined)[] = block.rows,
): { column: number; formats: string[] }[] {
  return block.columns.flatMap(({ id, kind }, column) => {
    if (!rows.some((row) => row?.kinds?.[id])) return [];
    return [{ column, formats: rows.map((row) => numberFormats[row?.kinds?.[id] ?? kind]) }];
  });
}

/**
 * How the number formats of columns side by side are written: one for all rows of columns that are shown
 * alike, or a matrix over all of them where that is cheaper than a range for each.
 */
export function formatRuns(
  formats: readonly (string | undefined)[],
  rows: number,
): { offset: number; columns: number; cells: string | (string | null)[][] }[] {
  const runs: { offset: number; columns: number; cells: string }[] = [];
  formats.forEach((format, offset) => {
    const last = runs[runs.length - 1];
    if (format === undefined) return;
    if (last?.cells === format && last.offset + last.columns === offset) last.columns += 1;
    else runs.push({ offset, columns: 1, cells: format });
  });
  const [first, last] = [runs[0], runs[runs.length - 1]];
  if (!first || !last) return [];
  // Null leaves a cell as it is.
  const row = formats.slice(first.offset, last.offset + last.columns).map((one) => one ?? null);
  if (rows * jsonBytes(row) >= (runs.length - 1) * rangeWorth) return runs;
  const cells = Array.from({ length: rows }, () => row);
  return [{ offset: first.offset, columns: row.length, cells }];
}

/** A bar in each cell, from 0 to the largest value. */
export function addBar(range: Excel.Range): void {
  const conditional = range.conditionalFormats.add('DataBar');
  conditional.dataBar.positiveFormat.fillColor = barColor;
  conditional.dataBar.positiveFormat.gradientFill = false;
  conditional.dataBar.lowerBoundRule = { type: 'Number', formula: '0' };
}

/** Points for a row of so many lines of body text; Excel allows 409. */
export const rowHeight = (lines: number) => Math.min(400, Math.max(20, lines * 14.5 + 6));
