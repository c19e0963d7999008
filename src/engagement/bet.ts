import { z } from 'zod';
import { amount, date, oneOf, word } from './cells';

/** The bet on value: contract, periods, terms, curves, criteria and what has been signed. */

/** Named cells of the Contract sheet; kept among an engagement's settings. */
export const contractSettings = {
  shareAtRisk: amount.describe('Share of the fee that is bet, ρ'),
  payFloor: amount.describe('The entitlement to date is never less'),
  payCap: amount.describe('The entitlement to date is never more'),
  limitScope: oneOf(['all', 'without-gain']).describe('Floor and cap with or without gain share'),
  clawback: oneOf(['yes', 'no']).describe('A negative amount due is paid back, else carried'),
  earnBackLevel: amount.describe(
    'Payout share at which a later period earns back what the term forfeited; blank: not agreed',
  ),
  roundingMode: oneOf(['total', 'line']),
  minorDigits: amount,
  hurdle: amount.describe('Net value of a period below which nothing is shared'),
  hurdleKind: oneOf(['deductible', 'cliff']).describe(
    'deductible: only what exceeds the hurdle; cliff: all of it once the hurdle is reached',
  ),
  gainBase: oneOf(['before-fee', 'after-fee']),
  bandMode: oneOf(['marginal', 'whole']),
  gainCap: amount.describe('Most gain share of one period'),
  highWaterMark: oneOf(['yes', 'no']),
  guarantee: amount.describe('Net value that the vendor guarantees for each period'),
  shortfallRate: amount,
  lossLimit: amount.describe('Most that a period’s shortfall can cost'),
} as const;

const Instalment = z.strictObject({
  item: word,
  date: date,
  share: amount.describe('Share of the fee'),
  kind: oneOf(['fixed', 'held']),
  comment: word,
});

const Band = z.strictObject({
  from: amount.describe('Shared value from which this share applies'),
  share: amount,
});

const Period = z.strictObject({
  item: word,
  date: date.describe('Settlement date'),
  share: amount.describe('σ: share of the pool that this period can earn'),
  value: amount.describe('Net value that both sides recognise for the period'),
  comment: word,
});

const Term = z.strictObject({
  code: word.describe('Short and unique, e.g. T1; criteria and signatures name it'),
  item: word,
  kind: oneOf(['quantitative', 'qualitative', 'trend']),
  metric: word.describe('Metric id'),
  weight: amount,
  curve: word.describe('Curve id, or the name of a curve of your own'),
  rule: oneOf(['all', 'share']).describe('Qualitative: all criteria, or the share passed'),
  target: amount.describe('Where it differs from the metric’s target'),
  window: amount.describe('Months of readings; blank: all up to the date'),
  asOf: date.describe('Maturity; blank: the settlement date'),
  longStop: date.describe('After it, missing data counts as not met'),
  interimCredit: amount,
  gateLevel: amount.describe('This term is a gate: under this level it voids others'),
  gates: word.describe('The group it voids; blank: all terms'),
  group: word,
  guardAction: oneOf(['flag', 'void']),
  cap: amount.describe('Most money of this term in one period'),
  evidenceOwner: word,
  dataSource: word,
  comment: word,
});

const points = Array.from({ length: 8 }, (_, i) => i + 1);

/** Points attainment → payout share, ascending. */
const Curve = z.strictObject({
  name: word,
  mode: oneOf(['linear', 'step']),
  deadband: amount.describe('Attainment this near to 1 counts as 1'),
  ...(Object.fromEntries(
    points.flatMap((n) => [
      [`a${n}`, amount],
      [`p${n}`, amount],
    ]),
  ) as Record<`a${number}` | `p${number}`, typeof amount>),
});

const Criterion = z.strictObject({
  term: word.describe('Code of the qualitative term'),
  period: amount.describe('Settlement period; blank: every one'),
  criterion: word,
  business: amount,
  it: amount,
  pass: amount.describe('Pass mark'),
  evidence: word,
  comment: word,
});

/** One sign-off: a settlement's amounts as they were, chained to the one before. */
export const Signature = z.strictObject({
  no: amount,
  period: amount,
  asOf: date,
  signedOn: date,
  vendor: word,
  business: word,
  it: word,
  earned: amount,
  bonus: amount,
  pending: amount,
  forfeited: amount,
  gain: amount,
  shortfall: amount,
  entitlement: amount,
  amount: amount.describe('Settled by this signature'),
  inputs: word.describe('Fingerprint of the inputs'),
  previous: word,
  digest: word,
  comment: word,
});

/** What a signature froze of one term. */
export const SignedTerm = z.strictObject({
  signature: amount,
  period: amount,
  term: word,
  baseline: amount,
  target: amount,
  actual: amount,
  attainment: amount,
  payout: amount,
  stake: amount,
  earned: amount,
  bonus: amount,
  pending: amount,
  forfeited: amount,
});

export const betStores = {
  instalments: Instalment,
  bands: Band,
  periods: Period,
  terms: Term,
  curves: Curve,
  criteria: Criterion,
  ledger: Signature,
  signedTerms: SignedTerm,
} as const;
