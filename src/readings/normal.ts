import type { ColumnType } from '../catalog/query';

/**
 * What a cell of an export says. Amounts are exact decimals of nine places, so that a sum is the same
 * in whatever order rows come; moments are milliseconds since 1970 as the clock on the wall showed them.
 */

export interface Reading {
  type: ColumnType;
  decimal?: '.' | ',';
  dates?: 'ymd' | 'dmy' | 'mdy';
  zone?: string;
  unit?: string;
  words?: Readonly<Record<string, string>>;
}

/** A text or a flag as itself, a number in billionths, a moment in milliseconds. */
export type Cell = string | bigint | null;

const places = 9;
const billion = 10n ** BigInt(places);
/** DECIMAL(28,9) holds nothing longer. */
const mostDigits = 28 - places;

/** Reads one kind of column; undefined where the text does not say anything of that kind. */
export function readerOf(reading: Reading): (text: string) => Cell | undefined {
  const { type, words } = reading;
  const read =
    type === 'number'
      ? numberReader(reading)
      : type === 'date'
        ? dateReader(reading)
        : type === 'flag'
          ? flagOf
          : (text: string) => text;
  const meant =
    words && new Map(Object.entries(words).map(([said, means]) => [said.trim(), means]));
  return (raw) => {
    const said = raw.trim();
    const text = meant?.get(said) ?? said;
    return text === '' ? null : read(text);
  };
}

