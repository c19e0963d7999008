/** What a cell holds that is no error; `null` is a blank one. */
export type CellValue = string | number | boolean | null;

/** Values that a rule works on, as a spreadsheet has them. */
export type Value = CellValue | RuleError;

/** A spreadsheet error as a value: it travels through a formula until IFERROR meets it. */
export class RuleError {
  constructor(readonly code: '#DIV/0!' | '#VALUE!' | '#N/A' | '#NUM!' | '#REF!') {}
}

export const isError = (value: unknown): value is RuleError => value instanceof RuleError;

/** Text that is a number counts as one, as in Excel; other text is #VALUE!. */
export function toNumber(value: Value): number | RuleError {
  if (isError(value)) return value;
  if (value === null) return 0;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const text = value.trim();
  const number = text === '' ? NaN : Number(text);
  return Number.isFinite(number) ? number : new RuleError('#VALUE!');
}

/** 15 significant digits, as a cell shows a number joined to text. */
export function toText(value: Value): string | RuleError {
  if (isError(value)) return value;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  return value;
}

export function toBoolean(value: Value): boolean | RuleError {
  if (typeof value === 'string') {
    const upper = value.toUpperCase();
    if (upper === 'TRUE' || upper === 'FALSE') return upper === 'TRUE';
    return new RuleError('#VALUE!');
  }
  const number = toNumber(value);
  return isError(number) ? number : number !== 0;
}

const rank = (value: Value) =>
  typeof value === 'number'
    ? 0
    : typeof value === 'string'
      ? 1
      : typeof value === 'boolean'
        ? 2
        : -1;

/** Numbers before text before booleans; text without case; a blank equals 0, "" and FALSE. */
export function compare(left: Value, right: Value): number | RuleError {
  if (isError(left)) return left;
  if (isError(right)) return right;
  const a = left === null ? blankLike(right) : left;
  const b = right === null ? blankLike(left) : right;
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === 'string' && typeof b === 'string') {
    return order(a, b);
  }
  return Number(a) - Number(b);
}

/** Of texts without case; most differ in their first signs, which need no other texts made of them. */
function order(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    if (x > 0x7f || y > 0x7f) return orderOf(a.toLowerCase(), b.toLowerCase());
    if (small(x) !== small(y)) return small(x) - small(y);
  }
  return a.length - b.length;
}

const orderOf = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** Code of an ASCII letter's small form; any other sign as it is. */
const small = (code: number): number => (code >= 0x41 && code <= 0x5a ? code + 0x20 : code);

const blankLike = (other: Value): Value =>
  typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
