import { steps, type Step } from '../../../catalog/steps';
import type { MessageKey, MessageParams } from '../../../messages';
import type { ViewId } from '../viewIds';

/** What the next action follows from, as the workbook has it. */
export interface Facts {
  /** Findings that make results wrong. */
  errors: number;
  /** Checks of the numbers that fail, each with what is wrong. */
  failing: readonly { check: string; text: string }[];
  /** By step: what is offered, called for by earlier picks, and picked. */
  picks: Readonly<Record<Step, { offered: number; suggested: number; picked: number }>>;
  /** Metrics in scope, and by name those without a usable baseline and target. */
  metrics: { inScope: number; lacking: readonly string[] };
  /** What the return lacks, in the workbook's words, the sheet where it is entered, and what to begin with. */
  missing: readonly {
    what: string;
    sheet: string;
    first?: { metric: string; status: string };
  }[];
  /** Terms of the bet, what is wrong with the contract as a whole, and the first term that lacks something. */
  contract: { terms: number; problem: string; term?: { name: string; problem: string } };
  /** The first period that is not settled; undefined when all are. */
  period?: {
    name: string;
    /** Its day has come. */
    due: boolean;
    day: string;
    /** Terms, by code, that have no reading, and judged terms that have no score. */
    unread: readonly string[];
    unjudged: readonly string[];
    /** In the engagement's currency, as it is written; undefined where there is none. */
    amount?: string;
  };
}

/** One thing to do now, in words, and the view where it is done. */
export interface Next {
  text: MessageKey;
  params?: MessageParams;
  view: ViewId;
  part?: string;
  /** The sheet where it is entered, where the view alone does not lead to it. */
  sheet?: string;
  /** What is done there at once. */
  task?: 'refresh';
}

/**
 * The one next action, in the order of the method: what is broken, the five steps, the metrics, the
 * return, the contract, checks that still fail, settlements, and at last what is handed over.
 */
export function nextOf(facts: Facts): Next {
  const { errors, failing, picks, metrics, missing, contract, period } = facts;
  if (errors > 0) return { text: 'pane.next.repair', params: { count: errors }, view: 'checks' };
  if (failing.some(({ check }) => check === 'capacity'))
    return { text: 'pane.next.refresh', view: 'checks', task: 'refresh' };
  const open = steps.find((step) => picks[step].offered > 0 && picks[step].picked === 0);
  if (open) {
    const { suggested } = picks[open];
    return suggested > 0
      ? {
          text: 'pane.next.pick.suggested',
          params: { count: suggested },
          view: 'steps',
          part: open,
        }
      : { text: `pane.next.pick.${open}`, view: 'steps', part: open };
  }
  if (metrics.inScope === 0) return { text: 'pane.next.scope', view: 'value' };
  const [first = '', ...more] = metrics.lacking;
  if (first !== '') {
    return more.length === 0
      ? { text: 'pane.next.target', params: { metric: first }, view: 'value' }
      : {
          text: 'pane.next.targets',
          params: { metric: first, count: more.length },
          view: 'value',
        };
  }
  const [lack] = missing;
  if (lack) {
    return {
      text: lack.first ? 'pane.next.returnOf' : 'pane.next.return',
      params: { what: lack.what, ...lack.first },
      view: 'return',
      sheet: lack.sheet,
    };
  }
  const bet = { view: 'bet', part: 'contract' } as const;
  if (contract.terms === 0) return { text: 'pane.next.contract', ...bet };
  if (contract.term) return { text: 'pane.next.term', params: contract.term, ...bet };
  if (contract.problem !== '')
    return { text: 'pane.next.problem', params: { problem: contract.problem }, ...bet };
  const [wrong, ...others] = failing;
  if (wrong)
    return {
      text: others.length === 0 ? 'pane.next.check' : 'pane.next.checks',
      params: { check: wrong.text, count: others.length },
      view: 'checks',
    };
  if (!period) return { text: 'pane.next.deliver', view: 'start', part: 'deliver' };
  const terms = (codes: readonly string[]) => ({ terms: codes.join(', '), period: period.name });
  if (!period.due)
    return {
      text: 'pane.next.wait',
      params: { period: period.name, day: period.day },
      view: 'value',
    };
  if (period.unread.length > 0)
    return { text: 'pane.next.read', params: terms(period.unread), view: 'value' };
  if (period.unjudged.length > 0)
    return { text: 'pane.next.judge', params: terms(period.unjudged), ...bet };
  return {
    text: period.amount === undefined ? 'pane.next.settle' : 'pane.next.sign',
    params: { period: period.name, amount: period.amount ?? '' },
    view: 'bet',
    part: 'settlement',
  };
}
