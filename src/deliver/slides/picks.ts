import { itemsOf, type OutlineItem } from '../outline';
import type { Step } from '../../catalog/items';
import type { Deck } from './deck';

/** Most items of one step on the slides for a steering committee. */
const mostForSteering = 7;

const rank: Record<string, number> = { high: 0, medium: 1, low: 2 };

/** How much of what was picked rests on an item. */
const weightOf = (deck: Deck) => {
  const weights = new Map<string, number>();
  for (const { from, to, strength } of deck.outline.whys) {
    weights.set(from, (weights.get(from) ?? 0) + strength);
    weights.set(to, (weights.get(to) ?? 0) + strength);
  }
  return (item: OutlineItem) => weights.get(item.id) ?? 0;
};

/**
 * The items of a step that the audience sees: all of them for a project team, for a steering
 * committee those of the highest priority on which the most rests.
 */
export function shownItems(deck: Deck, step: Step): OutlineItem[] {
  const all = itemsOf(deck.outline, step);
  if (deck.audience === 'team' || all.length <= mostForSteering) return all;
  const weight = weightOf(deck);
  const order = (item: OutlineItem) => rank[item.priority] ?? 3;
  const kept = new Set(
    [...all.filter(({ pick }) => pick === 'yes')]
      .sort((a, b) => order(a) - order(b) || weight(b) - weight(a))
      .slice(0, mostForSteering),
  );
  return all.filter((item) => kept.has(item));
}

/** "7 of 23 shown" where not all of them are. */
export const partShown = (deck: Deck, step: Step, count: number): string => {
  const all = itemsOf(deck.outline, step).length;
  return count < all ? deck.say('deliver.shown', { count, all }) : '';
};

/** The name of the item's dimension, once for each run of items. */
export function dimensionNames(deck: Deck, step: Step): Map<string, string> {
  const found = deck.outline.steps.find(({ id }) => id === step);
  return new Map(found?.groups.map(({ id, name }) => [id, name]));
}

export const wordOf = (deck: Deck, list: string, entry: string): string =>
  entry === '' ? '' : (deck.outline.words[list]?.[entry] ?? entry);

/** "maybe" is said beside the item. */
export const itemText = (deck: Deck, item: OutlineItem): string =>
  item.pick === 'maybe' ? `${item.text} (${wordOf(deck, 'pick', 'maybe')})` : item.text;
