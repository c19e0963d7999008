import { measured, shown } from '../../figures';
import { itemsOf, type OutlineItem } from '../../outline';
import { unbrokenSpace } from '../../text';
import { fitted, sizeIn } from '../card';
import { inner, nameShown, page, sizes, type Deck, type Slide } from '../deck';
import { decidedOf, weightOf } from '../picks';
import { moneyOf } from '../selection';
import { worthOf } from '../trace';

const mostChanges = 5;

interface Change {
  pain: OutlineItem;
  function: OutlineItem;
  metric?: OutlineItem;
}

/** What is different afterwards: a pain of today, what replaces it, and the metric that will show it. */
export function changeSlide(deck: Deck): void {
  const changes = changesOf(deck).slice(0, mostChanges);
  if (changes.length === 0) return;
  const { outline } = deck;
  const pains = decidedOf(outline, 'pain').length;
  const functions = decidedOf(outline, 'function').length;
  const told = changes.find(({ metric }) => metric)?.metric;
  const slide = deck.slide(
    told
      ? deck.say('slide.title.changeMetric', {
          metric: nameShown(told.text),
          from: valueOf(deck, told, 'baseline'),
          to: valueOf(deck, told, 'target'),
        })
      : deck.say('slide.title.change', { pains, functions }),
    ['pain', 'function', 'metrics'],
  );
  const lead = deck.lead(
    slide,
    deck.say('slide.change.lead', { count: changes.length, pains, functions }),
  );
  const top = page.top + lead;
  const heads = ['slide.change.today', 'slide.change.after', 'slide.change.shown'] as const;
  heads.forEach((key, i) => {
    if (i === 2 && told === undefined) return;
    const { x, w } = column(i);
    slide.addText(deck.say(key), {
      x,
      y: top,
      w,
      h: 0.32,
      margin: 0,
      bold: true,
      fontFace: deck.look.font,
      fontSize: sizes.body,
      color: i === 0 ? deck.look.colors.warn : deck.look.colors.accentDark,
    });
  });
  const isOne = changes.length === 1;
  const h = Math.min(isOne ? 3.6 : 2.2, (page.bottom - top - 0.4) / changes.length - 0.12);
  // All in the size of the longest, so that none seems to matter more.
  const size = Math.min(
    ...changes.flatMap(({ pain, function: answer }) =>
      [pain.text, answer.text].map((text, i) =>
        sizeIn(within(i, 0, h), text, false, isOne ? 24 : 20),
      ),
    ),
  );
  changes.forEach((change, i) => row(deck, slide, change, top + 0.4 + i * (h + 0.12), h, size));
}

const arrow = 0.4;
const widths = [0.33, 0.39, 0.28];

function column(i: number): { x: number; w: number } {
  const room = inner - 2 * arrow;
  const before = widths.slice(0, i).reduce((sum, one) => sum + one, 0);
  return { x: page.left + before * room + i * arrow, w: (widths[i] ?? 0) * room };
}

/** Where the text of a column's box stands. */
function within(i: number, y: number, h: number) {
  const { x, w } = column(i);
  return { x: x + 0.12, y: y + 0.04, w: w - 0.24, h: h - 0.08 };
}

function row(
  deck: Deck,
  slide: Slide,
  change: Change,
  y: number,
  h: number,
  largest: number,
): void {
  const { colors } = deck.look;
  const texts = [change.pain.text, change.function.text];
  const fills = [colors.warnPale, colors.accentPale, colors.band];
  for (const i of [0, 1, 2]) {
    const { x, w } = column(i);
    if (i === 2 && !change.metric) continue;
    slide.addShape('rect', { x, y, w, h, fill: { color: fills[i] ?? colors.band } });
    if (i > 0)
      slide.addShape('rightArrow', {
        x: x - arrow * 0.8,
        y: y + h / 2 - 0.1,
        w: arrow * 0.6,
        h: 0.2,
        fill: { color: colors.accentMid },
      });
    const text = texts[i];
    if (text !== undefined) fitted(deck, slide, within(i, y, h), text, { largest });
  }
  if (change.metric) metricText(deck, slide, change.metric, y, h, largest);
}

