/** What the sheets of the bet have in common: lists, curves that come with the product, tables. */

export const betLists = {
  yesNo: ['yes', 'no'],
  termKind: ['quantitative', 'qualitative', 'trend'],
  qualitativeRule: ['all', 'share'],
  guardAction: ['flag', 'void'],
  curveMode: ['linear', 'step'],
  instalmentKind: ['fixed', 'held'],
  limitScope: ['all', 'without-gain'],
  roundingMode: ['total', 'line'],
  hurdleKind: ['deductible', 'cliff'],
  gainBase: ['before-fee', 'after-fee'],
  bandMode: ['marginal', 'whole'],
} as const;

export const betTables = [
  'Instalments',
  'Bands',
  'Periods',
  'Terms',
  'Curves',
  'Criteria',
  'Settlement',
  'Statement',
  'Payoff',
  'PayoffTerms',
  'Ledger',
  'SignedTerms',
  'Checks',
  'DashboardLines',
  'DashboardValue',
  'DashboardPool',
] as const;

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
