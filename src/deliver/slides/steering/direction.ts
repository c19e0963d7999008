import { fieldOf, type OutlineStep } from '../../outline';
import { cards, grid } from '../card';
import { inner, page, type Deck } from '../deck';
import { decidedOf } from '../picks';
import { moneyOf } from '../selection';
import type { Step } from '../../../catalog/items';

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
  const below = slots.length > 0 ? band + 0.25 : 0;
  const box = { x: page.left, y: page.top, w: inner, h: page.bottom - page.top - below };
  const texts = ({ name, items }: OutlineStep['groups'][number]) => ({
    head: name,
    items: items.map(({ text }) => text),
    largest: 20,
  });
  const asked = grid(box, questions.length, questions.length > 3 ? 2 : 3);
  cards(
    deck,
    slide,
    asked.map((place, i) => ({ box: place, given: texts(questions[i]!) })),
  );
  const planned = grid({ ...box, y: page.bottom - band, h: band }, slots.length, 4);
  cards(
    deck,
    slide,
    planned.map((place, i) => ({
      box: place,
      given: { ...texts(slots[i]!), tone: 'strong' as const, largest: 16 },
    })),
  );
}

/** The groups of a step with what was decided in them, where something was. */
function decidedGroups(deck: Deck, step: Step): OutlineStep['groups'] {
  const found = deck.outline.steps.find(({ id }) => id === step);
  return (found?.groups ?? [])
    .map((group) => ({ ...group, items: group.items.filter(({ pick }) => pick === 'yes') }))
    .filter(({ items }) => items.length > 0);
}