/** Digits in groups of three, or of four as Chinese counts, or not in groups: none begins with 0. */
const plain =
  /^([+-]?)(\d+|[1-9]\d{0,2}(?:[,'\u00a0\u202f ]\d{3})+|[1-9]\d{0,3}(?:,\d{4})+)?(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

function numberReader({ decimal = '.', unit }: Reading) {
  const marks = unit === undefined ? [] : [unit];
  return (raw: string): bigint | undefined => {
    let text = raw
      .normalize('NFKC')
      .replace(/^\((.*)\)$/, '-$1')
      .replace('\u2212', '-')
      // SAP writes the sign behind the number.
      .replace(/^(.*\d)\s?-$/, '-$1');
    for (const mark of marks)
      if (text.endsWith(mark)) text = text.slice(0, -mark.length).trimEnd();
      else if (text.startsWith(mark)) text = text.slice(mark.length).trimStart();
    if (decimal === ',') text = text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
    const [, sign = '', whole = '', part = '', power = '0'] = plain.exec(text) ?? [];
    if (whole === '' && part === '') return undefined;
    const digits = whole.replace(/\D/g, '') + part;
    // A point that shifts goes by the exponent, and by two places for per cent.
    const shift = Number(power) - part.length - (unit === '%' ? 2 : 0) + places;
    if (digits.replace(/^0+/, '').length + shift - places > mostDigits) return undefined;
    const exact = shift >= 0 ? BigInt(digits) * 10n ** BigInt(shift) : rounded(digits, -shift);
    return sign === '-' ? -exact : exact;
  };
}

/** Without its last digits, half away from zero. */
function rounded(digits: string, drop: number): bigint {
  const kept = digits.length > drop ? digits.slice(0, -drop) : '0';
  const next = digits.padStart(drop, '0')[Math.max(digits.length, drop) - drop] ?? '0';
  return BigInt(kept) + (next >= '5' ? 1n : 0n);
}

const dayMs = 86_400_000;
const time = String.raw`(?:[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s*([AaPp])\.?[Mm]\.?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?`;
const yearFirst = new RegExp(String.raw`^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?${time}$`);
const yearLast = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})${time}$`);
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const named = [
  new RegExp(
    String.raw`^(?<day>\d{1,2})[-. ]+(?<month>[A-Za-z]{3,9})[-., ]+(?<year>\d{4})(?<rest>[T ].*)?$`,
  ),
  new RegExp(
    String.raw`^(?<month>[A-Za-z]{3,9})[. ]+(?<day>\d{1,2})[, ]+(?<year>\d{4})(?<rest>[T ].*)?$`,
  ),
];

/** English names of months as numbers: 5-MAR-2026, Mar 5, 2026. */
function withoutNames(text: string): string {
  for (const pattern of named) {
    const { day, month = '', year, rest = '' } = pattern.exec(text)?.groups ?? {};
    const no = months.indexOf(month.slice(0, 3).toLowerCase()) + 1;
    if (day !== undefined && no > 0) return `${year}-${no}-${day}${rest}`;
  }
  return text;
}
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const monthOnly = /^(\d{4})[-/年](\d{1,2})月?$/;
/** Days as a workbook counts them, from 1954 to 2118. */
const serial = /^[2-7]\d{4}(?:\.\d+)?$/;

function dateReader({ dates = 'ymd', zone }: Reading) {
  const local = zone === undefined ? undefined : wallClock(zone);
  return (raw: string): bigint | undefined => {
    const text = withoutNames(raw.normalize('NFKC'));
    if (serial.test(text)) return BigInt(Math.round((Number(text) - 25_569) * dayMs));
    const month = monthOnly.exec(text);
    if (month) return momentOf(month[1], month[2], '1');
    const short = compact.exec(text);
    if (short) return momentOf(short[1], short[2], short[3]);
    const first = yearFirst.exec(text);
    const found = first ?? yearLast.exec(text);
    if (!found) return undefined;
    const [, a, b, c, hour, minute, second, part, half, offset] = found;
    if (!first && dates === 'ymd') return undefined;
    const last = c?.length === 2 ? `20${c}` : c;
    const [year, at, day] = first ? [a, b, c] : dates === 'dmy' ? [last, b, a] : [last, a, b];
    const start = momentOf(year, at, day);
    if (start === undefined || hour === undefined) return start;
    const hours =
      half === undefined ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
    if (hours > 24 || Number(minute) > 59 || Number(second ?? 0) > 60) return undefined;
    const ms = Number(`0.${part ?? 0}`) * 1000;
    const clock =
      ((hours * 60 + Number(minute)) * 60 + Number(second ?? 0)) * 1000 + Math.floor(ms);
    const there = start + BigInt(clock);
    if (offset === undefined || !local) return there;
    return local(there - BigInt(offsetOf(offset)));
  };
}

/** The month after the last one there is, and the 31st of a short one, are no days. */
function momentOf(year = '', month = '', day = ''): bigint | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const ms = Date.UTC(y, m - 1, d);
  const back = new Date(ms);
  const same = back.getUTCFullYear() === y && back.getUTCMonth() === m - 1;
  return same && back.getUTCDate() === d && y >= 1900 ? BigInt(ms) : undefined;
}

function offsetOf(text: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})?$/.exec(text) ?? [];
  const ms = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return sign === '-' ? -ms : ms;
}

/** A moment of the world as the clock of a zone shows it. */
function wallClock(zone: string): (moment: bigint) => bigint {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    ...({ year: 'numeric', month: 'numeric', day: 'numeric' } as const),
    ...({ hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const),
  });
  // A zone's clock is set by whole hours at most twice a year: asking once an hour is enough.
  const known = new Map<bigint, bigint>();
  const hour = 3_600_000n;
  return (moment) => {
    const slot = moment / hour;
    let shift = known.get(slot);
    if (shift === undefined) {
      const at = slot * hour;
      const part = Object.fromEntries(
        format.formatToParts(Number(at)).map(({ type, value }) => [type, Number(value)]),
      ) as Record<string, number>;
      const { year = 0, month = 0, day = 0, hour: h = 0, minute = 0, second = 0 } = part;
      shift = BigInt(Date.UTC(year, month - 1, day, h, minute, second)) - at;
      known.set(slot, shift);
    }
    return moment + shift;
  };
}

const yes = new Set(['yes', 'y', 'true', 't', '1', '是', '有', '对', '√', '✓']);
const no = new Set(['no', 'n', 'false', 'f', '0', '否', '无', '無', '不', '×']);

function flagOf(text: string): string | undefined {
  const word = text.toLowerCase();
  return yes.has(word) ? 'yes' : no.has(word) ? 'no' : undefined;
}

/** A number as a database writes a decimal of nine places. */
export function decimalText(exact: bigint): string {
  const [sign, size] = exact < 0n ? ['-', -exact] : ['', exact];
  return `${sign}${size / billion}.${String(size % billion).padStart(places, '0')}`;
}

/** A decimal that a database wrote. */
export function exactOf(text: string): bigint {
  const [, sign = '', whole = '0', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  const size = BigInt(whole) * billion + BigInt(part.padEnd(places, '0').slice(0, places));
  return sign === '-' ? -size : size;
}

/** The number nearest to an exact decimal. */
export const numberOf = (exact: bigint): number => Number(decimalText(exact));
