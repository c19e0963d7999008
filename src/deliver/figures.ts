import { grouped, isoOf, type CellValue } from '../rules';
import type { Lang } from '../messages';
import type { Outline } from './outline';

/** What is blank shows as a dash: it is not known, and it is not 0. */
export const blank = '–';

const numbers: Record<string, (value: number) => string> = {
  integer: (value) => grouped(value, 0),
  number: (value) => grouped(value, 1, 2),
  money: (value) => grouped(value, 0),
  amount: (value) => grouped(value, 2),
  ratio: (value) => `${grouped(value * 100, 1)}%`,
  percent: (value) => `${grouped(value * 100, 0)}%`,
  measure: (value) => grouped(value, 0, 4),
  hours: (value) => grouped(value, 0, 1),
  score: (value) => grouped(value, 0),
  date: isoOf,
};

/** A cell as the workbook shows it: by its kind, list entries as their words. */
export function shown(
  outline: Outline,
  column: { kind: string; list?: string },
  value: CellValue | undefined,
): string {
  if (value === null || value === undefined || value === '') return blank;
  if (typeof value === 'number') return (numbers[column.kind] ?? numbers.measure)!(value);
  const word = column.list === undefined ? undefined : outline.words[column.list]?.[String(value)];
  return word ?? String(value);
}

/** Decimals of money that a contract may pay out. */
const finest = 4;

/** The same where what is paid is told: every amount with the digits that the contract pays out. */
export function paid(
  outline: Outline,
  column: { kind: string; list?: string },
  value: CellValue | undefined,
): string {
  if (typeof value !== 'number' || !['money', 'amount'].includes(column.kind))
    return shown(outline, column, value);
  const digits = outline.fields['Contract.MinorDigits']?.value;
  const isSaid = typeof digits === 'number' && digits >= 0 && digits <= finest;
  return grouped(value, isSaid ? Math.trunc(digits) : 2, finest);
}

/** A named cell as the workbook shows it. */
export function fieldShown(outline: Outline, name: string, show = shown): string {
  const field = outline.fields[name];
  return field ? show(outline, field, field.value) : blank;
}

export const money = (value: CellValue | undefined): string =>
  typeof value === 'number'
    ? grouped(value, 0)
    : value === null || value === undefined || value === ''
      ? blank
      : String(value);

export const share = (value: CellValue | undefined): string =>
  typeof value === 'number'
    ? `${grouped(value * 100, 1)}%`
    : value === null || value === undefined || value === ''
      ? blank
      : String(value);

/** What an amount of this size is counted in: the divisor and the word for it. */
function unitOf(lang: Lang, size: number): [number, string] {
  if (lang === 'en') return size >= 1e6 ? [1e6, 'M'] : size >= 1e4 ? [1e3, 'k'] : [1, ''];
  if (size >= 1e8) return [1e8, lang === 'zh-TW' ? '億' : '亿'];
  return size >= 1e4 ? [1e4, lang === 'zh-TW' ? '萬' : '万'] : [1, ''];
}

const digitsOf = (size: number) => (size >= 100 ? 0 : size >= 10 ? 1 : 2);

/** Money in few digits, for titles: 247.3 万, 2.47 M. */
export function shortMoney(lang: Lang, value: CellValue): string {
  if (typeof value !== 'number') return value === null || value === '' ? blank : String(value);
  const [unit, word] = unitOf(lang, Math.abs(value));
  const scaled = value / unit;
  const digits = unit === 1 ? 0 : digitsOf(Math.abs(scaled));
  return `${grouped(scaled, 0, digits)}${word && ` ${word}`}`;
}

/** One unit for amounts that are shown together, by the largest, with the formats of their numbers and of an axis. */
export function scaleOf(
  lang: Lang,
  values: readonly number[],
): { unit: number; word: string; format: string; axis: string } {
  const size = Math.max(0, ...values.map(Math.abs));
  const [unit, word] = unitOf(lang, size);
  const digits = unit === 1 ? 0 : digitsOf(size / unit);
  const format = (places: number) => `#,##0${places > 0 ? `.${'0'.repeat(places)}` : ''}`;
  return { unit, word, format: format(digits), axis: format(Math.min(1, digits)) };
}

/** A measure in its unit: rates as percent. */
export const measured = (
  outline: Outline,
  unit: CellValue | undefined,
  value: CellValue | undefined,
): string => {
  if (typeof value !== 'number') return shown(outline, { kind: 'text' }, value);
  if (unit === 'ratio') return `${grouped(value * 100, 0, 1)}%`;
  return Math.abs(value) >= 1000 ? grouped(value, 0) : grouped(value, 0, 2);
};
