import type { Deck } from './deck';
import { decidedOf, itemText, partShown, shownItems, wordOf } from './picks';
import { tableSlides } from './table';

/** Innovations: what each rests on, how mature it is, the smallest first trial. */
export function innovationSlides(deck: Deck): void {
  const items = shownItems(deck, 'innovation');
  if (items.length === 0) return;
  const all = decidedOf(deck.outline, 'innovation');
  const proven = all.filter(({ row }) => row.maturity === 'proven').length;
  tableSlides(
    deck,
    proven > 0
      ? deck.say('deliver.title.innovationsProven', { count: all.length, proven })
      : deck.say('deliver.title.innovations', { count: all.length }),
    ['innovation'],
    [
      { name: deck.say('column.innovation'), width: 4, heading: true },
      { name: deck.say('column.maturity'), width: 1.1 },
      { name: deck.say('column.trial'), width: 3.8 },
      { name: deck.say('column.owner'), width: 1.1 },
    ],
    items.map((item) => ({
      cells: [
        itemText(deck, item),
        wordOf(deck, 'maturity', String(item.row.maturity ?? '')),
        String(item.row.trial ?? ''),
        item.owner,
      ],
    })),
    { note: partShown(deck, 'innovation', items.length), joins: true },
  );
}
