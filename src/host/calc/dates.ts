/** Dates of the 1900 system: day 1 is 1 January 1900, day 60 the 29 February 1900 that never was. */

const day = 86_400_000;
/** Serials from 61 on count from here. */
const epoch = Date.UTC(1899, 11, 30);

export const lastSerial = 2_958_465;

export interface CalendarDate {
  year: number;
  /** 1–12 */
  month: number;
  day: number;
}

/** Serial of a date; months and days beyond their range carry over. */
export function serialOf(year: number, month: number, dayOfMonth: number): number {
  const first = new Date(0);
  first.setUTCFullYear(year, month - 1);
  const monthStart = Math.round((first.getTime() - epoch) / day);
  return (monthStart < 61 ? monthStart - 1 : monthStart) + dayOfMonth - 1;
}

export function dateOf(serial: number): CalendarDate {
  const whole = Math.floor(serial);
  if (whole === 60) return { year: 1900, month: 2, day: 29 };
  if (whole === 0) return { year: 1900, month: 1, day: 0 };
  const date = new Date(epoch + (whole < 60 ? whole + 1 : whole) * day);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (serial: number) => (Math.floor(serial) + 6) % 7;

export function daysInMonth(year: number, month: number): number {
  if (year === 1900 && month === 2) return 29;
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Serial of a moment by the local clock, with its time of day as fraction. */
export function serialOfMoment(moment: Date): number {
  const date = serialOf(moment.getFullYear(), moment.getMonth() + 1, moment.getDate());
  const seconds = moment.getHours() * 3600 + moment.getMinutes() * 60 + moment.getSeconds();
  return date + seconds / 86_400;
}
