import {
  abs,
  add,
  afterLastDay,
  and,
  count,
  countIfs,
  each,
  equal,
  greater,
  ifError,
  isNumber,
  join,
  max,
  multiply,
  nums,
  numName,
  or,
  subtract,
  sum,
  sumIfs,
  sumProduct,
  txtName,
  txts,
  unequal,
  type Bool,
  type ColumnOf,
  type Num,
  type TableName,
} from '../../../../rules';
import { payoffOverflowing } from '../../../../rules/value/payoff';
import { realisedOverflows } from '../../../../rules/value/realised';
import { countWords, numberIf } from '../../../../rules/value/known';
import { say, type Context } from '../../../context';
import { listLabel } from '../../../lists';
import { guardSlots } from '../../../value';
import { settingName } from '../../engagement';
import { minorUnit } from '../../../../rules/value/pay';
import { contract, contractText } from '../../../../rules/value/contract';

const fails = (condition: Bool): Num => numberIf(condition, 1, 0);
const notOne = (total: Num): Bool => greater(abs(subtract(total, 1)), 1e-9);
/** Amounts are compared to half a minor unit. */
const differ = (left: Num, right: Num): Bool =>
  greater(abs(subtract(left, right)), multiply(0.5, minorUnit));
const anyTerm = greater(contract('TermCount'), 0);
const isAgreed = or(anyTerm, greater(count(nums('Bands', 'start')), 0));

/** Somebody has begun to price: until then, that there is no return is nothing wrong. */
const isPriced = greater(
  add(
    sum(nums('Monetisation', 'counted')),
    sum(nums('Benefits', 'counted')),
    sum(nums('Costs', 'given')),
  ),
  0,
);

/** Id of a check, the sheet that it looks at, and how many cells fail it. */
export type Check = [id: string, sheet: string, failing: Num];

