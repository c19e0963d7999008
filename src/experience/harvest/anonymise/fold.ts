import { Converter } from 'opencc-js/t2cn';

/**
 * A text as the recognisers see it, position by position the text itself: half width, without accents,
 * Simplified for Traditional, digits of any script as 0–9. Letters keep their case.
 */
export interface Folded {
  text: string;
  /** Where words begin and end, by the dictionary of the runtime. */
  edges: ReadonlySet<number>;
  words: { from: number; word: string }[];
}

const simplify = Converter({ from: 't', to: 'cn' });
const known = new Map<string, string>();

function foldSign(sign: string): string {
  if (sign === '’' || sign === '‘') return "'";
  const found = known.get(sign);
  if (found !== undefined) return found;
  const plain = sign.normalize('NFKC').normalize('NFD').replace(/\p{M}/gu, '') || sign;
  const one = /\p{Nd}/u.test(plain) ? String(digitOf(plain)) : simplify(plain);
  const folded = one.length === sign.length ? one : sign;
  known.set(sign, folded);
  return folded;
}

/** Digits of a script stand one after the other, from 0 on. */
function digitOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}

/** What somebody might hide a name with, and nobody sees. */
export const visible = (text: string): string =>
  text.normalize('NFC').replace(/[\u00AD\u200B\u200C\u2060\uFEFF]/g, '');

export const folded = (text: string): string => Array.from(text, (sign) => foldSign(sign)).join('');

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

export const wordsOf = (text: string): { from: number; word: string }[] =>
  Array.from(segmenter.segment(text), ({ index, segment }) => ({ from: index, word: segment }));

export function fold(visibleText: string): Folded {
  const text = folded(visibleText);
  const words = wordsOf(text);
  return { text, words, edges: new Set([...words.map(({ from }) => from), text.length]) };
}
