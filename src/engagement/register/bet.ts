import { numeric, date, oneOf, word } from '../cells';
import { calc, input, table } from './table';
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
      share: input(numeric.describe('Share of the fee')),
      kind: input(oneOf(words.instalmentKind)),
      comment: input(word),
      ...calc('amount', 'fixedShare'),
    },
  ),
  Bands: table(
    { id: 'bands', store: 'bands', own: 'band.', same: ['from'], signed: ['from', 'share'] },
    {
      from: input(numeric.describe('Shared value from which this share applies')),
      share: input(numeric),
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
      share: input(numeric.describe('σ: share of the pool that this period can earn')),
      value: input(numeric.describe('Net value that both sides recognise for the period')),
      comment: input(word),
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
      weight: input(numeric),
      curve: input(word.describe('Curve id, or the name of a curve of your own'), 'curves'),
      rule: input(
        oneOf(words.qualitativeRule).describe('Qualitative: all criteria, or the share passed'),
      ),
      target: input(numeric.describe('Where it differs from the metric’s target')),
      window: input(numeric.describe('Months of readings; blank: all up to the date')),
      asOf: input(date.describe('Maturity; blank: the settlement date')),
      longStop: input(date.describe('After it, missing data counts as not met')),
      interimCredit: input(numeric),
      gateLevel: input(numeric.describe('This term is a gate: under this level it voids others')),
      gates: input(word.describe('The group it voids; blank: all terms')),
      group: input(word),
      guardAction: input(oneOf(words.guardAction)),
      cap: input(numeric.describe('Most money of this term in one period')),
      evidenceOwner: input(word),
      dataSource: input(word),
      comment: input(word),
      ...calc('problem', 'order', 'counted', 'metricRow', 'curveRow', 'twin', 'unfit'),
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
      deadband: input(numeric.describe('Attainment this near to 1 counts as 1')),
      ...calc('points', 'problem'),
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
      attainment: input(numeric),
      payout: input(numeric.describe('Payout share, 0 or more')),
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
      period: input(numeric.describe('Settlement period; blank: every one')),
      criterion: input(word),
      business: input(numeric),
      it: input(numeric),
      pass: input(numeric.describe('Pass mark')),
      evidence: input(word),
      comment: input(word),
      ...calc('result', 'code', 'verdictKey'),
    },
  ),
};
