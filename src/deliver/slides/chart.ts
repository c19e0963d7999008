import { shorten } from '../text';
import type { Deck, Slide } from './deck';
import { sizes } from './deck';

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
export const labelShown = (text: string): string => shorten(text, 28);

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

const colorsOf = ({ look: { colors } }: Deck) => [
  colors.accent,
  colors.accentSoft,
  colors.warn,
  colors.muted,
];

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
    barDir: 'bar',
    barGapWidthPct: 45,
    chartColors: series.length > 1 ? colorsOf(deck) : [deck.look.colors.accent],
    catAxisOrientation: 'maxMin' as 'minMax',
    valAxisHidden: true,
    valGridLine: { style: 'none' },
    showValue: true,
    dataLabelFormatCode: format,
    dataLabelFontFace: deck.look.font,
    dataLabelFontSize: sizes.least,
    dataLabelColor: deck.look.colors.ink,
    dataLabelPosition: 'outEnd',
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
    chartColors: [deck.look.colors.accentSoft, deck.look.colors.accent],
    catAxisOrientation: 'maxMin' as 'minMax',
    valAxisHidden: true,
    valGridLine: { style: 'none' },
  });
}

/** Columns side by side. */
export function columnsChart(
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
    barDir: 'col',
    barGapWidthPct: 60,
    chartColors: colorsOf(deck),
    catAxisLabelPos: 'low',
    valAxisLabelFormatCode: format,
  });
}

/** @param axisTitle what the labels count */
export function lines(
  deck: Deck,
  slide: Slide,
  place: Place,
  series: Series[],
  axisTitle: string,
  format = '#,##0',
): void {
  slide.addChart('line', series, {
    ...place,
    ...axis(deck),
    ...legend(deck, series),
    chartColors: [deck.look.colors.accent, deck.look.colors.warn, deck.look.colors.muted],
    lineSize: 2.5,
    lineDataSymbol: 'none',
    catAxisLabelPos: 'low',
    catAxisLabelFrequency: '5',
    showCatAxisTitle: true,
    catAxisTitle: axisTitle,
    catAxisTitleFontFace: deck.look.font,
    catAxisTitleFontSize: sizes.least,
    catAxisTitleColor: deck.look.colors.muted,
    valAxisLabelFormatCode: format,
  });
}
