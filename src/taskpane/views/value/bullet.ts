import type { Metric } from './metrics';

/** Shares of the width, from worse on the left to better on the right. */
export interface Bullet {
  baseline: number;
  target: number;
  /** undefined without a reading. */
  actual?: number;
  /** The actual lies further out than the picture reaches. */
  beyond?: 'worse' | 'better';
}

const farthest = 0.6;
const margin = 0.04;

/**
 * Baseline, target and actual on one scale on which right is better, whatever the metric's direction.
 * undefined while there is no way from baseline to target.
 */
export function bulletOf({ planned, improvement }: Pick<Metric, 'planned' | 'improvement'>) {
  if (planned === null || planned <= 0) return undefined;
  const come = improvement === null ? undefined : improvement / planned;
  const shown = come === undefined ? 0 : Math.min(1 + farthest, Math.max(-farthest, come));
  const [from, to] = [Math.min(0, shown) - margin, Math.max(1, shown) + margin];
  const at = (share: number) => (share - from) / (to - from);
  const bullet: Bullet = { baseline: at(0), target: at(1) };
  if (come !== undefined) bullet.actual = at(shown);
  if (come !== undefined && come !== shown) bullet.beyond = come < 0 ? 'worse' : 'better';
  return bullet;
}
