import { fieldOf, type OutlineStep } from '../../outline';
import { cards, grid, space, tallIn, type Card } from '../card';
import { inner, page, type Deck } from '../deck';
import { decidedOf } from '../picks';
import { moneyOf } from '../selection';
import type { ItemKind } from '../../../catalog/items';

/** Height of the band that holds this phase's mode and ignition points. */
const band = 1.55;

/** Which way: the value drivers under their questions, below them the mode and the ignition points. */
export function directionSlide(deck: Deck): void {
  const { outline } = deck;
  const questions = decidedGroups(deck, 'ask');
  const slots = decidedGroups(deck, 'plan');
  if (questions.length === 0) return;
  const count = decidedOf(outline, 'ask').length;
  const value = fieldOf(outline, 'Roi.NetValue');
  const slide = deck.slide(
    typeof value === 'number' && value > 0
      ? deck.say('deliver.title.whyValue', { count, value: moneyOf(deck, value) })
      : deck.say('deliver.title.why', { count }),
    ['ask', 'plan'],
  );
  const texts = ({ name, items }: OutlineStep['groups'][number]): Card => ({
    head: name,
    items: items.map(({ text }) => text),
  });
  const asked = questions.map(texts);
  const planned = slots.map((slot): Card => ({ ...texts(slot), tone: 'strong' }));
  const { size, heights } = shared([asked, planned]);
  let y: number = page.top;
  [asked, planned].forEach((all, i) => {
    const h = heights[i] ?? 0;
    const places = grid({ x: page.left, y, w: inner, h }, all.length, mostAcross(i, all));
    const largest = size ?? (i === 0 ? 20 : 16);
    cards(
      deck,
      slide,
      all.map((given, at) => ({ box: places[at]!, given: { ...given, largest } })),
    );
    y += h + gap;
  });
}

/** Between the questions and the band below them. */
const gap = 0.25;

/** Most by which fields are taller than what they say asks for. */
const mostGrown = 1.5;

/** Most fields beside each other: the questions', then those of the band. */
const mostAcross = (i: number, { length }: readonly Card[]): number =>
  i > 0 ? 4 : length > 3 ? 2 : 3;

/** One size in which both bands fit, and how tall each then is; where none does, the second has what it has at least. */
function shared(bands: readonly (readonly Card[])[]): { size?: number; heights: number[] } {
  const full = page.bottom - page.top - (bands.at(-1)?.length ? gap : 0);
  const needed = (size: number) => bands.map((all, i) => bandTall(all, mostAcross(i, all), size));
  const sum = (all: readonly number[]) => all.reduce((done, one) => done + one, 0);
  const size = [24, 20, 16, 14, 13, 12].find((one) => sum(needed(one)) <= full);
  if (size === undefined) {
    const last = bands.at(-1)?.length ? band : 0;
    return { heights: [full - last, last] };
  }
  const grown = Math.min(mostGrown, full / sum(needed(size)));
  return { size, heights: needed(size).map((one) => one * grown) };
}

function bandTall(all: readonly Card[], most: number, size: number): number {
  if (all.length === 0) return 0;
  const places = grid({ x: 0, y: 0, w: inner, h: 1 }, all.length, most);
  const rows = new Set(places.map(({ y }) => y)).size;
  const tallest = Math.max(...all.map((one, i) => tallIn(places[i]!.w, one, size)));
  return rows * tallest + (rows - 1) * space;
}

/** The groups of a step with what was decided in them, where something was. */
function decidedGroups(deck: Deck, step: ItemKind): OutlineStep['groups'] {
  const found = deck.outline.steps.find(({ id }) => id === step);
  return (found?.groups ?? [])
    .map((group) => ({ ...group, items: group.items.filter(({ pick }) => pick === 'yes') }))
    .filter(({ items }) => items.length > 0);
}
