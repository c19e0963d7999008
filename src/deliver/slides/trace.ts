import { money } from '../figures';
import { itemsOf, rowsOf, type Cells, type OutlineItem } from '../outline';
import { page, type Deck } from './deck';
import { partShown, shownItems } from './picks';
import { tableSlides } from './table';

/** Most pains, drivers and metrics told of one function. */
const told = {
  team: { pain: 2, driver: 2, metric: 3 },
  steering: { pain: 1, driver: 1, metric: 2 },
};

/** From function to money: the pain it answers, the driver it serves, the metrics it moves, what they are worth. */
export function traceSlides(deck: Deck): void {
  const { outline } = deck;
  const traced = rowsOf(outline, 'trace').filter(({ cells }) => cells.function);
  const most = told[deck.audience];
  const complete = deck.say('trace.complete');
  const whole = traced.filter(({ cells }) => cells.status === complete).length;
  const chains = new Map(traced.map(({ cells }) => [cells.function, cells]));
  const slots = (cells: Cells | undefined, kind: 'pain' | 'driver') =>
    Array.from({ length: 6 }, (_, i) => cells?.[`${kind}${i + 1}`])
      .filter((text) => typeof text === 'string' && text !== '')
      .slice(0, most[kind]) as string[];
  const metrics = metricsByFunction(deck);
  const hasReason = ({ id, text }: OutlineItem) =>
    slots(chains.get(text), 'pain').length > 0 || (metrics.get(id)?.length ?? 0) > 0;
  const items = shownItems(deck, 'function').filter(hasReason);
  if (items.length === 0) return;
  const all = itemsOf(outline, 'function').length;
  const note =
    deck.audience === 'steering'
      ? partShown(deck, 'function', items.length)
      : items.length < all
        ? deck.say('deliver.traced', { count: items.length, all })
        : '';
  tableSlides(
    deck,
    deck.say('deliver.title.trace', { whole, count: traced.length }),
    ['function', 'trace', 'monetisation'],
    [
      { name: deck.say('column.function'), width: 3.3, heading: true },
      { name: deck.say('column.pains'), width: 3.2 },
      { name: deck.say('column.drivers'), width: 3.1 },
      { name: deck.say('deliver.metricsWorth'), width: 2.6 },
    ],
    items.map((item) => {
      const cells = chains.get(item.text);
      return {
        cells: [
          item.text,
          listed(slots(cells, 'pain')),
          listed(slots(cells, 'driver')),
          (metrics.get(item.id) ?? []).slice(0, most.metric).join('\n'),
        ],
      };
    }),
    { size: 12, ...(note && { top: page.top + 0.4, first: (slide) => deck.lead(slide, note) }) },
  );
}

const listed = (texts: readonly string[]) =>
  texts.length > 1 ? texts.map((text) => `• ${text}`).join('\n') : texts.join('');

/** Function → its metrics in scope, with what each is worth, the strongest first. */
function metricsByFunction(deck: Deck): Map<string, string[]> {
  const worth = worthOf(deck);
  const texts = new Map(itemsOf(deck.outline, 'metric').map((item) => [item.id, item.text]));
  const found = new Map<string, string[]>();
  const moved = deck.outline.whys.filter(({ kind }) => kind === 'function-metric');
  for (const { from, to } of moved.sort((a, b) => b.strength - a.strength)) {
    const known = found.get(from) ?? [];
    const value = worth.get(to);
    const name = texts.get(to) ?? to;
    known.push(value === undefined ? name : `${name}: ${money(value)}`);
    found.set(from, known);
  }
  return found;
}

/** Net value a year of each metric that is priced, in the scenario chosen. */
export function worthOf(deck: Deck): Map<string, number> {
  return new Map(
    rowsOf(deck.outline, 'monetisation').flatMap(({ id, cells }) =>
      cells.counted === 1 && typeof cells.expected === 'number'
        ? [[typeof cells.metric === 'string' ? cells.metric : id, cells.expected] as const]
        : [],
    ),
  );
}
