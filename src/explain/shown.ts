import { explainMessage } from '../messages/explain';
import type { Lang } from '../messages';
import { grouped, isError, isoOf, type Value } from '../rules';
import type { ValueKind } from '../workbook';

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
      return `${grouped(value * 100, 0, 2)}%`;
    case 'money':
    case 'amount':
      return grouped(value, Number.isInteger(value) ? 0 : 2, 2);
    case 'integer':
      return grouped(value, 0, 6);
    default:
      return Math.abs(value) >= 1e-4 || value === 0 ? grouped(value, 0, 4) : String(value);
  }
}
