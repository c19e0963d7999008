import type { CellError } from '../../../book';
import { dateOf, daysInMonth, lastSerial, serialOf } from '../dates';
import { NUM, isError } from '../values';
import { days360, isLastOfFebruary, yearLength } from './calendar';
import { define } from './registry';

/** Coupons of a bond that pays one, two or four times a year, counted back from the day it matures. */
export interface Coupons {
  /** The coupon days before and after the settlement; it may fall on the former. */
  before: number;
  after: number;
  /** How many are still paid. */
  left: number;
  /** Days of the period, and of it passed. */
  days: number;
  passed: number;
}

export function monthEnd(serial: number): number {
  const { year, month } = dateOf(serial);
  return serialOf(year, month, daysInMonth(year, month));
}

export const isMonthEnd = (serial: number) => serial === monthEnd(serial);

/** The day some months from a day; the last of a month need not stay the last. */
export function stepped(serial: number, months: number): number {
  const { year, month, day } = dateOf(serial);
  const to = dateOf(serialOf(year, month + months, 1));
  return serialOf(to.year, to.month, Math.min(day, daysInMonth(to.year, to.month)));
}

/** The day some months from a day; the last of a month stays the last. */
export function monthsFrom(serial: number, months: number): number {
  const day = stepped(serial, months);
  return isMonthEnd(serial) ? monthEnd(day) : day;
}

/** Days from one day to another by a day-count basis; fewer than none where the second is earlier. */
export function daysBetween(from: number, to: number, basis: number): number {
  if (basis === 0) return days360(from, to, false, true);
  return basis === 4 ? days360(from, to, true) : to - from;
}

/** Days of a whole period where every month has thirty, its last day being the thirtieth. */
export function wholeDays360(from: number, to: number): number {
  const at = (serial: number) => {
    const date = dateOf(serial);
    const isLast = date.day === 31 || isLastOfFebruary(date);
    return date.year * 360 + date.month * 30 + (isLast ? 30 : date.day);
  };
  return at(to) - at(from);
}

/** Days of a year by a basis, where they are actual ones by the years between two days. */
export const daysOfYear = (from: number, to: number, basis: number) =>
  basis === 1 ? yearLength(from, to) : basis === 3 ? 365 : 360;

/** Whether a day comes before another, both of the calendar. */
export const isTerm = (from: number, to: number) => from >= 0 && from < to && to <= lastSerial;

export const isFrequency = (given: number) => [1, 2, 4].includes(given);

export function couponsOf(
  settles: number,
  matures: number,
  given: number,
  basis: number,
): Coupons | CellError {
  const frequency = Math.trunc(given);
  if (!isFrequency(frequency) || basis < 0 || basis >= 5 || !isTerm(settles, matures)) return NUM;
  const step = 12 / frequency;
  let left = 1;
  while (monthsFrom(matures, -left * step) > settles) left++;
  const before = monthsFrom(matures, -left * step);
  const after = monthsFrom(matures, (1 - left) * step);
  const kind = Math.trunc(basis);
  const days = kind === 1 ? after - before : daysOfYear(before, after, kind) / frequency;
  return { before, after, left, days, passed: daysBetween(before, settles, kind) };
}

const told: [string, (coupons: Coupons, settles: number, basis: number) => number][] = [
  ['COUPPCD', ({ before }) => before],
  ['COUPNCD', ({ after }) => after],
  ['COUPNUM', ({ left }) => left],
  ['COUPDAYS', ({ days }) => days],
  ['COUPDAYBS', ({ passed }) => passed],
  [
    'COUPDAYSNC',
    ({ before, after, passed }, settles, basis) =>
      basis === 0 ? wholeDays360(before, after) - passed : daysBetween(settles, after, basis),
  ],
];
for (const [name, tell] of told)
  define(name, 'x x x x?', (settled: number, matures: number, frequency: number, basis = 0) => {
    const settles = Math.floor(settled);
    const coupons = couponsOf(settles, Math.floor(matures), frequency, basis);
    return isError(coupons) ? coupons : tell(coupons, settles, Math.trunc(basis));
  });
