import type { Driver, Metric } from '../catalog/schema';
import { say, type Context } from './context';

type Observed = NonNullable<Metric['observed']>[number];

/** Figures of fewer engagements than this would show one of them to the next client. */
export const fewestObserved = 5;

/**
 * What a firm's own engagements measured, a line for each currency: lowest, median and highest of each
 * figure that enough of them have. "" where there is none.
 */
export function observedLines(
  context: Context,
  { observed = [], unit }: Pick<Metric | Driver, 'observed' | 'unit'>,
): string {
  const currencies = new Set(observed.map(({ currency = '' }) => currency));
  return [...currencies]
    .flatMap((currency) => {
      const here = observed.filter((one) => (one.currency ?? '') === currency);
      const figures = (['value', 'baseline', 'actual'] as const).flatMap((figure) => {
        const range = rangeOf(here, figure, unit === 'ratio');
        if (range === undefined) return [];
        const label = figure === 'value' ? [] : [say(context, `value.observed.${figure}`)];
        return [[...label, range, ...(currency === '' ? [] : [currency])].join(' ')];
      });
      return figures.length === 0
        ? []
        : [say(context, 'value.observed', { figures: figures.join(' · ') })];
    })
    .join('\n');
}

function rangeOf(
  observed: readonly Observed[],
  figure: 'value' | 'baseline' | 'actual',
  isRate: boolean,
): string | undefined {
  const values = observed.flatMap((one) => one[figure] ?? []).sort((a, b) => a - b);
  if (values.length < fewestObserved) return undefined;
  const middle = values.length / 2;
  const median =
    ((values[Math.ceil(middle) - 1] as number) + (values[Math.floor(middle)] as number)) / 2;
  const ends = [values[0] as number, median, values.at(-1) as number];
  return `${ends.map((value) => (isRate ? `${plain(value * 100)}%` : plain(value))).join('–')} (n = ${values.length})`;
}

const plain = (value: number) =>
  value.toLocaleString('en-US', { maximumSignificantDigits: 4, maximumFractionDigits: 4 });
