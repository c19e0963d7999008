import { numeric, date, oneOf, word } from '../cells';
import { calc, calcColumn, content, fixed, input, numbered, table } from './table';
import { words, years } from './words';

/** From metric to money: what is measured, what it is worth, what it costs. */

export const valueTables = {
  Metrics: table(
    {
      id: 'metrics',
      store: 'metrics',
      own: 'custom.metric.',
      same: ['item'],
      signed: ['direction', 'aggregate', 'baseline', 'adjustment', 'target', 'window'],
      asked: {
        finance: { fill: ['baseline', 'evidence', 'comment'], required: ['baseline'] },
      },
    },
    {
      ...fixed('no', 'average', 'label'),
      dimension: content(word),
      item: content(word),
      explanation: content(word),
      direction: content(oneOf(words.direction)),
      unit: content(oneOf(words.unit)),
      aggregate: content(oneOf(words.aggregate)),
      period: content(oneOf(words.cadence)),
      use: input(oneOf(words.yesNo).describe('In scope or not; blank: follows the picks')),
      baseline: input(numeric),
      adjustment: input(numeric.describe('Added to the baseline, signed')),
      adjustmentKind: input(oneOf(words.adjustmentKind)),
      reason: input(word.describe('Why the baseline is adjusted')),
      target: input(numeric),
      window: input(numeric.describe('Months of readings that count; blank: all')),
      asOf: input(date.describe('Where it differs from the date of the whole sheet')),
      ...numbered('guard', [1, 2, 3], content(word.describe('Metric id'), 'metrics')),
      owner: content(word),
      evidence: content(word),
      comment: input(word),
      ...calc('suggested', 'inScope', 'adjusted', 'readings', 'latest', 'actual', 'planned'),
      ...calc('improvement', 'attainment', 'status', 'guardStatus'),
      ...calc('name', 'row', 'unfit', 'sign', 'at', 'from'),
      ...numbered('guardRow', [1, 2, 3], calcColumn),
    },
  ),
  Readings: table(
    {
      id: 'readings',
      store: 'readings',
      own: 'reading.',
      same: ['metric', 'date'],
      signed: ['date', 'value', 'numerator', 'denominator'],
      asked: {
        finance: {
          fill: [
            ...(['metric', 'date', 'value', 'numerator', 'denominator'] as const),
            ...(['evidence', 'who', 'entered', 'comment'] as const),
          ],
          required: [],
          own: true,
        },
      },
    },
    {
      metric: input(word.describe('Metric id'), 'metrics'),
      date: input(date),
      value: input(numeric),
      numerator: input(numeric),
      denominator: input(numeric),
      evidence: input(word),
      who: input(word),
      entered: input(date.describe('When it was entered')),
      comment: input(word),
      ...calc('amount', 'status', 'position', 'slot', 'line', 'counted', 'key', 'x', 'xy', 'xx'),
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
        ...(['metric', 'driver1', 'driver2', 'driver3', 'driver4', 'divisor'] as const),
        ...(['benefit', 'attribution', 'confidence', 'recapture', 'share'] as const),
      ],
    },
    {
      ...fixed('no', 'freesTime'),
      metric: content(word.describe('Metric id'), 'metrics'),
      ...numbered('driver', [1, 2, 3, 4], content(word.describe('Driver id'), 'drivers')),
      divisor: content(numeric),
      benefit: content(oneOf(words.benefit)),
      group: content(
        word.describe('Node of the value tree: metrics of one node count the same money'),
        'nodes',
      ),
      attribution: input(numeric.describe('Share of the improvement that is owed to this project')),
      confidence: input(numeric),
      recapture: input(numeric.describe('Share of freed time that is put to use')),
      share: input(numeric.describe('Share of its node; blank: 1')),
      low: input(numeric.describe('Realisation, conservative; blank: as likely')),
      likely: input(numeric.describe('Realisation; blank: 1')),
      high: input(numeric.describe('Realisation, optimistic; blank: as likely')),
      comment: input(word),
      ...calc('unitValue', 'groupShare', 'gross', 'net', 'grossActual', 'netActual', 'expected'),
      ...calc('status', 'swing', 'row', 'name', 'planned', 'improvement', 'savesTime', 'counted'),
      ...calc('inUse', 'factor', 'shareUsed', 'unitLow', 'unitLikely', 'unitHigh'),
      ...calc('netLow', 'netLikely', 'netHigh', 'pv', 'yearRow', 'timingRow', 'nodeRow', 'isCash'),
      ...calc('lackAt', 'lack'),
      ...numbered('p', years, calcColumn),
      ...numbered('driverRow', [1, 2, 3, 4], calcColumn),
      ...numbered('r', years, calcColumn),
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
      ...numbered('y', years, input(numeric)),
      low: input(numeric.describe('Factor on the amounts, optimistic side of costs is below 1')),
      likely: input(numeric),
      high: input(numeric),
      owner: input(word),
      source: input(word),
      comment: input(word),
      ...calc('total', 'pv', 'swing', 'given', 'problem', 'feeTwice', 'lackAt', 'lack'),
      ...calc('atLow', 'atLikely', 'atHigh', 'factor'),
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
      before: input(numeric.describe('Money planned up to go-live')),
      after: input(numeric.describe('Money kept for improving after go-live')),
      owner: input(word),
      comment: input(word),
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
      ramp: input(numeric.describe('Share of the yearly value that this year brings')),
      ...calc('benefits', 'costs', 'net', 'cumulative', 'pv', 'netLow', 'netLikely', 'netHigh'),
      ...calc('realised', 'forecast', 'factor', 'inside', 'from', 'until', 'elapsed'),
      ...calc('vendor', 'cash', 'benefitsLow', 'benefitsLikely', 'benefitsHigh'),
      ...calc('cashLow', 'cashLikely', 'cashHigh', 'costsLow', 'costsLikely', 'costsHigh'),
      ...calc('vendorLow', 'vendorLikely', 'vendorHigh'),
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
    { ...fixed('no'), ...calc('item', 'kind', 'swing', 'position') },
  ),
};
