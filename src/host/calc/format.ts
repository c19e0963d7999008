import { format, isDateFormat, isValidFormat, tokenize } from 'numfmt';
import { CellError, kept, type Scalar } from '../../book';
import { dateText } from './dateText';
import { lastSerial } from './dates';
import { numberText } from './numberText';

/** Whether a format can show a number: no date lies before 1900 or after 9999. */
export function canFormat(value: number, numberFormat: string): boolean {
  return !isDateFormat(numberFormat) || (value >= 0 && value < lastSerial + 1);
}

/** What a format is beside a plain number. */
interface Kind {
  isDate: boolean;
  /** The parts of a second that it shows, undefined where it shows no time. */
  parts?: number;
  /** The words that are all it says. */
  words?: string;
}

const kindOf = kept<Kind | undefined>(2_000);

const saying = new Set(['char', 'escaped', 'string', 'space', 'paren', 'plus', 'minus']);

function read(numberFormat: string): Kind | undefined {
  if (!isValidFormat(numberFormat)) return undefined;
  const tokens = tokenize(numberFormat);
  const times = tokens.some(
    ({ type, raw }) => (type === 'datetime' || type === 'duration') && /[hs]/i.test(raw),
  );
  const decimals = /s\]?\.(0+)/i.exec(numberFormat)?.[1]?.length ?? 0;
  return {
    isDate: isDateFormat(numberFormat),
    parts: times ? 86_400 * 10 ** decimals : undefined,
    words: tokens.every(({ type }) => saying.has(type))
      ? tokens.map(({ value }) => value).join('')
      : undefined,
  };
}

/** A number or text as Excel shows it, undefined where that is not known. */
export function textBy(value: number | string, numberFormat: string): string | undefined {
  const own = typeof value === 'number' ? numberText(value, numberFormat) : undefined;
  if (own !== undefined) return own;
  const kind = kindOf(numberFormat, () => read(numberFormat));
  if (!kind) return undefined;
  if (typeof value === 'string') return kind.words ?? format(numberFormat, value);
  if (!kind.isDate) return undefined;
  // Where times are shown, the moment is one to the second or the part of one that is.
  return dateText(kind.parts ? Math.round(value * kind.parts) / kind.parts : value, numberFormat);
}

/** A cell's text as Excel shows it in a wide enough column; a format it cannot read counts as General. */
export function formatValue(value: Scalar, numberFormat: string): string {
  if (value === null) return '';
  if (value instanceof CellError) return value.code;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  try {
    if (typeof value === 'number' && !canFormat(value, numberFormat)) return '########';
    return textBy(value, numberFormat || 'General') ?? format(numberFormat, value);
  } catch {
    return format('General', value);
  }
}
