import type { CellError } from '../../../book';
import { parseDate } from 'numfmt';
import { toNumber } from '../coerce';
import {
  dateOf,
  daysInMonth,
  lastSerial,
  serialOf,
  serialOfMoment,
  weekdayOf,
  type CalendarDate,
} from '../dates';
import type { Place } from '../ref';
import { NUM, VALUE, isError, type Value } from '../values';
import { cellsOf } from './numbers';
import { define } from './registry';

const inCalendar = (serial: number): number | CellError =>
  serial >= 0 && serial < lastSerial + 1 ? serial : NUM;

const onDate = (read: (date: CalendarDate) => number) => (serial: number) =>
  isError(inCalendar(serial)) ? NUM : read(dateOf(serial));

define('TODAY', '@!', (at: Place) => Math.floor(serialOfMoment(at.source.now())));
define('NOW', '@!', (at: Place) => serialOfMoment(at.source.now()));
define('DATE', 'n n n', (year: number, month: number, day: number) => {
  const y = Math.trunc(year);
  if (y < 0 || y > 9999) return NUM;
  return inCalendar(serialOf(y < 1900 ? y + 1900 : y, Math.trunc(month), Math.trunc(day)));
});
define('DATEVALUE', 't', (text: string) => {
  const parsed = parseDate(text);
  return typeof parsed?.v === 'number' ? Math.floor(parsed.v) : VALUE;
});
define(
  'YEAR',
  'n',
  onDate((date) => date.year),
);
define(
  'MONTH',
  'n',
  onDate((date) => date.month),
);
define(
  'DAY',
  'n',
  onDate((date) => date.day),
);
define('WEEKDAY', 'n n?', (serial: number, type = 1) => {
  if (isError(inCalendar(serial))) return NUM;
  const sunday = weekdayOf(serial);
  const kind = Math.trunc(type);
  if (kind === 1) return sunday + 1;
  if (kind === 2) return ((sunday + 6) % 7) + 1;
  if (kind === 3) return (sunday + 6) % 7;
  if (kind < 11 || kind > 17) return NUM;
  return ((sunday + 17 - kind) % 7) + 1;
});
define('DAYS', 'n n', (end: number, start: number) =>
  isError(inCalendar(end)) || isError(inCalendar(start))
    ? NUM
    : Math.floor(end) - Math.floor(start),
);
define('EDATE', 'x x', (start: number, months: number) => {
  if (isError(inCalendar(start))) return NUM;
  const { year, month, day } = dateOf(start);
  const target = monthAfter(year, month, Math.trunc(months));
  return inCalendar(
    serialOf(target.year, target.month, Math.min(day, daysInMonth(target.year, target.month))),
  );
});
define('EOMONTH', 'x x', (start: number, months: number) => {
  if (isError(inCalendar(start))) return NUM;
  const { year, month } = dateOf(start);
  const target = monthAfter(year, month, Math.trunc(months));
  return inCalendar(serialOf(target.year, target.month, daysInMonth(target.year, target.month)));
});
define('WORKDAY', 'x x r?', (start: number, days: number, holidays?: Value) => {
  const free = freeDays(holidays);
  if (isError(free)) return free;
  if (isError(inCalendar(start))) return NUM;
  const step = Math.sign(Math.trunc(days));
  let left = Math.abs(Math.trunc(days));
  let serial = Math.floor(start);
  while (left > 0) {
    serial += step;
    if (serial < 0 || serial > lastSerial) return NUM;
    if (isWorkday(serial, free)) left--;
  }
  return serial;
});
define('NETWORKDAYS', 'x x r?', (start: number, end: number, holidays?: Value) => {
  const free = freeDays(holidays);
  if (isError(free)) return free;
  const [first, last] = [Math.floor(Math.min(start, end)), Math.floor(Math.max(start, end))];
  if (isError(inCalendar(first)) || isError(inCalendar(last))) return NUM;
  let count = 0;
  for (let serial = first; serial <= last; serial++) if (isWorkday(serial, free)) count++;
  return start > end ? -count : count;
});
define('HOUR', 'n', (serial: number) => Math.floor(secondsOf(serial) / 3600));
define('MINUTE', 'n', (serial: number) => Math.floor(secondsOf(serial) / 60) % 60);
define('SECOND', 'n', (serial: number) => secondsOf(serial) % 60);

const secondsOf = (serial: number) => Math.round((serial - Math.floor(serial)) * 86_400) % 86_400;

function monthAfter(year: number, month: number, months: number): { year: number; month: number } {
  const counted = year * 12 + month - 1 + months;
  return { year: Math.floor(counted / 12), month: (((counted % 12) + 12) % 12) + 1 };
}

const isWorkday = (serial: number, free: Set<number>) =>
  weekdayOf(serial) % 6 !== 0 && !free.has(serial);

function freeDays(holidays: Value | undefined): Set<number> | CellError {
  const free = new Set<number>();
  for (const cell of holidays === undefined ? [] : cellsOf(holidays)) {
    if (cell === null) continue;
    const serial = toNumber(cell);
    if (isError(serial)) return serial;
    free.add(Math.floor(serial));
  }
  return free;
}
