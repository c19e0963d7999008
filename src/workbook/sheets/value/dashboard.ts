import {
  averageIfs,
  countIfs,
  equal,
  index,
  join,
  match,
  num,
  numName,
  nums,
  sumIfs,
  txt,
  txtName,
  txts,
  unequal,
  when,
  atMost,
  type Expression,
  type ColumnOf,
} from '../../../rules';
import type { MessageKey } from '../../../messages';
import { numberIf, numberOr } from '../../../rules/value/known';
import { calc, content, fixed, key } from '../../columns';
import { read, say, type Context } from '../../context';
import type { ChartBlock, SheetSpec, TableBlock, ValueKind } from '../../spec';
import { settlementCapacity } from './capacity';
import { heading } from '../../texts';
import { yearsShown } from './roi';
import { hint } from './hints';
import { valueHead, valueSheet } from './sheet';
import { describeTable } from '../../table';
import { contract } from '../../../rules/value/contract';

/** What a steering committee reads: four pictures, and below them the tables they are drawn from. */
export const dashboardSheet = (context: Context): SheetSpec =>
  valueSheet(
    context,
    'dashboard',
    [
      valueHead(
        context,
        'dashboard',
        ['statement', 'roi', 'metrics', 'checks'],
        hint(context, 'dashboard'),
      ),
      {
        kind: 'fields',
        id: 'dashboard.figures',
        offset: 1,
        fields: (
          [
            ['due', 'amount', numName('Statement.Due')],
            ['earned', 'amount', numName('Statement.Earned')],
            ['pending', 'amount', numName('Statement.Pending')],
            ['realised', 'money', numName('Roi.Realised')],
            ['master', 'text', numName('Checks.Master')],
          ] as [string, ValueKind, Expression][]
        ).map(([id, kind, formula]) => ({
          id: `Dashboard.${id}`,
          name: `Dashboard.${id.charAt(0).toUpperCase()}${id.slice(1)}`,
          label: say(context, `bet.field.${id}` as MessageKey),
          role: 'calc' as const,
          kind,
          formula,
          ...(id === 'master' && {
            alarm: unequal(txtName('Checks.Master'), say(context, 'bet.checks.ok')),
          }),
        })),
      },
      chart(context, 'lines', 'BarClustered', 'dashboard.lines', 'line', ['attainment']),
      {
        ...chart(context, 'value', 'ColumnClustered', 'dashboard.value', 'year', [
          'planned',
          'realised',
        ]),
        first: yearsShown(context),
        beside: true,
      },
      {
        ...chart(context, 'cash', 'ColumnClustered', 'dashboard.value', 'year', ['cumulative']),
        first: yearsShown(context),
      },
      {
        ...chart(context, 'pool', 'ColumnStacked', 'dashboard.pool', 'item', [
          'earned',
          'pending',
          'forfeited',
        ]),
        first: Math.max(1, Object.keys(context.engagement.periods).length),
        beside: true,
      },
      heading(context, 'bet.dashboard.lines'),
      lines(context),
      heading(context, 'bet.dashboard.value'),
      money(context),
      heading(context, 'bet.dashboard.pool'),
      pool(context),
    ],
    { widths: [6, 30, 16, 16, 20, 16, 16, 16], page: { orientation: 'Portrait' } },
  );

const no = (context: Context) =>
  fixed(context, 'no', 'column.no', 6, { kind: 'integer', align: 'Center', look: 'muted' });

const chart = (
  context: Context,
  id: string,
  type: ChartBlock['type'],
  table: string,
  category: string,
  series: string[],
): ChartBlock => ({
  kind: 'chart',
  id: `dashboard.chart.${id}`,
  type,
  title: say(context, `bet.chart.${id}` as MessageKey),
  table,
  category,
  series,
  rows: 16,
  width: 360,
});

/** Mean attainment of the metrics in scope, by line. */
function lines(context: Context): TableBlock {
  const dimensions = context.catalog.dimensions.filter((one) => one.holds.includes('metric'));
  const ofLine = [txts('Metrics', 'dimension'), txt('line')] as const;
  const inScope = [nums('Metrics', 'inScope'), 1] as const;
  return describeTable('DashboardLines', {
    columns: [
      key(context),
      no(context),
      content(context, 'line', 'bet.dashboard.line', 30, { look: 'strong' }),
      calc(context, 'metrics', 'bet.dashboard.metrics', 15, countIfs([...ofLine], [...inScope]), {
        kind: 'integer',
        align: 'Center',
      }),
      calc(
        context,
        'attainment',
        'bet.dashboard.attainment',
        15,
        numberOr(averageIfs(nums('Metrics', 'attainment'), [...ofLine], [...inScope]), ''),
        { kind: 'percent', align: 'Center', bar: true },
      ),
    ],
    rows: dimensions.map((dimension, i) => ({
      id: `line.${dimension.id}`,
      cells: { no: i + 1, line: read(context, dimension.name) },
    })),
    spare: dimensions.length === 0 ? 1 : 0,
    filter: false,
  });
}

/** Value planned and realised, and the cumulative cash flow, by year. */
function money(context: Context): TableBlock {
  const year = (column: ColumnOf<'RoiYears'>): Expression =>
    index(nums('RoiYears', column), num('no'));
  const column = <const Id extends string>(
    id: Id,
    header: MessageKey,
    from: ColumnOf<'RoiYears'>,
  ) => calc(context, id, header, 16, year(from), { kind: 'money' });
  return describeTable('DashboardValue', {
    columns: [
      key(context),
      no(context),
      calc(context, 'year', 'bet.dashboard.year', 30, join(year('year'), ''), { look: 'strong' }),
      column('planned', 'bet.dashboard.planned', 'benefits'),
      column('realised', 'bet.dashboard.realised', 'realised'),
      column('cumulative', 'bet.dashboard.cumulative', 'cumulative'),
    ],
    rows: Array.from({ length: 11 }, (_, i) => ({
      id: `value.${i}`,
      cells: { no: i + 1 },
    })),
    spare: 0,
    filter: false,
    highlights: [{ id: 'beyond', when: equal(txt('planned'), ''), look: 'quiet' }],
  });
}

/** The pool by settlement period: earned, pending, forfeited. */
function pool(context: Context): TableBlock {
  const active = atMost(num('no'), contract('PeriodCount'));
  const amount = (id: ColumnOf<'DashboardPool'> & ColumnOf<'Statement'>) =>
    calc(
      context,
      id,
      `bet.statement.${id}` as MessageKey,
      16,
      numberIf(active, sumIfs(nums('Statement', id), [nums('Statement', 'no'), num('no')]), ''),
      { kind: 'amount' },
    );
  return describeTable('DashboardPool', {
    columns: [
      key(context),
      no(context),
      calc(
        context,
        'item',
        'bet.column.period',
        30,
        when(
          active,
          join(index(txts('Statement', 'item'), match(num('no'), nums('Statement', 'no'))), ''),
          '',
        ),
        { look: 'strong' },
      ),
      amount('earned'),
      amount('pending'),
      amount('forfeited'),
    ],
    rows: Array.from({ length: settlementCapacity(context).periods }, (_, i) => ({
      id: `pool.${i + 1}`,
      cells: { no: i + 1 },
    })),
    spare: 0,
    filter: false,
  });
}
