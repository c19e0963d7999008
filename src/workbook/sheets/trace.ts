import {
  and,
  countIfs,
  equal,
  ifError,
  index,
  join,
  match,
  max,
  nums,
  rowOf,
  small,
  subtract,
  txts,
  unequal,
  when,
  type Expression,
  type Txt,
  type ColumnOf,
  type TableWith,
} from '../../rules';
import { calc, fixed, key } from '../columns';
import { say, type Context } from '../context';
import { listLabel } from '../lists';
import { pathSlots } from '../paths';
import { tableOf } from '../selection';
import type { SheetSpec } from '../spec';
import { guideLink, sheetHead } from '../texts';
import { describeTable } from '../table';

const { num, txt } = rowOf<'Trace'>();

/** More picks than this are counted, not listed, so that the sheet stays quick. */
const mostRows = 150;

/** For each picked function: the pains it answers, the driver it serves, the metrics it moves. */
export function traceSheet(context: Context): SheetSpec {
  const functions = tableOf.function;
  const here = (column: ColumnOf<'Trace'>) => num(column);
  const looked = (column: ColumnOf<'FunctionPaths'>): Expression =>
    index(txts('FunctionPaths', column), here('path'));
  const chosen = (table: TableWith<'chosen'>, slot: ColumnOf<'FunctionPaths'>): Txt =>
    ifError(index(txts(table, 'chosen'), match(looked(slot), txts(table, 'id'))), '') as Txt;

  const helpers = (kind: 'pain' | 'driver', count: number) =>
    Array.from({ length: count }, (_, i) =>
      calc(
        context,
        `${kind}${i + 1}`,
        kind === 'pain' ? 'column.painN' : 'column.driverN',
        8,
        chosen(kind === 'pain' ? tableOf.pain : tableOf.ask, `${kind}${i + 1}`),
        {
          hidden: true,
          header: say(context, kind === 'pain' ? 'column.painN' : 'column.driverN', { n: i + 1 }),
        },
      ),
    );
  /** The chosen texts of the slots, one below the other. */
  const listed = (kind: 'pain' | 'driver', count: number): Txt => {
    const parts = Array.from({ length: count }, (_, i) => {
      const slot = txt(`${kind}${i + 1}`);
      return when(equal(slot, ''), '', join('• ', slot, '  ')) as Txt;
    });
    return join('', ...parts);
  };

  const name = txt('function');
  const status = when(
    equal(name, ''),
    '',
    when(
      equal(txt('pains'), ''),
      say(context, 'trace.noPain'),
      when(
        equal(txt('drivers'), ''),
        say(context, 'trace.noDriver'),
        when(
          equal(txt('metrics'), ''),
          say(context, 'trace.noMetric'),
          say(context, 'trace.complete'),
        ),
      ),
    ),
  );

  const columns = [
    key(context),
    fixed(context, 'no', 'column.no', 5, { kind: 'integer', align: 'Center', look: 'muted' }),
    calc(
      context,
      'function',
      'column.function',
      50,
      ifError(index(txts(functions, 'chosen'), num('position')), ''),
      { look: 'strong' },
    ),
    calc(context, 'pains', 'column.pains', 64, listed('pain', pathSlots.pain)),
    calc(context, 'drivers', 'column.drivers', 58, listed('driver', pathSlots.driver)),
    calc(context, 'metrics', 'column.metrics', 36, ifError(join(looked('metrics'), ''), '')),
    calc(context, 'status', 'column.traceStatus', 18, status, { align: 'Center' }),
    calc(
      context,
      'position',
      'column.position',
      8,
      ifError(match(small(nums(functions, 'order'), num('no')), nums(functions, 'order')), ''),
      { kind: 'integer', hidden: true },
    ),
    calc(
      context,
      'path',
      'column.path',
      8,
      ifError(
        match(index(txts(functions, 'id'), num('position')), txts('FunctionPaths', 'function')),
        '',
      ),
      { kind: 'integer', hidden: true },
    ),
    ...helpers('pain', pathSlots.pain),
    ...helpers('driver', pathSlots.driver),
  ];
  const rows = Math.min(mostRows, context.catalog.functions.length + 10);
  const picked = countIfs([txts(functions, 'pick'), listLabel(context, 'pick', 'yes')]);
  const complete = countIfs([txts('Trace', 'status'), say(context, 'trace.complete')]);
  const listedCount = countIfs([nums('Trace', 'position'), '>0']);
  return {
    id: 'trace',
    name: say(context, 'sheet.trace'),
    tab: 'plan',
    visibility: 'Visible',
    flow: 'down',
    page: { orientation: 'Landscape' },
    freeze: { table: 'trace', column: 'function' },
    blocks: [
      sheetHead(context, 'trace', 'sheet.trace', 'trace.lead', [
        { look: 'text' },
        guideLink(context),
        {
          formula: join(`${say(context, 'trace.pickedFunctions')} `, picked),
          look: 'output',
        },
        {
          formula: join(
            `${say(context, 'trace.orphans')} `,
            subtract(listedCount, complete),
            ` · ${say(context, 'trace.notShown')} `,
            max(0, subtract(picked, listedCount)),
          ),
          look: 'output',
        },
      ]),
      describeTable('Trace', {
        columns,
        rows: Array.from({ length: rows }, (_, i) => ({
          id: `trace.${i + 1}`,
          cells: { no: i + 1 },
        })),
        spare: 0,
        filter: true,
        lines: 3,
        highlights: [
          {
            id: 'orphan',
            columns: ['status'],
            when: and(unequal(name, ''), unequal(txt('status'), say(context, 'trace.complete'))),
            look: 'problem',
          },
          {
            id: 'complete',
            columns: ['status'],
            when: equal(txt('status'), say(context, 'trace.complete')),
            look: 'done',
          },
        ],
      }),
    ],
  };
}
