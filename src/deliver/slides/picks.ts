import { itemsOf, type Outline, type OutlineItem } from '../outline';
import type { ItemKind } from '../../catalog/items';
import type { Deck } from './deck';

/** Most rows of one table. */
export const mostShown = 24;

/** What was decided in a step; a candidate, still marked "maybe", is not. */
export const decidedOf = (outline: Outline, step?: ItemKind): OutlineItem[] =>
  itemsOf(outline, step).filter(({ pick }) => pick === 'yes');

const rank: Record<string, number> = { high: 0, medium: 1, low: 2 };

/** How much of what was picked rests on an item. */
export const weightOf = (deck: Deck) => {
  const weights = new Map<string, number>();
  for (const { from, to, strength } of deck.outline.whys) {
    weights.set(from, (weights.get(from) ?? 0) + strength);
    weights.set(to, (weights.get(to) ?? 0) + strength);
  }
  return (item: OutlineItem) => weights.get(item.id) ?? 0;
};

/**
 * The items of a step that are listed: all of them as long as they are few, else those that
 * are decided, of the highest priority, on which the most rests.
 */
export function shownItems(deck: Deck, step: ItemKind): OutlineItem[] {
  const all = itemsOf(deck.outline, step);
  if (all.length <= mostShown) return all;
  const weight = weightOf(deck);
  const order = ({ pick, priority }: OutlineItem) =>
    (pick === 'yes' ? 0 : 4) + (rank[priority] ?? 3);
  const kept = new Set(
    [...all].sort((a, b) => order(a) - order(b) || weight(b) - weight(a)).slice(0, mostShown),
  );
  return all.filter((item) => kept.has(item));
}

/** "7 of 23 shown" where not all of them are, and how many are only candidates. */
export const partShown = (deck: Deck, step: ItemKind, count: number): string => {
  const all = itemsOf(deck.outline, step).length;
  const undecided = all - decidedOf(deck.outline, step).length;
  const sheet = deck.outline.steps.find(({ id }) => id === step)?.name ?? step;
  return [
    ...(count < all ? [deck.say('deliver.shown', { count, all, sheet })] : []),
    ...(undecided > 0 ? [deck.say('slide.candidates', { count: undecided })] : []),
  ].join(deck.say('slide.join'));
};

/** The name of the item's dimension, once for each run of items. */
export function dimensionNames(deck: Deck, step: ItemKind): Map<string, string> {
  const found = deck.outline.steps.find(({ id }) => id === step);
  return new Map(found?.groups.map(({ id, name }) => [id, name]));
}

export const wordOf = (deck: Deck, list: string, entry: string): string =>
  entry === '' ? '' : (deck.outline.words[list]?.[entry] ?? entry);

/** "maybe" is said beside the item. */
export const itemText = (deck: Deck, item: OutlineItem): string =>
  item.pick === 'maybe' ? `${item.text} (${wordOf(deck, 'pick', 'maybe')})` : item.text;
