import { normalise, similarity } from '../../catalog/check/similar';
import { folded } from './anonymise';
import type { Texts } from './review';

/** One engagement's proposal, in the language of its workbook. */
export interface Draft<P> {
  proposal: P;
  engagement: string;
  /** What it is about: a step, or an item and its field. Only what is about the same is put together. */
  about: string;
  /** The row of the workbook: the same one in another language is the same proposal. */
  row: string;
  text: Texts;
  /** By which a decision about it is remembered. */
  key: string;
}

/** From here on two texts say the same. */
const same = 0.8;

/** Texts of one language, in either script. */
const chinese = (text: Texts) => text['zh-CN'] ?? text['zh-TW'];
const isAlike = (a: string | undefined, b: string | undefined) =>
  a !== undefined &&
  b !== undefined &&
  (normalise(folded(a)) === normalise(folded(b)) || similarity(folded(a), folded(b)) >= same);

const saysTheSame = <P>(a: Draft<P>, b: Draft<P>): boolean =>
  (a.engagement === b.engagement && a.row === b.row) ||
  isAlike(a.text.en, b.text.en) ||
  isAlike(chinese(a.text), chinese(b.text));

/**
 * Proposals that say the same, over engagements, languages and scripts, in the order of their first.
 * The wording that most engagements have comes first in each group.
 */
export function grouped<P>(drafts: readonly Draft<P>[]): Draft<P>[][] {
  const groups: Draft<P>[][] = [];
  const places = new Map<string, Draft<P>[][]>();
  for (const draft of drafts) {
    const here = places.get(draft.about) ?? [];
    const [into, ...others] = here.filter((group) => group.some((one) => saysTheSame(one, draft)));
    if (into) {
      into.push(draft, ...others.flatMap((other) => other.splice(0)));
    } else {
      const group = [draft];
      groups.push(group);
      here.push(group);
    }
    places.set(
      draft.about,
      here.filter((group) => group.length > 0),
    );
  }
  return groups.filter((group) => group.length > 0).map(commonestFirst);
}

function commonestFirst<P>(group: Draft<P>[]): Draft<P>[] {
  const counts = new Map<string, Set<string>>();
  for (const { key, engagement } of group)
    counts.set(key, (counts.get(key) ?? new Set()).add(engagement));
  const count = ({ key }: Draft<P>) => counts.get(key)?.size ?? 0;
  return group
    .map((draft, i) => ({ draft, i }))
    .sort((a, b) => count(b.draft) - count(a.draft) || a.i - b.i)
    .map(({ draft }) => draft);
}

/** In each language what most say. */
export function textsOf<P>(group: readonly Draft<P>[]): Texts {
  return Object.assign({}, ...[...group].reverse().map(({ text }) => text)) as Texts;
}
