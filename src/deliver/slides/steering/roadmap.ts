import { itemsOf, rowsOf, type OutlineItem } from '../../outline';
import { shorten } from '../../text';
import { stacked } from '../chart';
import { cards, grid } from '../card';
import { inner, page, sizes, type Deck } from '../deck';
import { decidedOf, weightOf, wordOf } from '../picks';
import { phaseName, phases, roadmapTitle } from '../roadmap';

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
  const slide = deck.slide(roadmapTitle(deck), ['function', 'lifecycle']);
  const candidates = itemsOf(outline, 'function').length - items.length;
  const lead =
    candidates > 0 ? deck.lead(slide, deck.say('slide.candidates', { count: candidates })) : 0;
  const sized = items.filter((item) => daysOf(item) > 0);
  const chart = sized.length > 0 ? 0.85 + 0.3 * known.length : 0;
  const top = page.top + lead;
  const weight = weightOf(deck);
  const rank: Record<string, number> = { high: 2, medium: 1 };
  const places = grid(
    { x: page.left, y: top, w: inner, h: page.bottom - top - chart - (chart > 0 ? 0.35 : 0) },
    known.length,
    4,
  );
  cards(
    deck,
    slide,
    known.map((phase, i) => {
      const box = places[i]!;
      const own = [...inPhase(phase)].sort(
        (a, b) => (rank[b.priority] ?? 0) - (rank[a.priority] ?? 0) || weight(b) - weight(a),
      );
      const room = ((box.w - 0.8) * 72) / sizes.least;
      return {
        box,
        given: {
          head: deck.say('slide.roadmap.phase', {
            phase: phaseName(deck, phase),
            count: own.length,
          }),
          items: own.map(({ text }) => shorten(text, room)),
          largest: 20,
          ...(i === 0 && phase === 'now' && { tone: 'strong' as const }),
        },
      };
    }),
  );
  if (chart === 0) return;
  slide.addText(deck.say('slide.roadmap.effort'), {
    x: page.left,
    y: page.bottom - chart - 0.32,
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
    { x: page.left, y: page.bottom - chart, w: inner, h: chart },
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

const daysOf = ({ row }: OutlineItem): number => (typeof row.days === 'number' ? row.days : 0);
const sumOf = (items: readonly OutlineItem[]) =>
  Math.round(items.reduce((sum, item) => sum + daysOf(item), 0));

/** A phase with the person-days that it takes, and those that there are. */
function workOf(deck: Deck, phase: string, days: number): string {
  const budget = rowsOf(deck.outline, 'phaseBudget').find(
    ({ cells }) => (cells.phase ?? '') === phase,
  );
  const capacity = budget?.cells.capacity;
  const name = phaseName(deck, phase);
  return typeof capacity === 'number'
    ? deck.say(days > capacity ? 'slide.roadmap.over' : 'slide.roadmap.of', {
        phase: name,
        days,
        capacity,
      })
    : deck.say('slide.roadmap.days', { phase: name, days });
}
