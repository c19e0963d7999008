/** Entries of lists and words that the statement compares with or answers. */
export interface StatementWords {
  yes: string;
  cliff: string;
  whole: string;
  afterFee: string;
  withoutGain: string;
  byPeriod: string;
  unknownValue: string;
  notDue: string;
  signed: string;
  due: string;
  current: string;
  toCome: string;
}
