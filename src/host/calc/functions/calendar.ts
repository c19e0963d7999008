import type { CellError, Scalar } from '../../../book';
import { numberInText, toNumber } from '../coerce';
import { dateOf, daysInMonth, lastSerial, serialOf, weekdayOf } from '../dates';
import { NUM, VALUE, isError, type Value } from '../values';
import { cellsOf } from './numbers';
import { define } from './registry';

const isDay = (serial: number) => serial >= 0 && serial < lastSerial + 1;

define('TIME', 'n n n', (hours: number, minutes: number, seconds: number) => {
  const parts = [hours, minutes, seconds].map(Math.trunc) as [number, number, number];
  if (parts.some((part) => Math.abs(part) > 32_767)) return NUM;
  const time = (parts[0] * 3600 + parts[1] * 60 + parts[2]) / 86_400;
  return time < 0 ? NUM : time % 1;
});
define('TIMEVALUE', 't', (text: string) => {
  if (!text.includes(':') && !/\d\s*[ap]m?\s*$/i.test(text)) return VALUE;
  const serial = numberInText(text);
  return serial === undefined ? VALUE : serial % 1;
});
define('ISOWEEKNUM', 'n', (serial: number) => (isDay(serial) ? isoWeek(Math.floor(serial)) : NUM));
define('WEEKNUM', 'x x?', (serial: number, type = 1) => {
  if (!isDay(serial)) return NUM;
  const day = Math.floor(serial);
  const kind = Math.trunc(type);
  if (kind === 21) return isoWeek(day);
  const first = kind === 1 ? 0 : kind === 2 ? 1 : kind >= 11 && kind <= 17 ? (kind - 10) % 7 : -1;
  if (first < 0) return NUM;
  const newYear = serialOf(dateOf(day).year, 1, 1);
  const lead = (weekdayOf(newYear) - first + 7) % 7;
  return Math.floor((day - newYear + lead) / 7) + 1;
});
define('DAYS360', 'n n b?', (start: number, end: number, european = false) =>
  isDay(start) && isDay(end) ? days360(Math.floor(start), Math.floor(end), european) : NUM,
);
define('DATEDIF', 'n n t', (start: number, end: number, unit: string) => {
  const [from, to] = [Math.floor(start), Math.floor(end)];
  if (!isDay(from) || !isDay(to) || from > to) return NUM;
  const [a, b] = [dateOf(from), dateOf(to)];
  const months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
  switch (unit.toUpperCase()) {
    case 'D':
      return to - from;
    case 'M':
      return months;
    case 'Y':
      return Math.floor(months / 12);
    case 'YM':
      return months % 12;
    case 'YD': {
      const same = serialOf(b.year, a.month, a.day);
      return to - (same <= to ? same : serialOf(b.year - 1, a.month, a.day));
    }
    default:
      // Days without months and years: Excel's own documentation warns of its results.
      return NUM;
  }
});
define('YEARFRAC', 'x x x?', (start: number, end: number, basis = 0) =>
  yearsBetween(start, end, basis),
);
define(
  'NETWORKDAYS.INTL',
  'n n s? r?',
  (start: number, end: number, free?: Scalar, holidays?: Value) => {
    const off = daysOff(free, holidays);
    if (isError(off)) return off;
    if (!isDay(start) || !isDay(end)) return NUM;
    const [first, last] = [Math.floor(Math.min(start, end)), Math.floor(Math.max(start, end))];
    let count = 0;
    for (let serial = first; serial <= last; serial++) if (!off(serial)) count++;
    return start > end ? -count : count;
  },
);
define(
  'WORKDAY.INTL',
  'n n s? r?',
  (start: number, days: number, free?: Scalar, holidays?: Value) => {
    const off = daysOff(free, holidays);
    if (isError(off)) return off;
    if (free === '1111111') return VALUE;
    if (!isDay(start)) return NUM;
    const step = Math.sign(Math.trunc(days));
    let left = Math.abs(Math.trunc(days));
    let serial = Math.floor(start);
    while (left > 0) {
      serial += step;
      if (!isDay(serial)) return NUM;
      if (!off(serial)) left--;
    }
    return serial;
  },
);

