/** How a file writes an Office.js ChartType. */
export interface ChartShape {
  element:
    | 'barChart'
    | 'lineChart'
    | 'pieChart'
    | 'doughnutChart'
    | 'areaChart'
    | 'scatterChart'
    | 'radarChart';
  direction?: 'bar' | 'col';
  grouping?: 'clustered' | 'standard' | 'stacked' | 'percentStacked';
  markers?: boolean;
  /** Of a scatter chart: whether lines join the points, and whether they are smooth. */
  lines?: 'none' | 'straight' | 'smooth';
  radar?: 'standard' | 'marker' | 'filled';
}

const bars = (direction: 'bar' | 'col', grouping: ChartShape['grouping']): ChartShape => ({
  element: 'barChart',
  direction,
  grouping,
});
const lines = (grouping: ChartShape['grouping'], markers: boolean): ChartShape => ({
  element: 'lineChart',
  grouping,
  markers,
});
const areas = (grouping: ChartShape['grouping']): ChartShape => ({
  element: 'areaChart',
  grouping,
});
const scatter = (lines: ChartShape['lines'], markers: boolean): ChartShape => ({
  element: 'scatterChart',
  lines,
  markers,
});
const radar = (style: ChartShape['radar']): ChartShape => ({ element: 'radarChart', radar: style });

const SHAPES: Record<string, ChartShape> = {
  ColumnClustered: bars('col', 'clustered'),
  ColumnStacked: bars('col', 'stacked'),
  ColumnStacked100: bars('col', 'percentStacked'),
  BarClustered: bars('bar', 'clustered'),
  BarStacked: bars('bar', 'stacked'),
  BarStacked100: bars('bar', 'percentStacked'),
  Line: lines('standard', false),
  LineStacked: lines('stacked', false),
  LineStacked100: lines('percentStacked', false),
  LineMarkers: lines('standard', true),
  LineMarkersStacked: lines('stacked', true),
  LineMarkersStacked100: lines('percentStacked', true),
  Area: areas('standard'),
  AreaStacked: areas('stacked'),
  AreaStacked100: areas('percentStacked'),
  Pie: { element: 'pieChart' },
  Doughnut: { element: 'doughnutChart' },
  XYScatter: scatter('none', true),
  XYScatterLines: scatter('straight', true),
  XYScatterLinesNoMarkers: scatter('straight', false),
  XYScatterSmooth: scatter('smooth', true),
  Radar: radar('standard'),
  RadarMarkers: radar('marker'),
  RadarFilled: radar('filled'),
};

/** Chart types a file of ours can hold. */
const CHART_TYPES = Object.keys(SHAPES);

export const CHART_ELEMENTS: string[] = [
  ...new Set(Object.values(SHAPES).map(({ element }) => element)),
];

export function chartShape(type: string): ChartShape {
  const shape = Object.hasOwn(SHAPES, type) ? SHAPES[type] : undefined;
  if (!shape)
    throw new RangeError(
      `A chart of type "${type}" cannot be saved. Use one of ${CHART_TYPES.join(', ')}.`,
    );
  return shape;
}

export const chartType = (found: ChartShape): string | undefined =>
  CHART_TYPES.find((type) => {
    const shape = SHAPES[type]!;
    return (
      shape.element === found.element &&
      shape.direction === found.direction &&
      shape.grouping === found.grouping &&
      shape.markers === found.markers &&
      shape.lines === found.lines &&
      shape.radar === found.radar
    );
  });

export const isRound = ({ element }: ChartShape) =>
  element === 'pieChart' || element === 'doughnutChart';

export const LEGEND_TO_FILE: Record<string, string> = {
  Top: 't',
  Bottom: 'b',
  Left: 'l',
  Right: 'r',
  Corner: 'tr',
};
