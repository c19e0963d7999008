/** House curves: points (attainment, payout share); see method.md for what the author says. */
export const curvePresets = [
  { id: 'all-or-nothing', mode: 'step', points: [[1, 1]] },
  {
    id: 'from-threshold',
    mode: 'linear',
    points: [
      [0.7, 0.7],
      [1, 1],
    ],
  },
  {
    id: 'tiers',
    mode: 'step',
    points: [
      [0.7, 0.5],
      [0.85, 0.75],
      [1, 1],
    ],
  },
  {
    id: 'stretch',
    mode: 'linear',
    points: [
      [0.7, 0.5],
      [1, 1],
      [1.25, 1.25],
    ],
  },
] as const satisfies readonly {
  id: string;
  mode: 'linear' | 'step';
  points: readonly (readonly [number, number])[];
}[];
