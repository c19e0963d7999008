import { isoOf, type CellValue } from '../rules';
import type { Lang } from '../messages';
import type { Outline } from './outline';

/** What is blank shows as a dash: it is not known, and it is not 0. */
export const blank = '–';

const formats = new Map<string, Intl.NumberFormat>();

function grouped(value: number, least: number, most = least): string {
  const key = `${least} ${most}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat('en-US', { minimumFractionDigits: least, maximumFractionDigits: most });
  formats.set(key, format);
  const text = format.format(value).replace('-', '−');
  return /^−[0.,]*$/.test(text) ? text.slice(1) : text;
}

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

/** A named cell as the workbook shows it. */
export function fieldShown(outline: Outline, name: string): string {
  const field = outline.fields[name];
  return field ? shown(outline, field, field.value) : blank;
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

/** Money in few digits, for titles: 247.3 万, 2.47 M. */
export function shortMoney(lang: Lang, value: CellValue): string {
  if (typeof value !== 'number') return value === null || value === '' ? blank : String(value);
  const size = Math.abs(value);
  const [unit, sign]: [number, string] =
    lang === 'en'
      ? size >= 1e6
        ? [1e6, ' M']
        : size >= 1e4
          ? [1e3, ' k']
          : [1, '']
      : size >= 1e8
        ? [1e8, lang === 'zh-TW' ? ' 億' : ' 亿']
        : size >= 1e4
          ? [1e4, lang === 'zh-TW' ? ' 萬' : ' 万']
          : [1, ''];
  const scaled = value / unit;
  const digits = unit === 1 ? 0 : Math.abs(scaled) >= 100 ? 0 : Math.abs(scaled) >= 10 ? 1 : 2;
  return `${grouped(scaled, 0, digits)}${sign}`;
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
