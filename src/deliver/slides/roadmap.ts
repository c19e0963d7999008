import { itemsOf, type OutlineItem } from '../outline';
import type { Deck } from './deck';
import { dimensionNames, itemText, partShown, shownItems, wordOf } from './picks';
import { tableSlides, type Row } from './table';

const phases = ['now', 'next', 'later'] as const;

/** Functions on the road map: a row for each dimension, a column for each phase. */
export function roadmapSlides(deck: Deck): void {
  const items = shownItems(deck, 'function');
  if (items.length === 0) return;
  const note = partShown(deck, 'function', items.length);
  if (note !== '') overviewSlide(deck);
  const others = [...new Set(items.map(({ phase }) => phase))].filter(
    (one) => !phases.some((phase) => phase === one),
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
  tableSlides(
    deck,
    note === '' ? titleOf(deck) : deck.say('deliver.title.functionsFirst', { count: items.length }),
    ['function'],
    [
      { name: deck.say('column.dimension'), width: 1.8, heading: true },
      ...columns.map((phase) => ({
        name: phaseName(deck, phase),
        width: 3.5,
      })),
    ],
    rows,
    { repeat: true, note },
  );
}

/** How many functions each dimension has in each phase, where they are too many to be listed. */
function overviewSlide(deck: Deck): void {
  const all = itemsOf(deck.outline, 'function');
  const phaseOf = ({ phase }: OutlineItem) => phases.find((one) => one === phase) ?? '';
  const columns = [...phases, ''].filter((phase) => all.some((item) => phaseOf(item) === phase));
  const counts = (items: OutlineItem[]) =>
    [
      ...columns.map((phase) => items.filter((item) => phaseOf(item) === phase).length),
      items.length,
    ].map((count) => (count === 0 ? '' : String(count)));
  const rows = [...dimensionNames(deck, 'function')].map(([id, name]): Row => ({
    cells: [name, ...counts(all.filter(({ dimension }) => dimension === id))],
  }));
  tableSlides(
    deck,
    titleOf(deck),
    ['function'],
    [
      { name: deck.say('column.dimension'), width: 4, heading: true },
      ...[...columns.map((phase) => phaseName(deck, phase)), deck.say('column.total')].map(
        (name) => ({ name, width: 1.5, align: 'right' as const }),
      ),
    ],
    [...rows, { cells: [deck.say('column.total'), ...counts(all)], look: 'total' }],
  );
}

const phaseName = (deck: Deck, phase: string): string =>
  phase === '' ? deck.say('deliver.noPhase') : wordOf(deck, 'phase', phase);

/** How many functions each phase has, as far as it has any. */
function titleOf(deck: Deck): string {
  const all = itemsOf(deck.outline, 'function');
  const count = all.length;
  const inPhase = (one: string) => all.filter(({ phase }) => phase === one).length;
  const planned = phases.filter((phase) => inPhase(phase) > 0);
  const open = count - planned.reduce((sum, phase) => sum + inPhase(phase), 0);
  const [only] = planned;
  if (only === undefined) return deck.say('deliver.title.functionsOpen', { count });
  if (planned.length === 1 && open === 0)
    return deck.say(`deliver.title.functions.${only}`, { count });
  const said = [
    ...planned.map((phase) => deck.say(`deliver.phases.${phase}`, { count: inPhase(phase) })),
    ...(open > 0 ? [deck.say('deliver.phases.open', { count: open })] : []),
  ];
  return deck.say('deliver.title.functions', {
    count,
    phases: said.join(deck.say('deliver.phases.join')),
  });
}
