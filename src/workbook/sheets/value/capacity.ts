import { years } from '../../../engagement/register';
import { payoffLevels } from '../../../rules/value/payoff';
import { curvePresets } from '../../bet';
import type { Context } from '../../context';

const count = (rows: object) => Object.keys(rows).length;

/** Rows in which realised value is worked out: metrics that are priced, at each of the days. */
export function realisedCapacity(context: Context): { periods: number; rows: number } {
  const { periods } = settlementCapacity(context);
  const metrics = Math.max(4, count(context.engagement.monetisation) + 2);
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

/**
 * Rows that the payoff has. Its lines stand once at every level, so that it has room for one more
 * term or period and three more steps; beyond, a check asks for a layout.
 */
export function payoffCapacity(context: Context) {
  const { engagement } = context;
  const { terms: termRows, periods: periodRows } = settlementCapacity(context);
  const terms = Math.max(1, count(engagement.terms));
  const periods = Math.max(1, count(engagement.periods));
  const presetPoints = curvePresets.reduce((sum, { points }) => sum + points.length, 0);
  return {
    levels: payoffLevels.length + 2 * (stepCount(context) + 3),
    /** A term in a period each. */
    lines: terms * periods + Math.max(terms, periods),
    periods: periods + 1,
    /** Rows of other tables that may hold a step. */
    steps: {
      terms: termRows,
      periods: periodRows,
      points: presetPoints + 8 + count(engagement.points),
      curves: curvePresets.length + 4 + count(engagement.curves),
      bands: 6 + count(engagement.bands),
    },
  };
}

/** How many attainments there are at which an amount may jump; see `rules/value/payoff/steps`. */
function stepCount({ engagement }: Context): number {
  const terms = Object.values(engagement.terms);
  const used = new Set(terms.map(({ curve }) => curve));
  const isUsed = ({ curve }: { curve?: unknown }) => used.has((curve ?? null) as string | null);
  const at = new Set<unknown>([
    1,
    ...curvePresets
      .filter(({ id }) => used.has(id))
      .flatMap(({ points }) => points.map(([a]) => a)),
    ...Object.values(engagement.points)
      .filter(isUsed)
      .map(({ attainment }) => attainment),
    ...terms.map(({ gateLevel }) => gateLevel),
  ]);
  const bands = Object.values(engagement.curves).filter(
    ({ name, deadband }) => used.has(name) && typeof deadband === 'number',
  );
  const { hurdleKind, guarantee, bandMode } = engagement.settings;
  const ofPeriod =
    (hurdleKind === 'cliff' ? 1 : 0) +
    (typeof guarantee === 'number' ? 1 : 0) +
    (bandMode === 'whole' ? count(engagement.bands) : 0);
  return at.size + 2 * bands.length + ofPeriod * count(engagement.periods);
}
