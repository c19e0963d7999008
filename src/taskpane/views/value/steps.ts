import type { Study } from '../../../office';
import type { Say } from '../../words/say';
import type { Format } from '../../words/format';
import type { Measure } from './measure';
import type { Metric } from './metrics';
import type { Money } from './money';
import type { Reading } from './reading';

/** One column's sum, in words with this row's numbers. */
export interface Step {
  table: 'metrics' | 'monetisation';
  row: string;
  column: string;
  text: string;
}

interface Told {
  metric: Metric;
  /** The readings that count. */
  readings: readonly Reading[];
  money: readonly Money[];
  say: Say;
  format: Format;
  measure: Measure;
}

/** From baseline to money, step by step, as the workbook's columns compute it. */
export function stepsOf({ metric, readings, money, say, format, measure }: Told): Step[] {
  const amount = (value: number | null) => measure.fully(value, metric.unit);
  const difference = (value: number | null) => measure.difference(value, metric.unit);
  const share = (value: number | null) => (value === null ? '–' : format.percent(value, 1));
  const step = (column: string, text: string): Step => ({
    table: 'metrics',
    row: metric.id,
    column,
    text,
  });
  const lower = metric.direction === 'lower';
  const way = (value: number | null) =>
    lower
      ? `${amount(metric.adjusted)} − ${amount(value)}`
      : `${amount(value)} − ${amount(metric.adjusted)}`;
  return [
    step(
      'adjusted',
      say('pane.value.how.adjusted', {
        baseline: amount(metric.baseline),
        adjustment: difference(metric.adjustment ?? 0),
        result: amount(metric.adjusted),
      }),
    ),
    step('actual', actualInWords({ metric, readings, say, format, measure })),
    step(
      'planned',
      say(lower ? 'pane.value.how.planned.lower' : 'pane.value.how.planned', {
        sum: way(metric.target),
        result: difference(metric.planned),
      }),
    ),
    step(
      'improvement',
      say(lower ? 'pane.value.how.improvement.lower' : 'pane.value.how.improvement', {
        sum: way(metric.actual),
        result: difference(metric.improvement),
      }),
    ),
    step(
      'attainment',
      say('pane.value.how.attainment', {
        sum: `${difference(metric.improvement)} ÷ ${difference(metric.planned)}`,
        result: share(metric.attainment),
      }),
    ),
    ...money.flatMap((row): Step[] => [
      {
        table: 'monetisation',
        row: row.id,
        column: 'unitValue',
        text: say('pane.value.how.unitValue', {
          sum:
            row.drivers.map(({ unit, value }) => measure.fully(value, unit)).join(' × ') +
            (row.divisor === null ? '' : ` ÷ ${format.number(row.divisor)}`),
          result: measure.money(row.unitValue),
        }),
      },
      {
        table: 'monetisation',
        row: row.id,
        column: 'netActual',
        text: say('pane.value.how.net', {
          sum: [
            measure.money(row.grossActual),
            ...[row.attribution, row.confidence, row.recapture ?? 1, row.share ?? 1].map(share),
          ].join(' × '),
          result: measure.money(row.netActual),
        }),
      },
    ]),
  ];
}

function actualInWords({ metric, readings, say, format, measure }: Omit<Told, 'money'>): string {
  const sum = (part: 'amount' | 'numerator' | 'denominator' | 'months') =>
    readings.reduce((total, reading) => total + (reading[part] ?? 0), 0);
  const until = metric.at === null ? '–' : format.date(metric.at);
  const span =
    metric.window === null
      ? say('pane.value.how.upTo', { date: until })
      : say('pane.value.how.window', { months: metric.window, date: until });
  if (readings.length === 0) return say('pane.value.how.noReading', { span });
  const told = {
    span,
    count: readings.length,
    result: measure.fully(metric.actual, metric.unit),
    numerator: format.number(sum('numerator')),
    denominator: format.number(sum('denominator')),
    total: measure.fully(sum('amount'), metric.unit),
    months: format.number(sum('months'), 1),
    base: metric.base ?? 12,
  };
  if (metric.measure === 'ratio') return say('pane.value.how.ratio', told);
  if (metric.measure === 'flow') return say('pane.value.how.flow', told);
  if (metric.measure === 'level' && metric.levelMode === 'mean')
    return say('pane.value.how.mean', told);
  return say('pane.value.how.latest', told);
}

/** The formula of a cell as it stands in the workbook; undefined when there is none. */
export function formulaIn(study: Study, table: string, row: string, column: string) {
  const matched = study.read.matching.tables.get(table);
  const [key, at] = [matched?.positions.get('id'), matched?.positions.get(column)];
  if (!matched || key === undefined || at === undefined) return undefined;
  const { values, formulas } = matched.snapshot;
  const formula = formulas[values.findIndex((cells) => cells[key] === row)]?.[at];
  return typeof formula === 'string' && formula.startsWith('=') ? formula : undefined;
}
