import { type Study, rowsIn } from '../../../office';
import { serialOfIso } from '../../../rules';
import type { MessageKey } from '../../../messages';
import type { CellValue, ValueKind } from '../../../workbook';
import { meant } from '../../parts/entry';
import { known, names, type Metric } from './metrics';

/** A reading as the workbook has it; `amount` is in the metric's unit. */
export interface Reading {
  id: string;
  date: number | null;
  amount: number | null;
  numerator: number | null;
  denominator: number | null;
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
      date: known(cells.date),
      amount: known(cells.amount),
      numerator: known(cells.numerator),
      denominator: known(cells.denominator),
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
  /** ISO text. */
  date: string;
  value: string;
  numerator: string;
  denominator: string;
  evidence: string;
  who: string;
}

export const emptyDraft: Draft = {
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
  metric: Pick<Metric, 'id' | 'unit' | 'aggregate'>;
  readings: readonly Reading[];
  /** The last day that counts, where someone set one. */
  asOf: number | null;
  today: number;
}

const kindOf = ({ unit }: Pick<Metric, 'unit'>): ValueKind =>
  unit === 'ratio' ? 'rate' : 'measure';

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
    metric.aggregate === 'ratio'
      ? {
          numerator: number('numerator', 'measure'),
          denominator: number('denominator', 'measure'),
        }
      : { value: number('value', kindOf(metric)) };
  if (parts.denominator === 0) problems.denominator = 'pane.value.reading.zero';
  const day = serialOfIso(draft.date);
  if (day === undefined) problems.date = 'pane.value.reading.noDate';

  const doubts: MessageKey[] = [];
  if (day !== undefined) {
    if (asOf !== null && day > asOf) doubts.push('pane.value.reading.afterAsOf');
    else if (asOf === null && day > today) doubts.push('pane.value.reading.toCome');
    if (readings.some(({ date }) => date === day)) doubts.push('pane.value.reading.sameDay');
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
        date: draft.date,
        ...(parts as Record<string, number>),
        evidence: draft.evidence.trim() || null,
        who: draft.who.trim() || null,
      },
    }),
  };
}
