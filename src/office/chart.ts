import { columnLetters } from '../rules';
import type { ChartBlock, ValueKind } from '../workbook';
import { chartColors, numberFormats } from './looks';
import type { Target } from './target';
import { chartColumns, type Placement, type SheetLayout } from './positions';

const cellName = (row: number, column: number) => `${columnLetters(column)}${row + 1}`;

/** Along an axis round numbers stand: no decimals. */
const axisFormats: Partial<Record<ValueKind, string>> = { amount: '#,##0', ratio: '0%' };

/** Adds the chart of a block; its columns must have their widths already. */
export function addChart(
  target: Target,
  layout: SheetLayout,
  placement: Placement,
  block: ChartBlock,
): void {
  const source = layout.placements.find(
    ({ block: one }) => one.kind === 'table' && one.id === block.table,
  );
  const [firstSeries] = block.series;
  if (!source || source.block.kind !== 'table' || firstSeries === undefined) return;
  const { name } = layout.sheet;
  const columns = source.block.columns;
  const bodyOf = (id: string) =>
    target.range(name, {
      row: source.row + 1,
      column: source.column + columns.findIndex((column) => column.id === id),
      rows: Math.min(block.first ?? Infinity, source.rows - 1),
      columns: 1,
    });
  const headerOf = (id: string) => columns.find((column) => column.id === id)?.header ?? id;
  // "Auto" would guess which way the data runs.
  const chart = target.sheet(name).charts.add(block.type, bodyOf(firstSeries), 'Columns');
  chart.name = block.id;
  chart.title.text = block.title;
  // Names may stand in a column that is not seen.
  const drawn = [block.category, ...block.series];
  if (columns.some(({ id, hidden }) => hidden && drawn.includes(id))) chart.plotVisibleOnly = false;
  // One series alone is what the title says.
  chart.legend.visible = block.series.length > 1 && !block.raised;
  if (block.series.length > 1 && !block.raised) chart.legend.position = 'Bottom';
  const { row, column, rows } = placement;
  const last = column + chartColumns(layout, column, block.width) - 1;
  chart.setPosition(cellName(row, column), cellName(row + rows - 1, last));
  const categories = bodyOf(block.category);
  const kind = columns.find(({ id }) => id === firstSeries)?.kind;
  if (kind) chart.axes.valueAxis.numberFormat = axisFormats[kind] ?? numberFormats[kind];
  block.series.forEach((id, i) => {
    const series = i === 0 ? chart.series.getItemAt(0) : chart.series.add(headerOf(id));
    series.name = headerOf(id);
    series.setValues(bodyOf(id));
    series.setXAxisValues(categories);
    const color = colorOf(block, i);
    if (block.type === 'Line') series.format.line.color = color;
    else {
      series.format.fill.setSolidColor(color);
      series.gapWidth = 60;
    }
  });
  if (block.type.startsWith('Bar')) chart.axes.categoryAxis.reversePlotOrder = true;
}

const colorOf = ({ raised }: ChartBlock, i: number): string => {
  if (raised) return i === 0 ? '#FFFFFF' : (chartColors[(i - 1) % chartColors.length] as string);
  return chartColors[i % chartColors.length] as string;
};
