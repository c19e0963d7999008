import type { tables } from '../../../engagement/register';
import { equal, numName, rowNumber, rowOf, unequal, type Expression } from '../../../rules';
import { numberIf } from '../../../rules/value/known';
import { positionIn } from '../../../rules/value/place';
import {
  leastSquares,
  readingAmount,
  readingBefore,
  readingKey,
  readingProblem,
  readingSlot,
  readingStatus,
  type ReadingWords,
} from '../../../rules/value/reading';
import { partRules, spanRules } from '../../../rules/value/span';
import type { MessageKey } from '../../../messages';
import { calc, input, key } from '../../columns';
import { say, type Context } from '../../context';
import type { SheetSpec } from '../../spec';
import { hint } from './hints';
import { valueHead, valueSheet } from './sheet';
import { describeTable } from '../../table';

const { num, txt } = rowOf<'Readings'>();

/** What was measured: one row a metric and span, with its evidence. */
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

const readingWords = (context: Context): ReadingWords => ({
  noMetric: say(context, 'value.reading.noMetric'),
  unknownMetric: say(context, 'value.reading.unknownMetric'),
  noMeasure: say(context, 'value.reading.noMeasure'),
  noDate: say(context, 'value.reading.noDate'),
  wrongFrom: say(context, 'value.reading.wrongFrom'),
  rollingFrom: say(context, 'value.reading.rollingFrom'),
  noParts: say(context, 'value.reading.noParts'),
  noAmount: say(context, 'value.reading.noAmount'),
  twin: say(context, 'value.reading.twin'),
  overlap: say(context, 'value.reading.overlap'),
});

function typed(context: Context) {
  const measured = { kind: 'measure' as const };
  const counted = { kind: 'quantity' as const };
  return [
    key(context),
    input(context, 'metric', 'value.column.metric', 32, {
      list: 'metric',
      prompt: say(context, 'value.prompt.metric'),
    }),
    input(context, 'from', 'value.column.ownFrom', 13, {
      kind: 'date',
      prompt: say(context, 'value.prompt.from'),
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
    calc(context, 'spanFrom', 'value.column.spanFrom', 13, spanRules().spanFrom as Expression, {
      kind: 'date',
    }),
    calc(context, 'status', 'value.column.readingStatus', 24, readingStatus(readingWords(context))),
    input(context, 'evidence', 'value.column.evidence', 30),
    input(context, 'who', 'value.column.who', 14),
    input(context, 'entered', 'value.column.entered', 13, { kind: 'date', align: 'Center' }),
    input(context, 'comment', 'column.comment', 24),
  ];
}

type Readings = (typeof tables)['Readings']['columns'];
type Computed = {
  [Id in keyof Readings]: Readings[Id] extends { role: 'calc' } ? Id : never;
}[keyof Readings];

function helpers(context: Context) {
  // From where a reading counts is shown beside its amount.
  const spans = Object.entries(spanRules()).filter(([id]) => id !== 'spanFrom');
  const rules: Record<string, Expression> = {
    position: positionIn('Metrics', txt('metric')),
    problem: readingProblem(readingWords(context)),
    slot: readingSlot(),
    line: rowNumber(),
    counted: numberIf(equal(txt('slot'), ''), '', num('date')),
    before: readingBefore(),
    key: readingKey(),
    ...Object.fromEntries(spans),
    ...partRules(),
    x: leastSquares.x(numName('Value.Origin')),
    xy: leastSquares.xy(),
    xx: leastSquares.xx(),
  };
  return Object.entries(rules).map(([id, formula]) =>
    calc(
      context,
      id as Computed,
      headers[id] ?? (`value.column.${id}` as MessageKey),
      10,
      formula,
      {
        kind: id === 'counted' ? 'date' : id === 'problem' ? 'text' : 'number',
        hidden: true,
      },
    ),
  );
}

/** Where a header is not called after its column. */
const headers: Record<string, MessageKey> = {
  line: 'value.column.readingLine',
  gap: 'value.column.gapMonths',
  rate: 'value.column.readingRate',
};
