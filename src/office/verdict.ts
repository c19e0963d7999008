import { isTampered, type LedgerProblem } from '../engagement/ledger';
import { isError } from '../rules';
import { MESSAGES, message, type Lang, type MessageKey } from '../messages';
import { faultsOf, ledgerProblems, type Fault } from '../workbook';
import { study, type Study } from './agreement';
import type { Finding } from './findings';
import type { ReadResult } from './interpret';
import { describeRange } from './range';
import { rowsOf } from './results';
import type { CatalogOptions } from './workbook';

/**
 * Whether a workbook is sound. Everyone who asks – the pane, `check`, `settle`, `sign` – asks this
 * list; its checks are those of the Checks sheet, whose master cell counts them.
 */
export interface Verdict {
  sound: boolean;
  /** Checks that fail, by id, with the number of cells that fail them. */
  failing: { check: string; count: number }[];
  /** Cells that cannot be used as typed, by name. */
  faults: Fault[];
  /** What the program alone can tell of signatures. */
  ledger: LedgerProblem[];
  /** Signatures of an earlier version, of which it cannot tell whether inputs were edited since. */
  earlier: LedgerProblem[];
  /** How it turned out: nothing that is wrong with the model. */
  outcomes: { outcome: string; count: number }[];
  /** Findings that make results wrong. */
  errors: Finding[];
}

/** What `readWorkbook` answers, and whether it is sound. */
export async function examine(
  context: Excel.RequestContext,
  options: CatalogOptions = {},
): Promise<ReadResult & { verdict: Verdict }> {
  const studied = await study(context, options);
  return { ...studied.read, verdict: verdictOf(studied) };
}

const idOf = (id: string) => id.replace(/^[^.]*\./, '');
const countOf = (value: unknown) => (typeof value === 'number' ? value : 1);

export function verdictOf(study: Study): Verdict {
  const failing = rowsOf(study, 'checks')
    .map(({ id, cells }) => ({ check: idOf(id), count: countOf(cells.failing) }))
    // A workbook of an earlier layout may still have rows of checks that are none any more.
    .filter(({ check, count }) => count !== 0 && `checks.fails.${check}` in MESSAGES.en);
  const told = ledgerProblems(study, study.read.engagement);
  const ledger = told.filter(isTampered);
  const errors = study.read.findings.filter(({ severity }) => severity === 'error');
  return {
    sound: failing.length === 0 && ledger.length === 0 && errors.length === 0,
    failing,
    faults: failing.some(({ check }) => check === 'inputs') ? faultsOf(study) : [],
    ledger,
    earlier: told.filter((one) => !isTampered(one)),
    outcomes: rowsOf(study, 'outcomes')
      .map(({ id, cells }) => ({ outcome: idOf(id), count: Number(cells.count) }))
      .filter(({ count }) => count > 0),
    errors,
  };
}

/** Whether tables of the layout's own are too short for what was agreed; a layout makes the rows. */
export const lacksRows = (study: Study): boolean =>
  rowsOf(study, 'checks').some(
    ({ id, cells }) => idOf(id) === 'capacity' && countOf(cells.failing) > 0,
  );

export const describeFailing = (lang: Lang, { check, count }: Verdict['failing'][number]): string =>
  message(lang, `checks.fails.${check}` as MessageKey, { count });

export const describeOutcome = (
  lang: Lang,
  { outcome, count }: Verdict['outcomes'][number],
): string => message(lang, `checks.is.${outcome}` as MessageKey, { count });

/** Which signature, what is no longer as it was signed, and the cure. */
export const describeLedgerProblem = (lang: Lang, { kind, signature }: LedgerProblem): string =>
  message(lang, `checks.signature.${kind}`, { no: signature ?? '?' });

/** Which cell, what stands there, and what to type instead. */
export function describeFault(lang: Lang, { place, found, kind, range }: Fault): string {
  return message(lang, 'checks.fault', {
    place,
    found: isError(found) ? found.code : String(found),
    cure: kind === 'date' ? message(lang, 'range.date') : describeRange(lang, range ?? {}),
  });
}
