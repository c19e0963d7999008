const millisecondsPerDay = 86_400_000;
/** Serial 25,569 is 1970-01-01 in the 1900 date system. */
const unixEpoch = 25_569;

/** Local midnight of a serial number's day (whole days from 1900-03-01 on). */
export function dateOf(serial: number): Date {
  const utc = new Date((Math.trunc(serial) - unixEpoch) * millisecondsPerDay);
  return new Date(utc.getUTCFullYear(), utc.getUTCMonth(), utc.getUTCDate());
}

/** The serial number of a date's local day. */
export function serialOf(date: Date): number {
  const utc = Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round(utc / millisecondsPerDay) + unixEpoch;
}

/** "2026-03-01" → serial; undefined when it is not a date. */
export function serialOfIso(text: string): number | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return undefined;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const date = new Date(year, month - 1, day);
  return date.getMonth() === month - 1 && date.getDate() === day ? serialOf(date) : undefined;
}

/** Serial → "2026-03-01". */
export function isoOf(serial: number): string {
  return new Date((Math.trunc(serial) - unixEpoch) * millisecondsPerDay).toISOString().slice(0, 10);
}

/** Of the year 9999. */
export const afterLastDay = 2_958_466;
/** Whether a number is a day that a spreadsheet can have: from 1900-01-00 to 9999-12-31. */
export const isDay = (serial: number): boolean => serial >= 0 && serial < afterLastDay;
