import { digestOf } from '../catalog/digest';
import type { Made } from './compute';
import { numberOf, readerOf } from './normal';
import { refusal, type Remark } from './remarks';
import { isoDay } from './spans';

type Record_ = Readonly<Record<string, unknown>>;

const readDay = readerOf({ type: 'date' });
const readLastDay = readerOf({ type: 'date', monthEnds: true });
const readNumber = readerOf({ type: 'number' });

/** A cell as a day or a number; null for nothing, undefined for anything else. */
const dayOf = (value: unknown, reader: typeof readDay): string | null | undefined => {
  const read = readCell(value, reader);
  return typeof read === 'bigint' ? isoDay(Number(read)) : (read as null | undefined);
};
const amountOf = (value: unknown): number | null | undefined => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  const read = readCell(value, readNumber);
  return typeof read === 'bigint' ? numberOf(read) : (read as null | undefined);
};
function readCell(value: unknown, read: typeof readDay) {
  if (value === null || value === undefined) return null;
  return read(String(value as string | number));
}

/** Rows that are readings already: date and value, or numerator and denominator; from and rows if they say so. */
export function rowsMade(
  metric: string,
  records: readonly Record_[],
  { query, tables, until }: { query: string; tables: string[]; until?: string },
): { made: Made[]; remarks: Remark[] } {
  const made: Made[] = [];
  const remarks: Remark[] = [];
  const seen = new Set<string>();
  const refuse = (code: Remark['code'], no: number, params: Remark['params'] = {}) =>
    remarks.push(refusal(code, { metric, params: { metric, no: no + 1, ...params } }));
  if (records.length === 0) refuse('no-readings', 0);
  records.forEach((record, no) => {
    const [date, from] = [dayOf(record.date, readLastDay), dayOf(record.from, readDay)];
    const [value, numerator, denominator, rows] = (
      ['value', 'numerator', 'denominator', 'rows'] as const
    ).map((name) => amountOf(record[name]));
    if (typeof date !== 'string' || from === undefined) return refuse('no-date', no);
    if (until !== undefined && date > until) return;
    if (from !== null && from > date) return refuse('no-date', no);
    if (seen.has(date)) return refuse('twice', no, { date });
    seen.add(date);
    const isRatio = typeof numerator === 'number' && typeof denominator === 'number';
    if (!isRatio && typeof value !== 'number') return refuse('no-amount', no, { date });
    if (isRatio && denominator === 0) return refuse('zero', no, { from: from ?? date, to: date });
    const amounts = isRatio ? { numerator, denominator } : { value: value as number };
    made.push({
      metric,
      ...(from !== null && { from }),
      date,
      ...amounts,
      ...(typeof rows === 'number' && { rows }),
      digest: digestOf([from, date, amounts]),
      query,
      tables,
    });
  });
  return { made, remarks };
}
