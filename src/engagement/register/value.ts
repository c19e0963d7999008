import { numeric, date, divisor, factor, months, oneOf, positive, share, word } from '../cells';
import {
  calc,
  calcColumn,
  content,
  fixed,
  input,
  numbered,
  table,
  faultColumns,
  faultParts,
} from './table';
import { words, years } from './words';

/** From metric to money: what is measured, what it is worth, what it costs. */

export const valueTables = {
  Metrics: table(
    {
      id: 'metrics',
      store: 'metrics',
      own: 'custom.metric.',
      same: ['item'],
      signed: [
        ...(['direction', 'measure', 'levelMode', 'base', 'period'] as const),
        ...(['baseline', 'adjustment', 'target', 'window'] as const),
      ],
      asked: {
        finance: {
          fill: ['baseline', 'evidence', 'comment'],
          required: ['baseline'],
          within: 'inScope',
        },
      },
    },
    {
      ...fixed('no', 'average', 'label', 'wordingBy'),
      dimension: content(word),
      item: content(word),
      explanation: content(word),
      definition: content(word.describe('What it counts and what it leaves out')),
      range: content(word.describe('Where others stand, who says so and where')),
      best: content(numeric.describe('The best that others published')),
      direction: content(oneOf(words.direction)),
      unit: content(oneOf(words.unit)),
      aggregate: content(
        oneOf(words.aggregate).describe('Of version 0.1; measure takes its place'),
      ),
      measure: content(
        oneOf(words.measure).describe(
          'level: a state on its day; flow: an amount of its span; ratio: numerator and denominator of its span; rolling: a figure over the last twelve months',
        ),
      ),
      levelMode: content(oneOf(words.levelMode).describe('Of a level; blank: the last reading')),
      base: content(
        numeric.describe('Of a flow: months that baseline and target are stated for; blank: 12'),
      ),
      period: content(oneOf(words.cadence).describe('How often it is read; blank: a year')),
      use: input(oneOf(words.yesNo).describe('In scope or not; blank: follows the picks')),
      baseline: input(numeric),
      adjustment: input(numeric.describe('Added to the baseline, signed')),
      adjustmentKind: input(oneOf(words.adjustmentKind)),
      reason: input(word.describe('Why the baseline is adjusted')),
      target: input(numeric),
      window: input(months.describe('Months of readings that count; blank: all')),
      asOf: input(date.describe('Where it differs from the date of the whole sheet')),
      ...numbered('guard', [1, 2, 3], content(word.describe('Metric id'), 'metrics')),
      ...numbered(
        'notWith',
        [1, 2],
        content(word.describe('Metric id: price either, not both'), 'metrics'),
      ),
      owner: content(word),
      evidence: content(word),
      comment: input(word),
      ...calc('suggested', 'inScope', 'adjusted', 'readings', 'covered', 'uncovered'),
      ...calc('latest', 'actual', 'planned'),
      ...calc('improvement', 'attainment', 'status', 'guardStatus'),
      ...calc('name', 'row', 'unfit', 'sign', 'at', 'from', 'doubt'),
      ...faultColumns,
      ...calc('measureNo', 'takesLast', 'scale', 'cadenceMonths', 'guardWeight'),
      ...numbered('guardRow', [1, 2, 3], calcColumn),
      ...numbered('notWithRow', [1, 2], calcColumn),
      ...calc('beyond', 'priced', 'pricedTwice'),
    },
  ),
  Readings: table(
    {
      id: 'readings',
      store: 'readings',
      own: 'reading.',
      same: ['metric', 'from', 'date'],
      signed: ['from', 'date', 'value', 'numerator', 'denominator'],
      asked: {
        finance: {
          fill: [
            ...(['metric', 'from', 'date', 'value', 'numerator', 'denominator'] as const),
            ...(['evidence', 'who', 'entered', 'comment'] as const),
          ],
          required: [],
          own: true,
        },
      },
    },
    {
      metric: input(word.describe('Metric id'), 'metrics'),
      from: input(
        date.describe('First day it speaks of; blank: since the reading before, else its cadence'),
      ),
      date: input(date.describe('Last day it speaks of')),
      value: input(numeric),
      numerator: input(numeric),
      denominator: input(numeric),
      evidence: input(word),
      who: input(word),
      entered: input(date.describe('When it was entered')),
      comment: input(word),
      ...faultColumns,
      ...calc('amount', 'spanFrom', 'status', 'position', 'problem', 'slot', 'line', 'counted'),
      ...calc('before', 'key', 'kind', 'previous', 'overlaps', 'startMonth', 'endMonth'),
      ...calc('startAt', 'endAt', 'months', 'gap', 'top', 'bottom', 'rate', 'stated'),
      ...calc('monthOfYear', 'closes', 'x', 'xy', 'xx'),
    },
  ),
  Drivers: table(
    {
      id: 'drivers',
      store: 'drivers',
      own: 'custom.driver.',
      same: ['item'],
      signed: ['low', 'likely', 'high'],
      asked: {
        finance: {
          fill: ['low', 'likely', 'high', 'source', 'owner', 'comment'],
          required: ['likely', 'source'],
          own: true,
          within: 'used',
        },
      },
    },
    {
      ...fixed('no', 'label'),
      item: content(word),
      unit: content(oneOf(['money', 'ratio', 'count', 'hours', 'days', 'months'])),
      hint: content(word),
      low: input(numeric.describe('Conservative')),
      likely: input(numeric),
      high: input(numeric.describe('Optimistic')),
      source: input(word),
      owner: input(word),
      comment: input(word),
      ...faultColumns,
      ...calc('value', 'used', 'swing', 'name', 'row', 'atLow', 'atLikely', 'atHigh'),
    },
  ),
  Monetisation: table(
    {
      id: 'monetisation',
      store: 'monetisation',
      own: 'custom.money.',
      same: ['metric', 'benefit'],
      signed: [
        ...(['metric', 'driver1', 'driver2', 'driver3', 'driver4', 'divisor', 'volume'] as const),
        ...(['benefit', 'attribution', 'confidence', 'recapture', 'share'] as const),
      ],
    },
    {
      ...fixed('no', 'freesTime'),
      metric: content(word.describe('Metric id'), 'metrics'),
      ...numbered('driver', [1, 2, 3, 4], content(word.describe('Driver id'), 'drivers')),
      divisor: content(divisor),
      benefit: content(oneOf(words.benefit)),
      group: content(
        word.describe('Node of the value tree: metrics of one node count the same money'),
        'nodes',
      ),
      volume: input(
        word.describe(
          'Driver of this row that the denominators of the readings count; blank: realised value goes by the plan’s number',
        ),
        'drivers',
      ),
      attribution: input(share.describe('Share of the improvement that is owed to this project')),
      confidence: input(share),
      recapture: input(share.describe('Share of freed time that is put to use')),
      share: input(share.describe('Share of its node; blank: 1')),
      low: input(factor.describe('Realisation, conservative; blank: as likely')),
      likely: input(factor.describe('Realisation; blank: 1')),
      high: input(factor.describe('Realisation, optimistic; blank: as likely')),
      comment: input(word),
      ...faultColumns,
      ...calc('unitValue', 'groupShare', 'gross', 'net', 'grossActual', 'netActual', 'expected'),
      ...calc('status', 'swing', 'row', 'name', 'planned', 'improvement', 'savesTime', 'counted'),
      ...calc('inUse', 'factor', 'shareUsed', 'unitLow', 'unitLikely', 'unitHigh'),
      ...calc('netLow', 'netLikely', 'netHigh', 'pv', 'yearRow', 'timingRow', 'nodeRow', 'isCash'),
      ...calc('lackAt', 'lack'),
      ...numbered('p', years, calcColumn),
      ...calc('doubt', 'doubted', 'readDoubt', 'readDoubted'),
      ...calc('volumeRow', 'volumeAtFault'),
      ...numbered('driverRow', [1, 2, 3, 4], calcColumn),
      ...calc('line', 'rank', 'start', 'startMonth', 'startAt'),
    },
  ),
  /** The days up to which realised value is worked out. */
  Cutoffs: table(
    { id: 'cutoffs' },
    {
      ...fixed('no', 'period', 'year'),
      ...calc('day', 'month', 'endAt', 'measured', 'total', 'unmeasured', 'planDay', 'planMonth'),
      ...calc('planAt', 'planYear', 'yearBefore', 'plan'),
    },
  ),
  /** Realised value of each priced metric up to each of those days. */
  Realised: table(
    { id: 'realised' },
    {
      ...fixed('no'),
      ...calc('cut', 'day', 'moneyRow', 'metric', 'slot', 'kind', 'start', 'before', 'readings'),
      ...calc('firstRow', 'lastRow', 'top', 'bottom', 'months', 'actual', 'improvement'),
      ...calc('elapsed', 'covered', 'value', 'planPosition', 'planYears', 'plan', 'unmeasured'),
    },
  ),
  Costs: table(
    {
      id: 'costs',
      store: 'costs',
      own: 'custom.cost.',
      same: ['item'],
      asked: {
        finance: {
          fill: [
            ...years.map((year) => `y${year}` as const),
            ...(['kind', 'low', 'likely', 'high', 'owner', 'source', 'comment'] as const),
          ],
          required: ['y0'],
          own: true,
        },
      },
    },
    {
      ...fixed('no'),
      item: content(word),
      explanation: content(word),
      category: content(oneOf(words.costCategory)),
      phase: content(oneOf(words.costPhase)),
      kind: input(
        oneOf(words.costKind).describe(
          'Amounts are positive; credit: money that comes back; contract: the fee, counted there',
        ),
      ),
      ...numbered('y', years, input(positive)),
      low: input(factor.describe('Factor on the amounts, optimistic side of costs is below 1')),
      likely: input(factor),
      high: input(factor),
      owner: input(word),
      source: input(word),
      comment: input(word),
      ...faultColumns,
      ...faultParts(1, 2),
      ...calc('total', 'pv', 'swing', 'given', 'problem', 'feeTwice', 'lackAt', 'lack'),
      ...calc('atLow', 'atLikely', 'atHigh', 'factor', 'unreadable'),
    },
  ),
  Budget: table(
    {
      id: 'budget',
      store: 'budget',
      own: 'custom.budget.',
      same: ['item'],
      asked: {
        finance: {
          fill: ['before', 'after', 'owner', 'comment'],
          required: ['before', 'after'],
          own: true,
        },
      },
    },
    {
      item: content(word),
      explanation: content(word),
      before: input(positive.describe('Money planned up to go-live')),
      after: input(positive.describe('Money kept for improving after go-live')),
      owner: input(word),
      comment: input(word),
      ...faultColumns,
      ...calc('total', 'share'),
    },
  ),
  RoiScenarios: table(
    { id: 'roi.scenarios' },
    {
      ...fixed('no', 'scenario'),
      ...calc('yearly', 'benefits', 'costs', 'pvBenefits', 'pvCosts', 'npv', 'roi', 'bcr', 'irr'),
      ...calc('payback', 'discountedPayback', 'breakEven', 'turns', 'roots', 'guess'),
    },
  ),
  RoiYears: table(
    { id: 'roi.years', store: 'ramp' },
    {
      ...fixed('year'),
      ramp: input(share.describe('Share of the yearly value that this year brings')),
      ...faultColumns,
      ...calc('benefits', 'costs', 'net', 'cumulative', 'pv', 'netLow', 'netLikely', 'netHigh'),
      ...calc('realised', 'unmeasured', 'forecast', 'factor', 'inside', 'from', 'until'),
      ...calc('startMonth', 'startAt', 'endMonth', 'endAt', 'elapsed', 'earns', 'given'),
      ...calc('planPassed'),
      ...calc('vendor', 'cash', 'benefitsLow', 'benefitsLikely', 'benefitsHigh'),
      ...calc('cashLow', 'cashLikely', 'cashHigh', 'costsLow', 'costsLikely', 'costsHigh'),
      ...calc('vendorLow', 'vendorLikely', 'vendorHigh', 'name'),
    },
  ),
  RoiFlows: table(
    { id: 'roi.flows' },
    {
      ...fixed('scenario', 'year'),
      ...calc('inside', 'ramp', 'factor', 'benefits', 'costs', 'net', 'cumulative', 'pvBenefits'),
      ...calc('pvCosts', 'weight', 'last', 'turn', 'crossing', 'estimate', 'ownCosts', 'vendor'),
      ...calc('pv', 'cumulativePv', 'crossingPv'),
    },
  ),
  Sensitivity: table(
    { id: 'roi.swings' },
    { ...fixed('no', 'kind', 'position'), ...calc('item', 'swing', 'rank') },
  ),
  SensitivityTop: table(
    { id: 'roi.sensitivity' },
    { ...fixed('no'), ...calc('item', 'kind', 'swing', 'worse', 'position') },
  ),
};
