import { isoOf } from '../../../rules';
import { fieldOf, rowsOf } from '../../outline';
import { fitted, sizeIn } from '../card';
import { inner, page, sizes, type Deck, type Slide } from '../deck';
import { decidedOf } from '../picks';
import {
  candidates,
  dayOf,
  isLive,
  outcome,
  periodToSettle,
  withoutOwner,
  withoutTarget,
} from './facts';

/** Length of the window, days. */
const window = 30;
const mostActs = 9;

interface Act {
  what: string;
  who: string;
  /** Serials; without an end it is to be done within the window. */
  start?: number;
  end?: number;
}

/** The next thirty days: what is due, what is running, what is missing, each with who does it. */
export function daysSlide(deck: Deck): void {
  const { outline } = deck;
  const day = dayOf(outline);
  const gaps = gapsOf(deck);
  const dated = day === undefined ? [] : datedOf(deck, day);
  const shown = [...dated.slice(0, Math.max(mostActs - gaps.length, 4)), ...gaps].slice(
    0,
    mostActs,
  );
  if (shown.length === 0) return;
  const params = { work: dated.length, gaps: gaps.length, count: dated.length + gaps.length };
  const slide = deck.slide(
    dated.length === 0
      ? deck.say('slide.title.daysGaps', params)
      : gaps.length === 0
        ? deck.say('slide.title.daysWork', params)
        : deck.say('slide.title.days', params),
    ['lifecycle', 'contract', 'checks'],
  );
  const axis = { x: page.left + inner * 0.62, w: inner * 0.38 };
  const top = page.top + 0.42;
  const isFew = shown.length < 4;
  const h = Math.min(isFew ? 1.6 : 1.2, (page.bottom - top - 0.1) / shown.length - 0.06);
  if (day !== undefined) calendar(deck, slide, day, axis, top, 0.1 + shown.length * (h + 0.06));
  // All in the size of the longest.
  const size = Math.min(
    ...shown.map(({ what }) => sizeIn({ w: inner * 0.45, h }, what, true, isFew ? 20 : 16)),
  );
  shown.forEach((act, i) => row(deck, slide, act, day, axis, top + 0.1 + i * (h + 0.06), h, size));
}

type Axis = { x: number; w: number };

/** A mark for each week, from the day of the figures on. */
function calendar(deck: Deck, slide: Slide, day: number, axis: Axis, top: number, h: number): void {
  const { colors, font } = deck.look;
  for (let at = 0; at <= window; at += 10) {
    const x = axis.x + (at / window) * axis.w;
    slide.addShape('line', {
      x,
      y: top,
      w: 0,
      h,
      line: { color: colors.line, width: 0.75 },
    });
    slide.addText(isoOf(day + at).slice(5), {
      x: x - 0.5,
      y: page.top,
      w: 1,
      h: 0.32,
      margin: 0,
      align: 'center',
      fontFace: font,
      fontSize: sizes.least,
      color: colors.muted,
    });
  }
}

function row(
  deck: Deck,
  slide: Slide,
  act: Act,
  day: number | undefined,
  axis: Axis,
  y: number,
  h: number,
  largest: number,
): void {
  const { colors } = deck.look;
  fitted(deck, slide, { x: page.left, y, w: inner * 0.45, h }, act.what, { bold: true, largest });
  fitted(deck, slide, { x: page.left + inner * 0.46, y, w: inner * 0.14, h }, act.who, {
    color: colors.muted,
    largest: Math.max(13, largest - 2),
  });
  slide.addShape('line', {
    x: page.left,
    y: y + h + 0.03,
    w: inner * 0.6,
    h: 0,
    line: { color: colors.line, width: 0.75 },
  });
  if (day === undefined) return;
  const late = act.end !== undefined && act.end < day;
  const at = (serial: number) => Math.min(1, Math.max(0, (serial - day) / window));
  const from = act.end === undefined || late ? 0 : at(act.start ?? act.end);
  const until = act.end === undefined ? 1 : at(act.end);
  const w = Math.max(0.12, (until - from) * axis.w);
  const x = Math.min(axis.x + from * axis.w, axis.x + axis.w - w);
  slide.addShape('rect', {
    x,
    y: y + h / 2 - 0.11,
    w,
    h: 0.22,
    fill: { color: late ? colors.warn : act.end === undefined ? colors.accentSoft : colors.accent },
  });
  const label = late
    ? deck.say('slide.days.late', { day: isoOf(act.end ?? 0) })
    : act.end !== undefined && act.end > day + window
      ? deck.say('slide.days.until', { day: isoOf(act.end) })
      : '';
  if (label)
    fitted(
      deck,
      slide,
      late
        ? { x: x + w + 0.08, y, w: axis.w - w - 0.1, h }
        : { x: axis.x + 0.1, y: y + h / 2 - 0.11, w: axis.w - 0.2, h: 0.22 },
      label,
      { largest: 12, color: late ? colors.warn : colors.paper, align: late ? 'left' : 'right' },
    );
}

