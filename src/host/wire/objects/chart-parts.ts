import type { Chart } from '../../../book';
import { instance, type Kind } from '../kind';
import { apiNotFound, invalidArgument } from '../refusal';
import type { ChartState } from './charts';

type Axis = 'valueAxis' | 'categoryAxis';

export const chartTitle: Kind<ChartState> = {
  name: 'ChartTitle',
  get: {
    Text: ({ chart }) => chart.title,
    Visible: ({ chart }) => chart.titleVisible,
    Overlay: () => false,
  },
  set: {
    Text: ({ chart }, value) => {
      chart.title = String(value);
      chart.titleVisible = true;
    },
    Visible: ({ chart }, value) => void (chart.titleVisible = value === true),
  },
};

const POSITIONS = ['Top', 'Bottom', 'Left', 'Right', 'Corner'];

export const chartLegend: Kind<ChartState> = {
  name: 'ChartLegend',
  get: {
    Visible: ({ chart }) => chart.legend.visible,
    Position: ({ chart }) => chart.legend.position,
    Overlay: () => false,
  },
  set: {
    Visible: ({ chart }, value) => void (chart.legend.visible = value === true),
    Position: ({ chart }, value) => {
      if (!POSITIONS.includes(value)) throw apiNotFound(`the legend position "${value}"`);
      chart.legend.position = value;
    },
  },
};

export const chartDataLabels: Kind<ChartState> = {
  name: 'ChartDataLabels',
  get: { ShowValue: ({ chart }) => chart.dataLabels },
  set: { ShowValue: ({ chart }, value) => void (chart.dataLabels = value === true) },
};

const axisTitle = (axis: Axis): Kind<ChartState> => ({
  name: 'ChartAxisTitle',
  get: {
    Text: ({ chart }) => chart[axis].title ?? '',
    Visible: ({ chart }) => chart[axis].title !== undefined,
  },
  set: {
    Text: ({ chart }, value) => void (chart[axis].title = String(value)),
    Visible: ({ chart }, value) => {
      if (value === true) chart[axis].title ??= 'Axis Title';
      else delete chart[axis].title;
    },
  },
});

const gridlines: Kind<ChartState> = {
  name: 'ChartGridlines',
  get: { Visible: ({ chart }) => chart.valueAxis.majorGridlines },
  set: { Visible: ({ chart }, value) => void (chart.valueAxis.majorGridlines = value === true) },
};

function setBound(axis: Chart['valueAxis'], key: 'minimum' | 'maximum', value: unknown): void {
  if (value === '' || value === null) delete axis[key];
  else if (typeof value === 'number') axis[key] = value;
  else throw invalidArgument('An axis bound is a number, or "" for automatic.');
}

const valueTitle = axisTitle('valueAxis');
const categoryTitle = axisTitle('categoryAxis');

export const valueAxis: Kind<ChartState> = {
  name: 'ChartAxis',
  get: {
    Minimum: ({ chart }) => chart.valueAxis.minimum ?? '',
    Maximum: ({ chart }) => chart.valueAxis.maximum ?? '',
    NumberFormat: ({ chart }) => chart.valueAxis.numberFormat ?? 'General',
    LinkNumberFormat: ({ chart }) => chart.valueAxis.numberFormat === undefined,
    Visible: ({ chart }) => chart.valueAxis.visible,
  },
  set: {
    Minimum: ({ chart }, value) => setBound(chart.valueAxis, 'minimum', value),
    Maximum: ({ chart }, value) => setBound(chart.valueAxis, 'maximum', value),
    NumberFormat: ({ chart }, value) => void (chart.valueAxis.numberFormat = String(value)),
    Visible: ({ chart }, value) => void (chart.valueAxis.visible = value === true),
  },
  to: {
    Title: (state) => instance(valueTitle, state),
    MajorGridlines: (state) => instance(gridlines, state),
  },
};

export const categoryAxis: Kind<ChartState> = {
  name: 'ChartAxis',
  get: {
    Visible: ({ chart }) => chart.categoryAxis.visible,
    ReversePlotOrder: ({ chart }) => chart.categoryAxis.reverse,
  },
  set: {
    Visible: ({ chart }, value) => void (chart.categoryAxis.visible = value === true),
    ReversePlotOrder: ({ chart }, value) => void (chart.categoryAxis.reverse = value === true),
  },
  to: { Title: (state) => instance(categoryTitle, state) },
};
