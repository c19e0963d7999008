import { Failure } from '../messages';
import {
  equal,
  isoOf,
  literal,
  num,
  serialOfIso,
  when,
  type Expression,
  type Num,
  type Value,
} from '../rules';
import {
  compute,
  type CellValue,
  type Computed,
  type RowSpec,
  type WorkbookSpec,
} from '../workbook';
import { withField, withFormula, withRows } from './changed';

/**
 * Why an amount is another. contract: fee, terms, curves and what else was agreed or valued ·
 * adjustment: of baselines · correction: of readings that had counted · time: days and
 * instalments that fell due, and what lapsed · reading: what was read since · settled: signed since
 */
export type Cause = 'contract' | 'adjustment' | 'correction' | 'time' | 'reading' | 'settled';

export interface BridgeItem {
  cause: Cause;
  /** The metric that was read. */
  title?: string;
  amount: number;
}

/** The amount due on two days, and what lies between: the items add up to the difference exactly. */
export interface Bridge {
  from: BridgeEnd;
  to: BridgeEnd;
  /** By cause, in the order in which the steps were taken; those that change nothing are left out. */
  items: BridgeItem[];
}

export interface BridgeEnd {
  /** ISO day. */
  day: string;
  amount: number;
  /** By its number, where the amount is what it settled. */
  signature?: number;
}

/** Where a bridge begins or ends: an ISO day, or a signature by its number. */
export type Moment = { day: string } | { signature: number };

export interface BridgeOptions {
  /** The row of its sheet, counted from 1, in which a table's body starts. */
  first?: (table: string) => number;
  /** Waited for between steps, so that a page can answer. */
  pause?: () => Promise<void>;
}

type Cells = RowSpec['cells'];
const numberOf = (value: CellValue | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

/** So many metrics are told apart; what the others' readings change is one item. */
const metricsApart = 12;
/** Every step evaluates the rules anew: of more readings than these, all metrics are one step. */
const fewReadings = 10_000;

interface Step {
  item: Omit<BridgeItem, 'amount'>;
  /** What is due once the step is taken. */
  due: () => number;
}

/**
 * The steps from one amount due to a later one, each the difference that it makes to the same rules:
 * first what was changed of what counted then, then the days, then the readings of each metric, then
 * what was signed. What was changed after a signature that the bridge ends with is taken off again.
 * @param spec described and filled with what people said
 * @param until the workbook's own day when absent
 * @throws Failure where there is no such signature, no amount on one of the days, or the end comes first
 */
export async function bridgeOf(
  spec: WorkbookSpec,
  since: Moment,
  until?: Moment,
  { first, pause }: BridgeOptions = {},
): Promise<Bridge> {
  const work = (changed: WorkbookSpec) => compute(changed, first);
  const onDay = (one: WorkbookSpec, day: number) => work(withField(one, 'Value.AsOf', day));
  const now = work(spec);
  const [early, late] = [since, until].map((end) =>
    end && 'signature' in end ? signatureOf(spec, end.signature) : undefined,
  );
  const dayIn = (end: Moment, signed?: Cells) =>
    signed ? Number(signed.asOf) : dayOf('day' in end ? end.day : '');
  const from = dayIn(since, early);
  const to = until ? dayIn(until, late) : Number(now.name('Contract.At'));
  if (to < from || (early && late && Number(late.no) <= Number(early.no)))
    throw new Failure('explain-order', { from: isoOf(from), to: isoOf(to) });
  const digits = Number(now.name('Contract.MinorDigits')) || 0;

  const then = signaturesUntil(spec, from, early);
  const unread = withRows(then, 'Readings', ({ date }) => !(Number(date) > from));
  const last = until ? signaturesUntil(spec, to, late) : spec;
  const steps: Step[] = [];
  const step = (cause: Cause, next: () => WorkbookSpec, day: number, title?: string) =>
    steps.push({
      item: { cause, ...(title !== undefined && { title }) },
      due: () => dueIn(onDay(next(), day), day),
    });
  /** The settlement with columns as a signature has them. */
  const asSigned = (one: WorkbookSpec, { no }: Cells, day: number, columns: readonly Frozen[]) => {
    const terms = frozenTerms(spec, Number(no));
    const computed = onDay(one, day);
    return columns.reduce((next, column) => frozen(next, computed, terms, column), one);
  };
  let start: number;
  if (early) {
    start = Number(early.amount ?? 0);
    step('contract', () => asSigned(unread, early, from, ['baseline', 'actual']), from);
    step('adjustment', () => asSigned(unread, early, from, ['actual']), from);
    step('correction', () => unread, from);
  } else start = dueIn(onDay(unread, from), from);
  step('time', () => unread, to);
  for (const { metric, spec: next } of readingSteps(spec, then, from, to))
    step('reading', () => next, to, metric === undefined ? undefined : metricTitle(spec, metric));
  step('settled', () => last, to);
  if (late) {
    step('correction', () => asSigned(last, late, to, ['actual']), to);
    step('adjustment', () => asSigned(last, late, to, ['baseline', 'actual']), to);
    steps.push({ item: { cause: 'contract' }, due: () => Number(late.amount ?? 0) });
  }

  const unit = 10 ** digits;
  const minor = (amount: number) => Math.round(amount * unit);
  const items = new Map<string, BridgeItem>();
  let before = minor(start);
  for (const { item, due } of steps) {
    const after = minor(due());
    const key = JSON.stringify(item);
    const amount = minor(items.get(key)?.amount ?? 0) + after - before;
    items.set(key, { ...item, amount: amount / unit });
    before = after;
    await pause?.();
  }
  const signed = (cells: Cells | undefined) => (cells ? { signature: Number(cells.no) } : {});
  return {
    from: { day: isoOf(from), amount: start, ...signed(early) },
    to: { day: isoOf(to), amount: before / unit, ...signed(late) },
    items: [...items.values()].filter(({ amount }) => amount !== 0),
  };
}

/** The workbook with the readings of one metric more in each step; the last brings all that are left. */
function readingSteps(spec: WorkbookSpec, then: WorkbookSpec, from: number, to: number) {
  const read = metricsRead(spec, from, to);
  const count = rowsOf(spec, 'Readings').length > fewReadings ? 1 : metricsApart;
  return read.slice(0, count).map((metric, i) => {
    const isLast = i === count - 1;
    const known = new Set(read.slice(0, i + 1));
    const next = isLast
      ? then
      : withRows(
          then,
          'Readings',
          (cells) => Number(cells.date) <= from || known.has(cells.metric ?? null),
        );
    return { spec: next, ...((!isLast || read.length === count) && { metric }) };
  });
}

const dayOf = (day: string): number => serialOfIso(day) ?? 0;

/** 0 before anything can be due. @throws Failure where a reason stands instead of the amount */
function dueIn(computed: Computed, day: number): number {
  const due = computed.name('Statement.Due');
  if (typeof due === 'number') return due;
  const reason: Value = computed.name('Contract.Problem');
  const told = typeof reason === 'string' && reason !== '' ? reason : due;
  if (typeof told !== 'string' || told === '') return 0;
  throw new Failure('explain-no-amount', { day: isoOf(day), reason: told });
}

const rowsOf = (spec: WorkbookSpec, table: string): RowSpec[] =>
  spec.sheets
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'table' && block.name === table ? block.rows : []));

