import { fieldShown, scaleOf, shown } from '../../figures';
import { fieldOf, rowsOf } from '../../outline';
import { columnsChart, labelShown, lines, tornado, unitSaid } from '../chart';
import { inner, nameShown, page, sizes, type Deck } from '../deck';
import { moneyOf } from '../selection';
import { isPriced } from './facts';

/** The return: cumulative cash in three scenarios, and what each is worth today. */
export function returnSlide(deck: Deck): void {
  const { outline } = deck;
  const npv = fieldOf(outline, 'Roi.Npv');
  if (!isPriced(outline) || typeof npv !== 'number') return;
  const scenarios = rowsOf(outline, 'roi.scenarios');
  const word = (i: number) =>
    outline.words.scenario?.[String(scenarios[i]?.cells.scenario)] ?? String(i + 1);
  const flows = rowsOf(outline, 'roi.flows').filter(
    ({ cells }) => cells.inside === 1 && typeof cells.cumulative === 'number',
  );
  const npvs = scenarios.map(({ cells }) => Number(cells.npv ?? 0));
  const scale = scaleOf(outline.lang, [
    ...npvs,
    ...flows.map(({ cells }) => Number(cells.cumulative)),
  ]);
  const low = scenarios[0]?.cells.npv;
  const payback = fieldOf(outline, 'Roi.Payback');
  const slide = deck.slide(
    deck.say(typeof payback === 'number' ? 'deliver.title.roi' : 'deliver.title.roiOpen', {
      npv: moneyOf(deck, npv),
      payback: shown(outline, { kind: 'number' }, payback),
      low: typeof low === 'number' ? moneyOf(deck, low) : String(low ?? ''),
    }),
    ['roi'],
  );
  const lead = deck.lead(
    slide,
    [fieldShown(outline, 'Roi.Convention'), unitSaid(deck, scale.word)].join(' · '),
  );
  const top = page.top + lead + 0.35;
  const left = inner * 0.6;
  const places = [
    { x: page.left, y: top, w: left, h: page.bottom - top },
    { x: page.left + left + 0.3, y: top, w: inner - left - 0.3, h: page.bottom - top },
  ] as const;
  (['slide.return.cumulative', 'slide.return.npv'] as const).forEach((key, i) => {
    const place = places[i]!;
    slide.addText(deck.say(key), {
      ...place,
      y: top - 0.35,
      h: 0.32,
      margin: 0,
      bold: true,
      fontFace: deck.look.font,
      fontSize: sizes.body,
      color: deck.look.colors.accentDark,
    });
  });
  lines(
    deck,
    slide,
    places[0],
    scenarios.map((_, i) => {
      const own = flows.filter(({ cells }) => cells.scenario === i + 1);
      return {
        name: word(i),
        labels: own.map(({ cells }) =>
          Number(cells.year) === 0
            ? deck.say('slide.return.start')
            : deck.say('slide.return.year', { year: Number(cells.year) }),
        ),
        values: own.map(({ cells }) => Number(cells.cumulative) / scale.unit),
      };
    }),
    scale.axis,
  );
  columnsChart(
    deck,
    slide,
    places[1],
    [
      {
        name: deck.say('slide.return.npv'),
        labels: scenarios.map((_, i) => word(i)),
        values: npvs.map((value) => value / scale.unit),
      },
    ],
    { format: scale.format, labelled: true, color: 'accent' },
  );
}

const mostMovers = 8;

/** What moves the return: NPV when each is 10 % worse and 10 % better. */
export function tornadoSlide(deck: Deck): void {
  const { outline } = deck;
  const movers = rowsOf(outline, 'roi.sensitivity')
    .filter(({ cells }) => typeof cells.swing === 'number' && cells.swing > 0)
    .slice(0, mostMovers);
  const npv = fieldOf(outline, 'Roi.Npv');
  const [first] = movers;
  if (!first || typeof npv !== 'number') return;
  const swings = movers.map(({ cells }) => Number(cells.swing));
  const scale = scaleOf(outline.lang, swings);
  const slide = deck.slide(
    deck.say('deliver.title.sensitivity', {
      item: nameShown(String(first.cells.item)),
      swing: moneyOf(deck, swings[0] ?? 0),
    }),
    ['roi'],
  );
  const lead = deck.lead(
    slide,
    deck.say('slide.tornado.lead', {
      npv: moneyOf(deck, npv),
      unit: unitSaid(deck, scale.word),
    }),
  );
  tornado(
    deck,
    slide,
    { x: page.left, y: page.top + lead, w: inner, h: page.bottom - page.top - lead },
    movers.map(({ cells }) => `${labelShown(String(cells.item))} · ${String(cells.kind ?? '')}`),
    swings.map((swing) => swing / scale.unit),
    scale.format,
  );
}
