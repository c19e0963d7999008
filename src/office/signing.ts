import { signatures } from '../engagement/ledger';
import { isoOf, serialOfIso } from '../rules';
import type { Study } from './agreement';
import { verdictOf, type Verdict } from './verdict';
import { rowsIn } from './tables';

/**
 * What is out of the ordinary about a signature; it may be meant, but not without words:
 * signed before the day its figures are of · signed before the signature before it · dated in the
 * future · for a period that has not ended.
 */
export type Unusual = 'before-figures' | 'before-last' | 'future' | 'before-end';

/** What signing a period would freeze, told before it does. */
export interface SigningPreview {
  period: number;
  /** ISO day that the figures are of; undefined while the workbook has none. */
  asOf?: string;
  /** What it settles, and what stays open; null where the workbook gives no amount. */
  amount: number | null;
  pending: number | null;
  /** Terms whose amounts of the period are frozen. */
  terms: number;
  /** Checks of the workbook that fail. */
  failing: Verdict['failing'];
  /** Terms of the period, by code, that have no reading to be judged by. */
  unread: string[];
  /** Readings of a later day: they are not counted. */
  later: number;
  unusual: Unusual[];
}

/** @param days ISO: the day of signing, and today */
export function previewSigning(
  study: Study,
  period: number,
  days: { signedOn: string; today: string },
): SigningPreview {
  const line = rowsIn(study, 'statement').find(({ cells }) => cells.no === period)?.cells ?? {};
  const number = (value: unknown) => (typeof value === 'number' ? value : null);
  const at = number(study.read.results.names['Contract.At']);
  const settled = rowsIn(study, 'settlement').filter(
    ({ cells }) => cells.period === period && cells.code !== undefined && cells.code !== '',
  );
  return {
    period,
    ...(at !== null && at > 0 && { asOf: isoOf(at) }),
    amount: number(line.due),
    pending: number(line.pending),
    terms: settled.length,
    failing: verdictOf(study).failing,
    unread: settled.flatMap(({ cells }) => (cells.readings === 0 ? String(cells.code) : [])),
    later: rowsIn(study, 'readings').filter(
      ({ cells }) => at !== null && typeof cells.date === 'number' && cells.date > at,
    ).length,
    unusual: at === null ? [] : unusualOf(study, number(line.date), at, days),
  };
}

function unusualOf(
  { read }: Study,
  end: number | null,
  at: number,
  { signedOn, today }: { signedOn: string; today: string },
): Unusual[] {
  const on = serialOfIso(signedOn) ?? 0;
  const now = serialOfIso(today) ?? 0;
  const last = serialOfIso(String(signatures(read.engagement).at(-1)?.signedOn ?? '')) ?? 0;
  const found: [Unusual, boolean][] = [
    ['before-figures', on < at],
    ['before-last', on < last],
    ['future', on > now || at > now],
    ['before-end', end !== null && at < end],
  ];
  return found.flatMap(([kind, holds]) => (holds ? kind : []));
}
