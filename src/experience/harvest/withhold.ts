import { normalise } from '../../catalog/check/similar';
import { error, type Problem } from '../../catalog/problem';
import type { Catalog } from '../../catalog/schema';
import { anonymiser, folded, vocabularyOf } from './anonymise';
import type { ItemProposal, Texts, WordingProposal } from './review';

const texts = ['text', 'explanation', 'symptom', 'cost', 'technology', 'data', 'trial'] as const;

/**
 * What still tells, or may tell, a name in a proposal that is accepted. What only looks like a name is
 * passed by a reviewer who says so; a firm's own words by nobody.
 */
export function namesLeft(catalogs: readonly Catalog[], withheld: readonly string[]) {
  const vocabulary = vocabularyOf(catalogs);
  // Numbers in a text are the reviewer's, who has seen placeholders in their stead.
  const all = anonymiser({ vocabulary, keeping: { figures: true } });
  const own = anonymiser({
    ...{ vocabulary: new Map(), withheld },
    keeping: { names: true, figures: true, patterns: true },
  });
  return (proposal: ItemProposal | WordingProposal): Problem[] => {
    const said = texts.flatMap((field) =>
      Object.values(((proposal as Partial<ItemProposal>)[field] ?? {}) as Texts).flatMap(
        (text) => text ?? [],
      ),
    );
    const never = said.flatMap((text) => own(text).struck);
    if (never.length > 0) return [error('withheld-left', proposal.id, { words: listed(never) })];
    if (proposal.cleared === 'yes') return [];
    const names = said.flatMap((text) => {
      const { struck, suspicious } = all(text);
      return [...struck, ...suspicious];
    });
    return names.length > 0
      ? [error('suspicious-left', proposal.id, { words: listed(names) })]
      : [];
  };
}

const listed = (words: readonly string[]) => [...new Set(words)].join(' · ');

/** Two wordings of one text that are both accepted, and say otherwise in a language. */
export function conflicts(wordings: readonly WordingProposal[]): Problem[] {
  const accepted = new Map<string, WordingProposal>();
  return wordings
    .filter(({ accept }) => accept === 'yes')
    .flatMap((wording): Problem[] => {
      const { id, item, field, text } = wording;
      return Object.entries(text).flatMap(([lang, words]) => {
        if (words === undefined || words === '') return [];
        const key = `${item} ${field} ${lang}`;
        const other = accepted.get(key);
        const said = normalise(folded(words));
        accepted.set(key, other ?? wording);
        if (!other || normalise(folded(other.text[lang as keyof Texts] ?? '')) === said) return [];
        return [error('conflicting-wordings', id, { item, field, other: other.id })];
      });
    });
}
