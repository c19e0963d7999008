import type { MessageKey } from '../../../../messages';
import {
  abs,
  add,
  and,
  atLeast,
  atMost,
  count,
  countIfs,
  each,
  equal,
  greater,
  int,
  isNumber,
  join,
  max,
  min,
  multiply,
  not,
  numName,
  nums,
  round,
  subtract,
  sum,
  sumIfs,
  sumProduct,
  txtName,
  txts,
  unequal,
  when,
  type Bool,
  type Expression,
  type Num,
  type ColumnOf,
  type TableName,
} from '../../../../rules';
import { countWords, numberIf, orElse, outsideUnit } from '../../../../rules/value/known';
import { say, type Context } from '../../../context';
import { listLabel } from '../../../lists';
import type { FieldSpec, ValueKind } from '../../../spec';
import { settingName } from '../../engagement';
import { computed } from '../named';
import { contract, contractName } from '../contractNames';

/** Sums of fractions are compared with 1 after rounding. */
const notOne = (total: Num): Bool => greater(abs(subtract(total, 1)), 1e-9);

const below0 = <T extends TableName>(table: T, column: ColumnOf<T>): Bool =>
  greater(countIfs([nums(table, column), '<0']), 0);

/** Of terms in use, as a row by itself says it with `outsideUnit`. */
const anyOutsideUnit = (column: ColumnOf<'Terms'>): Bool =>
  greater(
    sumProduct(
      each.multiply(
        each.unequal(txts('Terms', 'order'), ''),
        each.add(each.less(nums('Terms', column), 0), each.greater(nums('Terms', column), 1)),
      ),
    ),
    0,
  );

/** Decimals that money has: a whole number from 0 to 4. */
const wholeDigits = (digits: Num): Bool =>
  when(
    isNumber(digits),
    and(atLeast(digits, 0), atMost(digits, 4), equal(digits, int(digits))),
    false,
  ) as Bool;

/** Agreed on the Engagement sheet; shown here, since all shares are shares of it. */
export const fee = (context: Context): FieldSpec => ({
  ...computed(context, 'Contract', 'fee', 'money', orElse(numName(settingName('fee')), '')),
  note: say(context, 'bet.note.fee'),
});

export function results(context: Context): FieldSpec[] {
  const fee = numName(settingName('fee'));
  const digits = contract('minorDigits');
  const asOf = numName('Value.AsOf');
  const reached = numName('Value.At');
  const periods = nums('Periods', 'date');
  const fixedShare = sumIfs(nums('Instalments', 'share'), [
    txts('Instalments', 'kind'),
    listLabel(context, 'instalmentKind', 'fixed'),
  ]);
  const field = (id: string, kind: ValueKind, formula: Expression) =>
    computed(context, 'Contract', id, kind, formula);
  const problems: [Bool, MessageKey][] = [
    [not(and(isNumber(fee), greater(fee, 0))), 'bet.problem.fee'],
    [not(isNumber(contract('shareAtRisk'))), 'bet.problem.risk'],
    [outsideUnit(contract('shareAtRisk')), 'bet.problem.riskRange'],
    [not(wholeDigits(digits)), 'bet.problem.digits'],
    [equal(contract('termCount'), 0), 'bet.problem.noTerms'],
    [equal(contract('periodCount'), 0), 'bet.problem.noPeriods'],
    [greater(sum(nums('Terms', 'unfit')), 0), 'bet.problem.signs'],
    [below0('Terms', 'counted'), 'bet.problem.weightBelow'],
    [notOne(contract('weightSum')), 'bet.problem.weights'],
    [below0('Periods', 'share'), 'bet.problem.shareBelow'],
    [notOne(contract('periodShares')), 'bet.problem.shares'],
    [unequal(count(nums('Periods', 'share')), contract('periodCount')), 'bet.problem.periodDates'],
    [greater(sum(nums('Periods', 'twin')), 0), 'bet.problem.samePeriod'],
    [greater(sum(nums('Terms', 'twin')), 0), 'bet.problem.codes'],
    [
      greater(add(countWords('Curves', 'problem'), countWords('Points', 'problem')), 0),
      'bet.problem.curves',
    ],
    [anyOutsideUnit('interimCredit'), 'bet.problem.interim'],
    [greater(countWords('Bands', 'problem'), 0), 'bet.problem.bands'],
    [below0('Instalments', 'share'), 'bet.problem.instalmentBelow'],
    [notOne(add(fixedShare, contract('shareAtRisk'))), 'bet.problem.instalments'],
    [
      greater(
        multiply(contract('termCount'), contract('periodCount')),
        count(nums('Settlement', 'no')),
      ),
      'bet.problem.capacity',
    ],
    [greater(contract('periodCount'), count(nums('Statement', 'no'))), 'bet.problem.capacity'],
    [
      and(
        isNumber(contract('payFloor')),
        isNumber(contract('payCap')),
        greater(contract('payFloor'), contract('payCap')),
      ),
      'bet.problem.limits',
    ],
  ];
  const problem = problems.reduceRight<Expression>(
    (rest, [fails, words]) => when(fails, say(context, words), rest),
    join('', ''),
  );
  return [
    field(
      'pool',
      'amount',
      numberIf(
        and(isNumber(fee), isNumber(contract('shareAtRisk'))),
        round(multiply(fee, contract('shareAtRisk')), digits),
        0,
      ),
    ),
    field(
      'at',
      'date',
      numberIf(
        isNumber(asOf),
        asOf,
        numberIf(isNumber(reached), reached, numberIf(equal(count(periods), 0), '', max(periods))),
      ),
    ),
    field('termCount', 'integer', count(nums('Terms', 'order'))),
    field('periodCount', 'integer', count(nums('Periods', 'no'))),
    field('weightSum', 'ratio', sum(nums('Terms', 'counted'))),
    field('periodShares', 'ratio', sum(nums('Periods', 'share'))),
    field(
      'current',
      'integer',
      numberIf(
        equal(contract('periodCount'), 0),
        0,
        min(contract('periodCount'), add(countIfs([periods, join('<', contract('at'))]), 1)),
      ),
    ),
    {
      ...field('problem', 'text', problem),
      alarm: unequal(txtName(contractName('problem')), ''),
    },
  ];
}
