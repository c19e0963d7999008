import { equal, txt, unequal, when } from '../../../rules';
import type { MessageKey } from '../../../messages';
import {
  curveDisordered,
  pointNumbers,
  rampFrom,
  rampRise,
  rampWidth,
} from '../../../rules/value/curve';
import { readsAsPattern } from '../../../rules/value/place';
import { curvePresets } from '../../bet';
import { calc, input, key } from '../../columns';
import { say, type Context } from '../../context';
import { listLabel } from '../../lists';
import type { ColumnSpec, SheetSpec, TableBlock } from '../../spec';
import { valueHead, valueSheet } from './sheet';

/** Payout curves, one a row: up to eight points from attainment to payout share. */
export const curvesSheet = (context: Context): SheetSpec =>
  valueSheet(
    context,
    'curves',
    [valueHead(context, 'curves', ['terms', 'payoff']), table(context)],
    {
      freeze: { table: 'curves', column: 'name' },
    },
  );

function table(context: Context): TableBlock {
  const stepped = equal(txt('mode'), listLabel(context, 'curveMode', 'step'));
  const numbered = (key: MessageKey, n: number) => ({ header: say(context, key, { n }) });
  const points = pointNumbers.flatMap((n): ColumnSpec[] => [
    input(context, `a${n}`, 'bet.column.pointAttainment', 11, {
      kind: 'percent',
      align: 'Center',
      ...numbered('bet.column.pointAttainment', n),
    }),
    input(context, `p${n}`, 'bet.column.pointPayout', 11, {
      kind: 'percent',
      align: 'Center',
      ...numbered('bet.column.pointPayout', n),
    }),
  ]);
  const ramps = pointNumbers.flatMap((n): ColumnSpec[] =>
    (
      [
        ['from', 'bet.column.rampFrom', rampFrom(n, stepped)],
        ['width', 'bet.column.rampWidth', rampWidth(n, stepped)],
        ['rise', 'bet.column.rampRise', rampRise(n)],
      ] as const
    ).map(([id, header, formula]) =>
      calc(context, `${id}${n}`, header, 8, formula, {
        kind: 'number',
        hidden: true,
        ...numbered(header, n),
      }),
    ),
  );
  return {
    kind: 'table',
    id: 'curves',
    name: 'Curves',
    columns: [
      key(context),
      input(context, 'name', 'bet.column.curve', 28, { look: 'strong' }),
      input(context, 'mode', 'bet.column.mode', 10, { list: 'curveMode', align: 'Center' }),
      input(context, 'deadband', 'bet.column.deadband', 10, {
        kind: 'percent',
        align: 'Center',
        prompt: say(context, 'bet.prompt.deadband'),
      }),
      ...points,
      calc(
        context,
        'problem',
        'bet.column.problem',
        24,
        when(
          equal(txt('name'), ''),
          '',
          when(
            readsAsPattern(txt('name')),
            say(context, 'bet.curve.signs'),
            when(curveDisordered(), say(context, 'bet.curve.disordered'), ''),
          ),
        ),
        { look: 'muted' },
      ),
      ...ramps,
    ],
    rows: curvePresets.map(({ id, mode, points: shape }) => ({
      id: `curve.${id}`,
      cells: {
        name: say(context, `curve.${id}`),
        mode,
        ...Object.fromEntries(
          shape.flatMap(([attainment, payout], i) => [
            [`a${i + 1}`, attainment],
            [`p${i + 1}`, payout],
          ]),
        ),
      },
    })),
    spare: 4,
    store: 'curves',
    customPrefix: 'custom.curve.',
    filter: false,
    highlights: [
      {
        id: 'problem',
        columns: ['problem'],
        when: unequal(txt('problem'), ''),
        look: 'problem',
      },
    ],
  };
}
