import { format, isDateFormat, isValidFormat } from 'numfmt';
import { CellError, type Scalar } from '../../book';
import { lastSerial } from './dates';

/** Whether a format can show a number: no date lies before 1900 or after 9999. */
export function canFormat(value: number, numberFormat: string): boolean {
  return !isDateFormat(numberFormat) || (value >= 0 && value < lastSerial + 1);
}

/** A format without colours, conditions and what stands in it as it is; elapsed times keep their brackets. */
const bare = (numberFormat: string) =>
  numberFormat
    .replace(/"[^"]*"|[\\_*]./g, '·')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/general/gi, '');

const fraction = /^[^#?0/]*(?:[#?0,]+ +)?[#?0]+\/(?:[#?0]+|\d+)[^#?0/]*$/;
/** Two percent signs, a comma for thousands before the point, halves of the day in small letters, a unit twice. */
const unlike = /%.*%|,\.|a\/p|\[h+\].*h|\[m+\].*m|\[s+\].*s/;

/** Whether numfmt shows numbers by a format as Excel does. */
export function isLikeExcel(numberFormat: string): boolean {
  if (!isValidFormat(numberFormat)) return false;
  const isDate = isDateFormat(numberFormat);
  return bare(numberFormat)
    .split(';')
    .every((section) => {
      if (unlike.test(section)) return false;
      if (isDate || section.includes('@')) return true;
      if (section.includes('/')) return fraction.test(section);
      return !/e/i.test(section) || /[#?0]e[+-][#?0]/i.test(section);
    });
}

/** The moment that a format shows: where it shows times, to the second or the part of one that it has. */
function moment(value: number, numberFormat: string): number {
  const shown = bare(numberFormat);
  if (!isDateFormat(numberFormat) || !/[hs]/i.test(shown)) return value;
  const parts = 86_400 * 10 ** (/s\]?\.(0+)/i.exec(shown)?.[1]?.length ?? 0);
  return Math.round(value * parts) / parts;
}

/** A cell's text as Excel shows it in a wide enough column; a format it cannot read counts as General. */
export function formatValue(value: Scalar, numberFormat: string): string {
  if (value === null) return '';
  if (value instanceof CellError) return value.code;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  try {
    if (typeof value === 'number' && !canFormat(value, numberFormat)) return '########';
    return format(
      numberFormat || 'General',
      typeof value === 'number' ? moment(value, numberFormat) : value,
    );
  } catch {
    return format('General', value);
  }
}
