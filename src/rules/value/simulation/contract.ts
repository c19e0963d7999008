/** What of a contract decides what it pays. */

export interface SimulatedCurve {
  mode: 'linear' | 'step';
  /** (attainment, payout share), ascending. */
  points: readonly (readonly [number, number])[];
  deadband?: number;
}

export interface SimulatedTerm {
  weight: number;
  /** Terms that follow one metric share its draws. */
  metric?: string;
  /** Without a curve the term is qualitative: judged already, or it passes with a chance. */
  curve?: SimulatedCurve;
  level?: number;
  passChance?: number;
  /** Qualitative: pays the share passed, not all or nothing. */
  byShare?: boolean;
  cap?: number;
  gateLevel?: number;
  /** Group that a gate voids; undefined: every term. */
  gates?: string;
  group?: string;
}

export interface SimulatedMetric {
  /** Attainment: fraction of the planned improvement. */
  low: number;
  likely: number;
  high: number;
  /** Net value at attainment 1, of each period; absent: not priced. */
  value?: readonly number[];
}

export interface SimulatedPeriod {
  /** Share of the pool that the period can earn. */
  share: number;
  /** Share of the fixed instalments that have fallen due by its date; all of them by the last. */
  fixed: number;
  /** Value below which nothing is shared. */
  hurdle?: number;
}

export interface SimulatedContract {
  fee: number;
  shareAtRisk: number;
  digits: number;
  /** In the order of their dates; one final period when absent. */
  periods?: readonly SimulatedPeriod[];
  floor?: number;
  cap?: number;
  limitsWithoutGain?: boolean;
  /** Floor and cap hold for each period by itself. */
  limitsByPeriod?: boolean;
  /** Each amount is rounded by itself. */
  byLine?: boolean;
  /** Payout share at which a later period earns back what was forfeited. */
  earnBackLevel?: number;
  cliff?: boolean;
  afterFee?: boolean;
  whole?: boolean;
  highWaterMark?: boolean;
  bands: readonly { from: number; share: number }[];
  gainCap?: number;
  guarantee?: number;
  shortfallFixed?: number;
  shortfallRate?: number;
  lossLimit?: number;
  terms: readonly SimulatedTerm[];
  metrics: Readonly<Record<string, SimulatedMetric>>;
}