function metricText(
  deck: Deck,
  slide: Slide,
  metric: OutlineItem,
  y: number,
  h: number,
  largest: number,
): void {
  const box = within(2, y, h);
  const middle = y + h * 0.48;
  // In a tall field both stand together around its middle.
  const half = Math.min(h * 0.48, 0.9);
  const [from, to] = [valueOf(deck, metric, 'baseline'), valueOf(deck, metric, 'target')];
  const figure = `${from} → ${to}`.replaceAll(' ', unbrokenSpace);
  const isLarge = largest > 20;
  fitted(deck, slide, { ...box, y: middle - half + 0.04, h: half - 0.04 }, figure, {
    ...{ bold: true, largest: isLarge ? 28 : 20, color: deck.look.colors.accentDark },
  });
  fitted(deck, slide, { ...box, y: middle, h: half }, metric.text, {
    ...{ largest: isLarge ? 20 : 13, color: deck.look.colors.muted },
  });
}

/** A figure of a metric with its unit, as far as the number does not say it. */
function valueOf(deck: Deck, { row }: OutlineItem, id: 'baseline' | 'target'): string {
  if (row.unit === 'money' && typeof row[id] === 'number') return moneyOf(deck, row[id]);
  const value = measured(deck.outline, row.unit, row[id]);
  if (row.unit === 'ratio' || typeof row[id] !== 'number') return value;
  const unit = shown(deck.outline, { kind: 'text', list: 'unit' }, row.unit);
  return deck.outline.lang === 'en' || id === 'target' ? `${value} ${unit}` : value;
}

/**
 * For each decided pain, gravest first, the function that answers it and moves the dearest metric; each of the
 * three is told once, as long as there are others.
 */
function changesOf(deck: Deck): Change[] {
  const { outline } = deck;
  const worth = worthOf(deck);
  const weight = weightOf(deck);
  const functions = new Map(decidedOf(outline, 'function').map((item) => [item.id, item]));
  const metrics = new Map(
    itemsOf(outline, 'metric')
      .filter(({ row }) => typeof row.baseline === 'number' && typeof row.target === 'number')
      .map((item) => [item.id, item]),
  );
  const pains = new Map(decidedOf(outline, 'pain').map((item) => [item.id, item]));
  const moved = outline.whys.filter(({ kind }) => kind === 'function-metric');
  const all = outline.whys.flatMap((why): (Change & { value: number })[] => {
    const pain = pains.get(why.from);
    const answer = functions.get(why.to);
    if (why.kind !== 'pain-function' || !pain || !answer) return [];
    const found = moved
      .filter(({ from, to }) => from === answer.id && metrics.has(to))
      .map(({ to, strength }) => ({
        pain,
        function: answer,
        metric: metrics.get(to)!,
        value: (worth.get(to) ?? 0) * strength * why.strength,
      }));
    return found.length > 0 ? found : [{ pain, function: answer, value: 0 }];
  });
  const rank = ({ pain, value }: Change & { value: number }) =>
    (pain.priority === 'high' ? 2 : 1) * (value + 1) + weight(pain) / 1e3;
  all.sort((a, b) => rank(b) - rank(a));
  const used = new Set<string>();
  const isNew = ({ pain, function: answer, metric }: Change) =>
    ![pain, answer, ...(metric ? [metric] : [])].some(({ id }) => used.has(id));
  const told: Change[] = [];
  for (const change of all) {
    if (!isNew(change)) continue;
    told.push(change);
    for (const { id } of [change.pain, change.function, change.metric ?? change.pain]) used.add(id);
  }
  const rest = all.filter(
    ({ pain, function: answer }) => !used.has(pain.id) && !used.has(answer.id),
  );
  for (const { pain, function: answer } of rest) {
    if (used.has(pain.id) || used.has(answer.id)) continue;
    told.push({ pain, function: answer });
    used.add(pain.id).add(answer.id);
  }
  return told;
}
