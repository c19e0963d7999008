import type { Chart, Sheet } from '../../../book';
import { DEFAULT_COLUMN } from './range-format';
import { assertAllowed } from '../protection';
import { instance, type Instance, type Kind } from '../kind';
import type { Engine } from '../engine';
import { chartSeries } from '../chart-series';
import { apiNotFound, HostRefusal, invalidArgument, itemNotFound } from '../refusal';
import { categoryAxis, chartDataLabels, chartLegend, chartTitle, valueAxis } from './chart-parts';
import { seriesCollection } from './chart-series';
import { rangeGiven, worksheetOf } from './place';

export interface ChartState {
  sheet: Sheet;
  chart: Chart;
}

const TYPES =
  /^(Column|Bar)(Clustered|Stacked|Stacked100)$|^Line(Markers|Stacked)?$|^Pie$|^Doughnut$|^XYScatter(Lines|LinesNoMarkers|Smooth)?$|^Area(Stacked)?$|^Radar(Filled|Markers)?$/;

const find = (sheet: Sheet, key: unknown): Instance<ChartState> | null => {
  const text = String(key).toLowerCase();
  const chart = sheet.charts.find(({ id, name }) => id === key || name.toLowerCase() === text);
  return chart ? instance(chartKind, { sheet, chart }) : null;
};

function item(sheet: Sheet, key: unknown): Instance<ChartState> {
  const found = find(sheet, key);
  if (!found) throw itemNotFound();
  return found;
}

function add(
  sheet: Sheet,
  [type, source, seriesBy]: unknown[],
  engine: Engine,
): Instance<ChartState> {
  assertAllowed(sheet, 'allowEditObjects');
  if (typeof type !== 'string' || !TYPES.test(type)) throw apiNotFound(`the chart type "${type}"`);
  const place = rangeGiven(source, sheet, engine);
  let number = sheet.charts.length + 1;
  while (find(sheet, `Chart ${number}`)) number++;
  const series = chartSeries(place.sheet, place.area, seriesBy ?? 'Auto');
  const chart: Chart = {
    id: `{00000000-0004-0000-${String(engine.nextId()).padStart(4, '0')}-000000000000}`,
    name: `Chart ${number}`,
    type,
    title: series.length === 1 ? series[0]!.name : 'Chart Title',
    titleVisible: true,
    left: 100,
    top: 50,
    width: 360,
    height: 216,
    legend: { visible: series.length > 1, position: 'Bottom' },
    series,
    valueAxis: { visible: true, majorGridlines: true },
    categoryAxis: { visible: true, reverse: false },
    dataLabels: false,
  };
  sheet.charts.push(chart);
  return instance(chartKind, { sheet, chart });
}

export const chartCollection: Kind<Sheet> = {
  name: 'ChartCollection',
  get: { Count: ({ charts }) => charts.length },
  items: (sheet) => sheet.charts.map((chart) => instance(chartKind, { sheet, chart })),
  item,
  call: {
    Add: add,
    GetItem: (sheet, [key]) => item(sheet, key),
    GetItemOrNullObject: (sheet, [key]) => find(sheet, key),
    GetItemAt: (sheet, [index]) => item(sheet, sheet.charts[index]?.id),
    GetCount: ({ charts }) => charts.length,
  },
};

const measure = (value: unknown): number => {
  if (typeof value !== 'number' || value < 0)
    throw invalidArgument('A number of points is needed.');
  return value;
};

function offset(
  sizes: Map<number, number>,
  index: number,
  standard: number,
  hidden: Set<number>,
): number {
  let points = 0;
  for (let at = 0; at < index; at++) points += hidden.has(at) ? 0 : (sizes.get(at) ?? standard);
  return points;
}

function setPosition({ sheet, chart }: ChartState, [start, end]: unknown[], engine: Engine): void {
  const from = rangeGiven(start, sheet, engine).area;
  const to = end === null || end === undefined ? undefined : rangeGiven(end, sheet, engine).area;
  const x = (column: number) =>
    offset(sheet.columnWidths, column, sheet.standardWidth ?? DEFAULT_COLUMN, sheet.hiddenColumns);
  const y = (row: number) => offset(sheet.rowHeights, row, 15, sheet.hiddenRows);
  chart.left = x(from.column);
  chart.top = y(from.row);
  if (!to) return;
  chart.width = x(to.column + to.columns) - chart.left;
  chart.height = y(to.row + to.rows) - chart.top;
}

const sizeMembers = { Left: 'left', Top: 'top', Width: 'width', Height: 'height' } as const;

const chartKind: Kind<ChartState> = {
  name: 'Chart',
  key: ({ chart: { id, name } }) => ({ Id: id, Name: name }),
  get: {
    Id: ({ chart }) => chart.id,
    Name: ({ chart }) => chart.name,
    ChartType: ({ chart }) => chart.type,
    PlotVisibleOnly: ({ chart }) => !chart.drawsHidden,
    ...Object.fromEntries(
      Object.entries(sizeMembers).map(([member, key]) => [
        member,
        ({ chart }: ChartState) => chart[key],
      ]),
    ),
  },
  set: {
    Name: ({ sheet, chart }, value) => {
      if (typeof value !== 'string' || value === '') throw invalidArgument();
      const other = find(sheet, value);
      if (other && other.state.chart !== chart) {
        throw new HostRefusal('InvalidArgument', `A chart is named "${value}" already.`);
      }
      chart.name = value;
    },
    ChartType: ({ chart }, value) => {
      if (!TYPES.test(value)) throw apiNotFound(`the chart type "${value}"`);
      chart.type = value;
    },
    PlotVisibleOnly: ({ chart }, value) => {
      if (value === false) chart.drawsHidden = true;
      else delete chart.drawsHidden;
    },
    ...Object.fromEntries(
      Object.entries(sizeMembers).map(([member, key]) => [
        member,
        ({ chart }: ChartState, value: unknown) => void (chart[key] = measure(value)),
      ]),
    ),
  },
  to: {
    Title: (state) => instance(chartTitle, state),
    Legend: (state) => instance(chartLegend, state),
    Series: (state) => instance(seriesCollection, state),
    Axes: (state) => instance(chartAxes, state),
    DataLabels: (state) => instance(chartDataLabels, state),
    Worksheet: ({ sheet }) => worksheetOf(sheet),
  },
  call: {
    SetPosition: setPosition,
    SetData: ({ sheet, chart }, [source, seriesBy], engine) => {
      const place = rangeGiven(source, sheet, engine);
      chart.series = chartSeries(place.sheet, place.area, seriesBy ?? 'Auto');
    },
    Delete: ({ sheet, chart }) => {
      assertAllowed(sheet, 'allowEditObjects');
      sheet.charts.splice(sheet.charts.indexOf(chart), 1);
    },
    Activate: (_state) => undefined,
  },
};

const chartAxes: Kind<ChartState> = {
  name: 'ChartAxes',
  to: {
    ValueAxis: (state) => instance(valueAxis, state),
    CategoryAxis: (state) => instance(categoryAxis, state),
  },
};
