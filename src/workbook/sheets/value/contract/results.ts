import type { MessageKey } from '../../../../messages';
import {
  abs,
  add,
  and,
  atLeast,
  atMost,
  count,
  countIfs,
  equal,
  greater,
  int,
  isNumber,
  join,
  min,
  multiply,
  not,
  numName,
  or,
  nums,
  round,
  subtract,
  sum,
  sumIfs,
  txtName,
  txts,
  unequal,
  when,
  type Bool,
  type Expression,
  type Num,
  type Txt,
} from '../../../../rules';
import { doubtIn, faultBelow } from '../../../../rules/value/inputs';
import { countWords, numberIf, orElse } from '../../../../rules/value/known';
import { say, type Context } from '../../../context';
import { listLabel } from '../../../lists';
import type { FieldSpec, ValueKind } from '../../../spec';
import { computed } from '../named';
import { contract, contractText, digits, fee } from '../../../../rules/value/contract';

/** Sums of fractions are compared with 1 after rounding. */
const notOne = (total: Num): Bool => greater(abs(subtract(total, 1)), 1e-9);

/** Decimals that money has: a whole number from 0 to 4. */
const hasWholeDigits: Bool = when(
  isNumber(digits),
  and(atLeast(digits, 0), atMost(digits, 4), equal(digits, int(digits))),
  false,
) as Bool;

/** Agreed on the Engagement sheet; shown here, since all shares are shares of it. */
export const feeField = (context: Context): FieldSpec => ({
  ...computed(context, 'Contract', 'fee', 'money', orElse(fee, '')),
  note: say(context, 'bet.note.fee'),
});

export function results(context: Context): FieldSpec[] {
  const periods = nums('Periods', 'date');
  const fixedShare = sumIfs(nums('Instalments', 'share'), [
    txts('Instalments', 'kind'),
    listLabel(context, 'instalmentKind', 'fixed'),
  ]);
  const field = (id: string, kind: ValueKind, formula: Expression) =>
    computed(context, 'Contract', id, kind, formula);
  const hasFee = and(isNumber(fee), greater(fee, 0));
  const hasTerms = greater(contract('TermCount'), 0);
  /** A gain share or a guarantee needs neither terms nor a fee. */
  const gainAlone = and(
    not(hasTerms),
    or(greater(count(nums('Bands', 'start')), 0), isNumber(contract('Guarantee'))),
  );
  type Flaws = [Bool, MessageKey][];
  /** In the order in which they are told: what is missing, what does not add up, and the rest. */
  const missing: Flaws = [
    [not(isNumber(numName('Value.AsOf'))), 'bet.problem.asOf'],
    [not(or(hasFee, and(gainAlone, equal(fee, 0)))), 'bet.problem.fee'],
    [and(hasTerms, not(isNumber(contract('ShareAtRisk')))), 'bet.problem.risk'],
    [not(hasWholeDigits), 'bet.problem.digits'],
    [not(or(hasTerms, gainAlone)), 'bet.problem.noTerms'],
    [equal(contract('PeriodCount'), 0), 'bet.problem.noPeriods'],
    [greater(sum(nums('Terms', 'unfit')), 0), 'bet.problem.signs'],
  ];
  const misfit: Flaws = [
    [and(hasTerms, notOne(contract('WeightSum'))), 'bet.problem.weights'],
    [and(hasTerms, notOne(contract('PeriodShares'))), 'bet.problem.shares'],
    [
      and(hasTerms, unequal(count(nums('Periods', 'share')), contract('PeriodCount'))),
      'bet.problem.periodDates',
    ],
    [greater(sum(nums('Periods', 'twin')), 0), 'bet.problem.samePeriod'],
    [greater(sum(nums('Terms', 'twin')), 0), 'bet.problem.codes'],
  ];
  const rest: Flaws = [
    [
      greater(add(countWords('Curves', 'problem'), countWords('Points', 'problem')), 0),
      'bet.problem.curves',
    ],
    [greater(countWords('Bands', 'problem'), 0), 'bet.problem.bands'],
    [greater(sum(nums('Instalments', 'undated')), 0), 'bet.problem.instalmentDates'],
    [
      and(hasFee, notOne(add(fixedShare, numberIf(hasTerms, contract('ShareAtRisk'), 0)))),
      'bet.problem.instalments',
    ],
    [
      or(
        greater(
          multiply(contract('TermCount'), contract('PeriodCount')),
          count(nums('Settlement', 'no')),
        ),
        greater(contract('PeriodCount'), count(nums('Statement', 'no'))),
      ),
      'bet.problem.capacity',
    ],
    [
      and(
        isNumber(contract('PayFloor')),
        isNumber(contract('PayCap')),
        greater(contract('PayFloor'), contract('PayCap')),
      ),
      'bet.problem.limits',
    ],
  ];
  const unusable = (fault: Txt) => join(`${say(context, 'checks.unusable')} `, fault);
  const first = (flaws: Flaws): Txt =>
    flaws.reduceRight<Txt>(
      (others, [fails, words]) => when(fails, say(context, words), others) as Txt,
      join('', ''),
    );
  /** What stands before a text where it says something. */
  const unless = (before: Txt, text: Txt): Txt => when(unequal(before, ''), before, text) as Txt;
  const fault = faultBelow('contract');
  const doubt = doubtIn('Terms');
  const problem = unless(
    contractText('Flaw'),
    when(
      unequal(doubt, ''),
      unusable(doubt),
      when(
        or(greater(count(nums('Bands', 'start')), 0), isNumber(contract('Guarantee'))),
        txtName('Roi.ReadFault'),
        '',
      ),
    ) as Txt,
  );
  return [
    field(
      'pool',
      'amount',
      numberIf(
        and(hasTerms, isNumber(fee), isNumber(contract('ShareAtRisk'))),
        round(multiply(fee, contract('ShareAtRisk')), digits),
        0,
      ),
    ),
    field('at', 'date', orElse(numName('Value.AsOf'), '')),
    field('termCount', 'integer', count(nums('Terms', 'order'))),
    field('periodCount', 'integer', count(nums('Periods', 'no'))),
    field('weightSum', 'ratio', sum(nums('Terms', 'counted'))),
    field('periodShares', 'ratio', sum(nums('Periods', 'share'))),
    field(
      'current',
      'integer',
      numberIf(
        equal(contract('PeriodCount'), 0),
        0,
        min(
          contract('PeriodCount'),
          // Engines disagree on what lies before a blank.
          add(
            numberIf(isNumber(contract('At')), countIfs([periods, join('<', contract('At'))]), 0),
            1,
          ),
        ),
      ),
    ),
    field('missing', 'text', when(unequal(fault, ''), unusable(fault), first(missing))),
    field('misfit', 'text', when(unequal(contractText('Missing'), ''), '', first(misfit))),
    // What is wrong with the whole; a doubt about one term leaves the others their amounts.
    field(
      'flaw',
      'text',
      unless(contractText('Missing'), unless(contractText('Misfit'), first(rest))),
    ),
    {
      ...field('problem', 'text', problem),
      alarm: unequal(contractText('Problem'), ''),
    },
  ];
}