function signatureOf(spec: WorkbookSpec, no: number): Cells {
  const found = rowsOf(spec, 'Ledger').find(({ cells }) => cells.no === no);
  if (!found) throw new Failure('explain-no-signature', { no });
  return found.cells;
}

/** The ledger as it stood on a day, or before a signature was given. */
function signaturesUntil(spec: WorkbookSpec, day: number, before: Cells | undefined): WorkbookSpec {
  const isKept = ({ no, asOf }: Cells): boolean =>
    before
      ? Number(no) < Number(before.no) && no !== before.supersedes
      : (numberOf(asOf) ?? 0) <= day;
  const kept = new Set(
    rowsOf(spec, 'Ledger')
      .filter(({ cells }) => numberOf(cells.no) !== undefined && isKept(cells))
      .map(({ cells }) => cells.no),
  );
  const ledger = withRows(spec, 'Ledger', ({ no }) => kept.has(no));
  return withRows(ledger, 'SignedTerms', ({ signature }) => kept.has(signature));
}

const frozenTerms = (spec: WorkbookSpec, signature: number): Cells[] =>
  rowsOf(spec, 'SignedTerms')
    .map(({ cells }) => cells)
    .filter((cells) => cells.signature === signature);

type Frozen = 'baseline' | 'actual';

/** The settlement with a column as it was signed, in the rows that were. */
function frozen(
  spec: WorkbookSpec,
  computed: Computed,
  terms: readonly Cells[],
  column: Frozen,
): WorkbookSpec {
  return withFormula(spec, 'Settlement', column, (rule) =>
    terms.reduce<Expression>((rest, cells) => {
      const value = numberOf(cells[column]);
      const no = rowsOf(spec, 'Settlement').findIndex(
        (_, row) =>
          computed.cell('Settlement', row, 'period') === cells.period &&
          computed.cell('Settlement', row, 'code') === cells.term,
      );
      if (value === undefined || no < 0) return rest;
      return when(equal(num('no'), no + 1), literal(value), rest as Num);
    }, rule),
  );
}

/**
 * The metrics with readings after one day and up to another: first those that are bet on, else in the
 * order of their readings.
 */
function metricsRead(spec: WorkbookSpec, from: number, to: number): CellValue[] {
  const bet = new Set(rowsOf(spec, 'Terms').map(({ cells }) => cells.metric ?? null));
  const read = new Set(
    rowsOf(spec, 'Readings')
      .filter(({ cells }) => Number(cells.date) > from && Number(cells.date) <= to)
      .map(({ cells }) => cells.metric ?? null),
  );
  return [...read].sort((a, b) => Number(bet.has(b)) - Number(bet.has(a)));
}

const metricTitle = (spec: WorkbookSpec, metric: CellValue): string =>
  spec.lists.find(({ id }) => id === 'metric')?.entries.find(({ id }) => id === metric)?.label ??
  String(metric ?? '');
