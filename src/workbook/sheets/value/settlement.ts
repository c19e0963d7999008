import { equal, rowOf, unequal, type Expression } from '../../../rules';
import {
  settlementRules,
  type Reason,
  type SettlementWords,
} from '../../../rules/value/settlement';
import type { MessageKey } from '../../../messages';
import { calc, fixed, key } from '../../columns';
import { say, type Context } from '../../context';
import { listLabel } from '../../lists';
import type { ColumnSpec, SheetSpec, ValueKind } from '../../spec';
import { guardSlots } from '../../value';
import { settlementCapacity } from './capacity';
import { hint } from './hints';
import { valueHead, valueSheet } from './sheet';
import { describeTable } from '../../table';

const { num, txt } = rowOf<'Settlement'>();

const reasons: Reason[] = [
  'signed',
  'gateFailed',
  'gatePending',
  'guardVoid',
  'lapsed',
  'notDue',
  'unjudged',
  'noMetric',
  'noCurve',
  'noBaseline',
  'notBetter',
  'fewReadings',
  'noReading',
  'unfavourable',
  'interim',
  'belowFirst',
  'notPassed',
  'final',
];

const settlementWords = (context: Context): SettlementWords => ({
  trend: listLabel(context, 'termKind', 'trend'),
  qualitative: listLabel(context, 'termKind', 'qualitative'),
  share: listLabel(context, 'qualitativeRule', 'share'),
  void: listLabel(context, 'guardAction', 'void'),
  line: listLabel(context, 'roundingMode', 'line'),
  guard: {
    ok: listLabel(context, 'guardStatus', 'ok'),
    breached: listLabel(context, 'guardStatus', 'breached'),
    pending: listLabel(context, 'guardStatus', 'pending'),
  },
  gate: { pending: say(context, 'bet.gate.pending'), failed: say(context, 'bet.gate.failed') },
  reason: Object.fromEntries(
    reasons.map((reason) => [reason, say(context, `bet.reason.${reason}` as MessageKey)]),
  ) as Record<Reason, string>,
  drift: say(context, 'bet.drift'),
});

/** Kind and width of what is shown; every other column is hidden. */
const shownColumns: Record<string, [ValueKind, number]> = {
  period: ['integer', 8],
  code: ['text', 8],
  item: ['text', 32],
  kind: ['text', 13],
  at: ['date', 12],
  readings: ['integer', 9],
  baseline: ['measure', 13],
  target: ['measure', 13],
  actual: ['measure', 13],
  planned: ['measure', 13],
  improvement: ['measure', 13],
  attainment: ['ratio', 10],
  near: ['ratio', 10],
  curve: ['ratio', 10],
  credited: ['ratio', 10],
  guard: ['text', 10],
  payout: ['ratio', 10],
  stake: ['amount', 13],
  capped: ['amount', 13],
  gate: ['text', 10],
  earned: ['amount', 13],
  bonus: ['amount', 13],
  pending: ['amount', 13],
  forfeited: ['amount', 13],
  reason: ['text', 26],
  drift: ['text', 18],
};

/** What the layout of version 3 brought. */
const ofLayout3 = /^(trendCount|trendX|trendY|guardFrom\d|moved|waiting)$/;

/** One row per period and term, each step of the order of operations in its own column. */
export function settlementSheet(context: Context): SheetSpec {
  const rules: Record<string, Expression> = settlementRules(
    settlementWords(context),
    guardSlots(context),
  );
  const column = (id: string): ColumnSpec => {
    const [kind, width] = shownColumns[id] ?? ['number', 8];
    const guard = /^(guardRow|guardFrom|guardActual|guardMove)(\d)$/.exec(id);
    const header = (guard ? `bet.settlement.${guard[1]}` : `bet.settlement.${id}`) as MessageKey;
    return calc(context, id, header, width, rules[id] as Expression, {
      kind,
      hidden: !(id in shownColumns),
      ...(ofLayout3.test(id) && { since: 3 }),
      ...(!['text', 'amount', 'measure'].includes(kind) && { align: 'Center' as const }),
      ...(guard && { header: say(context, header, { n: guard[2] as string }) }),
    });
  };
  const shown = Object.keys(shownColumns);
  const hidden = Object.keys(rules).filter((id) => !(id in shownColumns));
  const { rows } = settlementCapacity(context);
  return valueSheet(
    context,
    'settlement',
    [
      valueHead(
        context,
        'settlement',
        ['terms', 'criteria', 'statement'],
        hint(context, 'settlement'),
      ),
      describeTable('Settlement', {
        columns: [
          key(context),
          fixed(context, 'no', 'column.no', 5, {
            kind: 'integer',
            align: 'Center',
            look: 'muted',
          }),
          ...[...shown, ...hidden].map(column),
        ],
        rows: Array.from({ length: rows }, (_, i) => ({
          id: `settlement.${i + 1}`,
          cells: { no: i + 1 },
        })),
        spare: 0,
        filter: false,
        highlights: [
          { id: 'drift', columns: ['drift'], when: unequal(txt('drift'), ''), look: 'problem' },
          {
            id: 'gate',
            columns: ['gate'],
            when: unequal(txt('gate'), ''),
            look: 'attention',
          },
          {
            id: 'final',
            columns: ['earned'],
            when: equal(num('state'), 1),
            look: 'done',
          },
        ],
      }),
    ],
    {
      freeze: { table: 'settlement', column: 'item' },
      page: { orientation: 'Landscape', until: 'reason' },
    },
  );
}
