import { withoutCurrency } from './currency';

/** What a doubtful cell may have meant, as choices to be asked about. */

export interface Reading {
  label: string;
  value: string | number;
}

const same = (text: string): Reading => ({ label: text, value: text });
const number = (value: number): Reading => ({ label: String(value), value });

/**
 * @param kind of the column
 * @param text what stands in the cell
 * @param sent ISO day on which it was asked: the year that a day without one is of
 * @returns most likely first; none where nothing can be suggested
 */
export function readingsOf(kind: string, text: string, sent: string): Reading[] {
  if (kind === 'text') return [];
  const typed = text.normalize('NFKC').replaceAll(/\s+/g, '');
  if (kind === 'date') return daysOf(typed, sent.slice(0, 4)).map(same);
  const plain = withoutCurrency(typed);
  if (/^\d+(?:\.\d+)?%?$/.test(plain) && !/\.\d{3}$/.test(plain)) {
    const value = Number.parseFloat(plain);
    if (plain !== typed) return [number(value)];
    return value < 1 ? [] : [same(`${value}%`), same(`${value * 100}%`)];
  }
  return numbersOf(plain).map(number);
}

/** With the last separator for decimals, and with all of them for thousands. */
function numbersOf(text: string): number[] {
  const [, sign = '', digits = ''] = /^([-+]?)(\d[\d.,]*)$/.exec(text) ?? [];
  const parts = digits.split(/[.,]/);
  if (parts.length < 2 || parts.some((part) => part === '')) return [];
  const decimal = Number(`${sign}${parts.slice(0, -1).join('')}.${parts.at(-1)!}`);
  const isGrouped =
    parts.slice(1).every((part) => part.length === 3) && !/[.].*,|,.*[.]/.test(digits);
  return [...(isGrouped ? [Number(`${sign}${parts.join('')}`)] : []), decimal];
}

/** Day before month, month before day; and days of the year in which they were asked. */
function daysOf(text: string, year: string): string[] {
  const iso = (y: string, m: string, d: string) =>
    `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const [, day, month, far] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  if (day && month && far) return [...new Set([iso(far, month, day), iso(far, day, month)])];
  const near = /^(\d{1,2})月(\d{1,2})[日号號]?$/.exec(text);
  return near?.[1] && near[2] ? [iso(year, near[1], near[2])] : [];
}
