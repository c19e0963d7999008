import { equal, not, or, txt, unequal, when, type Expression } from '../../../rules';
import type { MessageKey } from '../../../messages';
import {
  curveUnsound,
  deadbandRules,
  pointCount,
  pointProblem,
  pointRules,
} from '../../../rules/value/curve';
import { readsAsPattern } from '../../../rules/value/place';
import { curvePresets } from '../../bet';
import { calc, input, key } from '../../columns';
import { say, type Context } from '../../context';
import { listLabel } from '../../lists';
import type { ColumnSpec, Highlight, SheetSpec, TableBlock } from '../../spec';
import { heading } from '../../texts';
import { valueHead, valueSheet } from './sheet';
import { describeTable } from '../../table';

/** Payout curves, one a row, and the points from attainment to payout share that make each. */
export const curvesSheet = (context: Context): SheetSpec =>
  valueSheet(context, 'curves', [
    valueHead(context, 'curves', ['terms', 'payoff']),
    curveTable(context),
    heading(context, 'bet.points', 'bet.points.lead'),
    pointTable(context),
  ]);

const problem: Highlight = {
  id: 'problem',
  columns: ['problem'],
  when: unequal(txt('problem'), ''),
  look: 'problem',
};
const percent = { kind: 'percent' as const, align: 'Center' as const };

function curveTable(context: Context): TableBlock {
  const unknownMode = not(
    or(
      equal(txt('mode'), ''),
      ...(['linear', 'step'] as const).map((mode) =>
        equal(txt('mode'), listLabel(context, 'curveMode', mode)),
      ),
    ),
  );
  return describeTable('Curves', {
    columns: [
      key(context),
      input(context, 'name', 'bet.column.curve', 28, { look: 'strong' }),
      input(context, 'mode', 'bet.column.mode', 14, { list: 'curveMode', align: 'Center' }),
      input(context, 'deadband', 'bet.column.deadband', 14, {
        ...percent,
        prompt: say(context, 'bet.prompt.deadband'),
      }),
      calc(context, 'points', 'bet.column.points', 10, pointCount(), {
        kind: 'integer',
        align: 'Center',
      }),
      calc(
        context,
        'problem',
        'bet.column.problem',
        30,
        when(
          equal(txt('name'), ''),
          '',
          when(
            readsAsPattern(txt('name')),
            say(context, 'bet.curve.signs'),
            when(or(curveUnsound(), unknownMode), say(context, 'bet.curve.unsound'), ''),
          ),
        ),
        { look: 'muted' },
      ),
      ...Object.entries(deadbandRules).map(([id, rule]) =>
        calc(
          context,
          id as keyof typeof deadbandRules,
          `bet.column.${id as keyof typeof deadbandRules}`,
          8,
          rule(),
          {
            kind: 'number',
            hidden: true,
            since: 3,
          },
        ),
      ),
    ],
    former: { inPlaceOf: 'points', columns: formerPoints(context) },
    rows: curvePresets.map(({ id, mode, points }) => ({
      id: `curve.${id}`,
      cells: {
        name: say(context, `curve.${id}`),
        mode,
        ...Object.fromEntries(
          points.flatMap(([attainment, payout], i) => [
            [`a${i + 1}`, attainment],
            [`p${i + 1}`, payout],
          ]),
        ),
      },
    })),
    spare: 4,
    filter: false,
    highlights: [problem],
  });
}

/** Up to eight points stood in the row of their curve; see `engagement/former.ts`. */
const formerPoints = (context: Context) =>
  Array.from({ length: 8 }, (_, i) => i + 1).flatMap((n) => [
    {
      ...input(context, `a${n}`, 'bet.column.pointAttainment', 11, percent),
      header: say(context, 'bet.column.pointAttainment', { n }),
    },
    {
      ...input(context, `p${n}`, 'bet.column.pointPayout', 11, percent),
      header: say(context, 'bet.column.pointPayout', { n }),
    },
  ]);

function pointTable(context: Context): TableBlock {
  const rules = pointRules({ step: listLabel(context, 'curveMode', 'step') });
  const helper = (id: string): ColumnSpec =>
    calc(context, id, `bet.point.${id}` as MessageKey, 8, rules[id] as Expression, {
      kind: 'number',
      hidden: true,
    });
  return describeTable('Points', {
    columns: [
      key(context),
      input(context, 'curve', 'bet.column.curve', 28, { list: 'curve' }),
      input(context, 'attainment', 'bet.point.attainment', 14, percent),
      input(context, 'payout', 'bet.point.payout', 14, percent),
      calc(
        context,
        'problem',
        'bet.column.problem',
        30,
        pointProblem({
          curve: say(context, 'bet.point.noCurve'),
          number: say(context, 'bet.point.number'),
          range: say(context, 'bet.point.range'),
        }),
        { look: 'muted' },
      ),
      ...Object.keys(rules).map(helper),
    ],
    rows: curvePresets.flatMap(({ id, points }) =>
      points.map(([attainment, payout], i) => ({
        id: `curve.${id}.${i + 1}`,
        cells: { curve: id, attainment, payout },
      })),
    ),
    spare: 8,
    filter: false,
    highlights: [problem],
  });
}
