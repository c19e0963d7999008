import { isoOf } from '../../rules';
import type { CellValue, ValueKind } from '../../workbook';
import { numberOf } from '../words/format';

/** What is typed into an input, and what of it goes into a cell. */

export const isNumeric = (kind: ValueKind) => kind !== 'text' && kind !== 'date';

export const isMoney = (kind: ValueKind) => kind === 'money' || kind === 'amount';

const shares: ValueKind[] = ['percent', 'ratio', 'rate'];

/** As it stands in the input: days as ISO texts, numbers as the language writes them. */
export function writtenOf(
  kind: ValueKind,
  value: CellValue,
  write: (value: CellValue, kind: ValueKind) => string,
): string {
  if (value === null) return '';
  if (kind === 'date') return typeof value === 'number' ? isoOf(value) : String(value);
  return isNumeric(kind) ? write(value, kind) : String(value);
}

/** As it goes into the cell; undefined when it is not what the kind asks for. */
export function meant(kind: ValueKind, text: string): CellValue | undefined {
  if (text.trim() === '') return null;
  if (!isNumeric(kind)) return text;
  const number = numberOf(text);
  // As in Excel: 30 typed where percentages stand means 30 %.
  return shares.includes(kind) && typeof number === 'number' && isBare(number, text)
    ? number / 100
    : number;
}

const isBare = (number: number, text: string) => Math.abs(number) >= 1 && !/[%％]/.test(text);
