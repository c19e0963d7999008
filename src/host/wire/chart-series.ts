import type { Area, Series, Sheet } from '../../book';
import { formatAddress } from './area';
import { cellAt, isBlank } from './grid';
import { invalidArgument } from './refusal';

/**
 * Series of a source area as Excel reads it: a first row of texts names the series, a first
 * column of texts names the categories. "Auto" takes the longer side for the categories.
 */
export function chartSeries(sheet: Sheet, area: Area, seriesBy: unknown): Series[] {
  if (!['Auto', 'Columns', 'Rows'].includes(String(seriesBy))) throw invalidArgument();
  const text = (row: number, column: number) => {
    const cell = cellAt(sheet, row, column);
    return isBlank(cell) || typeof cell!.value === 'string';
  };
  const header =
    area.rows > 1 && every(area.columns, (n) => n === 0 || text(area.row, area.column + n));
  const labels =
    area.columns > 1 && every(area.rows, (n) => n === 0 || text(area.row + n, area.column));
  const top = area.row + (header ? 1 : 0);
  const left = area.column + (labels ? 1 : 0);
  const rows = area.row + area.rows - top;
  const columns = area.column + area.columns - left;
  const byColumns = seriesBy === 'Columns' || (seriesBy === 'Auto' && rows >= columns);
  const at = (row: number, column: number, height: number, width: number) =>
    formatAddress(sheet, { row, column, rows: height, columns: width }, '$');
  return Array.from({ length: byColumns ? columns : rows }, (_, index) => {
    const named = byColumns ? header : labels;
    const nameAt = byColumns
      ? { row: area.row, column: left + index }
      : { row: top + index, column: area.column };
    const series: Series = {
      name: named
        ? String(cellAt(sheet, nameAt.row, nameAt.column)?.value ?? '')
        : `Series${index + 1}`,
      values: byColumns ? at(top, left + index, rows, 1) : at(top + index, left, 1, columns),
    };
    if (named) series.nameRef = at(nameAt.row, nameAt.column, 1, 1);
    if (byColumns ? labels : header) {
      series.categories = byColumns
        ? at(top, area.column, rows, 1)
        : at(area.row, left, 1, columns);
    }
    return series;
  });
}

const every = (count: number, test: (index: number) => boolean): boolean =>
  Array.from({ length: count }, (_, index) => index).every(test);
