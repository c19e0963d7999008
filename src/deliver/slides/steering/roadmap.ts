import { grouped } from '../../../rules';
import { itemsOf, rowsOf, type OutlineItem } from '../../outline';
import { shorten } from '../../text';
import { stacked } from '../chart';
import { cards, grid, tallIn, type Card } from '../card';
import { inner, page, sizes, type Deck } from '../deck';
import { decidedOf, weightOf, wordOf } from '../picks';
import { phaseName, phases, roadmapTitle } from '../roadmap';
import { overloads, overloadSaid } from './facts';

/** Inches: what the chart is called, above it. */
const chartHead = 0.35;

const efforts = ['S', 'M', 'L', 'XL'] as const;

/** When: what each phase brings, and how much work it is against what there is. */
export function roadmapSlide(deck: Deck): void {
  const { outline } = deck;
  const items = decidedOf(outline, 'function');
  if (items.length === 0) return;
  const known = [...phases, ''].filter((phase) =>
    items.some((item) => (phases.find((one) => one === item.phase) ?? '') === phase),
  );
  const inPhase = (phase: string) =>
    items.filter((item) => (phases.find((one) => one === item.phase) ?? '') === phase);
  const slide = deck.slide(titleOf(deck, items.length), ['function', 'lifecycle', 'scope']);
  const candidates = itemsOf(outline, 'function').length - items.length;
  const lead =
    candidates > 0 ? deck.lead(slide, deck.say('slide.candidates', { count: candidates })) : 0;
  const sized = items.filter((item) => daysOf(item) > 0);
  const chart = sized.length > 0 ? 0.85 + 0.3 * known.length : 0;
  const room = page.bottom - page.top - lead - chart - (chart > 0 ? chartHead : 0);
  const box = { x: page.left, y: page.top + lead, w: inner };
  const { w } = grid({ ...box, h: room }, known.length, 4)[0]!;
  const fields = known.map((phase, i) => phaseCard(deck, phase, inPhase(phase), w, i === 0));
  // No taller than what they say asks for, with some air.
  const tall = Math.max(...fields.map((one) => tallIn(w, one, 20)));
  const places = grid({ ...box, h: Math.min(room, tall * 1.25) }, known.length, 4);
  cards(
    deck,
    slide,
    fields.map((given, i) => ({ box: places[i]!, given })),
  );
  if (chart === 0) return;
  const { y, h } = places.at(-1)!;
  const below = y + h + chartHead;
  slide.addText(deck.say('slide.roadmap.effort'), {
    x: page.left,
    y: below - 0.32,
    w: inner,
    h: 0.3,
    margin: 0,
    bold: true,
    fontFace: deck.look.font,
    fontSize: sizes.body,
    color: deck.look.colors.accentDark,
  });
  stacked(
    deck,
    slide,
    { ...box, y: below, h: Math.min(page.bottom - below, chart * 1.6) },
    efforts
      .filter((effort) => sized.some(({ row }) => row.effort === effort))
      .map((effort) => ({
        name: wordOf(deck, 'effort', effort),
        labels: known.map((phase) => workOf(deck, phase, sumOf(inPhase(phase)))),
        values: known.map((phase) =>
          sumOf(inPhase(phase).filter(({ row }) => row.effort === effort)),
        ),
      })),
  );
}

/** What a phase brings, the most important first. */
function phaseCard(
  deck: Deck,
  phase: string,
  items: readonly OutlineItem[],
  width: number,
  isFirst: boolean,
): Card {
  const weight = weightOf(deck);
  const rank: Record<string, number> = { high: 2, medium: 1 };
  const ranked = [...items].sort(
    (a, b) => (rank[b.priority] ?? 0) - (rank[a.priority] ?? 0) || weight(b) - weight(a),
  );
  const room = ((width - 0.8) * 72) / sizes.least;
  return {
    head: deck.say('slide.roadmap.phase', { phase: phaseName(deck, phase), count: items.length }),
    items: ranked.map(({ text }) => shorten(text, room)),
    largest: 20,
    ...(isFirst && phase === 'now' && { tone: 'strong' as const }),
  };
}

/** What is in the phases, and where that is more than there are people for. */
function titleOf(deck: Deck, count: number): string {
  const [over] = overloads(deck.outline);
  return over
    ? deck.say('slide.title.roadmapOver', { count, ...overloadSaid(deck, over) })
    : roadmapTitle(deck);
}

const daysOf = ({ row }: OutlineItem): number => (typeof row.days === 'number' ? row.days : 0);
const sumOf = (items: readonly OutlineItem[]) =>
  Math.round(items.reduce((sum, item) => sum + daysOf(item), 0));

/** A phase with the person-days that it takes, and those that there are. */
function workOf(deck: Deck, phase: string, days: number): string {
  const { capacity } =
    rowsOf(deck.outline, 'phaseBudget').find(({ cells }) => (cells.phase ?? '') === phase)?.cells ??
    {};
  if (typeof capacity !== 'number')
    return deck.say('slide.roadmap.days', {
      phase: phaseName(deck, phase),
      days: grouped(days, 0),
    });
  return deck.say(
    days > capacity ? 'slide.roadmap.over' : 'slide.roadmap.of',
    overloadSaid(deck, { phase, days, capacity }),
  );
}
