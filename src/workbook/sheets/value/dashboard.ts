import {
  add,
  and,
  averageIfs,
  choose,
  countIfs,
  divide,
  equal,
  index,
  isNumber,
  join,
  match,
  max,
  min,
  num,
  numName,
  nums,
  or,
  round,
  rowOf,
  subtract,
  sumIfs,
  sumProduct,
  txt,
  txtName,
  txts,
  unequal,
  when,
  atMost,
  type Expression,
  type ColumnOf,
  type Num,
} from '../../../rules';
import type { MessageKey } from '../../../messages';
import { numberIf, numberOr } from '../../../rules/value/known';
import { calc, content, fixed, key } from '../../columns';
import { read, say, type Context } from '../../context';
import type {
  ChartBlock,
  ColumnSpec,
  SheetSpec,
  TableBlock,
  TextBlock,
  TextCell,
  ValueKind,
} from '../../spec';
import { settlementCapacity } from './capacity';
import { heading, sentence } from '../../texts';
import { yearsShown } from './roi';
import { hint } from './hints';
import { yearName } from './yearName';
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
      findings(context),
      {
        ...chart(context, 'bridge', 'ColumnStacked', 'dashboard.bridge', 'item', [
          'base',
          'total',
          'less',
          'more',
        ]),
        raised: true,
      },
      {
        ...chart(context, 'value', 'ColumnClustered', 'dashboard.value', 'year', [
          'planned',
          'realised',
        ]),
        first: yearsShown(context),
        beside: true,
      },
      {
        ...chart(context, 'cash', 'Line', 'dashboard.value', 'year', ['cumulative']),
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
      heading(context, 'bet.dashboard.bridge'),
      bridge(context),
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
  title: say(context, `bet.chart.${id}` as MessageKey, {
    currency: context.engagement.settings.currency ?? 'CNY',
  }),
  table,
  category,
  series,
  rows: 16,
  width: 360,
});

/** What the four pictures say, each in one sentence that follows the figures. */
function findings(context: Context): TextBlock {
  const horizon = numName('Roi.Horizon');
  const cumulative = index(nums('RoiYears', 'cumulative'), add(horizon, 1)) as Num;
  const gross = index(nums('DashboardBridge', 'after'), 1) as Num;
  const said = (
    id: 'bridge' | 'value' | 'cash' | 'pool',
    amounts: Record<string, Num>,
    others: Record<string, Expression> = {},
  ): TextCell[] => {
    const shown = Object.entries(amounts).map(([name, value]) => [name, inShort(context, value)]);
    const formula = sentence(context, `bet.finding.${id}`, {
      ...Object.fromEntries(shown),
      ...others,
    });
    return [
      { formula: when(and(...Object.values(amounts).map(isNumber)), formula, ''), look: 'strong' },
    ];
  };
  return {
    kind: 'text',
    id: 'dashboard.findings',
    rows: [
      said('bridge', { net: numName('Roi.NetValue'), gross }),
      said('value', { realised: numName('Roi.NetToDate'), planned: numName('Roi.PlannedToDate') }),
      said('cash', { cumulative }, { years: horizon }),
      said('pool', { earned: numName('Statement.Earned'), pool: numName('Contract.Pool') }),
    ],
  };
}

/** Money in few digits, with its currency: CNY 4.17 M, CNY 417 万. */
function inShort(context: Context, value: Num): Expression {
  const unit = context.lang === 'en' ? 1e6 : 1e4;
  const digits = context.lang === 'en' ? 2 : 1;
  return join(
    txtName('Engagement.Currency'),
    ' ',
    round(divide(value, unit), digits),
    ` ${say(context, 'bet.finding.unit')}`,
  );
}

const bridgeSteps = [
  'gross',
  'share',
  'attribution',
  'confidence',
  'recapture',
  'scenario',
  'direct',
  'net',
] as const;

/** From gross value to net value a year at target: what each factor leaves uncounted. */
function bridge(context: Context): TableBlock {
  const { num: own } = rowOf<'DashboardBridge'>();
  const column = (id: ColumnOf<'Monetisation'>) => nums('Monetisation', id);
  const counted = [column('counted'), 1] as const;
  const factors = [
    column('gross'),
    column('shareUsed'),
    column('attribution'),
    column('confidence'),
  ];
  const levels = [
    sumIfs(column('gross'), [...counted]),
    ...[2, 3, 4].map((count) => sumProduct(...factors.slice(0, count))),
    sumIfs(column('net'), [...counted]),
    sumIfs(column('expected'), [...counted]),
    numName('Roi.NetValue'),
    numName('Roi.NetValue'),
  ];
  const isTotal = or(equal(own('no'), 1), equal(own('no'), bridgeSteps.length));
  const before = index(nums('DashboardBridge', 'after'), subtract(own('no'), 1)) as Num;
  const known = isNumber(own('after'));
  const part = (id: 'amount' | 'base' | 'total' | 'less' | 'more', value: Num): ColumnSpec =>
    calc(context, id, `bet.bridge.${id}` as MessageKey, 16, numberIf(known, value), {
      kind: 'money',
    });
  const step = (value: Num) => numberIf(isTotal, 0, value);
  return describeTable('DashboardBridge', {
    columns: [
      key(context),
      no(context),
      fixed(context, 'item', 'bet.bridge.item', 30, { look: 'strong' }),
      calc(
        context,
        'after',
        'bet.bridge.after',
        16,
        numberIf(isNumber(numName('Roi.NetValue')), choose(own('no'), ...levels) as Num),
        { kind: 'money' },
      ),
      part('amount', numberIf(isTotal, own('after'), subtract(own('after'), before))),
      part('base', step(max(min(own('after'), before), 0))),
      part('total', numberIf(isTotal, own('after'), 0)),
      part('less', step(max(subtract(before, own('after')), 0))),
      part('more', step(max(subtract(own('after'), before), 0))),
    ],
    rows: bridgeSteps.map((id, i) => ({
      id: `bridge.${id}`,
      cells: { no: i + 1, item: say(context, `bet.bridge.${id}` as MessageKey) },
    })),
    spare: 0,
    filter: false,
  });
}

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
        numberOr(averageIfs(nums('Metrics', 'attainment'), [...ofLine], [...inScope])),
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
      calc(
        context,
        'year',
        'bet.dashboard.year',
        30,
        yearName(context, year('year'), equal(num('no'), 1), isNumber(num('planned'))),
        {
          look: 'strong',
        },
      ),
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
      numberIf(active, sumIfs(nums('Statement', id), [nums('Statement', 'no'), num('no')])),
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
