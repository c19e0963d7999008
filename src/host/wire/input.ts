import { CellError, type ErrorCode, type Scalar } from '../../book';

/** What typed text means to Excel (en-US). */
export interface Input {
  value: Scalar;
  /** With "="; `value` is then null until calculated. */
  formula?: string;
  /** The format Excel gives a General cell for this kind of text. */
  numberFormat?: string;
}

const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY_MONTH = new RegExp(`^(\\d{1,2})[- ]${MONTH}(?:[- ,]+(\\d{2}|\\d{4}))?$`, 'i');
const MONTH_DAY_YEAR = new RegExp(`^${MONTH} (\\d{1,2}), ?(\\d{4})$`, 'i');
const MONTH_YEAR = new RegExp(`^${MONTH}[- ](\\d{4})$`, 'i');
/** What may begin a number, time or date. */
const SCALAR = new RegExp(`^[\\d.$(+-]|^${MONTH}[- ]\\d`, 'i');
const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** Reads text as Excel does when it is typed or written through `values`. */
export function parseInput(text: string, numberFormat: string, now: () => Date): Input {
  if (text === '') return { value: null };
  if (numberFormat === '@') return { value: text };
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (text.startsWith('=') && text.length > 1) return { value: null, formula: text };
  const trimmed = text.trim();
  if (ERRORS.has(trimmed.toUpperCase())) {
    return { value: new CellError(trimmed.toUpperCase() as ErrorCode) };
  }
  if (/^(true|false)$/i.test(trimmed)) return { value: /^true$/i.test(trimmed) };
  if (SCALAR.test(trimmed)) {
    const scalar = parseNumber(trimmed) ?? parseTime(trimmed) ?? parseDate(trimmed, now);
    if (scalar) return scalar;
  }
  if (/^[+-]./.test(text)) return { value: null, formula: `=${text}` };
  if (/^@./.test(text)) return { value: null, formula: `=${text}` };
  return { value: text };
}

function parseNumber(text: string): Input | undefined {
  const match =
    /^(\()?([+-])?(\$)?([+-])?(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(e[+-]?\d+)?(%)?(\))?$/i.exec(text);
  if (!match) return parseFraction(text);
  const [, open, sign1, dollar, sign2, whole, decimals, exponent, percent, close] = match;
  if ((!whole && (!decimals || decimals === '.')) || !open !== !close) return undefined;
  if ((sign1 && sign2) || (open && (sign1 || sign2))) return undefined;
  const magnitude = Number(`${(whole ?? '0').replace(/,/g, '')}${decimals ?? ''}${exponent ?? ''}`);
  if (!Number.isFinite(magnitude)) return undefined;
  const negative = sign1 === '-' || sign2 === '-' || open !== undefined;
  const scaled = percent ? Number((magnitude / 100).toPrecision(15)) : magnitude;
  const value = negative && scaled !== 0 ? -scaled : scaled;
  const digits = decimals && decimals.length > 1;
  if (percent) return { value, numberFormat: digits ? '0.00%' : '0%' };
  if (dollar) return { value, numberFormat: digits ? '$#,##0.00' : '$#,##0' };
  if (exponent) return { value, numberFormat: '0.00E+00' };
  if (whole?.includes(',')) return { value, numberFormat: digits ? '#,##0.00' : '#,##0' };
  return { value };
}

function parseFraction(text: string): Input | undefined {
  const match = /^(-)?(\d+) (\d+)\/(\d+)$/.exec(text);
  if (!match || Number(match[4]) === 0) return undefined;
  const value = Number(match[2]) + Number(match[3]) / Number(match[4]);
  return { value: match[1] ? -value : value, numberFormat: '# ?/?' };
}

function parseTime(text: string): Input | undefined {
  const match = /^(\d{1,4}):(\d{2})(?::(\d{2}))?(?:\s*([ap])m?)?$/i.exec(text);
  if (!match) return undefined;
  let hours = Number(match[1]);
  const [minutes, seconds] = [Number(match[2]), Number(match[3] ?? 0)];
  if (minutes > 59 || seconds > 59) return undefined;
  if (match[4]) {
    if (hours < 1 || hours > 12) return undefined;
    hours = (hours % 12) + (match[4].toLowerCase() === 'p' ? 12 : 0);
  }
  const value = (hours * 3600 + minutes * 60 + seconds) / 86_400;
  const base = match[3] ? 'h:mm:ss' : 'h:mm';
  if (match[4]) return { value, numberFormat: `${base} AM/PM` };
  return { value, numberFormat: hours >= 24 ? '[h]:mm:ss' : base };
}

/** Serial of a calendar day; undefined when there is no such day or it is before 1900. */
function serialOf(year: number, month: number, day: number): number | undefined {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  if (year < 1900 || year > 9999) return undefined;
  const serial = Math.round((time - EPOCH) / DAY);
  return serial < 61 ? serial - 1 : serial;
}

const fullYear = (text: string): number => {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
};

const month = (word: string): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;

function parseDate(text: string, now: () => Date): Input | undefined {
  const [day, time, ...more] = text.split(/\s+(?=\d{1,2}:\d{2})/);
  const date = parseDay(day!, now);
  if (!date || more.length > 0 || time === undefined) return date;
  const clock = parseTime(time);
  if (!clock) return undefined;
  return {
    value: (date.value as number) + (clock.value as number),
    numberFormat: 'm/d/yyyy h:mm',
  };
}

function parseDay(text: string, now: () => Date): Input | undefined {
  const dated = (year: number, month: number, day: number, numberFormat: string) => {
    const value = serialOf(year, month, day);
    return value === undefined ? undefined : { value, numberFormat };
  };
  const thisYear = () => now().getFullYear();
  let match = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (match) return dated(Number(match[1]), Number(match[2]), Number(match[3]), 'm/d/yyyy');
  match = /^(\d{1,2})[-/](\d{1,2})[-/](\d{2}|\d{4})$/.exec(text);
  if (match) return dated(fullYear(match[3]!), Number(match[1]), Number(match[2]), 'm/d/yyyy');
  match = /^(\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (match) return dated(thisYear(), Number(match[1]), Number(match[2]), 'd-mmm');
  match = DAY_MONTH.exec(text);
  if (match) {
    const year = match[3] ? fullYear(match[3]) : thisYear();
    return dated(year, month(match[2]!), Number(match[1]), match[3] ? 'd-mmm-yy' : 'd-mmm');
  }
  match = MONTH_DAY_YEAR.exec(text);
  if (match) return dated(Number(match[3]), month(match[1]!), Number(match[2]), 'd-mmm-yy');
  match = MONTH_YEAR.exec(text);
  return match ? dated(Number(match[2]), month(match[1]!), 1, 'mmm-yy') : undefined;
}
