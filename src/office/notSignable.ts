import type { LedgerProblem } from '../engagement/ledger';
import { Failure, message, type Lang } from '../messages';
import type { Agreement } from './agreement';
import type { Unusual } from './signing';
import type { Misplaced } from './supersede';
import { describeFailing, describeFault, describeLedgerProblem, type Verdict } from './verdict';

/** Why a settlement cannot be signed. Another period goes by its name. */
export type Refusal =
  | { kind: 'no-name' }
  | { kind: 'unusual'; unusual: Unusual[] }
  | { kind: 'no-period' | 'to-come' | 'no-day' | 'value-unknown' | 'signed' | 'nothing-new' }
  | { kind: 'incomplete' }
  | { kind: Misplaced; signature: number }
  | { kind: 'no-amount'; reason: string }
  | { kind: 'earlier-open' | 'later-signed'; period: number; name: string }
  | ({ kind: 'checks' } & Pick<Verdict, 'failing' | 'faults'>)
  | { kind: 'ledger'; problems: LedgerProblem[] }
  | ({ kind: 'differs' } & Agreement);

export class NotSignableError extends Failure {
  /** @param name what the period is called */
  constructor(
    readonly period: number,
    readonly refusal: Refusal,
    name: string = String(period),
  ) {
    super(`unsigned-${refusal.kind}`, (lang) => ({
      period: name,
      detail: detailOf(lang, refusal),
    }));
  }
}

function detailOf(lang: Lang, refusal: Refusal): string | number {
  switch (refusal.kind) {
    case 'no-amount':
      return refusal.reason;
    case 'earlier-open':
    case 'later-signed':
      return refusal.name;
    case 'checks':
      return (
        refusal.faults.length > 0
          ? refusal.faults.map((one) => describeFault(lang, one))
          : refusal.failing.map((one) => describeFailing(lang, one))
      ).join(' · ');
    case 'ledger':
      return refusal.problems.map((one) => describeLedgerProblem(lang, one)).join(' ');
    case 'no-signature':
    case 'superseded':
    case 'other-period':
    case 'no-reason':
      return refusal.signature;
    case 'unusual':
      return describeUnusual(lang, refusal.unusual);
    case 'differs':
      return refusal.differences.length;
    default:
      return '';
  }
}

/** What is out of the ordinary about a signature, as sentences. */
export const describeUnusual = (lang: Lang, unusual: readonly Unusual[]): string =>
  unusual.map((kind) => message(lang, `bet.unusual.${kind}`)).join(' ');
