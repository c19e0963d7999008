import { scale } from '../../parts/scale';
import type { Metric } from './metrics';
import type { Reading } from './reading';

export interface Trend {
  points: { x: number; y: number; date: number; amount: number }[];
  /** Where the lines of baseline and target lie; undefined while they are not agreed. */
  baseline?: number;
  target?: number;
}

export const frame = { width: 318, height: 132, left: 6, right: 8, top: 20, bottom: 34 };

/** Readings over time in the frame's units, each as baseline and target are stated. */
export function trendOf(
  metric: Pick<Metric, 'adjusted' | 'target'>,
  readings: readonly Reading[],
): Trend {
  const measured = readings
    .flatMap(({ date, rate }) => (date === null || rate === null ? [] : [{ date, amount: rate }]))
    .sort((a, b) => a.date - b.date);
  const lines = [metric.adjusted, metric.target].filter((one) => one !== null);
  const all = [...lines, ...measured.map(({ amount }) => amount)];
  const dates = measured.map(({ date }) => date);
  const y = scale([Math.min(...all), Math.max(...all)], [frame.height - frame.bottom, frame.top]);
  const [from, to] = [Math.min(...dates), Math.max(...dates)];
  const x =
    from === to
      ? () => frame.width / 2
      : scale([from, to], [frame.left, frame.width - frame.right]);
  return {
    points: measured.map(({ date, amount }) => ({ x: x(date), y: y(amount), date, amount })),
    ...(metric.adjusted !== null && { baseline: y(metric.adjusted) }),
    ...(metric.target !== null && { target: y(metric.target) }),
  };
}
