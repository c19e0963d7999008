import type { Outcomes } from '../../../../office';

/** One side's outcome at each attainment; levels where it is not known are left out. */
export interface Line {
  points: { level: number; value: number }[];
  /** What it is held against: the fixed fee, or nothing gained. */
  against: number;
}

const lineOf = (levels: Outcomes['levels'], side: 'income' | 'client', against: number): Line => ({
  points: levels.flatMap((row) => {
    const value = row[side];
    return typeof value === 'number' ? [{ level: row.level, value }] : [];
  }),
  against,
});

export const vendorLine = ({ levels }: Outcomes, fee: number): Line =>
  lineOf(levels, 'income', fee);
export const clientLine = ({ levels }: Outcomes): Line => lineOf(levels, 'client', 0);

/** Least and most that a panel has to show, with some room; never of no height. */
export function rangeOf({ points, against }: Line): [from: number, to: number] {
  const values = [...points.map(({ value }) => value), against];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = (most - least || Math.abs(most) || 1) * 0.12;
  return [least - room, most + room];
}
