import {
  equal,
  ifError,
  index,
  join,
  match,
  numName,
  nums,
  rowOf,
  sum,
  txtName,
  txts,
  unequal,
  type ColumnOf,
  type Expression,
} from '../../../rules';
import { sound } from '../../../rules/value/inputs';
import { numberOr } from '../../../rules/value/known';
import { statementRules, type StatementWords } from '../../../rules/value/statement';
import { cellName } from '../../../engagement/register';
import type { MessageKey } from '../../../messages';
import { calc, fixed, key } from '../../columns';
import { say, type Context } from '../../context';
import { listLabel } from '../../lists';
import type { ColumnSpec, FieldSpec, SheetSpec, TextCell, ValueKind } from '../../spec';
import { heading } from '../../texts';
import { settingName } from '../engagement';
import { settlementCapacity } from './capacity';
import { computed } from './named';
import { valueHead, valueSheet } from './sheet';
import { describeTable } from '../../table';
import { contract, contractText } from '../../../rules/value/contract';

const { num, txt } = rowOf<'Statement'>();

const statementWords = (context: Context): StatementWords => ({
  yes: listLabel(context, 'yesNo', 'yes'),
  cliff: listLabel(context, 'hurdleKind', 'cliff'),
  whole: listLabel(context, 'bandMode', 'whole'),
  afterFee: listLabel(context, 'gainBase', 'after-fee'),
  withoutGain: listLabel(context, 'limitScope', 'without-gain'),
  byPeriod: listLabel(context, 'limitSpan', 'period'),
  unknownValue: say(context, 'bet.word.unknownValue'),
  notDue: say(context, 'bet.word.notDue'),
  signed: say(context, 'bet.status.signed'),
  due: say(context, 'bet.status.due'),
  current: say(context, 'bet.status.current'),
  toCome: say(context, 'bet.status.toCome'),
});

const shownColumns: Record<string, [ValueKind, number]> = {
  item: ['text', 28],
  date: ['date', 24],
  status: ['text', 12],
  earned: ['amount', 14],
  bonus: ['amount', 12],
  pending: ['amount', 14],
  forfeited: ['amount', 14],
  value: ['money', 13],
  gain: ['amount', 13],
  shortfall: ['amount', 13],
  fixed: ['amount', 14],
  entitlement: ['amount', 14],
  settled: ['amount', 14],
  due: ['amount', 14],
  carried: ['amount', 13],
};

/** What the layout of version 3 brought. */
const ofLayout3: ReadonlySet<string> = new Set(['cliffAt', 'guaranteeAt', 'bandsFrom']);

/** What both sides sign: amounts per period, entitlement, settled and due now to date. */
export function statementSheet(context: Context): SheetSpec {
  const rules: Record<string, Expression> = statementRules(statementWords(context));
  const hidden = Object.keys(rules).filter((id) => !(id in shownColumns));
  const column = (id: string): ColumnSpec => {
    const [kind, width] = shownColumns[id] ?? ['number', 8];
    return calc(context, id, `bet.statement.${id}` as MessageKey, width, rules[id] as Expression, {
      kind,
      hidden: !(id in shownColumns),
      ...(ofLayout3.has(id) && { since: 3 }),
      ...(kind === 'date' && { align: 'Center' as const }),
    });
  };
  return valueSheet(context, 'statement', [
    valueHead(context, 'statement', ['contract', 'settlement', 'ledger']),
    { kind: 'fields', id: 'statement.parties', offset: 1, fields: parties(context) },
    heading(context, 'bet.statement.amounts'),
    { kind: 'fields', id: 'statement.totals', offset: 1, fields: totals(context) },
    heading(context, 'bet.statement.periods'),
    describeTable('Statement', {
      columns: [
        key(context),
        fixed(context, 'no', 'bet.column.periodNo', 8, {
          kind: 'integer',
          align: 'Center',
          look: 'muted',
        }),
        ...[...Object.keys(shownColumns), ...hidden].map(column),
      ],
      rows: Array.from({ length: settlementCapacity(context).periods }, (_, i) => ({
        id: `statement.${i + 1}`,
        cells: { no: i + 1 },
      })),
      spare: 0,
      filter: false,
      highlights: [
        {
          id: 'current',
          columns: ['no', 'item', 'due'],
          when: equal(num('no'), numName('Statement.Row')),
          look: 'attention',
        },
        {
          id: 'signed',
          columns: ['status'],
          when: equal(txt('status'), say(context, 'bet.status.signed')),
          look: 'done',
        },
      ],
    }),
    heading(context, 'bet.statement.signatures', 'bet.statement.signatures.lead'),
    {
      kind: 'text',
      id: 'statement.signatures',
      rows: signatureRows(context),
    },
  ]);
}

