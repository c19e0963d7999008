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
  /** ISO days. `signature`: by its number, where the amount is what it settled. */
  from: { day: string; amount: number; signature?: number };
  to: { day: string; amount: number };
  /** In the order in which the steps were taken; those that change nothing are left out. */
  items: BridgeItem[];
}

export type Since = { day: string } | { signature: number };

type Cells = RowSpec['cells'];
const numberOf = (value: CellValue | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

/** So many metrics are told apart; what the others' readings change is one item. */
const metricsApart = 12;
/** Every step evaluates the rules anew: of more readings than these, all metrics are one step. */
const fewReadings = 1_000;

/**
 * The steps from the amount due then to the one due now, each the difference that it makes to the
 * same rules: first what was changed of what counted then, then the days, then the readings of each
 * metric, then what was signed.
 * @param spec described and filled with what people said
 * @param until ISO day; the workbook's own when absent
 * @throws Failure where there is no such signature, or no amount on one of the days
 */
export function bridgeOf(
  spec: WorkbookSpec,
  since: Since,
  until?: string,
  first?: (table: string) => number,
): Bridge {
  const work = (changed: WorkbookSpec) => compute(changed, first);
  const now = work(spec);
  const signed = 'signature' in since ? signatureOf(spec, since.signature) : undefined;
  const from = signed ? Number(signed.asOf) : dayOf('day' in since ? since.day : '');
  const to = until === undefined ? Number(now.name('Contract.At')) : dayOf(until);
  const onDay = (one: WorkbookSpec, day: number) => withField(one, 'Value.AsOf', day);
  const digits = Number(now.name('Contract.MinorDigits')) || 0;

  const then = signaturesUntil(spec, from, signed);
  const unread = withRows(then, 'Readings', ({ date }) => !(Number(date) > from));
  const steps: { item: Omit<BridgeItem, 'amount'>; spec: WorkbookSpec; day: number }[] = [];
  const step = (cause: Cause, next: WorkbookSpec, day: number, title?: string) =>
    steps.push({ item: { cause, ...(title !== undefined && { title }) }, spec: next, day });
  let start: number;
  if (signed) {
    const terms = frozenTerms(spec, Number(signed.no));
    const asSigned = (columns: readonly Frozen[]) =>
      columns.reduce(
        (one, column) => frozen(one, work(onDay(unread, from)), terms, column),
        unread,
      );
    start = Number(signed.amount ?? 0);
    step('contract', asSigned(['baseline', 'actual']), from);
    step('adjustment', asSigned(['actual']), from);
    step('correction', unread, from);
  } else start = dueIn(work(onDay(unread, from)), from);
  step('time', unread, to);
  const read = metricsRead(spec, from, to);
  const mostMetrics = rowsOf(spec, 'Readings').length > fewReadings ? 1 : metricsApart;
  read.forEach((metric, i) => {
    const known = new Set(read.slice(0, i + 1));
    const isLast = i === mostMetrics - 1;
    if (i >= mostMetrics) return;
    const next = isLast
      ? then
      : withRows(
          then,
          'Readings',
          (cells) => Number(cells.date) <= from || known.has(cells.metric ?? null),
        );
    const alone = !isLast || read.length === mostMetrics;
    step('reading', next, to, alone ? metricTitle(spec, metric) : undefined);
  });
  step('settled', spec, to);

  const unit = 10 ** digits;
  const minor = (amount: number) => Math.round(amount * unit);
  let before = minor(start);
  const items = steps.flatMap(({ item, spec: one, day }): BridgeItem[] => {
    const after = minor(dueIn(work(onDay(one, day)), day));
    const amount = (after - before) / unit;
    before = after;
    return amount === 0 ? [] : [{ ...item, amount }];
  });
  return {
    from: {
      day: isoOf(from),
      amount: start,
      ...(signed && { signature: Number(signed.no) }),
    },
    to: { day: isoOf(to), amount: before / unit },
    items,
  };
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

/** The metrics with readings after one day and up to another, in the order of their readings. */
const metricsRead = (spec: WorkbookSpec, from: number, to: number): CellValue[] => [
  ...new Set(
    rowsOf(spec, 'Readings')
      .filter(({ cells }) => Number(cells.date) > from && Number(cells.date) <= to)
      .map(({ cells }) => cells.metric ?? null),
  ),
];

const metricTitle = (spec: WorkbookSpec, metric: CellValue): string =>
  spec.lists.find(({ id }) => id === 'metric')?.entries.find(({ id }) => id === metric)?.label ??
  String(metric ?? '');
