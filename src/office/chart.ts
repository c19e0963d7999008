import type { ChartBlock } from '../workbook';
import { chartColors } from './looks';
import { widthAt, type Placement, type SheetLayout } from './positions';
import { widthInPoints } from './text';

/** Adds the chart of a block; its columns must have their widths already. */
export function addChart(
  sheet: Excel.Worksheet,
  layout: SheetLayout,
  placement: Placement,
  block: ChartBlock,
): void {
  const source = layout.placements.find(({ block: one }) => one.id === block.table);
  const [firstSeries] = block.series;
  if (!source || source.block.kind !== 'table' || firstSeries === undefined) return;
  const columns = source.block.columns;
  const bodyOf = (id: string) =>
    sheet.getRangeByIndexes(
      source.row + 1,
      source.column + columns.findIndex((column) => column.id === id),
      source.rows - 1,
      1,
    );
  const headerOf = (id: string) => columns.find((column) => column.id === id)?.header ?? id;
  // "Auto" would guess which way the data runs.
  const chart = sheet.charts.add(block.type, bodyOf(firstSeries), 'Columns');
  chart.name = block.id;
  chart.title.text = block.title;
  chart.legend.visible = true;
  chart.legend.position = 'Bottom';
  chart.setPosition(
    sheet.getRangeByIndexes(placement.row, placement.column, 1, 1),
    sheet.getRangeByIndexes(
      placement.row + placement.rows - 1,
      placement.column + chartColumns(layout, placement, block.width),
      1,
      1,
    ),
  );
  block.series.forEach((id, i) => {
    const series = i === 0 ? chart.series.getItemAt(0) : chart.series.add(headerOf(id));
    series.name = headerOf(id);
    series.setValues(bodyOf(id));
    series.setXAxisValues(bodyOf(block.category));
    series.format.fill.setSolidColor(chartColors[i % chartColors.length] as string);
    series.gapWidth = 60;
  });
  if (block.type.startsWith('Bar')) chart.axes.categoryAxis.reversePlotOrder = true;
}

/** The last column that a chart of this width reaches. */
function chartColumns(layout: SheetLayout, placement: Placement, width: number): number {
  let reached = 0;
  let columns = 0;
  while (reached < width && columns < 60) {
    const column = placement.column + columns;
    if (!layout.hiddenColumns.includes(column)) reached += widthInPoints(widthAt(layout, column));
    columns += 1;
  }
  return Math.max(0, columns - 1);
}
