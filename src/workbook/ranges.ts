import type { Metric, Range } from '../catalog/schema';
import { read, say, type Context } from './context';
import { ownLines } from './ownRanges';

/**
 * Where others stand, a line each: figures, of whom, since when, who says so and where; below them what a
 * firm's own engagements measured. "" without any.
 */
export function rangeLines(context: Context, metric: Metric): string {
  const { ranges = [], unit } = metric;
  const published = ranges.map((range) => lineOf(context, range, unit === 'ratio'));
  return [...published, ownLines(context, metric)].filter(Boolean).join('\n');
}

function lineOf(context: Context, range: Range, isRate: boolean): string {
  const { currency, population, year, n, strength, note } = range;
  const source = context.catalog.sources.find(({ id }) => id === range.source);
  const figures = (['low', 'typical', 'best'] as const).flatMap((part) => {
    const value = range[part];
    return value === undefined
      ? []
      : [say(context, `value.range.${part}`, { value: figure(value, isRate) })];
  });
  const who = [
    read(context, population),
    String(year),
    ...(n === undefined ? [] : [`n = ${n}`]),
    say(context, `value.range.${strength}`),
  ];
  return say(context, 'value.range.line', {
    figures: [figures.join(' · '), ...(currency === undefined ? [] : [currency])].join(' '),
    who: who.join(say(context, 'value.range.comma')),
    source: [source?.title ?? range.source, source?.url ?? ''].filter(Boolean).join(' '),
    note: note ? ` ${read(context, note)}` : '',
  });
}

const figure = (value: number, isRate: boolean) => {
  const plain = (isRate ? value * 100 : value).toLocaleString('en-US', {
    maximumSignificantDigits: 6,
  });
  return isRate ? `${plain}%` : plain;
};

/**
 * The best of all that others published; undefined where nobody names one. Amounts in another
 * currency or year are read beside one's own, not compared with them.
 */
export function bestSeen({ ranges = [], direction }: Metric): number | undefined {
  const seen = ranges.flatMap(({ best, currency }) => (currency === undefined ? (best ?? []) : []));
  if (seen.length === 0) return undefined;
  return direction === 'lower' ? Math.min(...seen) : Math.max(...seen);
}
