import { itemsOf } from '../outline';
import { page, type Deck } from './deck';
import { dimensionNames, itemText, partShown, shownItems, wordOf } from './picks';
import { tableSlides, type Row } from './table';

const phases = ['now', 'next', 'later'];

/** Functions on the road map: a row for each dimension, a column for each phase. */
export function roadmapSlides(deck: Deck): void {
  const items = shownItems(deck, 'function');
  if (items.length === 0) return;
  const all = itemsOf(deck.outline, 'function');
  const counts = Object.fromEntries(
    phases.map((phase) => [phase, all.filter((item) => item.phase === phase).length]),
  );
  const isPlanned = all.some(({ phase }) => phases.includes(phase));
  const title = isPlanned
    ? deck.say('deliver.title.functions', {
        count: all.length,
        now: counts.now ?? 0,
        next: counts.next ?? 0,
        later: counts.later ?? 0,
      })
    : deck.say('deliver.title.functionsOpen', { count: all.length });
  const others = [...new Set(items.map(({ phase }) => phase))].filter(
    (one) => !phases.includes(one),
  );
  const columns = [...phases, ...others].filter((phase) =>
    items.some((item) => item.phase === phase),
  );
  const names = dimensionNames(deck, 'function');
  const rows: Row[] = [];
  for (const dimension of new Set(items.map((item) => item.dimension))) {
    const cells = columns.map((phase) =>
      items.filter((item) => item.dimension === dimension && item.phase === phase),
    );
    const depth = Math.max(...cells.map(({ length }) => length));
    for (let i = 0; i < depth; i += 1) {
      rows.push({
        cells: [
          i === 0 ? (names.get(dimension) ?? '') : '',
          ...cells.map((list) => {
            const item = list[i];
            return item ? itemText(deck, item) : '';
          }),
        ],
      });
    }
  }
  const note = partShown(deck, 'function', items.length);
  tableSlides(
    deck,
    title,
    ['function'],
    [
      { name: deck.say('column.dimension'), width: 1.8, heading: true },
      ...columns.map((phase) => ({
        name: phase === '' ? deck.say('deliver.noPhase') : wordOf(deck, 'phase', phase),
        width: 3.5,
      })),
    ],
    rows,
    {
      repeat: true,
      ...(note && { top: page.top + 0.4, first: (slide) => deck.lead(slide, note) }),
    },
  );
}