/** Years between two dates by a day-count basis, in whichever order they are. */
export function yearsBetween(start: number, end: number, basis: number): number | CellError {
  const [from, to] = [Math.floor(Math.min(start, end)), Math.floor(Math.max(start, end))];
  if (!isDay(from) || !isDay(to)) return NUM;
  switch (Math.trunc(basis)) {
    case 0:
      return days360(from, to, false, true) / 360;
    case 1:
      return from === to ? 0 : (to - from) / yearLength(from, to);
    case 2:
      return (to - from) / 360;
    case 3:
      return (to - from) / 365;
    case 4:
      return days360(from, to, true) / 360;
    default:
      return NUM;
  }
}

/** Weeks begin on Monday; the first has the year's first Thursday. */
function isoWeek(day: number): number {
  const thursday = day - ((weekdayOf(day) + 6) % 7) + 3;
  return Math.floor((thursday - serialOf(dateOf(thursday).year, 1, 1)) / 7) + 1;
}

export const isLastOfFebruary = ({
  year,
  month,
  day,
}: {
  year: number;
  month: number;
  day: number;
}) => month === 2 && day === daysInMonth(year, 2);

/** Days between two dates where a month has thirty. */
export function days360(from: number, to: number, european: boolean, byBond = false): number {
  const [a, b] = [dateOf(from), dateOf(to)];
  let [d1, d2] = [a.day, b.day];
  if (european) {
    d1 = Math.min(d1, 30);
    d2 = Math.min(d2, 30);
  } else {
    if (byBond && isLastOfFebruary(a) && isLastOfFebruary(b)) d2 = 30;
    if (!byBond && isLastOfFebruary(a)) d1 = 30;
    if (d2 === 31 && d1 >= 30) d2 = 30;
    d1 = isLastOfFebruary(a) ? 30 : Math.min(d1, 30);
    if (!byBond && d2 === 31) {
      d2 = 1;
      b.month += 1;
    }
  }
  return (b.year - a.year) * 360 + (b.month - a.month) * 30 + d2 - d1;
}

/** The length of a year as "actual/actual" counts it between two dates. */
export function yearLength(from: number, to: number): number {
  const [a, b] = [dateOf(from), dateOf(to)];
  const isLeap = (year: number) => daysInMonth(year, 2) === 29;
  const withinYear =
    b.year === a.year ||
    (b.year === a.year + 1 && (b.month < a.month || (b.month === a.month && b.day <= a.day)));
  if (!withinYear) {
    const years = b.year - a.year + 1;
    return (serialOf(b.year + 1, 1, 1) - serialOf(a.year, 1, 1)) / years;
  }
  if (a.year === b.year) return isLeap(a.year) ? 366 : 365;
  const leapDay = [a.year, b.year].filter(isLeap).map((year) => serialOf(year, 2, 29));
  return leapDay.some((day) => day >= from && day <= to) ? 366 : 365;
}

/** Whether a day is free: by weekend number, or by seven signs from Monday on. */
function daysOff(
  free: Scalar | undefined,
  holidays: Value | undefined,
): ((serial: number) => boolean) | CellError {
  const weekend = weekendOf(free ?? 1);
  if (isError(weekend)) return weekend;
  const extra = new Set<number>();
  for (const cell of holidays === undefined ? [] : cellsOf(holidays)) {
    if (cell === null) continue;
    const serial = toNumber(cell);
    if (isError(serial)) return serial;
    extra.add(Math.floor(serial));
  }
  return (serial) => weekend.has(weekdayOf(serial)) || extra.has(serial);
}

/** Days of the week, 0 Sunday. */
function weekendOf(free: Scalar): Set<number> | CellError {
  if (typeof free === 'string') {
    if (!/^[01]{7}$/.test(free)) return VALUE;
    return new Set([...free].flatMap((sign, day) => (sign === '1' ? (day + 1) % 7 : [])));
  }
  if (typeof free !== 'number') return isError(free) ? free : NUM;
  const n = Math.trunc(free);
  if (n >= 1 && n <= 7) return new Set([(n + 5) % 7, (n + 6) % 7]);
  return n >= 11 && n <= 17 ? new Set([n - 11]) : NUM;
}
