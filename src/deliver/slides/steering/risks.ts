import { fieldShown, share } from '../../figures';
import { fieldOf, itemsOf, rowsOf } from '../../outline';
import { fitted, sizeIn } from '../card';
import { inner, nameShown, page, sizes, type Deck, type Slide } from '../deck';
import { moneyOf } from '../selection';
import { worthOf } from '../trace';
import { isPriced, outcome, overloads, overloadSaid, withoutOwner, withoutTarget } from './facts';

interface Risk {
  /** How it stands: it has come true, it may, it is held. */
  state: 'true' | 'open' | 'held';
  risk: string;
  guard: string;
}

const mostRisks = 7;
const order = { true: 0, open: 1, held: 2 };

/** What may go wrong, as the figures tell it, and what stands against it. */
export function riskSlide(deck: Deck): void {
  const risks = risksOf(deck)
    .sort((a, b) => order[a.state] - order[b.state])
    .slice(0, mostRisks);
  if (risks.length === 0) return;
  const has = (state: Risk['state']) => risks.filter((one) => one.state === state).length;
  const slide = deck.slide(
    has('true') > 0
      ? deck.say('slide.title.risksTrue', { count: has('true'), open: has('open') })
      : has('open') > 0
        ? deck.say('slide.title.risks', { count: has('open') })
        : deck.say('slide.title.risksHeld', { count: has('held') }),
    ['checks', 'roi', 'metrics'],
  );
  const left = inner * 0.47;
  const heads = [deck.say('slide.risk.risk'), deck.say('slide.risk.guard')];
  heads.forEach((text, i) =>
    slide.addText(text, {
      x: page.left + (i === 0 ? 1.45 : 1.45 + left),
      y: page.top,
      w: 4,
      h: 0.32,
      margin: 0,
      bold: true,
      fontFace: deck.look.font,
      fontSize: sizes.body,
      color: deck.look.colors.accentDark,
    }),
  );
  const room = page.bottom - page.top - 0.4;
  const h = Math.min(1.3, room / risks.length - 0.1);
  // All in the size of the longest.
  const largest = Math.min(
    ...risks.flatMap(({ risk, guard }) => [
      sizeIn({ w: left - 0.2, h: h - 0.08 }, risk, true, 16),
      sizeIn({ w: inner - 1.57 - left, h: h - 0.08 }, guard, false, 16),
    ]),
  );
  const look = { h, left, largest };
  risks.forEach((risk, i) => row(deck, slide, risk, page.top + 0.4 + i * (h + 0.1), look));
}

interface RowLook {
  h: number;
  /** Width of what the risk is. */
  left: number;
  largest: number;
}

function row(deck: Deck, slide: Slide, risk: Risk, y: number, { h, left, largest }: RowLook): void {
  const { colors } = deck.look;
  const warns = risk.state === 'true';
  slide.addShape('rect', {
    x: page.left,
    y,
    w: inner,
    h,
    fill: { color: warns ? colors.warnPale : colors.band },
  });
  slide.addShape('roundRect', {
    x: page.left + 0.12,
    y: y + h / 2 - 0.16,
    w: 1.15,
    h: 0.32,
    fill: {
      color:
        risk.state === 'true'
          ? colors.warn
          : risk.state === 'open'
            ? colors.accentSoft
            : colors.accent,
    },
  });
  fitted(
    deck,
    slide,
    { x: page.left + 0.12, y: y + h / 2 - 0.16, w: 1.15, h: 0.32 },
    deck.say(`slide.risk.${risk.state}`),
    {
      largest: 12,
      bold: true,
      align: 'center',
      color: risk.state === 'open' ? colors.ink : colors.paper,
    },
  );
  const box = { y: y + 0.04, h: h - 0.08 };
  fitted(deck, slide, { ...box, x: page.left + 1.45, w: left - 0.2 }, risk.risk, {
    bold: true,
    largest,
  });
  fitted(
    deck,
    slide,
    { ...box, x: page.left + 1.45 + left, w: inner - 1.45 - left - 0.12 },
    risk.guard,
    { largest },
  );
}

function risksOf(deck: Deck): Risk[] {
  return [...outcomesOf(deck), ...moneyRisks(deck), ...planRisks(deck)];
}

/** What the readings say already. */
function outcomesOf(deck: Deck): Risk[] {
  const { outline } = deck;
  const guards = outcome(outline, 'guards');
  const worse = outcome(outline, 'worse');
  const breached = deck.say('list.guardStatus.breached');
  const metrics = itemsOf(outline, 'metric');
  const guarded = metrics.filter(({ row }) => String(row.guardStatus ?? '') !== '');
  const named = guarded.find(({ row }) => row.guardStatus === breached);
  const voids = rowsOf(outline, 'terms').filter(({ cells }) => cells.guardAction === 'void').length;
  return [
    ...(guards > 0
      ? [
          {
            state: 'true' as const,
            risk: named
              ? deck.say('slide.risk.breachedOf', { metric: nameShown(named.text), count: guards })
              : deck.say('slide.risk.breached', { count: guards }),
            guard:
              voids > 0
                ? deck.say('slide.guard.void', { count: voids })
                : deck.say('slide.guard.flag'),
          },
        ]
      : guarded.length > 0
        ? [
            {
              state: 'held' as const,
              risk: deck.say('slide.risk.bought'),
              guard: deck.say('slide.guard.held', { count: guarded.length }),
            },
          ]
        : []),
    ...(worse > 0
      ? [
          {
            state: 'true' as const,
            risk: deck.say('slide.risk.worse', { count: worse }),
            guard: deck.say('slide.guard.worse'),
          },
        ]
      : []),
  ];
}

