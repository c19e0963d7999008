import { measured, money, share, shown } from '../figures';
import { fieldOf, itemsOf, type OutlineItem } from '../outline';
import { bars, labelShown } from './chart';
import { inner, nameShown, page, type Deck } from './deck';
import { mostShown, partShown } from './picks';
import { moneyOf } from './selection';
import { tableSlides, type Row } from './table';
import { worthOf } from './trace';

const mostBars = 10;

/** Metrics from baseline to target, and where the money comes from. */
export function metricSlides(deck: Deck): void {
  const items = itemsOf(deck.outline, 'metric');
  if (items.length === 0) return;
  const worth = worthOf(deck);
  moneySlide(deck, worth);
  const agreed = items.filter(
    ({ row }) => typeof row.baseline === 'number' && typeof row.target === 'number',
  );
  // A metric that nothing is agreed of says nothing here but its name.
  const told = agreed.length > 0 ? agreed : items;
  const open = items.length - told.length;
  const listed =
    told.length > mostShown
      ? [...told]
          .sort((a, b) => (worth.get(b.id) ?? 0) - (worth.get(a.id) ?? 0))
          .slice(0, mostShown)
      : told;
  const header = (id: string) =>
    deck.outline.tables.metrics?.columns.find((column) => column.id === id)?.header ?? id;
  tableSlides(
    deck,
    titleOf(deck, items, agreed.length),
    ['metrics', 'monetisation'],
    [
      { name: header('item'), width: 3.2, strong: true },
      { name: header('unit'), width: 0.9 },
      { name: header('baseline'), width: 1.6, align: 'right' },
      { name: header('target'), width: 1.6, align: 'right' },
      { name: header('actual'), width: 1.6, align: 'right' },
      { name: header('attainment'), width: 1.3, align: 'right' },
      { name: header('status'), width: 1.8 },
      { name: deck.say('value.column.expected'), width: 1.7, align: 'right' },
    ],
    listed.map(({ id, text, row }): Row => {
      const value = worth.get(id);
      return {
        cells: [
          text,
          shown(deck.outline, { kind: 'text', list: 'unit' }, row.unit),
          measured(deck.outline, row.unit, row.baseline),
          measured(deck.outline, row.unit, row.target),
          measured(deck.outline, row.unit, row.actual),
          share(row.attainment),
          String(row.status ?? ''),
          value === undefined ? '' : money(value),
        ],
      };
    }),
    {
      note:
        listed.length === told.length && open > 0
          ? deck.say('deliver.next.baselines', { count: open })
          : partShown(deck, 'metric', listed.length),
    },
  );
}

function titleOf(deck: Deck, items: readonly OutlineItem[], agreed: number): string {
  const count = items.length;
  const attained = items.flatMap(({ row: { attainment } }) =>
    typeof attainment === 'number' ? [attainment] : [],
  );
  const read = attained.length;
  const met = attained.filter((one) => one >= 1).length;
  if (read > 0)
    return met > 0
      ? deck.say('deliver.title.metricsRead', { count, read, met })
      : deck.say('deliver.title.metricsNoneMet', { count, read });
  return agreed > 0
    ? deck.say('deliver.title.metrics', { count, agreed })
    : deck.say('deliver.title.metricsOpen', { count });
}

/** The metrics that carry money, the largest first. */
function moneySlide(deck: Deck, worth: ReadonlyMap<string, number>): void {
  const total = fieldOf(deck.outline, 'Roi.NetValue');
  const texts = new Map(itemsOf(deck.outline, 'metric').map(({ id, text }) => [id, text]));
  const ranked = [...worth]
    .filter(([, value]) => value !== 0)
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostBars);
  if (ranked.length === 0 || typeof total !== 'number') return;
  const slide = deck.slide(
    deck.say(ranked.length > 1 ? 'deliver.title.money' : 'deliver.title.moneyOne', {
      metric: nameShown(texts.get(ranked[0]?.[0] ?? '') ?? ''),
      value: moneyOf(deck, total),
    }),
    ['monetisation', 'roi'],
  );
  const params = { count: ranked.length, all: worth.size, total: money(total) };
  const isAll = ranked.length === worth.size;
  deck.lead(slide, deck.say(isAll ? 'deliver.moneyLeadAll' : 'deliver.moneyLead', params));
  bars(
    deck,
    slide,
    { x: page.left, y: page.top + 0.4, w: inner, h: page.bottom - page.top - 0.4 },
    [
      {
        name: deck.say('value.column.expected'),
        labels: ranked.map(([id]) => labelShown(texts.get(id) ?? id)),
        values: ranked.map(([, value]) => value),
      },
    ],
  );
}