/** What can be wrong with the model; how it turned out is no check. */
export function checks(context: Context): Check[] {
  const scope = (status: 'noMeasure' | 'noBaseline' | 'notBetter'): Num =>
    countIfs(
      [nums('Metrics', 'inScope'), 1],
      [txts('Metrics', 'status'), listLabel(context, 'metricStatus', status)],
    );
  /** In scope, and yet without a value: somebody has begun to price it. */
  const unpriced: Parameters<typeof countIfs> = [
    [nums('Monetisation', 'inUse'), 1],
    [nums('Monetisation', 'counted'), 0],
  ];
  // What was signed stands, whatever terms the contract has now: where one of it has gone from Settlement,
  // only the periods after it add up. Periods are signed in their order.
  const isWhole = equal(
    countWords('SignedTerms', 'finalKey'),
    count(nums('Settlement', 'signedRow')),
  );
  const addingUp = join('>', numberIf(isWhole, 0, max(nums('Ledger', 'finalPeriod'))));
  const settled = (column: ColumnOf<'Settlement'>) => sum(nums('Settlement', column));
  const start = numName(settingName('startDate'));
  const isEarly = (id: 'goLiveDate' | 'endDate'): Num => {
    const day = numName(settingName(id));
    return fails(and(isNumber(start), isNumber(day), greater(start, day)));
  };
  /** Rows with both days, the end before the start. What is no day is told elsewhere. */
  const reversed = (table: 'ProcessPlan' | 'PromotionPlan'): Num => {
    const [begun, ended] = [nums(table, 'start'), nums(table, 'end')];
    return sumProduct(
      each.multiply(
        each.greater(begun, ended),
        each.multiply(each.less(begun, afterLastDay), each.greater(ended, 0)),
      ),
    );
  };
  const errors = <T extends TableName>(table: T, column: ColumnOf<T>): Num =>
    ifError(multiply(sum(nums(table, column)), 0), 1) as Num;
  return [
    ['inputs', 'checks', sum(nums('InputChecks', 'faults'))],
    ['days', 'engagement', add(isEarly('goLiveDate'), isEarly('endDate'))],
    [
      'periods',
      'contract',
      numberIf(isNumber(start), countIfs([nums('Periods', 'date'), join('<', start)]), 0),
    ],
    ['weights', 'terms', fails(and(anyTerm, notOne(contract('WeightSum'))))],
    ['shares', 'contract', fails(and(anyTerm, notOne(contract('PeriodShares'))))],
    ['contract', 'contract', fails(and(isAgreed, unequal(contractText('Problem'), '')))],
    // A trend that is too short has a check of its own.
    [
      'terms',
      'terms',
      sumProduct(
        each.multiply(
          each.unequal(txts('Terms', 'problem'), ''),
          each.unequal(txts('Terms', 'problem'), txts('Terms', 'shortTrend')),
        ),
      ),
    ],
    ['trend', 'terms', countWords('Terms', 'shortTrend')],
    [
      'evidence',
      'terms',
      countIfs([nums('Terms', 'order'), '>0'], [txts('Terms', 'evidenceOwner'), '']),
    ],
    ['curves', 'curves', add(countWords('Curves', 'problem'), countWords('Points', 'problem'))],
    [
      'instalments',
      'contract',
      countIfs(
        [nums('Instalments', 'share'), '>0'],
        [nums('Instalments', 'date'), ''],
        [txts('Instalments', 'kind'), `<>${listLabel(context, 'instalmentKind', 'held')}`],
      ),
    ],
    [
      'invariant',
      'settlement',
      fails(
        and(
          equal(contractText('Problem'), ''),
          differ(
            add(settled('earned'), settled('pending'), settled('forfeited')),
            contract('Pool'),
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
            sumIfs(nums('Settlement', 'earned'), [nums('Settlement', 'period'), addingUp]),
            sumIfs(nums('Settlement', 'forfeited'), [nums('Settlement', 'backAt'), addingUp]),
          ),
          sumIfs(nums('Statement', 'earned'), [nums('Statement', 'no'), addingUp]),
        ),
      ),
    ],
    ['drift', 'settlement', countWords('Settlement', 'drift')],
    ['ledger', 'ledger', countWords('Ledger', 'problem')],
    ['readings', 'readings', countWords('Readings', 'status')],
    ['measures', 'metrics', scope('noMeasure')],
    ['baseline', 'metrics', scope('noBaseline')],
    ['target', 'metrics', scope('notBetter')],
    ['names', 'metrics', sum(nums('Metrics', 'unfit'))],
    ['reach', 'trace', countIfs([txts('Trace', 'status'), say(context, 'trace.noMetric')])],
    [
      'averages',
      'metrics',
      countIfs(
        [nums('Metrics', 'inScope'), 1],
        [nums('Metrics', 'average'), 1],
        // Named, and found by that name.
        ...guardSlots(context).map((slot): Parameters<typeof countIfs>[number] => [
          nums('Metrics', `guardRow${slot}`),
          '',
        ]),
      ),
    ],
    [
      'priced',
      'monetisation',
      add(
        countIfs(...unpriced, [nums('Monetisation', 'attribution'), '>0']),
        countIfs(
          ...unpriced,
          [nums('Monetisation', 'attribution'), ''],
          [nums('Monetisation', 'confidence'), '>0'],
        ),
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
    ['order', 'micro', sum(nums('MicroSteps', 'early'))],
    ['plans', 'lifecycle', add(reversed('ProcessPlan'), reversed('PromotionPlan'))],
    ['phases', 'scope', sum(nums('PhaseBudget', 'over'))],
    ['needs', 'function', countIfs([nums('Functions', 'unmet'), '>0'])],
    ['eitherOr', 'monetisation', sum(nums('Metrics', 'pricedTwice'))],
    [
      'beyond',
      'metrics',
      // Who has looked at it says so beside it.
      countIfs(
        [nums('Metrics', 'inScope'), 1],
        [nums('Metrics', 'beyond'), 1],
        [txts('Metrics', 'comment'), ''],
      ),
    ],
    ['tree', 'benefits', countWords('ValueTree', 'problem')],
    ['costs', 'costs', countWords('Costs', 'problem')],
    [
      'capacity',
      'contract',
      fails(
        or(
          greater(
            multiply(contract('TermCount'), contract('PeriodCount')),
            count(nums('Settlement', 'no')),
          ),
          greater(contract('PeriodCount'), count(nums('Statement', 'no'))),
          greater(contract('PeriodCount'), count(nums('Cutoffs', 'period'))),
          payoffOverflowing(),
          realisedOverflows(),
        ),
      ),
    ],
    ['feeTwice', 'costs', sum(nums('Costs', 'feeTwice'))],
    ['return', 'roi', fails(and(isPriced, unequal(txtName('Roi.Problem'), '')))],
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
