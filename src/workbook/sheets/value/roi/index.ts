import { say, type Context } from '../../../context';
import type { ChartBlock, SheetSpec } from '../../../spec';
import { heading } from '../../../texts';
import { sensitivityTables } from './sensitivity';
import { hint } from '../hints';
import { valueHead, valueSheet } from '../sheet';
import { missingTable } from './missing';
import { rateTable } from './rates';
import { headline, inForce, settings, toDate } from './fields';
import { flowTable } from './flows';
import { scenarioTable } from './scenarios';
import { yearTable, yearsShown } from './years';

/** Return on investment: three scenarios side by side, year by year, and what moves it most. */
export const roiSheet = (context: Context): SheetSpec => {
  const { top, all } = sensitivityTables(context);
  return valueSheet(context, 'roi', [
    valueHead(context, 'roi', ['monetisation', 'benefits', 'costs'], hint(context, 'roi')),
    { kind: 'fields', id: 'roi.settings', offset: 1, fields: settings(context) },
    heading(context, 'value.roi.headline'),
    { kind: 'fields', id: 'roi.headline', offset: 1, fields: headline(context) },
    heading(context, 'value.roi.missing', 'value.roi.missing.lead'),
    missingTable(context),
    heading(context, 'value.roi.scenarios'),
    scenarioTable(context, 'all'),
    heading(context, 'value.roi.cash', 'value.roi.cash.lead'),
    scenarioTable(context, 'cash'),
    ...charts(context),
    heading(context, 'value.roi.years'),
    yearTable(context),
    heading(context, 'value.roi.toDate'),
    { kind: 'fields', id: 'roi.todate', offset: 1, fields: toDate(context) },
    heading(context, 'value.roi.sensitivity'),
    tornado(context),
    top,
    heading(context, 'value.roi.inForce'),
    { kind: 'fields', id: 'roi.inForce', offset: 1, fields: inForce(context) },
    heading(context, 'value.roi.flows'),
    flowTable(context),
    heading(context, 'value.roi.rates', 'value.roi.rates.lead'),
    rateTable(context),
    heading(context, 'value.roi.swings'),
    all,
  ]);
};

/** What moves the return most, to both sides. */
const tornado = (context: Context): ChartBlock => ({
  kind: 'chart',
  id: 'roi.tornado',
  type: 'BarStacked',
  title: say(context, 'value.roi.tornado', {
    currency: context.engagement.settings.currency ?? 'CNY',
  }),
  table: 'roi.sensitivity',
  category: 'item',
  series: ['swing', 'worse'],
  first: 10,
  rows: 18,
  width: 760,
});

/** What comes in and goes out each year, and beside it when that has paid back. */
const charts = (context: Context): ChartBlock[] => {
  const currency = context.engagement.settings.currency ?? 'CNY';
  const common: Pick<ChartBlock, 'kind' | 'table' | 'category' | 'first' | 'rows' | 'width'> = {
    ...{ kind: 'chart', table: 'roi.years', category: 'name' },
    ...{ first: yearsShown(context), rows: 18, width: 440 },
  };
  return [
    {
      ...common,
      id: 'roi.chart',
      type: 'ColumnClustered',
      series: ['benefits', 'costs'],
      title: say(context, 'value.roi.chart', { currency }),
    },
    {
      ...common,
      id: 'roi.cumulative',
      type: 'Line',
      series: ['cumulative'],
      beside: true,
      title: say(context, 'bet.chart.cash', { currency }),
    },
  ];
};

export { yearsShown } from './years';
