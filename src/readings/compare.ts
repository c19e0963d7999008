import type { Made } from './compute';
import { originIn } from './evidence';
import { refusal, type Remark } from './remarks';

/** A reading that stands in the workbook. */
export interface Standing {
  id: string;
  metric: string;
  date: string;
  /** First day of its span as it counts; absent for figures that no span is typed for. */
  from?: string;
  /** Someone typed that day. */
  hasOwnFrom: boolean;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  evidence: string;
}

/** A reading and what becomes of it. */
export interface Entry {
  status: 'new' | 'changed' | 'unchanged' | 'refused';
  made: Made;
  /** The row that says the same metric and span. */
  standing?: Standing;
  /** It lies in a period that has been signed. */
  signed: boolean;
  /** Rows that counted when it was computed before, where that is known and differs. */
  rowsBefore?: number;
  why?: Remark;
}

/**
 * Compares what was computed with what stands there, by metric and span.
 * @param signedUntil last day that a signature covers
 * @param overSigned what lies before that day may be changed, and says so
 */
export function compareReadings(
  made: readonly Made[],
  standing: readonly Standing[],
  { signedUntil, overSigned = false }: { signedUntil?: string; overSigned?: boolean },
): Entry[] {
  const byMetric = new Map<string, Standing[]>();
  for (const one of standing) byMetric.set(one.metric, [...(byMetric.get(one.metric) ?? []), one]);
  return made.map((one) => {
    const there = byMetric.get(one.metric) ?? [];
    const { metric, date } = one;
    const same = there.find((other) => other.date === date);
    const signed = signedUntil !== undefined && date <= signedUntil;
    const refused = (code: Remark['code'], params: Remark['params']): Entry => ({
      status: 'refused',
      made: one,
      signed,
      ...(same && { standing: same }),
      why: refusal(code, { metric, params: { metric, date, ...params } }),
    });
    const clash = overlapping(one, same, there);
    if (clash) return refused('overlaps', { from: clash.from ?? '', to: clash.date });
    const entry: Entry = {
      status: !same ? 'new' : isSame(one, same) ? 'unchanged' : 'changed',
      made: one,
      signed,
      ...(same && { standing: same }),
    };
    const before = same && originIn(same.evidence)?.rows;
    if (before !== undefined && one.rows !== undefined && before !== one.rows)
      entry.rowsBefore = before;
    const changes = entry.status === 'new' || entry.status === 'changed';
    if (signed && changes && !overSigned)
      return {
        ...refused('signed', { signed: signedUntil }),
        ...(entry.rowsBefore !== undefined && { rowsBefore: entry.rowsBefore }),
      };
    return entry;
  });
}

function overlapping(
  { from, date }: Made,
  same: Standing | undefined,
  there: readonly Standing[],
): Standing | undefined {
  if (from === undefined) return undefined;
  if (same) return same.hasOwnFrom && same.from !== from ? same : undefined;
  return there.find((other) => {
    if (other.from === undefined) return false;
    // A reading that names no first day begins where the one before it ends, whichever that is.
    if (other.date > date) return other.hasOwnFrom && other.from <= date;
    return from <= other.date;
  });
}

/** The same to nine digits; what was typed as one figure is the same as its two parts. */
function isSame(made: Made, standing: Standing): boolean {
  const close = (a: number | null | undefined, b: number | null | undefined) =>
    a === b ||
    (typeof a === 'number' &&
      typeof b === 'number' &&
      Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b)));
  const hasParts = standing.numerator !== null && standing.denominator !== null;
  if (made.numerator !== undefined && made.denominator !== undefined)
    return hasParts
      ? close(made.numerator, standing.numerator) && close(made.denominator, standing.denominator)
      : close(made.numerator / made.denominator, standing.value);
  return !hasParts && close(made.value, standing.value);
}
