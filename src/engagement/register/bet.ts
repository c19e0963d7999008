import {
  numeric,
  date,
  factor,
  level,
  months,
  oneOf,
  ordinal,
  positive,
  score,
  share,
  word,
} from '../cells';
import { calc, input, table, faultColumns } from './table';
import { words } from './words';

/** What is bet on value: contract, periods, terms, curves, criteria. */

export const betTables = {
  Instalments: table(
    {
      id: 'instalments',
      store: 'instalments',
      own: 'instalment.',
      same: ['item', 'date'],
      signed: ['date', 'share'],
    },
    {
      item: input(word),
      date: input(date),
      share: input(share.describe('Share of the fee')),
      kind: input(oneOf(words.instalmentKind)),
      comment: input(word),
      ...faultColumns,
      ...calc('amount', 'fixedShare', 'undated'),
    },
  ),
  Bands: table(
    { id: 'bands', store: 'bands', own: 'band.', same: ['from'], signed: ['from', 'share'] },
    {
      from: input(positive.describe('Shared value from which this share applies')),
      share: input(share),
      ...faultColumns,
      ...calc('problem', 'start', 'bandFrom', 'bandEnd', 'bandShare', 'leastFrom', 'leastEnd'),
    },
  ),
  Periods: table(
    {
      id: 'periods',
      store: 'periods',
      own: 'period.',
      same: ['item', 'date'],
      signed: ['date', 'share', 'value'],
    },
    {
      item: input(word),
      date: input(date.describe('Settlement date')),
      share: input(share.describe('σ: share of the pool that this period can earn')),
      value: input(numeric.describe('Net value that both sides recognise for the period')),
      comment: input(word),
      ...faultColumns,
      ...calc('no', 'twin'),
    },
  ),
  Terms: table(
    {
      id: 'terms',
      store: 'terms',
      own: 'term.',
      same: ['item', 'code'],
      signed: [
        ...(['kind', 'metric', 'curve', 'rule', 'target', 'window', 'asOf'] as const),
        ...(['longStop', 'interimCredit', 'gateLevel', 'gates', 'group'] as const),
        ...(['guardAction', 'cap'] as const),
      ],
    },
    {
      code: input(word.describe('Short and unique, e.g. T1; criteria and signatures name it')),
      item: input(word),
      kind: input(oneOf(words.termKind)),
      metric: input(word.describe('Metric id'), 'metrics'),
      weight: input(share),
      curve: input(word.describe('Curve id, or the name of a curve of your own'), 'curves'),
      rule: input(
        oneOf(words.qualitativeRule).describe('Qualitative: all criteria, or the share passed'),
      ),
      target: input(numeric.describe('Where it differs from the metric’s target')),
      window: input(months.describe('Months of readings; blank: all up to the date')),
      asOf: input(date.describe('Maturity; blank: the settlement date')),
      longStop: input(date.describe('After it, missing data counts as not met')),
      interimCredit: input(share),
      gateLevel: input(level.describe('This term is a gate: under this level it voids others')),
      gates: input(word.describe('The group it voids; blank: all terms')),
      group: input(word),
      guardAction: input(oneOf(words.guardAction)),
      cap: input(positive.describe('Most money of this term in one period')),
      evidenceOwner: input(word),
      dataSource: input(word),
      comment: input(word),
      ...faultColumns,
      ...calc(
        'shortTrend',
        'problem',
        'incomplete',
        'sorted',
        'order',
        'counted',
        'metricRow',
        'curveRow',
        'twin',
        'unfit',
        'doubt',
        'doubted',
      ),
    },
  ),
  Curves: table(
    {
      id: 'curves',
      store: 'curves',
      own: 'custom.curve.',
      same: ['name'],
      signed: ['mode', 'deadband'],
    },
    {
      name: input(word),
      mode: input(oneOf(words.curveMode)),
      deadband: input(share.describe('Attainment this near to 1 counts as 1')),
      ...faultColumns,
      ...calc('points', 'problem', 'deadbandFrom', 'deadbandAfter'),
    },
  ),
  /** Of a curve as many as it takes, in any order. */
  Points: table(
    {
      id: 'points',
      store: 'points',
      own: 'point.',
      same: ['curve', 'attainment'],
      signed: ['attainment', 'payout'],
    },
    {
      curve: input(word.describe('Curve id, or the name of a curve of your own'), 'curves'),
      attainment: input(level),
      payout: input(factor.describe('Payout share, 0 or more')),
      ...faultColumns,
      ...calc('problem', 'curveRow', 'line', 'key', 'least', 'next', 'slope'),
    },
  ),
  Criteria: table(
    {
      id: 'criteria',
      store: 'criteria',
      own: 'criterion.',
      same: ['criterion', 'term', 'period'],
      signed: ['business', 'it', 'pass'],
      asked: {
        lead: {
          show: ['term', 'period', 'criterion', 'pass'],
          fill: ['business', 'evidence', 'comment'],
          required: ['business'],
        },
        it: {
          show: ['term', 'period', 'criterion', 'pass'],
          fill: ['it', 'comment'],
          required: ['it'],
        },
      },
    },
    {
      term: input(word.describe('Code of the qualitative term')),
      period: input(ordinal.describe('Settlement period; blank: every one')),
      criterion: input(word),
      business: input(score),
      it: input(score),
      pass: input(score.describe('Pass mark')),
      evidence: input(word),
      comment: input(word),
      ...faultColumns,
      ...calc('result', 'code', 'verdictKey'),
    },
  ),
};
