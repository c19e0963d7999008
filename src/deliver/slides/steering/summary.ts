import { blank, fieldShown, share } from '../../figures';
import { fieldOf, itemsOf, rowsOf } from '../../outline';
import { shorten, unbrokenSpace } from '../../text';
import { cards, tallIn, type Card } from '../card';
import { inner, page, type Deck } from '../deck';
import { decidedOf } from '../picks';
import { moneyOf } from '../selection';
import {
  candidates,
  isLive,
  isPriced,
  isSigned,
  outcome,
  overloads,
  overloadSaid,
  periodToSettle,
  withoutOwner,
  withoutTarget,
} from './facts';

/** Most of a value driver's text, in em. */
const mostDriver = 40;

/** Most decisions that a meeting is asked for. */
const mostDecisions = 5;

/** The whole on one page: the figures, what they rest on, and what is to be decided. */
export function summarySlide(deck: Deck): void {
  const decisions = decisionsOf(deck).slice(0, mostDecisions);
  const slide = deck.slide(titleOf(deck, decisions.length), ['progress', 'roi', 'contract']);
  const figures = figuresOf(deck);
  if (figures.length > 0) deck.figures(slide, page.top, figures);
  const top = page.top + (figures.length > 0 ? 1.35 : 0);
  const h = page.bottom - top;
  const found: Card = {
    ...{ head: deck.say('slide.summary.found'), items: findingsOf(deck) },
    largest: 20,
  };
  const asked: Card = {
    ...{ head: deck.say('slide.summary.asked'), items: decisions },
    ...{ tone: 'strong', largest: 20 },
  };
  const left = evenly(found, asked);
  cards(deck, slide, [
    { box: { x: page.left, y: top, w: left, h }, given: found },
    { box: { x: page.left + left + between, y: top, w: inner - left - between, h }, given: asked },
  ]);
}

const between = 0.25;

/** How wide the first of two fields is, so that one is about as full as the other. */
function evenly(first: Card, second: Card): number {
  const tall = (left: number) =>
    Math.max(tallIn(left, first, 16), tallIn(inner - left - between, second, 16));
  return [0.54, 0.58, 0.62, 0.66]
    .map((part) => part * inner)
    .reduce((best, one) => (tall(one) < tall(best) ? one : best));
}

function titleOf(deck: Deck, count: number): string {
  const { outline } = deck;
  const npv = fieldOf(outline, 'Roi.Npv');
  if (!isPriced(outline) || typeof npv !== 'number')
    return deck.say('slide.title.summaryUnpriced', { count });
  const payback = fieldOf(outline, 'Roi.Payback');
  return deck.say(typeof payback === 'number' ? 'slide.title.summary' : 'slide.title.summaryOpen', {
    npv: moneyOf(deck, npv),
    payback: fieldShown(outline, 'Roi.Payback'),
    count,
  });
}

function figuresOf(deck: Deck): { name: string; value: string }[] {
  const { outline } = deck;
  const settling = periodToSettle(outline);
  const names = [
    ...(isPriced(outline) ? (['Roi.NetValue', 'Roi.Npv', 'Roi.Roi'] as const) : []),
    ...(fieldOf(outline, 'Contract.Problem') === null
      ? (['Contract.Fee', 'Contract.Pool'] as const)
      : []),
    ...(settling ? (['Statement.Due'] as const) : []),
  ];
  return names.flatMap((name) => {
    const field = outline.fields[name];
    if (!field || typeof field.value !== 'number') return [];
    const isMoney = ['money', 'amount'].includes(field.kind);
    const value = isMoney ? moneyOf(deck, field.value) : fieldShown(outline, name);
    return [{ name: field.label, value }];
  });
}

