import { explainMessage } from '../messages/explain';
import type { Lang } from '../messages';
import { isError, isoOf, type Value } from '../rules';
import type { ValueKind } from '../workbook';

const formats = new Map<string, Intl.NumberFormat>();

function digits(value: number, least: number, most: number): string {
  const key = `${least} ${most}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat('en-US', { minimumFractionDigits: least, maximumFractionDigits: most });
  formats.set(key, format);
  const text = format.format(value).replace('-', '−');
  return /^−[0.,]*$/.test(text) ? text.slice(1) : text;
}

/** What is blank shows as a dash: it is not known, and it is not 0. */
const blank = '–';

/** A value as its kind of cell shows it, with more digits than a cell has room for. */
export function shownAs(lang: Lang, kind: ValueKind | undefined, value: Value): string {
  if (isError(value)) return value.code;
  if (value === null || value === '') return blank;
  if (typeof value === 'boolean')
    return explainMessage(lang, value ? 'explain.true' : 'explain.false');
  if (typeof value === 'string') return value;
  switch (kind) {
    case 'date':
      return value > 0 ? isoOf(value) : blank;
    case 'percent':
    case 'ratio':
    case 'rate':
      return `${digits(value * 100, 0, 2)}%`;
    case 'money':
    case 'amount':
      return digits(value, Number.isInteger(value) ? 0 : 2, 2);
    case 'integer':
      return digits(value, 0, 6);
    default:
      return Math.abs(value) >= 1e-4 || value === 0 ? digits(value, 0, 4) : String(value);
  }
}
