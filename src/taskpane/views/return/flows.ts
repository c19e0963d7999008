import { words } from '../../../engagement/register';
import { type Study, rowsIn } from '../../../office';
import { scale, ticks } from '../../parts/scale';

/** A line of cumulative net flows, one point a year. */
export interface Flow {
  /** As the workbook numbers scenarios: 1 conservative, 2 likely, 3 optimistic. */
  scenario: number;
  cumulative: number[];
}

/** Cumulative undiscounted net flows within the horizon, by scenario. */
export function flowsOf(study: Study): Flow[] {
  const flows = new Map<number, number[]>();
  for (const { cells } of rowsIn(study, 'roi.flows')) {
    const { scenario, inside, cumulative } = cells;
    if (inside !== 1 || typeof scenario !== 'number' || typeof cumulative !== 'number') continue;
    if (scenario > words.scenario.length) continue;
    flows.set(scenario, [...(flows.get(scenario) ?? []), cumulative]);
  }
  return [...flows].map(([scenario, cumulative]) => ({ scenario, cumulative }));
}

export const frame = { width: 318, height: 190, left: 46, right: 10, top: 14, bottom: 24 };

/** The axes of the flows in the frame's units; zero is always on them. */
export function axesOf(flows: readonly Flow[]) {
  const all = [0, ...flows.flatMap(({ cumulative }) => cumulative)];
  const levels = ticks(Math.min(...all), Math.max(...all));
  const last = Math.max(1, ...flows.map(({ cumulative }) => cumulative.length - 1));
  const [low, high] = [levels[0] as number, levels[levels.length - 1] as number];
  return {
    levels,
    last,
    x: scale([0, last], [frame.left, frame.width - frame.right]),
    y: scale([low, high], [frame.height - frame.bottom, frame.top]),
  };
}
