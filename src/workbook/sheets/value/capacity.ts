import { years } from '../../../engagement/register';
import { payoffLevels } from '../../../rules/value/payoff';
import { curvePresets } from '../../bet';
import type { Context } from '../../context';

const count = (rows: object) => Object.keys(rows).length;

/** Rows in which realised value is worked out: metrics that are priced, at each of the days. */
export function realisedCapacity(context: Context): { periods: number; rows: number } {
  const { periods } = settlementCapacity(context);
  const metrics = Math.max(8, Object.keys(context.engagement.monetisation).length + 4);
  return { periods, rows: metrics * (1 + periods + years.length) };
}

/** Rows that the settlement has, so that terms and periods can be added without the add-in. */
export function settlementCapacity(context: Context): {
  terms: number;
  periods: number;
  rows: number;
} {
  const [terms, periods] = [count(context.engagement.terms), count(context.engagement.periods)];
  return {
    terms: Math.max(8, terms + 4),
    periods: Math.max(4, periods + 2),
    rows: Math.max(16, (terms + 2) * (periods + 1)),
  };
}

/** Rows that the payoff has: levels, and for each what the settlement has; and what may make it jump. */
export function payoffCapacity(context: Context) {
  const { terms, periods, rows } = settlementCapacity(context);
  const { engagement } = context;
  const presetPoints = curvePresets.reduce((sum, { points }) => sum + points.length, 0);
  const used = new Set(Object.values(engagement.terms).map(({ curve }) => curve));
  const ofUsed = Object.values(engagement.points).filter(({ curve }) => used.has(curve ?? null));
  const gates = Object.values(engagement.terms).filter(
    ({ gateLevel }) => typeof gateLevel === 'number',
  );
  return {
    levels: payoffLevels.length + 2 * Math.max(8, ofUsed.length + Math.min(gates.length, 3) + 6),
    lines: rows,
    periods,
    terms,
    points: presetPoints + 8 + count(engagement.points),
    curves: curvePresets.length + 4 + count(engagement.curves),
    bands: 6 + count(engagement.bands),
  };
}
