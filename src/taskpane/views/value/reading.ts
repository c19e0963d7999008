import { type Study, rowsIn } from '../../../office';
import { serialOfIso } from '../../../rules';
import type { MessageKey } from '../../../messages';
import type { CellValue, ValueKind } from '../../../workbook';
import { meant } from '../../parts/entry';
import { known, names, type Metric } from './metrics';

/** A reading as the workbook has it; `amount` is in the metric's unit. */
export interface Reading {
  id: string;
  /** First day that it speaks of. */
  from: number | null;
  /** The same where it was typed; null where it follows from the reading before. */
  stated: number | null;
  date: number | null;
  /** Months from there to its day; null while it does not count. */
  months: number | null;
  amount: number | null;
  numerator: number | null;
  denominator: number | null;
  /** As baseline and target are stated: of a flow, for its base months. */
  rate: number | null;
  evidence: string;
  who: string;
  /** Why it does not count, in the workbook's words; "" when it does. */
  problem: string;
}

/** A metric's readings, the newest first. */
export const readingsOf = (study: Study, metric: Pick<Metric, 'id' | 'name'>): Reading[] =>
  rowsIn(study, 'readings')
    .filter(({ cells }) => names(cells.metric, metric))
    .map(({ id, cells }) => ({
      id,
      from: known(cells.spanFrom),
      stated: known(cells.from),
      date: known(cells.date),
      months: known(cells.months),
      amount: known(cells.amount),
      numerator: known(cells.numerator),
      denominator: known(cells.denominator),
      rate: known(cells.rate),
      evidence: String(cells.evidence ?? ''),
      who: String(cells.who ?? ''),
      problem: String(cells.status ?? ''),
    }))
    .sort((a, b) => (b.date ?? Infinity) - (a.date ?? Infinity));

/** Readings that a metric's actual is made of. */
export const inWindow = (
  readings: readonly Reading[],
  { window, at }: Pick<Metric, 'window' | 'at'>,
  from: number,
): Reading[] =>
  readings.filter(
    ({ date, problem }) =>
      problem === '' &&
      date !== null &&
      at !== null &&
      date <= at &&
      (window === null || date > from),
  );

/** What is typed of a new reading. */
export interface Draft {
  /** ISO texts. */
  from: string;
  date: string;
  value: string;
  numerator: string;
  denominator: string;
  evidence: string;
  who: string;
}

export const emptyDraft: Draft = {
  from: '',
  date: '',
  value: '',
  numerator: '',
  denominator: '',
  evidence: '',
  who: '',
};

type Problems = Partial<Record<keyof Draft, MessageKey>>;

interface Checked {
  /** What keeps it from being added, by field. */
  problems: Problems;
  /** What is odd about its day; it may be added all the same. */
  doubts: MessageKey[];
  /** The cells of the row; undefined while there are problems. */
  cells?: Record<string, CellValue>;
  /** In the metric's unit; undefined while it is not known. */
  amount?: number;
}

interface Around {
  metric: Pick<Metric, 'id' | 'unit' | 'measure'>;
  readings: readonly Reading[];
  /** The last day that counts, where someone set one. */
  asOf: number | null;
  today: number;
}

const kindOf = ({ unit }: Pick<Metric, 'unit'>): ValueKind =>
  unit === 'ratio' ? 'rate' : 'measure';

/** Figures over twelve months overlap by their nature. */
const isFree = ({ measure }: Pick<Metric, 'measure'>) => measure !== 'rolling';

/**
 * Whether a new reading counts time that one of the others counts. A later one that does not say
 * where it begins will begin after the new one.
 */
function overlaps(readings: readonly Reading[], from: number | null, day: number): boolean {
  return readings.some(
    (one) =>
      one.date !== null &&
      (one.date < day
        ? from !== null && from <= one.date
        : one.stated !== null && one.stated <= day),
  );
}

/** Whether a reading can be added, in words. */
export function check(draft: Draft, { metric, readings, asOf, today }: Around): Checked {
  const problems: Problems = {};
  const number = (field: 'value' | 'numerator' | 'denominator', kind: ValueKind) => {
    const said = meant(kind, draft[field]);
    if (typeof said === 'number') return said;
    problems[field] = said === null ? 'pane.value.reading.missing' : 'pane.input.number';
    return undefined;
  };
  const parts: Record<string, number | undefined> =
    metric.measure === 'ratio'
      ? {
          numerator: number('numerator', 'measure'),
          denominator: number('denominator', 'measure'),
        }
      : { value: number('value', kindOf(metric)) };
  if (parts.denominator === 0) problems.denominator = 'pane.value.reading.zero';
  const day = serialOfIso(draft.date);
  if (day === undefined) problems.date = 'pane.value.reading.noDate';
  const from = draft.from === '' ? null : serialOfIso(draft.from);
  if (from === undefined || (from !== null && day !== undefined && from > day))
    problems.from = 'pane.value.reading.wrongFrom';

  const doubts: MessageKey[] = [];
  if (day !== undefined) {
    if (asOf !== null && day > asOf) doubts.push('pane.value.reading.afterAsOf');
    else if (asOf === null && day > today) doubts.push('pane.value.reading.toCome');
    if (readings.some(({ date }) => date === day)) doubts.push('pane.value.reading.sameDay');
    else if (isFree(metric) && overlaps(readings, from ?? null, day))
      doubts.push('pane.value.reading.overlap');
  }
  const amount =
    parts.value ?? (parts.denominator ? (parts.numerator ?? NaN) / parts.denominator : undefined);
  return {
    problems,
    doubts,
    ...(amount !== undefined && Number.isFinite(amount) && { amount }),
    ...(Object.keys(problems).length === 0 && {
      cells: {
        metric: metric.id,
        ...(draft.from !== '' && { from: draft.from }),
        date: draft.date,
        ...(parts as Record<string, number>),
        evidence: draft.evidence.trim() || null,
        who: draft.who.trim() || null,
      },
    }),
  };
}
