import type { Book, Chart, Scalar } from '../../book';
import { resolvePlace } from '../../host/wire/lookup';
import { ticks } from '../../taskpane/parts/scale';
import { formatValue } from '../../host/calc';
import { textOf } from '../cells/content';

export interface Point {
  value: number;
  /** As its cell shows it. */
  text: string;
  /** Where its bar begins: 0, or the end of what it is stacked on. */
  from: number;
}

export interface ChartData {
  kind: 'bars' | 'columns' | 'lines';
  stacked: boolean;
  title: string;
  categories: string[];
  series: { name: string; color: string; points: Point[] }[];
  /** Marks of the value axis, the least first, as they are written. */
  axis: { value: number; text: string }[];
}

const spareColors = ['#F0A04B', '#0F5561', '#5BAE7A', '#6B7785'];

/** A chart's numbers as they are in the workbook now. */
export function chartData(book: Book, chart: Chart): ChartData {
  const stacked = chart.type.endsWith('Stacked');
  const reached = new Map<string, number>();
  const series = chart.series.map(({ name, nameRef, values, color }, i) => ({
    name: nameRef === undefined ? name : (read(book, nameRef)[0]?.text ?? name),
    color: color ?? (spareColors[i % spareColors.length] as string),
    points: read(book, values).map((cell, at) => {
      const value = typeof cell.value === 'number' ? cell.value : 0;
      const pile = `${at} ${value < 0}`;
      const from = stacked ? (reached.get(pile) ?? 0) : 0;
      reached.set(pile, from + value);
      return { value, text: cell.text, from };
    }),
  }));
  const categories = chart.series[0]?.categories;
  return {
    kind: chart.type.startsWith('Bar')
      ? 'bars'
      : chart.type.startsWith('Line')
        ? 'lines'
        : 'columns',
    stacked,
    title: chart.titleVisible ? chart.title : '',
    categories: categories === undefined ? [] : read(book, categories).map(({ text }) => text),
    series,
    axis: axisOf(book, chart, series),
  };
}

function axisOf(book: Book, chart: Chart, series: ChartData['series']): ChartData['axis'] {
  const ends = series.flatMap(({ points }) => points.map(({ value, from }) => from + value));
  const { minimum = Math.min(0, ...ends), maximum = Math.max(0, ...ends) } = chart.valueAxis;
  const format =
    chart.valueAxis.numberFormat ??
    read(book, chart.series[0]?.values ?? '').find(({ format }) => format)?.format ??
    'General';
  return ticks(minimum, maximum === minimum ? minimum + 1 : maximum).map((value) => ({
    value,
    text: formatValue(value, format),
  }));
}

function read(book: Book, reference: string): { value: Scalar; text: string; format?: string }[] {
  const place = resolvePlace(book, reference.replace(/^=/, ''));
  if (!place) return [];
  const { sheet, area } = place;
  const cells: { value: Scalar; text: string; format?: string }[] = [];
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      const cell = sheet.cells[row]?.[column];
      const format = cell?.style?.numberFormat;
      cells.push({ value: cell?.value ?? null, text: textOf(cell), ...(format && { format }) });
    }
  }
  return cells;
}
