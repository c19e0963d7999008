import { itemsOf, type OutlineItem } from '../outline';
import { sizes, type Deck } from './deck';
import { decidedOf, dimensionNames, itemText, wordOf } from './picks';
import { tableSlides, type Row } from './table';

export const phases = ['now', 'next', 'later'] as const;

/** The functions of each phase, by dimension: a table for each. */
export function roadmapSlides(deck: Deck): void {
  const all = itemsOf(deck.outline, 'function');
  if (all.length === 0) return;
  const isSimple = isOneTable(deck);
  if (!isSimple) overviewSlide(deck);
  const names = dimensionNames(deck, 'function');
  const inPhases = [...phases, '']
    .map((phase) => ({ phase, items: all.filter((item) => phaseOf(item) === phase) }))
    .filter(({ items }) => items.length > 0);
  inPhases.forEach(({ phase, items }, i) => {
    const next = inPhases[i + 1]?.items.length ?? 0;
    const count = items.filter(({ pick }) => pick === 'yes').length;
    let last = '';
    tableSlides(
      deck,
      isSimple
        ? roadmapTitle(deck)
        : deck.say(count > 0 ? 'slide.roadmap.phase' : 'slide.roadmap.candidates', {
            phase: phaseName(deck, phase),
            count: count > 0 ? count : items.length,
          }),
      ['function'],
      [
        { name: deck.say('column.dimension'), width: 2.2, heading: true },
        { name: deck.say('column.function'), width: 7 },
        { name: deck.say('column.effort'), width: 1.5 },
        { name: deck.say('column.priority'), width: 1 },
        { name: deck.say('column.owner'), width: 1.5 },
      ],
      items.map((item): Row => {
        const name = item.dimension === last ? '' : (names.get(item.dimension) ?? '');
        last = item.dimension;
        return {
          cells: [
            name,
            itemText(deck, item),
            wordOf(deck, 'effort', String(item.row.effort ?? '')),
            wordOf(deck, 'priority', item.priority),
            item.owner,
          ],
        };
      }),
      { repeat: true, size: sizes.least, joins: true, followed: next > 0 && next <= fewItems },
    );
  });
}

/** So few functions of a phase have no slide of their own where the one before leaves room. */
const fewItems = 3;

const phaseOf = ({ phase }: OutlineItem) => phases.find((one) => one === phase) ?? '';

/** Few functions of one dimension and one phase need no overview. */
function isOneTable({ outline }: Deck): boolean {
  const all = itemsOf(outline, 'function');
  const kinds = new Set(all.map((item) => `${item.dimension} ${phaseOf(item)}`));
  return kinds.size === 1 && all.length < 12 && all.every(({ pick }) => pick === 'yes');
}

/** How many functions each dimension has in each phase. */
function overviewSlide(deck: Deck): void {
  const all = decidedOf(deck.outline, 'function');
  if (all.length === 0) return;
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
    roadmapTitle(deck),
    ['function'],
    [
      { name: deck.say('column.dimension'), width: 4, heading: true },
      ...[...columns.map((phase) => phaseName(deck, phase)), deck.say('column.total')].map(
        (name) => ({ name, width: 1.5, align: 'right' as const }),
      ),
    ],
    [...rows, { cells: [deck.say('column.total'), ...counts(all)], look: 'total' }],
    { joins: true },
  );
}

export const phaseName = (deck: Deck, phase: string): string =>
  phase === '' ? deck.say('deliver.noPhase') : wordOf(deck, 'phase', phase);

/** How many functions each phase has, as far as it has any. */
export function roadmapTitle(deck: Deck): string {
  const all = decidedOf(deck.outline, 'function');
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
