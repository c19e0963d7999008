import { useMemo } from 'react';
import type { Lang } from '../../messages';
import { dateOf, serialOfIso } from '../../rules';
import type { CellValue, ValueKind } from '../../workbook';
import { useLang } from './say';

export type Format = ReturnType<typeof formatOf>;

/** Numbers, money and days as the pane's language writes them; words pass as they are. */
export const useFormat = (): Format => {
  const lang = useLang();
  return useMemo(() => formatOf(lang), [lang]);
};

export function formatOf(lang: Lang) {
  const number = (value: CellValue, digits = 2) =>
    worded(value, (n) =>
      new Intl.NumberFormat(lang, { ...unsignedZero, maximumFractionDigits: digits }).format(n),
    );
  const percent = (value: CellValue, digits = 0) =>
    worded(value, (n) =>
      new Intl.NumberFormat(lang, {
        ...unsignedZero,
        style: 'percent',
        maximumFractionDigits: digits,
      }).format(n),
    );
  /** Whole units from 1,000 on, so that columns stay narrow. @param currency ISO 4217 code */
  const money = (value: CellValue, currency?: string | null, exact = false) =>
    worded(value, (n) => {
      const digits = exact ? 2 : Math.abs(n) < 1000 && !Number.isInteger(n) ? 2 : 0;
      return amountFormat(lang, currency, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(n);
    });
  /** Such as 1.2M or 120万: for axes and tiles. */
  const compact = (value: CellValue, currency?: string | null) =>
    worded(value, (n) =>
      amountFormat(lang, currency, { notation: 'compact', maximumFractionDigits: 1 }).format(n),
    );
  /** @param day a serial number or an ISO text */
  const date = (day: CellValue, style: 'medium' | 'short' = 'medium') => {
    const serial = typeof day === 'string' ? serialOfIso(day) : day;
    if (typeof serial !== 'number') return String(day ?? '');
    const parts: Intl.DateTimeFormatOptions =
      style === 'short'
        ? { month: 'short', day: 'numeric' }
        : { year: 'numeric', month: 'short', day: 'numeric' };
    return new Intl.DateTimeFormat(lang, parts).format(dateOf(serial));
  };
  /** As a cell of that kind reads. */
  const cell = (value: CellValue, kind: ValueKind): string => {
    if (typeof value === 'boolean') return String(value);
    switch (kind) {
      case 'date':
        return date(value);
      case 'percent':
      case 'ratio':
      case 'rate':
        return percent(value, 1);
      case 'money':
      case 'amount':
        return money(value);
      case 'integer':
        return number(value, 0);
      default:
        return number(value, 4);
    }
  };
  return { lang, number, percent, money, compact, date, cell };
}

const worded = (value: CellValue, write: (value: number) => string): string =>
  typeof value === 'number' ? write(value) : String(value ?? '');

/** What is rounded away leaves no minus behind. */
const unsignedZero = { signDisplay: 'negative' } as const;

/** A code that no currency has is written beside the number. */
function amountFormat(
  lang: Lang,
  currency: string | null | undefined,
  more: Intl.NumberFormatOptions,
): { format(value: number): string } {
  const options = { ...unsignedZero, ...more };
  if (!currency) return new Intl.NumberFormat(lang, options);
  try {
    return new Intl.NumberFormat(lang, {
      ...options,
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
    });
  } catch {
    const plain = new Intl.NumberFormat(lang, options);
    return { format: (value) => `${plain.format(value)} ${currency}` };
  }
}

/** What shortens an amount, as people write it: 1.2M, 120万, 3 bn. */
const scales: Record<string, number> = {
  K: 1e3,
  千: 1e3,
  万: 1e4,
  萬: 1e4,
  M: 1e6,
  MN: 1e6,
  百万: 1e6,
  百萬: 1e6,
  千万: 1e7,
  千萬: 1e7,
  亿: 1e8,
  億: 1e8,
  B: 1e9,
  BN: 1e9,
};
const currencySign = /^(?:[A-Z]{3}|[¥$€£₩]|HK\$|NT\$|US\$)(?=[-+.\d])|(?:[A-Z]{3}|元|圆|圓)$/;

/** Commas between thousands; any other may be a decimal comma, and is not guessed at. */
const grouped = /^[-+]?[1-9]\d{0,2}(?:,\d{3})+(?!\d)/;

/**
 * What someone typed as a number: thousands separators, full-width digits, a percent sign, a currency
 * and what shortens an amount (1.2M, 120万) are understood. undefined when it is none; null when
 * nothing was typed.
 */
export function numberOf(typed: string): number | null | undefined {
  const plain = typed
    .normalize('NFKC')
    .replaceAll(/[\s_]/g, '')
    .replace(currencySign, '')
    .replace(grouped, (digits) => digits.replaceAll(',', ''));
  if (plain === '') return typed.trim() === '' ? null : undefined;
  const [, digits = '', sign = ''] =
    /^([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(%|[a-z]{1,2}|[千百万萬亿億]{1,2})?$/i.exec(plain) ??
    [];
  const scale = sign === '' ? 1 : sign === '%' ? 0.01 : scales[sign.toUpperCase()];
  if (digits === '' || scale === undefined) return undefined;
  // −0 is 0.
  const value = Number(digits) || 0;
  if (!Number.isFinite(value)) return undefined;
  return scale === 1 ? value : Number((value * scale).toPrecision(15));
}