/** Most of the value that may rest on one metric before it is a risk. */
const mostOnOne = 0.3;

function moneyRisks(deck: Deck): Risk[] {
  const { outline } = deck;
  if (!isPriced(outline)) return [];
  const even = fieldShown(outline, 'Roi.BreakEven');
  const low = rowsOf(outline, 'roi.scenarios')[0]?.cells.npv;
  const cash = fieldOf(outline, 'Roi.CashNpv');
  const net = Number(fieldOf(outline, 'Roi.NetValue'));
  const [dearest] = [...worthOf(deck)].sort(([, a], [, b]) => b - a);
  const names = new Map(itemsOf(outline, 'metric').map(({ id, text }) => [id, text]));
  const term = rowsOf(outline, 'terms').find(({ cells }) => cells.metric === dearest?.[0]);
  const [mover] = rowsOf(outline, 'roi.sensitivity').filter(
    ({ cells }) => typeof cells.swing === 'number' && cells.swing > 0,
  );
  const driver = rowsOf(outline, 'drivers').find(({ cells }) => cells.item === mover?.cells.item);
  return [
    ...(typeof low === 'number'
      ? [
          {
            state: low < 0 ? ('open' as const) : ('held' as const),
            risk: deck.say(low < 0 ? 'slide.risk.low' : 'slide.risk.lowHeld', {
              low: moneyOf(deck, low),
            }),
            guard: deck.say('slide.guard.even', { even }),
          },
        ]
      : []),
    ...(dearest && net > 0 && dearest[1] / net >= mostOnOne
      ? [
          {
            state: 'open' as const,
            risk: deck.say('slide.risk.one', {
              share: share(dearest[1] / net),
              metric: nameShown(names.get(dearest[0]) ?? ''),
            }),
            guard: term
              ? deck.say('slide.guard.term', { code: String(term.cells.code ?? '') })
              : deck.say('slide.guard.noTerm'),
          },
        ]
      : []),
    ...(mover
      ? [
          {
            state: 'open' as const,
            risk: deck.say('slide.risk.mover', {
              item: nameShown(String(mover.cells.item)),
              swing: moneyOf(deck, Number(mover.cells.swing)),
            }),
            guard: driver?.cells.source
              ? deck.say('slide.guard.source', {
                  source: String(driver.cells.source),
                  owner: String(driver.cells.owner ?? '–'),
                })
              : deck.say('slide.guard.measure'),
          },
        ]
      : []),
    ...(typeof cash === 'number' && cash < 0
      ? [
          {
            state: 'open' as const,
            risk: deck.say('slide.risk.cash', { cash: moneyOf(deck, cash) }),
            guard: deck.say('slide.guard.cash'),
          },
        ]
      : []),
  ];
}

/** What the plan still lacks. */
function planRisks(deck: Deck): Risk[] {
  const { outline } = deck;
  const open = (count: number, risk: string, guard: string): Risk[] =>
    count > 0 ? [{ state: 'open', risk, guard }] : [];
  const targets = withoutTarget(outline).length;
  const owners = withoutOwner(outline).length;
  const failing = rowsOf(outline, 'checks').filter(({ cells }) => Number(cells.failing) > 0);
  const [least, kept] = [
    fieldOf(outline, 'Engagement.AfterGoLiveShare'),
    fieldOf(outline, 'Budget.Share'),
  ];
  const isShort = typeof least === 'number' && typeof kept === 'number' && kept < least;
  const [over] = overloads(outline);
  return [
    ...(over
      ? open(
          1,
          deck.say('slide.risk.capacity', overloadSaid(deck, over)),
          deck.say('slide.guard.capacity'),
        )
      : []),
    ...open(
      failing.length,
      deck.say('slide.risk.checks', { count: failing.length }),
      String(failing[0]?.cells.check ?? ''),
    ),
    ...open(
      targets,
      deck.say('slide.risk.targets', { count: targets }),
      deck.say('slide.guard.targets'),
    ),
    ...open(
      owners,
      deck.say('slide.risk.owners', { count: owners }),
      deck.say('slide.guard.owners'),
    ),
    ...(typeof kept === 'number' && typeof least === 'number'
      ? [
          {
            state: isShort ? ('open' as const) : ('held' as const),
            risk: deck.say('slide.risk.budget'),
            guard: deck.say('slide.guard.budget', {
              share: fieldShown(outline, 'Budget.Share'),
              least: fieldShown(outline, 'Engagement.AfterGoLiveShare'),
            }),
          },
        ]
      : []),
  ];
}
