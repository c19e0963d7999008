import { message, type Lang } from '../messages';
import type { Agreement } from '../office';
import type { CellValue } from '../workbook';
import type { Io } from './io';
import { textTable } from './table';

const formats = new Map<number, Intl.NumberFormat>();
const formatted = (value: number, digits: number) => {
  const format =
    formats.get(digits) ??
    new Intl.NumberFormat('en-US', {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  formats.set(digits, format);
  return format.format(value);
};

/** Words stay words, what is blank shows as a dash. */
const shown = (value: CellValue | undefined, number: (value: number) => string): string => {
  if (typeof value === 'number') return number(value);
  return value === null || value === undefined || value === '' ? '–' : String(value);
};

export const money = (value: CellValue | undefined) => shown(value, (one) => formatted(one, 2));
export const share = (value: CellValue | undefined) =>
  shown(value, (one) => `${formatted(one * 100, 1)}%`);
export const measure = (value: CellValue | undefined) => shown(value, (one) => formatted(one, 2));
export const word = (value: CellValue | undefined) => shown(value, String);

/** Names down the side, cases across: what has few cases and many figures. */
export const sideways = (cases: string[], lines: [name: string, values: string[]][]): string =>
  textTable([['', ...cases], ...lines.map(([name, values]) => [name, ...values])]);

const mostListed = 200;

/** Each formula cell in which workbook and rules differ; says so too when there is none. */
export function printAgreement(io: Io, lang: Lang, { cells, differences }: Agreement): void {
  if (differences.length === 0) {
    io.out(`${message(lang, 'cli.value.agree', { cells })}\n`);
    return;
  }
  io.out(`${message(lang, 'cli.value.differ', { cells, count: differences.length })}\n`);
  const header = (['cell', 'place', 'workbook', 'rules'] as const).map((id) =>
    message(lang, `cli.value.${id}`),
  );
  const rows = differences
    .slice(0, mostListed)
    .map(({ sheet, cell, place, workbook, rules, overwritten }) => [
      `${sheet}!${cell}`,
      place,
      `${word(workbook)}${overwritten ? ` ${message(lang, 'cli.value.overwritten')}` : ''}`,
      word(rules),
    ]);
  io.out(`${textTable([header, ...rows])}\n`);
  const more = differences.length - rows.length;
  if (more > 0) io.out(`${message(lang, 'cli.value.more', { count: more })}\n`);
}