/** Work and dates that fall into the window or should have been done before it, the earliest end first. */
function datedOf(deck: Deck, day: number): Act[] {
  const { outline } = deck;
  const work = ['process', 'promotion', 'microSteps'].flatMap((table) =>
    rowsOf(outline, table).flatMap(({ cells }): Act[] => {
      const end = cells.end;
      const start = typeof cells.start === 'number' ? cells.start : undefined;
      const what = String(cells.item ?? cells.step ?? '');
      if (what === '' || cells.status === 'done' || typeof end !== 'number') return [];
      return [{ what, who: String(cells.owner ?? ''), end, ...(start !== undefined && { start }) }];
    }),
  );
  const money = rowsOf(outline, 'instalments').flatMap(({ cells }): Act[] =>
    typeof cells.date === 'number' && cells.date >= day && cells.item
      ? [
          {
            what: deck.say('slide.days.pay', { item: String(cells.item) }),
            who: '',
            end: cells.date,
          },
        ]
      : [],
  );
  const periods = rowsOf(outline, 'periods').flatMap(({ cells }): Act[] =>
    typeof cells.date === 'number' && cells.date > day && cells.item
      ? [
          {
            what: deck.say('slide.days.assess', { item: String(cells.item) }),
            who: '',
            end: cells.date,
          },
        ]
      : [],
  );
  return [...work, ...money, ...periods]
    .filter(({ start, end }) => (start ?? end ?? 0) <= day + window)
    .sort((a, b) => (a.end ?? 0) - (b.end ?? 0));
}

/** What is missing, and who can give it. */
function gapsOf(deck: Deck): Act[] {
  const { outline } = deck;
  const name = (field: string) => String(fieldOf(outline, `Engagement.${field}`) ?? '');
  const gap = (count: number, key: Parameters<Deck['say']>[0], who: string): Act[] =>
    count > 0 ? [{ what: deck.say(key, { count }), who }] : [];
  const settling = periodToSettle(outline);
  const failing = rowsOf(outline, 'checks').filter(({ cells }) => Number(cells.failing) > 0);
  const problems = (['Roi.Problem', 'Contract.Problem'] as const).flatMap((field): Act[] => {
    const problem = fieldOf(outline, field);
    return problem === null || fieldOf(outline, 'Engagement.Fee') === null
      ? []
      : [{ what: String(problem), who: name('Consultant') }];
  });
  return [
    ...(settling
      ? [
          {
            what: deck.say('slide.days.sign', { period: String(settling.cells.item ?? '') }),
            who: name('BusinessLead'),
          },
        ]
      : []),
    ...gap(outcome(outline, 'worse'), 'slide.days.worse', name('BusinessLead')),
    ...gap(
      isLive(outline)
        ? decidedOf(outline, 'function').filter(({ phase }) => phase === 'next').length
        : 0,
      'slide.days.next',
      name('Consultant'),
    ),
    ...gap(candidates(outline), 'deliver.next.maybe', name('BusinessLead')),
    ...gap(withoutTarget(outline).length, 'deliver.next.baselines', name('BusinessLead')),
    ...gap(withoutOwner(outline).length, 'deliver.next.owners', name('BusinessLead')),
    ...problems,
    ...(failing.length > 0
      ? [
          {
            what: deck.say('deliver.next.check', { check: String(failing[0]?.cells.check ?? '') }),
            who: name('Consultant'),
          },
        ]
      : []),
  ];
}
