import { parseNumber, parseValue } from 'numfmt';
import type { CellError, Scalar } from '../../book';
import { VALUE, isError } from './values';

const mayBeNumber =
  /^[\s\d.,+\-(%$€£¥'"]*\d|^\s*(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
const plainNumber = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i;

/** The number a text stands for ("1,234.5", "50%", "2024-01-05"), undefined for other text. */
export function numberInText(text: string): number | undefined {
  if (plainNumber.test(text)) return Number(text);
  if (!mayBeNumber.test(text)) return undefined;
  // Excel reads " 5" as a number, but no day or time between spaces.
  const parsed = parseNumber(text) ?? (text.trim() === text ? parseValue(text) : undefined);
  return typeof parsed?.v === 'number' ? parsed.v : undefined;
}

/** As in arithmetic: blank is 0, logicals are 0 and 1, text must read as a number. */
export function toNumber(value: Scalar): number | CellError {
  if (typeof value === 'number') return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (isError(value)) return value;
  return numberInText(value) ?? VALUE;
}

export function toText(value: Scalar): string | CellError {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value;
}

export function toBoolean(value: Scalar): boolean | CellError {
  if (typeof value === 'boolean') return value;
  if (value === null) return false;
  if (typeof value === 'number') return value !== 0;
  if (isError(value)) return value;
  const upper = value.toUpperCase();
  if (upper === 'TRUE') return true;
  if (upper === 'FALSE') return false;
  return VALUE;
}

/** General format at full width, as `&` writes a number: at most 15 significant digits. */
function numberText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const rounded = Number(value.toPrecision(15));
  const [mantissa, exponent] = rounded.toExponential().split('e') as [string, string];
  const digits = mantissa.replace(/[-.]/g, '').length;
  const power = Number(exponent);
  if (power >= 15 || digits - power > 19) {
    const sign = power < 0 ? '-' : '+';
    return `${mantissa}E${sign}${String(Math.abs(power)).padStart(2, '0')}`;
  }
  return rounded.toFixed(Math.max(0, digits - 1 - power));
}

const collator = new Intl.Collator('en', { sensitivity: 'accent' });

/** Numbers compare on 15 significant digits, as Excel does. */
export function compareNumbers(a: number, b: number): number {
  if (a === b) return 0;
  const difference = a - b;
  if (
    Math.abs(difference) < Math.abs(a) * 1e-14 &&
    Number(a.toPrecision(15)) === Number(b.toPrecision(15))
  ) {
    return 0;
  }
  return difference;
}

/** Text compares without case. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return collator.compare(a, b);
}

const rank = (value: string | number | boolean) =>
  typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;

/** Order of two values: numbers before text before logicals; a blank is like the other side. */
export function compareScalars(
  a: Exclude<Scalar, CellError>,
  b: Exclude<Scalar, CellError>,
): number {
  const left = a ?? blankLike(b);
  const right = b ?? blankLike(a);
  if (typeof left === 'number' && typeof right === 'number') return compareNumbers(left, right);
  if (typeof left === 'string' && typeof right === 'string') return compareText(left, right);
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  return rank(left) - rank(right);
}

function blankLike(other: Exclude<Scalar, CellError>): string | number | boolean {
  if (typeof other === 'string') return '';
  return typeof other === 'boolean' ? false : 0;
}

/** A key under which equal values meet: text without case. */
export const lookupKey = (value: string | number | boolean) =>
  typeof value === 'string' ? value.toLowerCase() : value;
