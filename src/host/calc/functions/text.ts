import type { Scalar } from '../../../book';
import { canFormat, textBy } from '../format';
import { numberInText } from '../coerce';
import type { Place } from '../ref';
import { NA, VALUE, type Value } from '../values';
import { define, definition } from './registry';
import { hasWildcard, wildcardPattern } from './wildcards';

/** The signs 128 to 159 of Windows' Latin code page; five are not given. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

define('LEN', 't', (text: string) => text.length);
define('LEFT', 't n?', (text: string, count = 1) =>
  count < 0 ? VALUE : text.slice(0, Math.trunc(count)),
);
define('RIGHT', 't n?', (text: string, count = 1) =>
  count < 0 ? VALUE : text.slice(Math.max(0, text.length - Math.trunc(count))),
);
define('MID', 't n n', (text: string, start: number, count: number) =>
  start < 1 || count < 0
    ? VALUE
    : text.slice(Math.trunc(start) - 1, Math.trunc(start) - 1 + Math.trunc(count)),
);
define('TRIM', 't', (text: string) => text.replace(/ +/g, ' ').replace(/^ | $/g, ''));
define('UPPER', 't', (text: string) => text.toUpperCase());
define('LOWER', 't', (text: string) => text.toLowerCase());
define('PROPER', 't', (text: string) =>
  text.toLowerCase().replace(/\p{L}+/gu, (word) => word[0]!.toUpperCase() + word.slice(1)),
);
define('EXACT', 't t', (a: string, b: string) => a === b);
define('CONCATENATE', 't+', (...texts: string[]) => texts.join(''));
define('REPT', 't n', (text: string, count: number) =>
  count < 0 || text.length * count > 32_767 ? VALUE : text.repeat(Math.trunc(count)),
);
define('SUBSTITUTE', 't t t n?', (text: string, old: string, by: string, which?: number) => {
  if (which !== undefined && which < 1) return VALUE;
  if (old === '') return text;
  const parts = text.split(old);
  if (which === undefined) return parts.join(by);
  const n = Math.trunc(which);
  if (n >= parts.length) return text;
  return parts.slice(0, n).join(old) + by + parts.slice(n).join(old);
});
define('REPLACE', 't n n t', (text: string, start: number, count: number, by: string) => {
  if (start < 1 || count < 0) return VALUE;
  const from = Math.trunc(start) - 1;
  return text.slice(0, from) + by + text.slice(from + Math.trunc(count));
});
define('FIND', 't t n?', (wanted: string, text: string, start = 1) => {
  const from = Math.trunc(start) - 1;
  if (from < 0 || from > text.length) return VALUE;
  return positionOr(text.indexOf(wanted, from));
});
define('SEARCH', 't t n?', (wanted: string, text: string, start = 1) => {
  const from = Math.trunc(start) - 1;
  if (from < 0 || from > text.length) return VALUE;
  if (!hasWildcard(wanted))
    return positionOr(text.toLowerCase().indexOf(wanted.toLowerCase(), from));
  const found = text.slice(from).search(wildcardPattern(wanted, false));
  return positionOr(found < 0 ? found : found + from);
});
define('VALUE', 's', (value: Scalar) => {
  if (typeof value === 'number') return value;
  if (value === null) return 0;
  return typeof value === 'string' ? (numberInText(value) ?? VALUE) : VALUE;
});
define('TEXT', '@ s t', (at: Place, value: string | number | boolean | null, format: string) => {
  if (format === '') return typeof value === 'boolean' ? String(value).toUpperCase() : '';
  const number =
    typeof value === 'boolean'
      ? String(value).toUpperCase()
      : typeof value === 'string'
        ? (numberInText(value) ?? value)
        : (value ?? 0);
  if (typeof number === 'number' && !canFormat(number, format)) return VALUE;
  return textBy(number, format) ?? at.source.miss();
});
define('CHAR', 'n', (code: number) => {
  if (code < 1 || code >= 256) return VALUE;
  const n = Math.trunc(code);
  return n >= 128 && n < 160 ? windows[n - 128]! : String.fromCharCode(n);
});
define('CODE', '@ t', (at: Place, text: string) => {
  if (text === '') return VALUE;
  const code = text.charCodeAt(0);
  if (code < 128 || (code >= 160 && code < 256)) return code;
  const special = windows.indexOf(text[0]!);
  // Other signs have the code of the user's own code page.
  return special < 0 ? at.source.miss() : special + 128;
});
define('UNICHAR', 'n', (code: number) => {
  const n = Math.trunc(code);
  if (n < 1 || n > 0x10_ff_ff) return VALUE;
  // Half of a sign that takes two.
  return n >= 0xd8_00 && n < 0xe0_00 ? NA : String.fromCodePoint(n);
});

const positionOr = (index: number): Value => (index < 0 ? VALUE : index + 1);

// Where the language has signs of two bytes these count bytes, which is not known; plain signs have one anywhere.
const byBytes: [name: string, plain: string, signature: string][] = [
  ['LENB', 'LEN', 't'],
  ['LEFTB', 'LEFT', 't n?'],
  ['RIGHTB', 'RIGHT', 't n?'],
  ['MIDB', 'MID', 't n n'],
  ['FINDB', 'FIND', 't t n?'],
  ['SEARCHB', 'SEARCH', 't t n?'],
  ['REPLACEB', 'REPLACE', 't n n t'],
];
for (const [name, plain, signature] of byBytes) {
  const call = definition(plain)!.call as (...args: unknown[]) => Value;
  define(name, `@ ${signature}`, (at: Place, ...args: unknown[]) =>
    args.some((arg) => typeof arg === 'string' && /[^\0-\x7f]/.test(arg))
      ? at.source.miss()
      : call(...args),
  );
}
