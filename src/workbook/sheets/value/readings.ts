import { equal, numName, num, rowNumber, txt, unequal, type Expression } from '../../../rules';
import { numberIf } from '../../../rules/value/known';
import { positionIn } from '../../../rules/value/place';
import {
  leastSquares,
  readingAmount,
  readingKey,
  readingSlot,
  readingStatus,
} from '../../../rules/value/reading';
import { calc, input, key } from '../../columns';
import { say, type Context } from '../../context';
import { listLabel } from '../../lists';
import type { SheetSpec } from '../../spec';
import { hint } from './hints';
import { valueHead, valueSheet } from './sheet';
import { describeTable } from '../../table';

/** What was measured: one row a metric and date, with its evidence. */
export const readingsSheet = (context: Context): SheetSpec =>
  valueSheet(
    context,
    'readings',
    [
      valueHead(context, 'readings', ['metrics'], hint(context, 'readings')),
      describeTable('Readings', {
        columns: [...typed(context), ...helpers(context)],
        rows: [],
        spare: 24,
        filter: true,
        highlights: [
          {
            id: 'not-counted',
            columns: ['status'],
            when: unequal(txt('status'), ''),
            look: 'problem',
          },
        ],
      }),
    ],
    { freeze: { table: 'readings', column: 'metric' } },
  );

function typed(context: Context) {
  const ratio = listLabel(context, 'aggregate', 'ratio');
  const word = (id: 'noMetric' | 'unknownMetric' | 'noDate' | 'noParts' | 'noAmount') =>
    say(context, `value.reading.${id}`);
  const measured = { kind: 'measure' as const };
  const counted = { kind: 'quantity' as const };
  return [
    key(context),
    input(context, 'metric', 'value.column.metric', 32, {
      list: 'metric',
      prompt: say(context, 'value.prompt.metric'),
    }),
    input(context, 'date', 'value.column.date', 13, {
      kind: 'date',
      align: 'Center',
      prompt: say(context, 'value.prompt.date'),
    }),
    input(context, 'value', 'value.column.value', 14, measured),
    input(context, 'numerator', 'value.column.numerator', 14, {
      ...counted,
      prompt: say(context, 'value.prompt.numerator'),
    }),
    input(context, 'denominator', 'value.column.denominator', 14, counted),
    calc(context, 'amount', 'value.column.amount', 14, readingAmount(), measured),
    calc(
      context,
      'status',
      'value.column.readingStatus',
      24,
      readingStatus({
        ratio,
        noMetric: word('noMetric'),
        unknownMetric: word('unknownMetric'),
        noDate: word('noDate'),
        noParts: word('noParts'),
        noAmount: word('noAmount'),
      }),
    ),
    input(context, 'evidence', 'value.column.evidence', 30),
    input(context, 'who', 'value.column.who', 14),
    input(context, 'entered', 'value.column.entered', 13, { kind: 'date', align: 'Center' }),
    input(context, 'comment', 'column.comment', 24),
  ];
}

function helpers(context: Context) {
  const hidden = (
    id: 'position' | 'slot' | 'line' | 'counted' | 'key' | 'x' | 'xy' | 'xx',
    formula: Expression,
  ) =>
    calc(
      context,
      id,
      id === 'line' ? 'value.column.readingLine' : `value.column.${id}`,
      10,
      formula,
      {
        kind: id === 'counted' ? 'date' : 'number',
        hidden: true,
      },
    );
  return [
    hidden('position', positionIn('Metrics', txt('metric'))),
    hidden('slot', readingSlot({ ratio: listLabel(context, 'aggregate', 'ratio') })),
    hidden('line', rowNumber()),
    hidden('counted', numberIf(equal(txt('slot'), ''), '', num('date'))),
    hidden('key', readingKey()),
    hidden('x', leastSquares.x(numName('Value.Origin'))),
    hidden('xy', leastSquares.xy()),
    hidden('xx', leastSquares.xx()),
  ];
}
