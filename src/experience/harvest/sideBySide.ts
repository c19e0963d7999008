import { similarity } from '../../catalog/check/similar';
import { items } from '../../catalog/items';
import type { Catalog } from '../../catalog/schema';
import type { ItemProposal } from './review';

/** Texts this much alike are shown side by side. */
const alike = 0.35;

/** Each proposal with what reads most alike: an item of the catalog, or an earlier proposal. */
export function sideBySide(proposed: ItemProposal[], catalog: Catalog): ItemProposal[] {
  const all = items(catalog);
  return proposed.map((proposal, i) => {
    const candidates = [
      ...all.filter(({ step }) => step === proposal.step),
      ...proposed.slice(0, i).filter(({ step }) => step === proposal.step),
    ];
    const ranked = candidates.map((candidate) => {
      const shared = (['zh-CN', 'zh-TW', 'en'] as const).map((lang) => {
        const [own, other] = [proposal.text[lang], candidate.text[lang]];
        return own && other ? similarity(own, other) : 0;
      });
      return { candidate, value: Math.max(...shared) };
    });
    const [best] = ranked.sort((a, b) => b.value - a.value);
    if (!best || best.value < alike) return proposal;
    return {
      ...proposal,
      similar: best.candidate.id,
      percent: Math.round(best.value * 100),
      similarText: best.candidate.text,
    };
  });
}
