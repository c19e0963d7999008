import type { Series } from '../../../book';
import { formatAddress } from '../area';
import { instance, type Instance, type Kind } from '../kind';
import { invalidArgument, itemNotFound } from '../refusal';
import type { ChartState } from './charts';
import { chartDataLabels } from './chart-parts';
import { colorOf } from './color';
import { rangeGiven } from './place';

interface SeriesState extends ChartState {
  series: Series;
}

const at = (state: ChartState, index: unknown): Instance<SeriesState> => {
  const series = state.chart.series[index as number];
  if (!series) throw itemNotFound();
  return instance(chartSeriesKind, { ...state, series });
};

export const seriesCollection: Kind<ChartState> = {
  name: 'ChartSeriesCollection',
  get: { Count: ({ chart }) => chart.series.length },
  items: (state) =>
    state.chart.series.map((series) => instance(chartSeriesKind, { ...state, series })),
  call: {
    Add: (state, [name, index]) => {
      const { series } = state.chart;
      const added: Series = { name: String(name ?? `Series${series.length + 1}`), values: '' };
      series.splice(typeof index === 'number' ? index : series.length, 0, added);
      return instance(chartSeriesKind, { ...state, series: added });
    },
    GetItemAt: (state, [index]) => at(state, index),
    GetCount: ({ chart }) => chart.series.length,
  },
};

const fill: Kind<SeriesState> = {
  name: 'ChartFill',
  call: {
    SetSolidColor: ({ series }, [color]) => void (series.color = colorOf(color)),
    Clear: ({ series }) => void delete series.color,
  },
};

const line: Kind<SeriesState> = {
  name: 'ChartLineFormat',
  get: { Color: ({ series }) => series.color ?? '' },
  set: { Color: ({ series }, value) => void (series.color = colorOf(value)) },
};

const seriesFormat: Kind<SeriesState> = {
  name: 'ChartSeriesFormat',
  to: { Fill: (state) => instance(fill, state), Line: (state) => instance(line, state) },
};

const chartSeriesKind: Kind<SeriesState> = {
  name: 'ChartSeries',
  key: ({ chart, series }) => ({ _Id: String(chart.series.indexOf(series)) }),
  get: {
    Name: ({ series }) => series.name,
    GapWidth: ({ chart }) => chart.gapWidth ?? 150,
    HasDataLabels: ({ chart }) => chart.dataLabels,
  },
  set: {
    Name: ({ series }, value) => {
      series.name = String(value);
      delete series.nameRef;
    },
    GapWidth: ({ chart }, value) => {
      if (typeof value !== 'number' || value < 0 || value > 500) throw invalidArgument();
      chart.gapWidth = value;
    },
    HasDataLabels: ({ chart }, value) => void (chart.dataLabels = value === true),
  },
  to: {
    Format: (state) => instance(seriesFormat, state),
    DataLabels: (state) => instance(chartDataLabels, state),
  },
  call: {
    SetValues: ({ sheet, series }, [source], engine) => {
      const place = rangeGiven(source, sheet, engine);
      series.values = formatAddress(place.sheet, place.area, '$');
    },
    SetXAxisValues: ({ sheet, series }, [source], engine) => {
      const place = rangeGiven(source, sheet, engine);
      series.categories = formatAddress(place.sheet, place.area, '$');
    },
    Delete: ({ chart, series }) => void chart.series.splice(chart.series.indexOf(series), 1),
  },
};
