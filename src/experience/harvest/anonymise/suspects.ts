import { standsAlone } from './edges';
import { wordsOf, type Folded } from './fold';
import { isOrdinary, particles, surnames, type Vocabulary } from './lexicon';
import { beginsSentence, type Found, type Recogniser } from './names';

/**
 * What looks like a name although nobody said that it is one: words with a capital or of letters and
 * digits that no catalog knows, Chinese surnames with what may be a given name, firms, places and
 * titles of things. It is not taken out but shown to the reviewer.
 */
export function suspectsRecogniser(vocabulary: Vocabulary): Recogniser {
  return (text) => [...latinSuspects(text, vocabulary), ...chineseSuspects(text, vocabulary)];
}

const suspect = (from: number, length: number): Found => ({
  from,
  to: from + length,
  kind: 'withheld',
  sure: false,
});

const latinWord =
  /(?<![\p{Script=Latin}\d])[\p{Script=Latin}\d]+(?:[-.'’&][\p{Script=Latin}\d]+)*/gu;

function latinSuspects({ text }: Folded, vocabulary: Vocabulary): Found[] {
  return [...text.matchAll(latinWord)].flatMap(({ index, 0: word }): Found[] => {
    const parts = word.split(/[-.'’&]/).filter((part) => /\p{Script=Latin}{2}/u.test(part));
    const unknown = parts.filter(
      (part) => /\p{Lu}/u.test(part) && !isOrdinary(vocabulary, part.replace(/\d+$/, '')),
    );
    if (unknown.length === 0) return [];
    // A plural of letters, a unit, a version of something known.
    if (/^\d+[A-Z]{1,2}$/.test(word) || /^[A-Z]{1,2}\d$/.test(word)) return [];
    if (
      beginsSentence(text, index) &&
      unknown.every((part) => /^\p{Lu}\p{Ll}*(?:ing|ed|ly|tion|ions|ness)$/u.test(part))
    )
      return [];
    return [suspect(index, word.length)];
  });
}

const firmLike = /\p{Script=Han}{2,6}(公司|集团|总厂|股份|银行|医院|大学|学院|研究院|事务所)/gu;
const things = /《[^》]{1,30}》/gu;
const quoted = /[“「『‘"]([\p{Script=Han}\p{Script=Latin}\d]{2,8})[”」』’"]/gu;
const placeLike =
  /(?<!\p{Script=Han})(?![在到从去往])\p{Script=Han}{2,3}[市县镇乡村](?!\p{Script=Han}*[场化])|(?<=[在到从去往])\p{Script=Han}{2}[市县镇乡村]/gu;

function chineseSuspects(folded: Folded, vocabulary: Vocabulary): Found[] {
  const { text, words } = folded;
  const knows = (word: string) => vocabulary.has(word.toLowerCase());
  const found = [
    ...[...text.matchAll(firmLike)].filter(
      ({ 0: match, 1: end = '' }) => !isOrdinaryBefore(match.slice(0, -end.length), knows),
    ),
    ...[...text.matchAll(things)],
    ...[...text.matchAll(quoted)].filter(
      ({ 1: inside = '' }) =>
        /\p{Script=Han}/u.test(inside) && !wordsOf(inside).every(({ word }) => knows(word)),
    ),
    ...[...text.matchAll(placeLike)].filter(
      ({ index, 0: match }) =>
        standsAlone(folded, index, index + match.length) &&
        !knows(match) &&
        !words.some(({ word }) => word === match),
    ),
  ].map(({ index, 0: match }) => suspect(index, match.length));
  return [...found, ...personLike(folded, knows)];
}

/** 改为公司, 各公司, 维修公司: the word before says nothing of whose it is. */
function isOrdinaryBefore(text: string, knows: (word: string) => boolean): boolean {
  const last = wordsOf(text).at(-1)?.word ?? '';
  return particles.has(last) || knows(last);
}

/** Surnames that are words of their own far more often. */
const mostlyWords = new Set(
  '师方和成万单解全时关向应连管车农路能安平明文白高常同于相项包从有经由计商各费付季查齐余温满区边练钱申晋易手占归终游'.split(
    '',
  ),
);

/** A surname that stands by itself, and one or two signs behind it that are no words of the catalog. */
function personLike({ text, words }: Folded, knows: (word: string) => boolean): Found[] {
  return words
    .flatMap(({ from, word }, i): Found[] => {
      if (!surnames.has(word) || mostlyWords.has(word)) return [];
      const next = words[i + 1]?.word ?? '';
      const after = words[i + 2]?.word ?? '';
      // 三张 are counted, not named.
      if (word === '张' && /[\d一二两三四五六七八九十每几整这那]$/u.test(text.slice(0, from)))
        return [];
      if (word === '周' && /^[总末报期转边年度会]/u.test(next)) return [];
      const isSign = (one: string) => /^\p{Script=Han}$/u.test(one) && !particles.has(one);
      if (/^\p{Script=Han}{2}$/u.test(next) && !knows(next) && !knows(word + next))
        return [suspect(from, word.length + 2)];
      if (isSign(next) && !knows(word + next)) {
        const both = isSign(after) && !knows(next + after);
        return [suspect(from, word.length + (both ? 2 : 1))];
      }
      return [];
    })
    .filter(({ from, to }) => !particles.has(text.slice(from, to)));
}
