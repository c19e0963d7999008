import type { ColumnType } from '../catalog/query';
import { inFigures } from './figures';

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
  /** A month stands for its last day, else for its first. */
  monthEnds?: boolean;
  /** The words that a text may be, in capitals or not. */
  oneOf?: readonly string[];
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
          : textReader(reading);
  const meant =
    words && new Map(Object.entries(words).map(([said, means]) => [said.trim(), means]));
  return (raw) => {
    const said = raw.trim();
    const text = meant?.get(said) ?? said;
    return text === '' ? null : read(text);
  };
}

function textReader({ oneOf }: Reading): (text: string) => string | undefined {
  if (!oneOf) return (text) => text;
  const known = new Map(oneOf.map((word) => [word.toLowerCase(), word]));
  return (text) => known.get(folded(text).toLowerCase());
}

/** Digits in groups of three, or of four as Chinese counts, or not in groups: none begins with 0. */
const plain =
  /^([+-]?)(\d+|[1-9]\d{0,2}(?:[,'\u00a0\u202f ]\d{3})+|[1-9]\d{0,3}(?:,\d{4})+)?(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/** In one width, with one dash and one apostrophe, and without signs that nobody sees. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace('\u2019', "'")
    .trim();

/** Takes a unit away, before the number or behind it, within its sign or brackets or outside. */
function withoutUnit(unit: string): (text: string) => string {
  const escaped = unit.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const before = new RegExp(`^([-+(]?)\\s*${escaped}\\s*`);
  const behind = new RegExp(`\\s*${escaped}\\s*([-)]?)$`);
  return (text) => text.replace(before.test(text) ? before : behind, '$1');
}

function numberReader({ decimal = '.', unit: said }: Reading) {
  const unit = said === undefined ? '' : folded(said);
  const bare = unit === '' ? (text: string) => text : withoutUnit(unit);
  return (raw: string): bigint | undefined => {
    let text = bare(folded(raw))
      .replace(/^\((.*)\)$/, '-$1')
      // SAP writes the sign behind the number.
      .replace(/^(.*\d)\s?-$/, '-$1');
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
const yearFirst = new RegExp(
  String.raw`^(\d{4})(?:[-/.年] ?)(\d{1,2})(?:[-/.月] ?)(\d{1,2})(?:日|\.)?${time}$`,
);
const yearLast = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})${time}$`);
const monthFirst = /^(\d{1,2})[-/.](\d{4})$/;
const monthOnly = /^(\d{4})[-/.年]?(\d{1,2})月?$/;
/** Days as a workbook counts them, from 1954 to 2118. */
const serial = /^[2-7]\d{4}(?:\.\d+)?$/;
/** Seconds or milliseconds since 1970, from 2001 to 2033. */
const epoch = /^1\d{9}(?:\d{3})?$/;

function dateReader({ dates = 'ymd', zone, monthEnds = false }: Reading) {
  const local = zone === undefined ? undefined : wallClock(zone);
  return (raw: string): bigint | undefined => {
    const text = inFigures(folded(raw));
    if (serial.test(text)) return BigInt(Math.round((Number(text) - 25_569) * dayMs));
    if (epoch.test(text)) {
      const moment = BigInt(text.padEnd(13, '0'));
      return local ? local(moment) : moment;
    }
    const [, at, of] = monthFirst.exec(text) ?? [];
    const [, ofYear = of, month = at] = monthOnly.exec(text) ?? [];
    if (month !== undefined) {
      const start = momentOf(ofYear, month, '1');
      return start === undefined || !monthEnds ? start : lastDay(start);
    }
    const first = yearFirst.exec(text);
    const found = first ?? yearLast.exec(text);
    if (!found) return undefined;
    const [, a, b, c, hour, minute, second, part, half, offset] = found;
    if (!first && dates === 'ymd') return undefined;
    const last = c?.length === 2 ? `20${c}` : c;
    const [year, inYear, day] = first ? [a, b, c] : dates === 'dmy' ? [last, b, a] : [last, a, b];
    const start = momentOf(year, inYear, day);
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

function lastDay(start: bigint): bigint {
  const date = new Date(Number(start));
  return BigInt(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0));
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
  // Clocks are set on a quarter of an hour: asking once in each is enough.
  const known = new Map<bigint, bigint>();
  const quarter = 900_000n;
  return (moment) => {
    const slot = moment / quarter;
    let shift = known.get(slot);
    if (shift === undefined) {
      const at = slot * quarter;
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
  const word = folded(text).toLowerCase();
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
