import { years } from '../../../engagement/register';
import type { MessageKey } from '../../../messages';
import { numName, type Expression } from '../../../rules';
import { cutoffRules, realisedRules } from '../../../rules/value/realised';
import { calc, fixed, key } from '../../columns';
import type { Context } from '../../context';
import type { ColumnSpec, SheetSpec, TableBlock, ValueKind } from '../../spec';
import { heading } from '../../texts';
import { realisedCapacity } from './capacity';
import { valueHead, valueSheet } from './sheet';

/** What each priced metric has realised up to each day that Roi and Statement ask for. */
export const realisedSheet = (context: Context): SheetSpec => {
  const { periods, rows } = realisedCapacity(context);
  return valueSheet(context, 'realised', [
    valueHead(context, 'realised', ['monetisation', 'roi', 'statement']),
    cutoffTable(context, periods),
    heading(context, 'value.realised.metrics'),
    realisedTable(context, rows),
  ]);
};

/** Kind and width of what is shown; every other column is hidden. */
type Shown = Record<string, [ValueKind, number]>;

const calculated =
  (context: Context, words: string, shown: Shown) =>
  ([id, formula]: [string, Expression]): ColumnSpec => {
    const [kind, width] = shown[id] ?? ['number', 10];
    return calc(context, id, `${words}.${id}` as MessageKey, width, formula, {
      kind,
      hidden: !(id in shown),
      ...(kind === 'integer' && { align: 'Center' }),
    });
  };

function cutoffTable(context: Context, periods: number): TableBlock {
  const centered = { kind: 'integer' as const, align: 'Center' as const };
  const days = [
    {},
    ...Array.from({ length: periods }, (_, k) => ({ period: k + 1 })),
    ...years.map((year) => ({ year })),
  ];
  return {
    kind: 'table',
    id: 'cutoffs',
    name: 'Cutoffs',
    columns: [
      key(context),
      fixed(context, 'no', 'column.no', 6, { ...centered, look: 'muted' }),
      fixed(context, 'period', 'value.column.cutoff.period', 30, centered),
      fixed(context, 'year', 'value.column.cutoff.year', 12, centered),
      ...Object.entries(cutoffRules(numName('Value.At'))).map(
        calculated(context, 'value.column.cutoff', {
          day: ['date', 13],
          measured: ['integer', 12],
          total: ['money', 16],
        }),
      ),
    ],
    rows: days.map((cells, i) => ({ id: `cutoff.${i + 1}`, cells: { no: i + 1, ...cells } })),
    spare: 0,
    filter: false,
  };
}

function realisedTable(context: Context, rows: number): TableBlock {
  return {
    kind: 'table',
    id: 'realised',
    name: 'Realised',
    columns: [
      key(context),
      fixed(context, 'no', 'column.no', 6, { kind: 'integer', align: 'Center', look: 'muted' }),
      ...ordered(realisedRules()).map(calculated(context, 'value.column.realised', shownColumns)),
    ],
    rows: Array.from({ length: rows }, (_, i) => ({
      id: `realised.${i + 1}`,
      cells: { no: i + 1 },
    })),
    spare: 0,
    filter: true,
  };
}

const shownColumns: Shown = {
  metric: ['text', 30],
  day: ['date', 13],
  start: ['date', 13],
  readings: ['integer', 9],
  elapsed: ['number', 10],
  covered: ['number', 10],
  actual: ['measure', 13],
  improvement: ['measure', 13],
  value: ['money', 16],
};

/** What is shown first, in its order. */
const ordered = (rules: Record<string, Expression>): [string, Expression][] => [
  ...Object.keys(shownColumns).map((id): [string, Expression] => [id, rules[id] as Expression]),
  ...Object.entries(rules).filter(([id]) => !(id in shownColumns)),
];
