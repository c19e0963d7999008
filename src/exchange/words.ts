import { kept } from '../book';
import { LANGS, MESSAGES } from '../messages';
import { isoOf, serialOfIso, type CellValue } from '../rules';
import { withoutCurrency } from './currency';
import type { SentColumn, SentList, Value } from './sent';

/** What a cell says, understood as its column asks for it; what is not understood is never guessed. */

export type Understood =
  /** `own`: none of the words offered, where others may be said. */
  | { value: Value; own?: boolean }
  | { problem: 'value-unknown' | 'not-number' | 'number-doubtful' | 'share-of-money' | 'not-date' };

/** Each text of a file is looked at for every table that was sent. */
function onceFor(make: (text: string) => string): (text: string) => string {
  const known = kept<string>();
  return (text) => known(text, () => make(text));
}

/** As people type it, without what input methods and programs make of it. */
const plain = onceFor((text) => text.normalize('NFKC').replaceAll(/\s+/g, ''));
const folded = onceFor((text) => plain(text).toLowerCase());

const yes = [
  ...['是', '是的', 'y', '✓', '✔', '√', '☑', '1', 'x', '对', '對'],
  ...['选', '選', '选用', '選用', 'true', 'ok'],
];
const no = [
  ...['否', '不', '不是', 'n', '✗', '✘', '×', '0'],
  ...['不选', '不選', '不用', '不选用', '不選用', 'false'],
];

/** What people write for the entries of some lists, beside their ids and the words of the product. */
const synonyms: Record<string, Record<string, readonly string[]>> = {
  pick: { yes, maybe: ['待定', '可能', '未定'], no },
  yesNo: { yes, no },
  priority: { high: ['h'], medium: ['m'], low: ['l'] },
};

/** Reads the words of one list: as sent, in every language of the product, and as people write them. */
function entryOf(list: SentList, text: string): string | undefined {
  const wanted = folded(text);
  const exact = list.entries.find(([id, label]) => label === text.trim() || id === text.trim());
  if (exact) return exact[0];
  const found = list.entries.filter(([id, label]) =>
    [
      id,
      label,
      ...LANGS.map(
        (lang) => (MESSAGES[lang] as Record<string, string>)[`list.${list.id}.${id}`] ?? label,
      ),
      ...(synonyms[list.id]?.[id] ?? []),
    ].some((word) => folded(word) === wanted),
  );
  return found.length === 1 ? found[0]?.[0] : undefined;
}

/** Of kinds that hold numbers, those in which a share can stand, and those in which an amount can. */
export const isNumeric = (kind: string) => kind !== 'text' && kind !== 'date';
export const mayBeShare = (kind: string) => shares.has(kind);
export const mayBeMoney = (kind: string) => amounts.has(kind);
const shares = new Set(['percent', 'ratio', 'rate', 'measure']);
const amounts = new Set(['money', 'amount', 'measure', 'quantity']);

