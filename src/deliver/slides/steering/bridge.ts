import { scaleOf } from '../../figures';
import { rowsOf, fieldOf, type Outline } from '../../outline';
import { unitSaid, waterfall, type Step } from '../chart';
import { inner, page, type Deck } from '../deck';
import { moneyOf } from '../selection';
import { isPriced } from './facts';

const factors = ['share', 'attribution', 'confidence', 'recapture'] as const;

interface Bridge {
  gross: number;
  /** What each factor leaves uncounted, in the order in which they apply. */
  less: { id: (typeof factors)[number]; amount: number }[];
  /** The chosen scenario against what is likely. */
  scenario: number;
  /** Benefits entered by year. */
  direct: number;
  net: number;
}

/** From gross to net value a year at target, step by step; the steps add up to the workbook's net value. */
export function bridgeOf(outline: Outline): Bridge | undefined {
  const net = fieldOf(outline, 'Roi.NetValue');
  if (typeof net !== 'number') return undefined;
  const counted = rowsOf(outline, 'monetisation').filter(
    ({ cells }) => cells.counted === 1 && typeof cells.gross === 'number' && cells.gross !== 0,
  );
  const sum = (values: number[]) => values.reduce((all, one) => all + one, 0);
  let left = counted.map(({ cells }) => Number(cells.gross));
  const gross = sum(left);
  const less = factors.map((id) => {
    const before = sum(left);
    left = left.map((value, i) => {
      const factor = counted[i]?.cells[id];
      return typeof factor === 'number' ? value * factor : value;
    });
    return { id, amount: sum(left) - before };
  });
  const expected = sum(counted.map(({ cells }) => Number(cells.expected ?? 0)));
  return { gross, less, scenario: expected - sum(left), direct: net - expected, net };
}

export function bridgeSlide(deck: Deck): void {
  const { outline } = deck;
  const bridge = bridgeOf(outline);
  if (!bridge || !isPriced(outline) || bridge.gross === 0) return;
  const isSome = (amount: number) => Math.abs(amount) >= Math.abs(bridge.gross) * 1e-6;
  const steps: Step[] = [
    { name: deck.say('slide.bridge.gross'), amount: bridge.gross, total: true },
    ...bridge.less
      .filter(({ amount }) => isSome(amount))
      .map(({ id, amount }) => ({ name: deck.say(`slide.bridge.${id}`), amount })),
    ...(isSome(bridge.scenario)
      ? [{ name: deck.say('slide.bridge.scenario'), amount: bridge.scenario }]
      : []),
    ...(isSome(bridge.direct)
      ? [{ name: deck.say('slide.bridge.direct'), amount: bridge.direct }]
      : []),
    { name: deck.say('slide.bridge.net'), amount: bridge.net, total: true },
  ];
  const most = steps
    .filter(({ total, amount }) => !total && amount < 0)
    .sort((a, b) => a.amount - b.amount)[0];
  const params = { gross: moneyOf(deck, bridge.gross), net: moneyOf(deck, bridge.net) };
  const slide = deck.slide(
    most
      ? deck.say('slide.title.bridge', { ...params, step: most.name })
      : deck.say('slide.title.bridgeWhole', params),
    ['monetisation', 'benefits', 'roi'],
  );
  const scale = scaleOf(outline.lang, [bridge.gross, bridge.net]);
  const lead = deck.lead(
    slide,
    deck.say('slide.bridge.lead', { unit: unitSaid(deck, scale.word) }),
  );
  waterfall(
    deck,
    slide,
    { x: page.left, y: page.top + lead, w: inner, h: page.bottom - page.top - lead },
    steps,
    scale,
  );
}
