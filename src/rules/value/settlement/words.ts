/** The entries of lists that the settlement compares with, and what it answers, as the workbook words them. */
export interface SettlementWords {
  trend: string;
  qualitative: string;
  share: string;
  void: string;
  line: string;
  guard: { ok: string; breached: string; pending: string };
  gate: { pending: string; failed: string };
  reason: Record<Reason, string>;
  drift: string;
}

/** Why a row pays what it pays; exactly one holds for each row. */
export type Reason =
  | 'signed'
  | 'gateFailed'
  | 'gatePending'
  | 'guardVoid'
  | 'lapsed'
  | 'notDue'
  | 'unjudged'
  | 'noMetric'
  | 'noCurve'
  | 'noBaseline'
  | 'notBetter'
  | 'fewReadings'
  | 'noReading'
  | 'unfavourable'
  | 'interim'
  | 'belowFirst'
  | 'notPassed'
  | 'final';
