import type { MessageParams } from '../../messages';
import { fieldOf } from '../outline';
import { shorten } from '../text';
import type { Deck, Slide } from './deck';
import { sizes } from './deck';
import { unseen, type SlideLook } from './look';

interface Place {
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface Series {
  name: string;
  labels: string[];
  values: number[];
}

/** What an item is called beside its bar. */
export const labelShown = (text: string, most = 28): string => shorten(text, most);

/** "CNY, M": in what the numbers of a chart are counted. */
export function unitSaid(deck: Deck, word: string): string {
  const currency = fieldOf(deck.outline, 'Engagement.Currency');
  if (currency === null && word === '') return '';
  const params: MessageParams = { currency: currency === null ? '' : String(currency), unit: word };
  return deck.say(word === '' ? 'slide.unitPlain' : 'slide.unit', params).trim();
}

const axis = (deck: Deck) => ({
  catAxisLabelFontFace: deck.look.font,
  catAxisLabelFontSize: sizes.least,
  catAxisLabelColor: deck.look.colors.ink,
  catAxisLineShow: false,
  valAxisLabelFontFace: deck.look.font,
  valAxisLabelFontSize: sizes.least,
  valAxisLabelColor: deck.look.colors.muted,
  valAxisLineShow: false,
  valGridLine: { color: deck.look.colors.line, size: 0.5 },
  catGridLine: { style: 'none' as const },
});

const legend = (deck: Deck, series: readonly Series[]) => ({
  showLegend: series.length > 1,
  legendPos: 't' as const,
  legendFontFace: deck.look.font,
  legendFontSize: sizes.least,
  legendColor: deck.look.colors.ink,
});

const labels = (deck: Deck, format: string) => ({
  showValue: true,
  dataLabelFormatCode: format,
  dataLabelFontFace: deck.look.font,
  dataLabelFontSize: sizes.least,
  dataLabelColor: deck.look.colors.ink,
});

const colorsOf = ({ look: { colors } }: Deck, series: readonly Series[]) =>
  perSeries([colors.accent, colors.accentSoft, colors.warn, colors.muted], series);

/** One colour a series: of more than there are series, pptxgenjs makes points where the schema has none. */
const perSeries = (colors: string[], { length }: readonly Series[]) => colors.slice(0, length);

/** Widest that a bar gets, inches: few bars in much room stay bars. */
const widestBar = 0.7;

/** The gap between bars, in percent of a bar, at which none is wider than that. */
const gapFor = (room: number, count: number, usual: number): number =>
  Math.min(500, Math.max(usual, Math.round(((room * 0.9) / count / widestBar - 1) * 100)));

/** A native bar chart whose values can be edited: bars across, the first one on top. */
export function bars(
  deck: Deck,
  slide: Slide,
  place: Place,
  series: Series[],
  format = '#,##0',
): void {
  slide.addChart('bar', series, {
    ...place,
    ...axis(deck),
    ...legend(deck, series),
    ...labels(deck, format),
    barDir: 'bar',
    barGapWidthPct: gapFor(place.h, series[0]?.labels.length ?? 1, 45),
    chartColors: colorsOf(deck, series),
    catAxisOrientation: 'maxMin' as 'minMax',
    catAxisLabelPos: 'low',
    valAxisHidden: true,
    valGridLine: { style: 'none' },
    dataLabelPosition: 'outEnd',
    // Every bar says what it is, on two lines if need be.
    catAxisLabelFrequency: '1',
  });
}

/** Bars across whose parts add up, each with its number where there is one. */
export function stacked(deck: Deck, slide: Slide, place: Place, series: Series[]): void {
  const { colors } = deck.look;
  slide.addChart('bar', series, {
    ...place,
    ...axis(deck),
    ...legend(deck, series),
    showLegend: true,
    ...labels(deck, '#,##0;-#,##0;;'),
    barDir: 'bar',
    barGrouping: 'stacked',
    barGapWidthPct: 45,
    chartColors: perSeries(
      [colors.accentPale, colors.accentSoft, colors.accentMid, colors.accent],
      series,
    ),
    catAxisOrientation: 'maxMin' as 'minMax',
    valAxisHidden: true,
    valGridLine: { style: 'none' },
  });
}

/** Bars whose parts add up. */
export function stackedBars(deck: Deck, slide: Slide, place: Place, series: Series[]): void {
  slide.addChart('bar', series, {
    ...place,
    ...axis(deck),
    ...legend(deck, series),
    barDir: 'bar',
    barGrouping: 'stacked',
    barGapWidthPct: 55,
    chartColors: perSeries([deck.look.colors.accentSoft, deck.look.colors.accent], series),
    catAxisOrientation: 'maxMin' as 'minMax',
    valAxisHidden: true,
    valGridLine: { style: 'none' },
  });
}

interface ColumnsLook {
  format?: string;
  /** Each column says its value, and there is no axis. */
  labelled?: boolean;
  color?: keyof SlideLook['colors'];
}

/** Columns side by side. */
export function columnsChart(
  deck: Deck,
  slide: Slide,
  place: Place,
  series: Series[],
  { format = '#,##0', labelled = false, color }: ColumnsLook = {},
): void {
  slide.addChart('bar', series, {
    ...place,
    ...axis(deck),
    ...legend(deck, series),
    barDir: 'col',
    barGapWidthPct: 60,
    chartColors: color ? [deck.look.colors[color]] : colorsOf(deck, series),
    catAxisLabelPos: 'low',
    valAxisLabelFormatCode: format,
    ...(labelled && {
      ...labels(deck, format),
      dataLabelPosition: 'outEnd' as const,
      valAxisHidden: true,
      valGridLine: { style: 'none' as const },
    }),
  });
}

/** Lines with a mark at each point: the worst case, the likely one, the best. */
export function lines(
  deck: Deck,
  slide: Slide,
  place: Place,
  series: Series[],
  format: string,
): void {
  const { colors } = deck.look;
  slide.addChart('line', series, {
    ...place,
    ...axis(deck),
    ...legend(deck, series),
    chartColors: [colors.warn, colors.accent, colors.muted],
    lineSize: 2.5,
    lineDataSymbol: 'circle',
    lineDataSymbolSize: 7,
    catAxisLabelPos: 'low',
    valAxisLabelFormatCode: format,
  });
}

/** A bar from zero, or one that starts where the bar before it ended. */
export interface Step {
  name: string;
  amount: number;
  total?: boolean;
}

interface Scale {
  unit: number;
  format: string;
}

/** How steps lead from one total to another: a stacked chart on parts that are not seen. */
export function waterfall(
  deck: Deck,
  slide: Slide,
  place: Place,
  steps: readonly Step[],
  { unit, format }: Scale,
): void {
  const number = numberIn(format);
  const names = steps.map(
    ({ name, amount, total }) => `${name}\n${number(amount / unit, total ?? false)}`,
  );
  const spans = spansOf(steps);
  const { colors } = deck.look;
  const kinds = [
    { name: deck.say('slide.bridge.total'), color: colors.accent, is: (step: Step) => step.total },
    {
      name: deck.say('slide.bridge.more'),
      color: colors.accentMid,
      is: (step: Step) => !step.total && step.amount >= 0,
    },
    {
      name: deck.say('slide.bridge.less'),
      color: colors.warn,
      is: (step: Step) => !step.total && step.amount < 0,
    },
  ];
  const series = [
    { name: deck.say('slide.bridge.base'), color: unseen, values: spans.map(({ base }) => base) },
    ...kinds.flatMap(({ name, color, is }) =>
      (['above', 'below'] as const).map((side) => ({
        name,
        color,
        values: spans.map((span, i) => (is(steps[i]!) ? span[side] : 0)),
      })),
    ),
  ].filter(({ values }, i) => i === 0 || values.some((value) => value !== 0));
  slide.addChart(
    'bar',
    series.map(({ name, values }) => ({
      name,
      labels: names,
      values: values.map((value) => value / unit),
    })),
    {
      ...place,
      ...axis(deck),
      barDir: 'col',
      barGrouping: 'stacked',
      barGapWidthPct: 35,
      chartColors: series.map(({ color }) => color),
      catAxisLabelPos: 'low',
      catAxisLabelFontSize: 14,
      valAxisHidden: true,
      valGridLine: { style: 'none' },
    },
  );
}

/** What of each bar is seen above and below zero, and how far from zero it begins. */
export function spansOf(steps: readonly Step[]): { base: number; above: number; below: number }[] {
  let level = 0;
  return steps.map(({ amount, total }) => {
    const [from, to] = total ? [0, amount] : [level, level + amount];
    level = to;
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    const base = low > 0 ? low : high < 0 ? high : 0;
    return {
      base,
      above: Math.max(high, 0) - Math.max(base, 0),
      below: Math.min(low, 0) - Math.min(base, 0),
    };
  });
}

/** Signed unless a total, with as many digits as the format of the chart. */
function numberIn(format: string) {
  const digits = format.split('.')[1]?.length ?? 0;
  const plain = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return (value: number, total: boolean): string => {
    const text = plain.format(Math.abs(value));
    return `${value < 0 ? '−' : total ? '' : '+'}${text}`;
  };
}

/** Bars to both sides of the middle: what each item takes away when worse and adds when better. */
export function tornado(
  deck: Deck,
  slide: Slide,
  place: Place,
  names: string[],
  swings: number[],
  format: string,
): void {
  const { colors } = deck.look;
  const series = [
    { name: deck.say('slide.tornado.worse'), labels: names, values: swings.map((one) => -one) },
    { name: deck.say('slide.tornado.better'), labels: names, values: swings },
  ];
  slide.addChart('bar', series, {
    ...place,
    ...axis(deck),
    ...legend(deck, series),
    ...labels(deck, `+${format};−${format};0`),
    barDir: 'bar',
    barOverlapPct: 100,
    barGapWidthPct: 40,
    chartColors: [colors.warn, colors.accent],
    dataLabelPosition: 'outEnd',
    catAxisOrientation: 'maxMin' as 'minMax',
    catAxisLabelPos: 'low',
    valAxisHidden: true,
    valGridLine: { style: 'none' },
  });
}