/** What the plan says, a sentence for each part of it that is known. */
function findingsOf(deck: Deck): string[] {
  const { outline } = deck;
  const count = (step: 'ask' | 'pain' | 'function' | 'innovation') =>
    decidedOf(outline, step).length;
  const metrics = itemsOf(outline, 'metric').length;
  const drivers = decidedOf(outline, 'ask');
  const [first] = drivers.filter(({ priority }) => priority === 'high').concat(drivers);
  const money = (name: string) => {
    const value = fieldOf(outline, name);
    return typeof value === 'number' ? moneyOf(deck, value) : blank;
  };
  const low = rowsOf(outline, 'roi.scenarios')[0]?.cells.npv;
  const read = itemsOf(outline, 'metric').filter(({ row }) => typeof row.attainment === 'number');
  const met = read.filter(({ row }) => Number(row.attainment) >= 1).length;
  const settled = fieldOf(outline, 'Contract.Problem') === null;
  return [
    ...(first
      ? [
          deck.say('slide.found.direction', {
            count: drivers.length,
            driver: shorten(first.text, mostDriver),
          }),
        ]
      : []),
    deck.say('slide.found.scope', {
      functions: count('function'),
      pains: count('pain'),
      metrics,
    }),
    ...(isPriced(outline)
      ? [
          deck.say('slide.found.return', {
            low: typeof low === 'number' ? moneyOf(deck, low) : blank,
            even: fieldShown(outline, 'Roi.BreakEven'),
          }),
          deck.say('slide.found.cash', { cash: money('Roi.CashNpv') }),
        ]
      : [deck.say('slide.found.unpriced')]),
    ...(settled
      ? [
          deck.say('slide.found.bet', {
            pool: money('Contract.Pool'),
            fee: money('Contract.Fee'),
            share: fieldShown(outline, 'Contract.ShareAtRisk'),
          }),
        ]
      : []),
    ...(read.length > 0 ? [deck.say('slide.found.read', { read: read.length, met })] : []),
  ];
}

/** What only those who steer can decide, the weightiest first. */
function decisionsOf(deck: Deck): string[] {
  const { outline } = deck;
  const settling = periodToSettle(outline);
  const pool = fieldOf(outline, 'Contract.Pool');
  const agreed = fieldOf(outline, 'Contract.Problem') === null && typeof pool === 'number';
  const phase = isLive(outline) ? 'next' : 'now';
  const scope = decidedOf(outline, 'function').filter((item) => item.phase === phase).length;
  const over = overloads(outline).find((one) => one.phase === phase);
  const [year0] = rowsOf(outline, 'roi.years');
  const spent = isPriced(outline) && !isLive(outline) ? Number(year0?.cells.costs ?? 0) : 0;
  const said = (
    key: Parameters<Deck['say']>[0],
    count: number,
    params: Record<string, string | number> = {},
  ) => (count > 0 ? [deck.say(key, { count, ...params })] : []);
  const all = [
    ...(settling
      ? [
          deck.say('slide.decide.settle', {
            period: String(settling.cells.item ?? ''),
            due: exact(deck, settling.due),
          }),
        ]
      : []),
    ...said('slide.decide.guards', outcome(outline, 'guards')),
    ...(over
      ? [deck.say('slide.decide.capacity', { count: scope, ...overloadSaid(deck, over) })]
      : said(`slide.decide.scope.${phase}`, scope)),
    ...said('slide.decide.spend', spent, { amount: moneyOf(deck, spent) }),
    ...(agreed && !settling && !isSigned(outline)
      ? [
          deck.say('slide.decide.bet', {
            pool: moneyOf(deck, pool),
            share: share(fieldOf(outline, 'Contract.ShareAtRisk')),
          }),
        ]
      : []),
    ...said('slide.decide.maybe', candidates(outline)),
    ...said('slide.decide.targets', withoutTarget(outline).length),
    ...said('slide.decide.owners', withoutOwner(outline).length),
  ];
  return all.length > 0 ? all : [deck.say('slide.decide.confirm')];
}

/** What is paid is said to the unit. */
function exact(deck: Deck, value: number): string {
  const currency = fieldOf(deck.outline, 'Engagement.Currency');
  const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 }).format(value);
  return currency === null ? whole : `${String(currency)}${unbrokenSpace}${whole}`;
}
