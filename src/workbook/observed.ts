import type { Driver, Metric } from '../catalog/schema';
import { say, type Context } from './context';

type Observed = NonNullable<Metric['observed']>[number];

/** What earlier engagements measured, as a line under what a cell says anyway; "" where there is nothing. */
export function observedLine(
  context: Context,
  { observed = [], unit }: Pick<Metric | Driver, 'observed' | 'unit'>,
): string {
  const currencies = new Set(observed.map(({ currency = '' }) => currency));
  const parts = [...currencies].flatMap((currency) => {
    const here = observed.filter((one) => (one.currency ?? '') === currency);
    return (['value', 'baseline', 'actual'] as const).flatMap((figure) => {
      const range = rangeOf(here, figure, unit === 'ratio');
      if (range === undefined) return [];
      const amount = currency === '' ? range : `${range} ${currency}`;
      return [
        figure === 'value' ? amount : `${say(context, `value.observed.${figure}`)} ${amount}`,
      ];
    });
  });
  if (parts.length === 0) return '';
  const count = new Set(observed.map(({ engagement }) => engagement)).size;
  return `\n${say(context, 'value.observed', { count, figures: parts.join(' · ') })}`;
}

function rangeOf(
  observed: readonly Observed[],
  figure: 'value' | 'baseline' | 'actual',
  isRate: boolean,
): string | undefined {
  const values = observed.flatMap((one) => one[figure] ?? []);
  if (values.length === 0) return undefined;
  const ends = [...new Set([Math.min(...values), Math.max(...values)])];
  return ends.map((value) => (isRate ? `${plain(value * 100)}%` : plain(value))).join('–');
}

const plain = (value: number) =>
  value.toLocaleString('en-US', { maximumSignificantDigits: 4, maximumFractionDigits: 4 });
