import { wordsOf, type Folded } from './fold';
import { particles } from './lexicon';

/**
 * Whether a short Chinese name is a word of its own where it was found: it begins and ends with words,
 * or what is left beside it does. 周三 is one in 请周三确认, not in 每周三.
 */
export function standsAlone({ text, edges }: Folded, from: number, to: number): boolean {
  return (edges.has(from) || leaves(text.slice(0, from), 'end')) &&
    (edges.has(to) || leaves(text.slice(to), 'start'))
    ? !/[每本上下这那逢]$/u.test(text.slice(0, from)) || !/^周/u.test(text.slice(from, to))
    : false;
}

/** Whether the rest of a text, cut here, still is made of words. */
function leaves(rest: string, at: 'start' | 'end'): boolean {
  const words = wordsOf(rest);
  const word = (at === 'end' ? words.at(-1) : words[0])?.word ?? '';
  return word.length !== 1 || particles.has(word) || !/\p{Script=Han}/u.test(word);
}
