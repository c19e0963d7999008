import {
  describeFailing,
  describeFault,
  type Place,
  type Refusal,
  type Study,
  type Unusual,
} from '../../../../office';
import type { Say } from '../../../words/say';
import type { ViewId } from '../../viewIds';
import { placeOfFault, valueChecks } from '../../checks/valueChecks';
import { describeLedgerProblem } from '../ledger/problems';

/** Why a settlement cannot be signed, what cures it, and where that is done. */
export interface Cure {
  text: string;
  /** A place in the workbook, or another view of the pane. */
  where?: { place: Place } | { view: ViewId };
}

/** @param names what a period of a number is called */
export function cureOf(
  say: Say,
  study: Study,
  refusal: Refusal,
  names: (period: number) => string,
): Cure {
  const words = (detail: string | number = '') =>
    say(`pane.bet.refusal.${refusal.kind}`, { detail });
  switch (refusal.kind) {
    case 'no-amount':
      return { text: words(refusal.reason), where: { place: { name: 'Contract.Problem' } } };
    case 'earlier-open':
    case 'later-signed':
      return { text: words(names(refusal.period)) };
    case 'no-day':
      return { text: words(), where: { view: 'value' } };
    case 'value-unknown':
      return { text: words(), where: { place: { table: 'periods', column: 'value' } } };
    case 'incomplete':
    case 'differs':
      return {
        text: words(refusal.kind === 'differs' ? refusal.differences.length : ''),
        where: { view: 'checks' },
      };
    case 'checks': {
      const [fault] = refusal.faults;
      const told = fault
        ? refusal.faults.map((one) => describeFault(study.spec.lang, one))
        : refusal.failing.map((one) => describeFailing(study.spec.lang, one));
      const first = valueChecks(study).find(({ id }) => id === refusal.failing[0]?.check);
      return {
        text: words(told.join(' · ')),
        where: fault
          ? { place: placeOfFault(fault) }
          : first
            ? { place: { sheet: first.sheet } }
            : { view: 'checks' },
      };
    }
    case 'ledger':
      return {
        text: words(refusal.problems.map((one) => describeLedgerProblem(say, one)).join(' ')),
        where: { place: { sheet: 'ledger' } },
      };
    case 'unusual':
      return { text: words(unusualWords(say, refusal.unusual)) };
    default:
      return { text: words() };
  }
}

/** What is out of the ordinary, as sentences. */
export const unusualWords = (say: Say, unusual: readonly Unusual[]): string =>
  unusual.map((kind) => say(`bet.unusual.${kind}`)).join(' ');
