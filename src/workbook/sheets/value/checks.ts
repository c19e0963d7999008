import {
  abs,
  add,
  and,
  choose,
  countIfs,
  equal,
  greater,
  ifError,
  join,
  multiply,
  num,
  nums,
  subtract,
  sum,
  sumIfs,
  txt,
  txtName,
  txts,
  unequal,
  when,
  type Bool,
  type Num,
  type Txt,
  type ColumnOf,
  type TableName,
} from '../../../rules';
import type { MessageKey } from '../../../messages';
import { countWords, numberIf } from '../../../rules/value/known';
import { calc, content, fixed, key } from '../../columns';
import { say, type Context } from '../../context';
import { listLabel } from '../../lists';
import type { SheetSpec } from '../../spec';
import { guardSlots } from '../../value';
import { minorUnit } from '../../../rules/value/pay';
import { contract } from './contractNames';
import { computed } from './named';
import { valueHead, valueSheet } from './sheet';
import { describeTable } from '../../table';

const fails = (condition: Bool): Num => numberIf(condition, 1, 0);
const notOne = (total: Num): Bool => greater(abs(subtract(total, 1)), 1e-9);
/** Amounts are compared to half a minor unit. */
const differ = (left: Num, right: Num): Bool =>
  greater(abs(subtract(left, right)), multiply(0.5, minorUnit));
const anyTerm = greater(contract('termCount'), 0);

/** Id of a check, the sheet that it looks at, and how many cells fail it. */
function checks(context: Context): [id: string, sheet: string, failing: Num][] {
  const scope = (status: 'noBaseline' | 'notBetter'): Num =>
    countIfs(
      [nums('Metrics', 'inScope'), 1],
      [txts('Metrics', 'status'), listLabel(context, 'metricStatus', status)],
    );
  const between = (column: ColumnOf<'Criteria'>): Num =>
    add(countIfs([nums('Criteria', column), '<1']), countIfs([nums('Criteria', column), '>5']));
  const settled = (column: ColumnOf<'Settlement'>) => sum(nums('Settlement', column));
  const errors = <T extends TableName>(table: T, column: ColumnOf<T>): Num =>
    ifError(multiply(sum(nums(table, column)), 0), 1) as Num;
  return [
    ['weights', 'terms', fails(and(anyTerm, notOne(contract('weightSum'))))],
    ['shares', 'contract', fails(and(anyTerm, notOne(contract('periodShares'))))],
    ['contract', 'contract', fails(and(anyTerm, unequal(txtName('Contract.Problem'), '')))],
    ['terms', 'terms', countWords('Terms', 'problem')],
    [
      'evidence',
      'terms',
      countIfs([nums('Terms', 'order'), '>0'], [txts('Terms', 'evidenceOwner'), '']),
    ],
    ['curves', 'curves', add(countWords('Curves', 'problem'), countWords('Points', 'problem'))],
    ['criteria', 'criteria', add(between('business'), between('it'), between('pass'))],
    [
      'invariant',
      'settlement',
      fails(
        and(
          equal(txtName('Contract.Problem'), ''),
          differ(
            add(settled('earned'), settled('pending'), settled('forfeited')),
            contract('pool'),
          ),
        ),
      ),
    ],
    [
      'statement',
      'statement',
      fails(
        differ(
          add(
            settled('earned'),
            sumIfs(nums('Settlement', 'forfeited'), [nums('Settlement', 'backAt'), '>0']),
          ),
          sum(nums('Statement', 'earned')),
        ),
      ),
    ],
    ['drift', 'settlement', countWords('Settlement', 'drift')],
    ['ledger', 'ledger', countWords('Ledger', 'problem')],
    ['readings', 'readings', countWords('Readings', 'status')],
    ['baseline', 'metrics', scope('noBaseline')],
    ['target', 'metrics', scope('notBetter')],
    ['names', 'metrics', sum(nums('Metrics', 'unfit'))],
    ['reach', 'trace', countIfs([txts('Trace', 'status'), say(context, 'trace.noMetric')])],
    [
      'guards',
      'metrics',
      countIfs(
        [nums('Metrics', 'inScope'), 1],
        [txts('Metrics', 'guardStatus'), listLabel(context, 'guardStatus', 'breached')],
      ),
    ],
    [
      'averages',
      'metrics',
      countIfs(
        [nums('Metrics', 'inScope'), 1],
        [nums('Metrics', 'average'), 1],
        ...guardSlots(context).map((slot): Parameters<typeof countIfs>[number] => [
          txts('Metrics', `guard${slot}`),
          '',
        ]),
      ),
    ],
    [
      'priced',
      'monetisation',
      countIfs(
        [nums('Monetisation', 'inUse'), 1],
        [nums('Monetisation', 'counted'), 0],
        [nums('Monetisation', 'attribution'), '>0'],
      ),
    ],
    [
      'overlap',
      'monetisation',
      add(
        countIfs([nums('Monetisation', 'groupShare'), '>1.000000001']),
        countIfs([nums('Benefits', 'groupShare'), '>1.000000001']),
      ),
    ],
    ['tree', 'benefits', countWords('ValueTree', 'problem')],
    ['costs', 'costs', countWords('Costs', 'problem')],
    ['feeTwice', 'costs', sum(nums('Costs', 'feeTwice'))],
    ['return', 'roi', fails(unequal(txtName('Roi.Problem'), ''))],
    [
      'errors',
      'settlement',
      add(
        errors('Settlement', 'earned'),
        errors('Settlement', 'stake'),
        errors('Statement', 'due'),
        errors('Payoff', 'income'),
        errors('Metrics', 'attainment'),
        errors('Monetisation', 'net'),
        errors('RoiYears', 'cumulative'),
      ),
    ],
  ];
}

