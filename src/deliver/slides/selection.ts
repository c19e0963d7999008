import type { ItemKind } from '../../catalog/items';
import type { MessageKey, MessageParams } from '../../messages';
import { shortMoney } from '../figures';
import { fieldOf, type OutlineItem } from '../outline';
import { unbrokenSpace } from '../text';
import type { Deck } from './deck';
import { decidedOf, dimensionNames, itemText, partShown, shownItems, wordOf } from './picks';
import { tableSlides, type Column, type Row } from './table';

const header = (step: ItemKind): [MessageKey, MessageKey] => {
  const heads: Partial<Record<ItemKind, [MessageKey, MessageKey]>> = {
    ask: ['column.question', 'column.driver'],
    plan: ['column.slot', 'column.plan'],
    pain: ['column.dimension', 'column.pain'],
  };
  return heads[step] ?? ['column.dimension', 'column.item'];
};

/** What was picked in a step, by question, slot or dimension. */
function selectionSlides(
  deck: Deck,
  step: 'ask' | 'plan' | 'pain',
  title: string,
  extra: { name: string; width: number; text: (item: OutlineItem) => string }[],
): void {
  const items = shownItems(deck, step);
  if (items.length === 0) return;
  const names = dimensionNames(deck, step);
  const [place, item] = header(step);
  const columns: Column[] = [
    { name: deck.say(place), width: 2.6, heading: true },
    { name: deck.say(item), width: 6.2 },
    ...extra.map(({ name, width }) => ({ name, width })),
  ];
  let last = '';
  const rows = items.map((one): Row => {
    const name = one.dimension === last ? '' : (names.get(one.dimension) ?? '');
    last = one.dimension;
    return { cells: [name, itemText(deck, one), ...extra.map(({ text }) => text(one))] };
  });
  tableSlides(deck, title, [step], columns, rows, {
    size: 13,
    repeat: true,
    joins: true,
    note: partShown(deck, step, items.length),
  });
}

const who = (deck: Deck) => ({
  name: deck.say('column.owner'),
  width: 1.4,
  text: (item: OutlineItem) => item.owner,
});
const when = (deck: Deck) => ({
  name: deck.say('column.phase'),
  width: 1.2,
  text: (item: OutlineItem) => wordOf(deck, 'phase', item.phase),
});
const priority = (deck: Deck) => ({
  name: deck.say('column.priority'),
  width: 1.1,
  text: (item: OutlineItem) => wordOf(deck, 'priority', item.priority),
});

/** Why: the value drivers of this phase, and what they are worth. */
export function whySlides(deck: Deck): void {
  const count = decidedOf(deck.outline, 'ask').length;
  const value = fieldOf(deck.outline, 'Roi.NetValue');
  const params: MessageParams = { count };
  const known = typeof value === 'number' && value > 0;
  const title = known
    ? deck.say('deliver.title.whyValue', {
        ...params,
        value: moneyOf(deck, value),
      })
    : deck.say('deliver.title.why', params);
  selectionSlides(deck, 'ask', title, [priority(deck), when(deck), who(deck)]);
}

/** The mode of this phase and its ignition points. */
export function planSlides(deck: Deck): void {
  const all = decidedOf(deck.outline, 'plan');
  const now = all.filter(({ phase }) => phase === 'now').length;
  const key = now > 0 && all.length > 1 ? 'deliver.title.planNow' : 'deliver.title.plan';
  selectionSlides(deck, 'plan', deck.say(key, { count: all.length, now }), [when(deck), who(deck)]);
}

export function painSlides(deck: Deck): void {
  const all = decidedOf(deck.outline, 'pain');
  const high = all.filter(({ priority: one }) => one === 'high').length;
  const key = high > 0 && all.length > 1 ? 'deliver.title.painHigh' : 'deliver.title.pain';
  selectionSlides(deck, 'pain', deck.say(key, { count: all.length, high }), [
    priority(deck),
    who(deck),
  ]);
}

/** Money in few digits, with the engagement's currency, on one line. */
export function moneyOf(deck: Deck, value: number): string {
  const currency = fieldOf(deck.outline, 'Engagement.Currency');
  const { lang } = deck.outline;
  const amount = shortMoney(lang, value);
  const said =
    lang === 'zh-CN' && currency === 'CNY'
      ? `${amount}元`.replace(/(\d)元$/, '$1 元')
      : currency === null
        ? amount
        : `${String(currency)} ${amount}`;
  return said.replaceAll(' ', unbrokenSpace);
}
