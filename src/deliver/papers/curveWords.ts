import { share } from '../figures';
import type { Parts } from './parts';

interface Curve {
  mode: 'linear' | 'step';
  /** Attainment and payout share, ascending by attainment. */
  points: readonly (readonly [attainment: number, payout: number])[];
  deadband?: number;
}

/** What a curve pays, read out from its lowest point to its highest. */
export function curveInWords(parts: Parts, { mode, points, deadband }: Curve): string {
  const say = (key: 'below' | 'from' | 'rising' | 'beyond' | 'near', at: number, pays = 0) =>
    parts.say(`deliver.curve.${key}`, { at: share(at), pays: share(pays) });
  const [first, ...rest] = points;
  const last = points.at(-1);
  if (!first || !last) return '';
  return [
    say('below', first[0]),
    say('from', ...first),
    ...rest.map((point) => say(mode === 'step' ? 'from' : 'rising', ...point)),
    ...(mode === 'linear' || rest.length > 0 ? [say('beyond', ...last)] : []),
    ...(deadband !== undefined && deadband > 0 ? [say('near', deadband)] : []),
  ].join(' ');
}