/** Every check of the value sheets, and the one cell that says whether all hold. */
export function checksSheet(context: Context): SheetSpec {
  const all = checks(context);
  const failing = nums('Checks', 'failing');
  const count = countIfs([failing, '>0']);
  const ok: Txt = when(
    equal(count, 0),
    say(context, 'bet.checks.ok'),
    when(
      equal(count, 1),
      join(count, ` ${say(context, 'bet.checks.failOne')}`),
      join(count, ` ${say(context, 'bet.checks.fail')}`),
    ),
  );
  return valueSheet(context, 'checks', [
    valueHead(context, 'checks', ['contract', 'settlement', 'statement']),
    {
      kind: 'fields',
      id: 'checks.master',
      offset: 1,
      fields: [
        {
          ...computed(context, 'Checks', 'master', 'text', ok),
          alarm: unequal(txtName('Checks.Master'), say(context, 'bet.checks.ok')),
        },
      ],
    },
    describeTable('Checks', {
      columns: [
        key(context),
        fixed(context, 'no', 'column.no', 6, { kind: 'integer', align: 'Center', look: 'muted' }),
        content(context, 'check', 'bet.column.check', 66, { look: 'strong' }),
        content(context, 'where', 'bet.column.where', 22, { look: 'link' }),
        calc(
          context,
          'failing',
          'bet.column.failing',
          14,
          ifError(choose(num('no'), ...all.map(([, , formula]) => formula)), 1),
          { kind: 'integer', align: 'Center' },
        ),
        calc(
          context,
          'result',
          'bet.column.result',
          14,
          when(
            equal(num('failing'), 0),
            say(context, 'bet.check.holds'),
            say(context, 'bet.check.fails'),
          ),
          { align: 'Center' },
        ),
      ],
      rows: all.map(([id, sheet], i) => ({
        id: `check.${id}`,
        cells: {
          no: i + 1,
          check: say(context, `bet.check.${id}` as MessageKey),
          where: say(context, `sheet.${sheet}` as MessageKey),
        },
        links: { where: sheet },
      })),
      spare: 0,
      filter: false,
      highlights: [
        { id: 'fails', columns: ['result'], when: greater(num('failing'), 0), look: 'problem' },
        {
          id: 'holds',
          columns: ['result'],
          when: and(equal(num('failing'), 0), unequal(txt('check'), '')),
          look: 'done',
        },
      ],
    }),
  ]);
}