/** "１,２００", "30%", "3万", "¥1,200.50", "(1,200)"; undefined where it is no plain number. */
function numberOf(text: string, kind: string): number | 'share' | undefined {
  let digits = plain(text).replaceAll('，', ',').replaceAll('。', '.');
  if (mayBeMoney(kind)) digits = withoutCurrency(digits);
  const negative = /^\((.*)\)$/.exec(digits);
  if (negative) digits = `-${negative[1]}`;
  digits = digits.replace(/^−/, '-');
  const parts =
    /^([-+]?)(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?([%‰千kK万萬mM亿億])?$/.exec(digits) ??
    /^([-+]?)()(\.\d+)([%‰千kK万萬mM亿億])?$/.exec(digits);
  if (!parts) return undefined;
  const [, sign = '', whole = '', fraction = '', unit = ''] = parts;
  if ((unit === '%' || unit === '‰') && !mayBeShare(kind)) return 'share';
  // Elsewhere it may be minutes or metres.
  if (unit === 'm' && kind !== 'money' && kind !== 'amount') return undefined;
  const scale: Record<string, number> = {
    ...{ '%': -2, '‰': -3, 千: 3, k: 3, K: 3, m: 6, M: 6 },
    ...{ 万: 4, 萬: 4, 亿: 8, 億: 8 },
  };
  // As text, so that 12.3 % is 0.123 and not 0.12300000000000001.
  // −0 is 0.
  return Number(`${sign}${whole.replaceAll(',', '') || '0'}${fraction}e${scale[unit] ?? 0}`) || 0;
}

/**
 * One separator and three digits, typed as text: a thousand here, a fraction elsewhere. A comma
 * groups thousands in every language of the product, but no number begins with a group of 0.
 */
const meansTwo = (text: string) => /^[-+(¥$€£]*(?:0,\d{3}|\d{1,3}\.\d{3})\)?$/.test(plain(text));

/** A day whose year, month and day are told apart by how it is written. */
function dayOf(text: string): string | undefined {
  const words = plain(text);
  const parts =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:T?00:00(?::00)?)?$/.exec(words) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})[日号號]?$/.exec(words) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(words);
  if (!parts) return undefined;
  const iso = parts
    .slice(1)
    .map((part) => part.padStart(2, '0'))
    .join('-');
  return serialOfIso(iso) === undefined ? undefined : iso;
}

const firstDay = 32_874; // 1990-01-01
const lastDay = 109_939; // 2200-12-31

/** What stands in a cell, as its column keeps it. */
export function understand(
  column: SentColumn,
  list: SentList | undefined,
  raw: CellValue,
): Understood {
  const value = typeof raw === 'string' ? raw.replaceAll('\r\n', '\n') : raw;
  if (value === null || (typeof value === 'string' && plain(value) === '')) return { value: null };
  if (list) {
    const entry = entryOf(list, String(value));
    if (entry !== undefined) return { value: entry };
    return list.open ? { value: String(value), own: true } : { problem: 'value-unknown' };
  }
  switch (column.kind) {
    case 'text':
      return { value: typeof value === 'boolean' ? String(value).toUpperCase() : String(value) };
    case 'date': {
      if (
        typeof value === 'number' &&
        Number.isInteger(value) &&
        value >= firstDay &&
        value <= lastDay
      )
        return { value: isoOf(value) };
      const day = typeof value === 'boolean' ? undefined : dayOf(String(value));
      return day === undefined ? { problem: 'not-date' } : { value: day };
    }
    default: {
      if (typeof value === 'number') return { value };
      if (typeof value === 'string' && meansTwo(value)) return { problem: 'number-doubtful' };
      const number = typeof value === 'string' ? numberOf(value, column.kind) : undefined;
      if (number === 'share') return { problem: 'share-of-money' };
      return number === undefined ? { problem: 'not-number' } : { value: number };
    }
  }
}

/** What people call the columns that ask for free words, beside the headers that were sent. */
const titles: Record<string, readonly string[]> = {
  comment: [
    'comment',
    'comments',
    'remark',
    'remarks',
    'note',
    'notes',
    '备注',
    '備註',
    '意见',
    '意見',
    '说明',
    '說明',
  ],
};

/** Whether a header is what a column was sent with, or is known to be called. */
export const isTitleOf = ({ id, header }: SentColumn, title: unknown): boolean =>
  bare(title) === bare(header) || (titles[id] ?? []).includes(bare(title));

/** A header or text without the marks and blanks that come and go. */
export const bare = (text: unknown) => folded(String(text ?? '')).replace(/[*＊]+$/, '');

/** The first of several values, and how many there are. */
export function shownOf(values: readonly string[]): string {
  const some = values.slice(0, shownAtMost);
  return [...some, ...(values.length > some.length ? [`… (${values.length})`] : [])].join(' · ');
}
const shownAtMost = 3;
