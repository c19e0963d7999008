/** Entries of lists that the payoff compares with. */
export interface PayoffWords {
  qualitative: string;
  share: string;
  cliff: string;
  whole: string;
  afterFee: string;
  withoutGain: string;
  byPeriod: string;
  line: string;
  yes: string;
}

/** 0 … 150 % in steps of 5. */
export const payoffLevels = Array.from({ length: 31 }, (_, i) => i / 20);