/** One line to sign for each side, under room for a hand. */
const signatureRows = (context: Context): TextCell[][] =>
  (
    [
      ['vendor', 'consultant'],
      ['business', 'businessLead'],
      ['it', 'itLead'],
    ] as const
  ).flatMap(([side, person]): TextCell[][] => [
    [{ look: 'text', text: '' }],
    [
      { look: 'text', text: '' },
      { look: 'strong', text: say(context, `bet.sign.${side}`) },
      { look: 'muted', formula: join(txtName(settingName(person)), '') },
      { look: 'muted', text: '____________________________' },
      { look: 'text', text: '' },
      { look: 'strong', text: say(context, 'bet.sign.date') },
      { look: 'muted', text: '_______________' },
    ],
  ]);

const calculated = (
  context: Context,
  id: string,
  kind: ValueKind,
  formula: NonNullable<FieldSpec['formula']>,
  more: Partial<FieldSpec> = {},
): FieldSpec => ({ ...computed(context, 'Statement', id, kind, formula), ...more });

/** Who settles what, for which period, on which figures. */
function parties(context: Context): FieldSpec[] {
  const row = numName('Statement.Row');
  const at = (column: ColumnOf<'Statement'>) => ifError(index(nums('Statement', column), row), '');
  const said = (id: 'project' | 'client' | 'vendor' | 'currency'): FieldSpec => ({
    id: `Statement.${id}`,
    name: cellName('Statement', id),
    label: say(context, `field.${id}`),
    role: 'calc',
    kind: 'text',
    formula: join(txtName(settingName(id)), ''),
  });
  const firstDue = match(say(context, 'bet.status.due'), txts('Statement', 'status'));
  return [
    said('project'),
    said('client'),
    said('vendor'),
    calculated(context, 'period', 'text', at('item')),
    calculated(context, 'row', 'integer', numberOr(firstDue, contract('Current')), {
      note: say(context, 'bet.note.row'),
    }),
    calculated(context, 'asOf', 'date', contract('At')),
    said('currency'),
    calculated(context, 'reason', 'text', join(contractText('Problem'), ''), {
      alarm: unequal(contractText('Problem'), ''),
      note: say(context, 'bet.note.reason'),
    }),
  ];
}

/** The settlement that is to be signed: the first one due and unsigned, else the one that runs. */
function totals(context: Context): FieldSpec[] {
  const at = (column: ColumnOf<'Statement'>) =>
    ifError(index(nums('Statement', column), numName('Statement.Row')), '');
  const all = (column: ColumnOf<'Statement'>) =>
    sound(contractText('Problem'), sum(nums('Statement', column)));
  const amount = (id: string, formula: NonNullable<FieldSpec['formula']>) =>
    calculated(context, id, 'amount', formula, {
      note: say(context, `bet.note.${id}` as MessageKey),
    });
  return [
    amount('earned', all('earned')),
    amount('bonus', all('bonus')),
    amount('pending', all('pending')),
    amount('forfeited', all('forfeited')),
    amount('gain', all('gain')),
    amount('shortfall', all('shortfall')),
    amount('fixed', at('fixed')),
    amount('entitlement', at('entitlement')),
    amount('settled', at('settled')),
    amount('due', at('due')),
    amount('carried', at('carried')),
  ];
}
