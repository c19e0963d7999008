import type { Lang } from '../messages';
import {
  describeFailing,
  describeFault,
  describeLedgerProblem,
  describeOutcome,
  type Verdict,
} from '../office';

/** A verdict in sentences, beside what they are made of. */
export const tellVerdict = (lang: Lang, verdict: Verdict) => ({
  failing: verdict.failing.map((one) => ({ ...one, text: describeFailing(lang, one) })),
  faults: verdict.faults.map((one) => ({ ...one, text: describeFault(lang, one) })),
  ledger: verdict.ledger.map((one) => ({ ...one, text: describeLedgerProblem(lang, one) })),
  earlier: verdict.earlier.map((one) => ({ ...one, text: describeLedgerProblem(lang, one) })),
  outcomes: verdict.outcomes.map((one) => ({ ...one, text: describeOutcome(lang, one) })),
});
