import type { Book, Chart, Scalar } from '../../host/model/book';
import { resolvePlace } from '../../host/wire/lookup';
import { textOf } from './project';

export interface ChartData {
  title: string;
  categories: string[];
  series: { name: string; color: string; values: number[] }[];
  /** The largest value, or of the largest stack. */
  most: number;
}

const spareColors = ['#F0A04B', '#0F5561', '#5BAE7A', '#6B7785'];

/** A chart's numbers as they are in the workbook now. */
export function chartData(book: Book, chart: Chart): ChartData {
  const series = chart.series.map(({ name, nameRef, values, color }, i) => ({
    name: nameRef === undefined ? name : (read(book, nameRef)[0]?.text ?? name),
    color: color ?? (spareColors[i % spareColors.length] as string),
    values: read(book, values).map(({ value }) => (typeof value === 'number' ? value : 0)),
  }));
  const categories = chart.series[0]?.categories;
  const stacked = chart.type.endsWith('Stacked');
  const totals = (series[0]?.values ?? []).map((_, at) =>
    series.reduce((sum, one) => sum + (one.values[at] ?? 0), 0),
  );
  return {
    title: chart.titleVisible ? chart.title : '',
    categories: categories === undefined ? [] : read(book, categories).map(({ text }) => text),
    series,
    most: Math.max(1, ...(stacked ? totals : series.flatMap((one) => one.values))),
  };
}

function read(book: Book, reference: string): { value: Scalar; text: string }[] {
  const place = resolvePlace(book, reference.replace(/^=/, ''));
  if (!place) return [];
  const { sheet, area } = place;
  const cells: { value: Scalar; text: string }[] = [];
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      const cell = sheet.cells[row]?.[column];
      cells.push({ value: cell?.value ?? null, text: textOf(cell) });
    }
  }
  return cells;
}
