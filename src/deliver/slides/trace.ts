import { shortMoney } from '../figures';
import { itemsOf, rowsOf, type Cells, type OutlineItem } from '../outline';
import { shorten } from '../text';
import type { Deck } from './deck';
import { decidedOf, weightOf } from './picks';
import { tableSlides } from './table';

/** Most pains, drivers and metrics told of one function. */
const told = { pain: 1, driver: 1, metric: 2 };

/** From function to money: the pain it answers, the driver it serves, the metrics it moves, what they are worth. */
export function traceSlides(deck: Deck): void {
  const { outline } = deck;
  const traced = rowsOf(outline, 'trace').filter(({ cells }) => cells.function);
  const most = told;
  const chains = new Map(traced.map(({ cells }) => [cells.function, cells]));
  const slots = (cells: Cells | undefined, kind: 'pain' | 'driver') =>
    Array.from({ length: 6 }, (_, i) => cells?.[`${kind}${i + 1}`])
      .filter((text) => typeof text === 'string' && text !== '')
      .slice(0, most[kind]) as string[];
  const metrics = metricsByFunction(deck);
  const hasReason = ({ id, text }: OutlineItem) =>
    slots(chains.get(text), 'pain').length > 0 || (metrics.get(id)?.length ?? 0) > 0;
  const all = decidedOf(outline, 'function');
  const items = mostWorth(deck, all.filter(hasReason), metrics);
  if (items.length === 0) return;
  const isMany = items.length === mostTraced;
  const said = (text: string) => (isMany ? shorten(text, mostText) : text);
  tableSlides(
    deck,
    titleOf(deck, traced),
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
          said(item.text),
          listed(slots(cells, 'pain').map(said)),
          listed(slots(cells, 'driver').map(said)),
          (metrics.get(item.id) ?? [])
            .slice(0, most.metric)
            .map((metric) => metric.said)
            .join('\n'),
        ],
      };
    }),
    { size: 12, note: noteOf(deck, items.length, all.length), joins: true },
  );
}

/** Most functions that are listed. */
const mostTraced = 12;

/** Most of a text, in em, where there are many. */
const mostText = 46;

const listed = (texts: readonly string[]) =>
  texts.length > 1 ? texts.map((text) => `• ${text}`).join('\n') : texts.join('');

/** How many of the functions lead all the way. The sheet has fewer rows than there may be picks. */
function titleOf(deck: Deck, traced: ReturnType<typeof rowsOf>): string {
  const complete = deck.say('trace.complete');
  const whole = traced.filter(({ cells }) => cells.status === complete).length;
  const count = traced.length;
  const picked = decidedOf(deck.outline, 'function').length;
  if (whole === 0) return deck.say('deliver.title.traceNone');
  if (picked > count)
    return deck.say('deliver.title.traceListed', {
      whole,
      count,
      sheet: deck.outline.sheets.trace ?? '',
    });
  return whole === count
    ? deck.say('deliver.title.traceAll')
    : deck.say('deliver.title.trace', { whole, count });
}

function noteOf(deck: Deck, count: number, all: number): string {
  if (count === all) return '';
  const isRanked = count === mostTraced && worthOf(deck).size > 0;
  return deck.say(isRanked ? 'deliver.tracedMoney' : 'deliver.traced', {
    count,
    all,
    sheet: deck.outline.sheets.trace ?? '',
  });
}

/** All functions as long as they are few, else those whose metrics are worth most, the first on top. */
function mostWorth(
  deck: Deck,
  items: OutlineItem[],
  metrics: ReadonlyMap<string, MovedMetric[]>,
): OutlineItem[] {
  const most = mostTraced;
  if (items.length <= most) return items;
  const weight = weightOf(deck);
  const worth = ({ id }: OutlineItem) =>
    (metrics.get(id) ?? []).reduce((sum, one) => sum + one.worth, 0);
  return [...items].sort((a, b) => worth(b) - worth(a) || weight(b) - weight(a)).slice(0, most);
}

interface MovedMetric {
  said: string;
  worth: number;
}

/** Function → its metrics in scope, with what each is worth: the dearest first, then the strongest. */
function metricsByFunction(deck: Deck): Map<string, MovedMetric[]> {
  const worth = worthOf(deck);
  const texts = new Map(itemsOf(deck.outline, 'metric').map((item) => [item.id, item.text]));
  const found = new Map<string, MovedMetric[]>();
  const moved = deck.outline.whys.filter(({ kind }) => kind === 'function-metric');
  const valueOf = ({ to }: { to: string }) => worth.get(to) ?? 0;
  for (const { from, to } of moved.sort(
    (a, b) => valueOf(b) - valueOf(a) || b.strength - a.strength,
  )) {
    const known = found.get(from) ?? [];
    const value = worth.get(to);
    const name = texts.get(to) ?? to;
    known.push({
      // The figure first: where there is no room it is the name that is cut.
      said: value === undefined ? name : `${shortMoney(deck.outline.lang, value)} · ${name}`,
      worth: value ?? 0,
    });
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
