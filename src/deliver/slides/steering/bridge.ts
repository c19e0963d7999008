import { scaleOf } from '../../figures';
import { rowsOf, type Outline } from '../../outline';
import { unitSaid, waterfall, type Step } from '../chart';
import { inner, page, type Deck } from '../deck';
import { moneyOf } from '../selection';
import { isPriced } from './facts';

/**
 * From gross to net value a year at target, as the workbook's Dashboard has it; steps that change nothing are left
 * out. Undefined where it has none, as in workbooks of an earlier layout.
 */
export function bridgeOf(outline: Outline): Step[] | undefined {
  const rows = rowsOf(outline, 'dashboard.bridge').map(({ cells }) => cells);
  const gross = rows[0]?.amount;
  if (typeof gross !== 'number' || gross === 0) return undefined;
  return rows.flatMap(({ item, amount }, i): Step[] => {
    const total = i === 0 || i === rows.length - 1;
    const isSome = typeof amount === 'number' && Math.abs(amount) >= Math.abs(gross) * 1e-6;
    return total || isSome ? [{ name: String(item ?? ''), amount: Number(amount), total }] : [];
  });
}

export function bridgeSlide(deck: Deck): void {
  const { outline } = deck;
  const steps = bridgeOf(outline);
  const [gross, net] = [steps?.[0]?.amount, steps?.at(-1)?.amount];
  if (!steps || !isPriced(outline) || gross === undefined || net === undefined) return;
  const most = steps
    .filter(({ total, amount }) => !total && amount < 0)
    .sort((a, b) => a.amount - b.amount)[0];
  const params = { gross: moneyOf(deck, gross), net: moneyOf(deck, net) };
  const slide = deck.slide(
    most
      ? deck.say('slide.title.bridge', { ...params, step: most.name })
      : deck.say('slide.title.bridgeWhole', params),
    ['dashboard', 'monetisation', 'benefits'],
  );
  const scale = scaleOf(outline.lang, [gross, net]);
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
