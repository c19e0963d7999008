import { error, warning, type Problem } from '../problem';
import type { Catalog, Metric } from '../schema';

/** A share is written from 0 to 1; what is far beyond was meant in percent. */
export const mostTimes = 10;

function checkRanges({ id, ranges = [], direction, unit }: Metric): Problem[] {
  const sign = direction === 'higher' ? 1 : -1;
  return ranges.flatMap(({ low, typical, best, currency }, i) => {
    const values = [low, typical, best].filter((value) => value !== undefined);
    const at = { number: i + 1 };
    if (values.length === 0) return [error('range-empty', id, at)];
    const grows = values.every((value, j) => j === 0 || (value - values[j - 1]!) * sign >= 0);
    return [
      ...(grows ? [] : [error('range-order', id, at)]),
      ...(unit === 'ratio' && values.some((value) => Math.abs(value) > mostTimes)
        ? [warning('range-percent', id, at)]
        : []),
      ...((unit === 'money') === (currency !== undefined)
        ? []
        : [warning('range-currency', id, at)]),
    ];
  });
}

/** What others published can be looked up, and runs from worse to better. */
export function checkSources({ metrics, sources }: Catalog): Problem[] {
  const addresses = new Map(sources.map(({ id, url }) => [id, url]));
  return metrics.flatMap((metric) => [
    ...checkRanges(metric),
    ...(metric.ranges ?? []).flatMap(({ source }) =>
      addresses.has(source) && addresses.get(source) === undefined
        ? [error('range-without-address', metric.id, { source })]
        : [],
    ),
  ]);
}
