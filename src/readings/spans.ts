import type { Span } from '../catalog/query';

/** A span of days, both included, as ISO texts, and the milliseconds in which rows count towards it. */
export interface Slot {
  from: string;
  to: string;
  /** First moment that counts: that of the span, or earlier where a reading looks back. */
  first: number;
  /** The moment after the last one that counts. */
  past: number;
}

const dayMs = 86_400_000;
const monthsIn: Record<Exclude<Span, 'week'>, number> = { month: 1, quarter: 3, year: 12 };
/** More spans than any project has; a stray year must not make a million of them. */
const mostSlots = 1_200;

export const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`);

/**
 * The whole spans in which rows of these days count, up to a day, in order.
 * @param yearStart month in which years and quarters begin
 * @param months how far back each looks; those for which the rows do not go back far enough are left out
 */
export function slotsOf(
  span: Span,
  [earliest, latest]: readonly [number, number],
  { yearStart, until, months }: { yearStart: number; until?: string; months?: number },
): Slot[] {
  const slots: Slot[] = [];
  const end = until === undefined ? Infinity : dayOf(until) + dayMs;
  for (let at = startOf(span, earliest, yearStart); at <= latest;) {
    const past = nextOf(span, at);
    const first = months === undefined ? at : shifted(past, -months);
    const reaches = months === undefined || startOf('month', earliest, 1) <= first;
    if (past <= end && reaches)
      slots.push({ from: isoDay(at), to: isoDay(past - dayMs), first, past });
    if (past > end || slots.length >= mostSlots) break;
    at = past;
  }
  return slots;
}

function startOf(span: Span, ms: number, yearStart: number): number {
  const day = Math.floor(ms / dayMs) * dayMs;
  // 1 January 1970 was a Thursday; weeks begin on Mondays.
  if (span === 'week') return day - ((((day / dayMs + 3) % 7) + 7) % 7) * dayMs;
  const date = new Date(day);
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth() - (yearStart - 1);
  const start = Math.floor(months / monthsIn[span]) * monthsIn[span] + (yearStart - 1);
  return Date.UTC(Math.floor(start / 12), start % 12, 1);
}

const nextOf = (span: Span, start: number): number =>
  span === 'week' ? start + 7 * dayMs : shifted(start, monthsIn[span]);

/** The first of a month, so many months on. */
function shifted(ms: number, months: number): number {
  const date = new Date(ms);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
}
