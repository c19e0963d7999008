import {
  choose,
  ifError,
  index,
  isNumber,
  join,
  match,
  negate,
  num,
  nums,
  small,
  txts,
  type Expression,
  type ColumnOf,
} from '../../../../rules';
import type { MessageKey } from '../../../../messages';
import { numberIf, numberOr } from '../../../../rules/value/known';
import { rankKey, vendorLines } from '../../../../rules/value/roi';
import { calc, fixed, key } from '../../../columns';
import { say, type Context } from '../../../context';
import type { ColumnSpec, TableBlock } from '../../../spec';
import { words } from '../../../../engagement/register';
import { benefitSpare } from '../benefits';
import { costSpare } from '../costs';
import { moneySpare } from '../monetisation';
import { pricedMetrics } from '../priced';
import { describeTable } from '../../../table';

/** What can move NPV, in the order of `kind`: metrics, drivers, costs, benefits by year. */
const sources = [
  { table: 'Monetisation', item: 'name', kind: 'value.kind.metric' },
  { table: 'Drivers', item: 'item', kind: 'value.kind.driver' },
  { table: 'Costs', item: 'item', kind: 'value.kind.cost' },
  { table: 'Benefits', item: 'name', kind: 'value.kind.benefit' },
  { table: 'VendorCosts', item: 'item', kind: 'value.kind.cost' },
] as const satisfies { table: string; item: string; kind: MessageKey }[];

const driverSpare = 8;
const shown = 15;

/** Swings of NPV for ±10 % of each metric, driver and cost: all of them, and the largest ranked. */
export function sensitivityTables(context: Context): { top: TableBlock; all: TableBlock } {
  return { top: topTable(context), all: allTable(context) };
}

function allTable(context: Context): TableBlock {
  const own = (
    store: 'monetisation' | 'drivers' | 'costs' | 'benefits' | undefined,
    described: string[],
  ) =>
    store === undefined
      ? 0
      : Object.keys(context.engagement[store]).filter((id) => !described.includes(id)).length;
  const lengths = [
    {
      rows: pricedMetrics(context).map(({ id }) => id),
      store: 'monetisation' as const,
      spare: moneySpare,
    },
    {
      rows: context.catalog.drivers.map(({ id }) => id),
      store: 'drivers' as const,
      spare: driverSpare,
    },
    {
      rows: words.costCategory.map((id) => `cost.${id}`),
      store: 'costs' as const,
      spare: costSpare,
    },
    { rows: [], store: 'benefits' as const, spare: benefitSpare },
    { rows: [...vendorLines], store: undefined, spare: 0 },
  ].map(({ rows, store, spare }) => rows.length + own(store, rows) + spare);
  const rows = lengths.flatMap((length, kind) =>
    Array.from({ length }, (_, i) => ({ kind: kind + 1, position: i + 1 })),
  );
  const from = (column: 'item' | 'swing'): Expression =>
    choose(
      num('kind'),
      ...sources.map(({ table, item }) =>
        index(txts(table, column === 'item' ? item : 'swing'), num('position')),
      ),
    );
  return describeTable('Sensitivity', {
    columns: [
      key(context),
      fixed(context, 'no', 'column.no', 6, whole),
      calc(context, 'item', 'value.column.mover', 34, ifError(join(from('item'), ''), '')),
      fixed(context, 'kind', 'value.column.kindNo', 6, whole),
      fixed(context, 'position', 'value.column.position', 8, whole),
      calc(context, 'swing', 'value.column.swing', 15, ifError(from('swing'), ''), {
        kind: 'money',
      }),
      calc(context, 'rank', 'value.column.rank', 12, rankKey(), { kind: 'measure' }),
    ],
    rows: rows.map(({ kind, position }, i) => ({
      id: `swing.${kind}.${position}`,
      cells: { no: i + 1, kind, position },
    })),
    spare: 0,
    filter: false,
  });
}

const whole: Partial<ColumnSpec> & { kind: 'integer' } = { kind: 'integer', align: 'Center' };

function topTable(context: Context): TableBlock {
  const all = (column: ColumnOf<'Sensitivity'>): Expression =>
    index(nums('Sensitivity', column), num('position'));
  return describeTable('SensitivityTop', {
    columns: [
      key(context),
      fixed(context, 'no', 'column.no', 5, { ...whole, look: 'muted' }),
      calc(context, 'item', 'value.column.mover', 34, ifError(join(all('item'), ''), ''), {
        look: 'strong',
      }),
      calc(
        context,
        'kind',
        'value.column.kind',
        14,
        ifError(
          choose(
            index(nums('Sensitivity', 'kind'), num('position')),
            ...sources.map(({ kind }) => join(say(context, kind), '')),
          ),
          '',
        ),
      ),
      calc(context, 'swing', 'value.column.swing', 15, ifError(all('swing'), ''), {
        kind: 'money',
        bar: true,
      }),
      calc(
        context,
        'worse',
        'value.column.worse',
        15,
        numberIf(isNumber(num('swing')), negate(num('swing'))),
        { kind: 'money', since: 4 },
      ),
      calc(
        context,
        'position',
        'value.column.position',
        8,
        numberOr(match(small(nums('Sensitivity', 'rank'), num('no')), nums('Sensitivity', 'rank'))),
        { ...whole, hidden: true },
      ),
    ],
    rows: Array.from({ length: shown }, (_, i) => ({
      id: `mover.${i + 1}`,
      cells: { no: i + 1 },
    })),
    spare: 0,
    filter: false,
  });
}
