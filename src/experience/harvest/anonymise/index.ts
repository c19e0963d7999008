import { fold, folded, visible } from './fold';
import { placeholderOf, placeholder, type Kind } from './kinds';
import type { Vocabulary } from './lexicon';
import { namesRecogniser, type Found, type Name, type Recogniser } from './names';
import { figures, identifying, located } from './patterns';
import { suspectsRecogniser } from './suspects';

export { folded } from './fold';
export { placeholder, type Kind } from './kinds';
export { isOrdinary, vocabularyOf, type Vocabulary } from './lexicon';
export type { Name } from './names';

/** What a firm wants to keep on purpose. */
export interface Keeping {
  names?: boolean;
  figures?: boolean;
  /** Addresses, accounts, titled people: what is told by its pattern. */
  patterns?: boolean;
}

export interface Knowing {
  names?: readonly Name[];
  /** A firm's own words that must never leave. */
  withheld?: readonly string[];
  vocabulary: Vocabulary;
  keeping?: Keeping;
}

export interface Anonymous {
  text: string;
  stripped: Kind[];
  /** The words that were taken out. */
  struck: string[];
  /** Words that still look like somebody's name, or that may be one. */
  suspicious: string[];
}

/**
 * Makes of a text one that tells nobody's name: known names in all their forms, what can be told by its
 * pattern, and a firm's own words are replaced by placeholders; what may be a name is listed.
 */
export function anonymiser({ names = [], withheld = [], vocabulary, keeping = {} }: Knowing) {
  const recognisers: Recogniser[] = [
    ...withheld.map(wordRecogniser),
    ...(keeping.names ? [] : [namesRecogniser(names, vocabulary), ...located]),
    ...(keeping.patterns ? [] : identifying(vocabulary)),
    ...(keeping.figures ? [] : figures),
  ];
  const suspects = keeping.names ? [] : [suspectsRecogniser(vocabulary)];
  return (given: string): Anonymous => {
    const text = visible(given);
    const seen = fold(text);
    const taken = apart(
      [...gaps(text), ...recognisers.flatMap((find) => find(seen))].filter(({ sure }) => sure),
    );
    const doubtful = [...recognisers, ...suspects]
      .flatMap((find) => find(seen))
      .filter(
        ({ sure, from, to }) => !sure && !taken.some((one) => from < one.to && one.from < to),
      );
    const isChinese = /\p{Script=Han}/u.test(text);
    const struck = taken.filter(({ from, to }) => !gap.test(text.slice(from, to)));
    let [rest, at] = ['', 0];
    for (const { from, to, kind } of struck) {
      rest += text.slice(at, from) + placeholderOf(kind, isChinese);
      at = to;
    }
    return {
      text: rest + text.slice(at),
      stripped: [...new Set(struck.map(({ kind }) => kind))],
      struck: struck.map(({ from, to }) => text.slice(from, to)),
      suspicious: [...new Set(apart(doubtful).map(({ from, to }) => text.slice(from, to)))],
    };
  };
}

/** A placeholder that stands already is nobody's name. */
const gaps = (text: string): Found[] =>
  [...text.matchAll(placeholder)].map(({ index, 0: match }) => ({
    from: index,
    to: index + match.length,
    kind: 'withheld',
    sure: true,
  }));
const gap = new RegExp(`^(?:${placeholder.source})$`, 'u');

/** Those that do not overlap: of two that do, or that are one name, the first and longer one, with both. */
function apart(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of [...found].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = kept.at(-1);
    const touches = last && one.from === last.to && one.kind === last.kind && one.sure;
    if (!last || (one.from >= last.to && !touches)) kept.push({ ...one });
    // What reaches further goes as well.
    else last.to = Math.max(last.to, one.to);
  }
  return kept;
}

/** Letters as a whole word in any case, of four letters or more in its plural too; Chinese wherever it stands. */
function wordRecogniser(word: string): Recogniser {
  const plain = folded(visible(word)).trim();
  const escaped = plain
    .replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
    .replaceAll(/\s+/g, String.raw`\s*`);
  const before = /^[\p{Script=Latin}\d]/u.test(plain) ? String.raw`(?<![\p{Script=Latin}\d])` : '';
  const plural = /\p{Script=Latin}{4}$/u.test(plain) ? '(?:e?s)?' : '';
  const after = /[\p{Script=Latin}\d]$/u.test(plain)
    ? plural + String.raw`(?![\p{Script=Latin}\d])`
    : '';
  const pattern = new RegExp(before + escaped + after, 'giu');
  return ({ text }) =>
    [...text.matchAll(pattern)].map(({ index, 0: match }) => ({
      from: index,
      to: index + match.length,
      kind: 'withheld',
      sure: true,
    }));
}
