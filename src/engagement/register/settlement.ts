import { numeric, date, word } from '../cells';
import { calc, calcColumn, catalogued, fixed, input, numbered, table, faultColumns } from './table';

/** What the bet comes to, what was signed of it, and how it stands. */

export const settlementTables = {
  Settlement: table(
    { id: 'settlement' },
    {
      ...fixed('no'),
      ...calc('period', 'termRow', 'periodRow', 'code', 'item', 'kind', 'slot', 'date'),
      ...calc('at', 'readings', 'baseline', 'target', 'actual', 'planned', 'improvement'),
      ...calc('attainment', 'near', 'curve', 'credited', 'guard', 'payout', 'stake', 'capped'),
      ...calc('gate', 'earned', 'bonus', 'pending', 'forfeited', 'reason', 'drift'),
      ...calc(
        'maturity',
        'mature',
        'from',
        'sign',
        'measured',
        'trendCount',
        'trendX',
        'trendY',
        'slope',
        'projected',
        'curveRow',
        'pointRow',
      ),
      ...calc('passed', 'failed', 'open', 'level', 'state', 'share', 'gateKey', 'gated'),
      ...calc('earnedRaw', 'bonusRaw', 'turn', 'earnedExact', 'bonusExact'),
      ...calc('earnedNow', 'bonusNow', 'pendingNow', 'forfeitedNow'),
      ...calc('signedRow', 'moved', 'qualifies', 'qualifiedKey', 'backAt', 'waiting'),
      ...numbered(['guardRow', 'guardFrom', 'guardActual', 'guardMove'], [1, 2, 3], calcColumn),
    },
  ),
  Statement: table(
    { id: 'statement' },
    {
      ...fixed('no'),
      ...calc('item', 'date', 'status', 'earned', 'bonus', 'pending', 'forfeited', 'value'),
      ...calc('gain', 'shortfall', 'fixed', 'entitlement', 'settled', 'due', 'carried', 'row'),
      ...calc('at', 'reached', 'ledgerRow', 'basis', 'peak', 'peakBefore', 'sharedNow'),
      ...calc('sharedBefore', 'earnedToDate', 'bonusToDate', 'gainToDate', 'shortfallToDate'),
      ...calc('realised', 'given', 'measuredNo', 'openNo', 'recognised', 'startMonth', 'endMonth'),
      ...calc('years', 'hurdle', 'bandedNow', 'bandedBefore', 'gainRaw', 'gainExact'),
      ...calc('core', 'coreBefore', 'ofPeriod', 'allowed', 'fixedBy', 'plan', 'planTotal'),
      ...calc('feeShare', 'cliffAt', 'guaranteeAt', 'bandsFrom'),
    },
  ),
  Payoff: table(
    { id: 'payoff' },
    {
      ...fixed('no', 'grid'),
      ...calc('level', 'earned', 'bonus', 'value', 'gain', 'shortfall', 'income', 'against'),
      ...calc('client', 'step', 'rank', 'below', 'beforeRow', 'vendorCross', 'clientCross'),
    },
  ),
  PayoffTerms: table(
    { id: 'payoffTerms' },
    {
      ...fixed('no'),
      ...calc('code', 'period', 'level', 'payout', 'stake', 'pay', 'earned', 'bonus', 'step'),
      ...calc('line', 'termRow', 'reached', 'pointRow', 'gateKey', 'open', 'earnedRaw'),
      ...calc('bonusRaw', 'back', 'key'),
    },
  ),
  PayoffPeriods: table(
    { id: 'payoffPeriods' },
    {
      ...fixed('no'),
      ...calc('level', 'period', 'earned', 'bonus', 'value', 'gain', 'shortfall', 'fixed'),
      ...calc('allowed', 'step', 'line', 'key', 'basis', 'peak', 'peakBefore', 'sharedNow'),
      ...calc('sharedBefore', 'bandedNow', 'bandedBefore', 'gainRaw', 'core', 'coreBefore'),
      ...calc('ofPeriod'),
    },
  ),
  /** Attainments at which an amount may jump. */
  PayoffSteps: table(
    { id: 'payoffSteps' },
    { ...fixed('no', 'kind', 'row', 'period'), ...calc('candidate', 'at') },
  ),
  /** One sign-off: a settlement's amounts as they were, chained to the one before. */
  Ledger: table(
    { id: 'ledger', store: 'ledger', own: 'signature.', same: 'all' },
    {
      no: input(numeric),
      period: input(numeric),
      asOf: input(date),
      signedOn: input(date),
      vendor: input(word),
      business: input(word),
      it: input(word),
      earned: input(numeric),
      bonus: input(numeric),
      pending: input(numeric),
      forfeited: input(numeric),
      gain: input(numeric),
      shortfall: input(numeric),
      entitlement: input(numeric),
      value: input(numeric.describe('Net value that the period has recognised')),
      amount: input(numeric.describe('Settled by this signature')),
      acknowledged: input(word.describe('Why what is unusual about the signature is meant')),
      supersedes: input(
        numeric.describe('Number of the earlier signature that it takes the place of'),
      ),
      because: input(word.describe('Why it takes its place')),
      inputs: input(word.describe('Fingerprint of the inputs')),
      previous: input(word),
      digest: input(word),
      comment: input(word),
      ...faultColumns,
      ...calc('problem', 'superseded', 'finalPeriod'),
    },
  ),
  /** What a signature froze of one term. */
  SignedTerms: table(
    { id: 'signedTerms', store: 'signedTerms', own: 'signed.', same: 'all' },
    {
      signature: input(numeric),
      period: input(numeric),
      term: input(word),
      baseline: input(numeric),
      target: input(numeric),
      actual: input(numeric),
      attainment: input(numeric),
      payout: input(numeric),
      stake: input(numeric),
      earned: input(numeric),
      bonus: input(numeric),
      pending: input(numeric),
      forfeited: input(numeric),
      ...faultColumns,
      ...calc('finalKey'),
    },
  ),
  DashboardLines: table(
    { id: 'dashboard.lines' },
    { ...fixed('no'), ...catalogued('line'), ...calc('metrics', 'attainment') },
  ),
  DashboardValue: table(
    { id: 'dashboard.value' },
    { ...fixed('no'), ...calc('year', 'planned', 'realised', 'cumulative') },
  ),
  DashboardPool: table(
    { id: 'dashboard.pool' },
    { ...fixed('no'), ...calc('item', 'earned', 'pending', 'forfeited') },
  ),
  DashboardBridge: table(
    { id: 'dashboard.bridge' },
    { ...fixed('no', 'item'), ...calc('after', 'amount', 'base', 'total', 'less', 'more') },
  ),
  Checks: table(
    { id: 'checks' },
    {
      ...fixed('no'),
      ...catalogued('check', 'where'),
      ...calc('failing', 'result'),
      ...numbered('part', [1, 2, 3, 4], calcColumn),
    },
  ),
  InputChecks: table(
    { id: 'inputChecks' },
    {
      ...fixed('no', 'toContract', 'toReturn'),
      ...catalogued('where'),
      ...calc('first', 'faults', 'cells', 'contract', 'return', 'most', 'worst'),
      ...numbered('cell', [1, 2, 3, 4], calcColumn),
    },
  ),
  Outcomes: table(
    { id: 'outcomes' },
    { ...fixed('no'), ...catalogued('outcome', 'where'), ...calc('count') },
  ),
};
