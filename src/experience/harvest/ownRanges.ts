import type { Metric } from '../../catalog/schema';

type Observed = NonNullable<Metric['observed']>;
type Own = NonNullable<Metric['own']>;

/** Figures of fewer engagements than this would show one of them to the next client. */
const fewest = 5;

/**
 * What single engagements measured, put together: lowest, median and highest of each figure and currency that
 * enough engagements have. An engagement counts once, by what was accepted of it last.
 */
export function ownRanges(accepted: Observed): Own {
  const observed = [...new Map(accepted.map((one) => [one.engagement, one])).values()];
  const currencies = [...new Set(observed.map(({ currency }) => currency))];
  return currencies.flatMap((currency) =>
    (['value', 'baseline', 'actual'] as const).flatMap((figure): Own => {
      const values = observed
        .filter((one) => one.currency === currency)
        .flatMap((one) => one[figure] ?? [])
        .sort((a, b) => a - b);
      const n = values.length;
      if (n < fewest) return [];
      const at = (place: number) => values[place] as number;
      const median = (at(Math.ceil(n / 2) - 1) + at(Math.floor(n / 2))) / 2;
      const range = { n, low: at(0), median, high: at(n - 1) };
      return [{ figure, ...(currency !== undefined && { currency }), ...range }];
    }),
  );
}
