import { digestOf } from '../catalog/digest';
import { columnsOf, type WholePart } from '../catalog/query';
import { digestText } from './digest';
import type { Engine, Fault, Loaded, SourceFile, Total } from './engine';
import { numberOf } from './normal';
import type { GivenPlan, Plan, PlannedTable, QueryPlan, ReadingPlan, SqlPlan } from './plan';
import { note, refusal, type Remark } from './remarks';
import { rowsMade } from './rowsMade';
import { isoDay, slotsOf } from './spans';
import { strangersIn } from './strangers';

/** A reading as it was computed, and what it rests on. */
export interface Made {
  metric: string;
  /** First day of its span, where it is of a span. */
  from?: string;
  date: string;
  value?: number;
  numerator?: number;
  denominator?: number;
  /** Rows that counted; unknown where whoever computed it does not say. */
  rows?: number;
  /** Of the rows that counted, in whatever order and files they came. */
  digest: string;
  /** Of the query. */
  query: string;
  /** Where its rows come from. */
  tables: string[];
}

export interface Computed {
  made: Made[];
  remarks: Remark[];
  loaded: Loaded[];
}

/**
 * Computes every reading of a plan.
 * @param files of each table
 * @param until last day for which the files were drawn; spans that end later are not whole
 */
export async function computeReadings(
  plan: Plan,
  files: ReadonlyMap<string, readonly SourceFile[]>,
  engine: Engine,
  until?: string,
): Promise<Computed> {
  const remarks: Remark[] = plan.unplanned.map(({ metric, code, params }) =>
    refusal(code, { metric, params: { metric, ...params } }),
  );
  const loaded = new Map<string, Loaded>();
  for (const table of plan.tables) {
    const found = await engine.load(table, files.get(table.name) ?? []);
    loaded.set(table.name, found);
    remarks.push(...remarksOn(table, found, files.get(table.name) ?? []));
  }
  const made: Made[] = [];
  const planned = new Map(plan.tables.map((table) => [table.name, table]));
  for (const reading of plan.readings) {
    const flawed = flawOf(reading, loaded, planned);
    if (flawed) remarks.push(flawed);
    else {
      const found = await computeOne(reading, plan, engine, loaded, planned, until);
      made.push(...found.made);
      remarks.push(...found.remarks);
    }
  }
  return { made, remarks, loaded: [...loaded.values()] };
}

/** Nothing need happen on the last days of a span. */
const quietMs = 4 * 86_400_000;

type Found = Pick<Computed, 'made' | 'remarks'>;

function computeOne(
  reading: ReadingPlan,
  plan: Plan,
  engine: Engine,
  loaded: ReadonlyMap<string, Loaded>,
  planned: ReadonlyMap<string, PlannedTable>,
  until: string | undefined,
): Promise<Found> {
  if (reading.kind === 'query') return ofQuery(reading, plan, engine, loaded, planned, until);
  return reading.kind === 'given'
    ? ofGiven(reading, engine, planned, until)
    : ofSql(reading, plan, engine, until);
}

/** Whether nothing can be read for it. */
const isGrave = ({ code }: Fault): boolean => code !== 'footer';

/** What is wrong with the files of a table, each once. */
function remarksOn(
  { name: table, key }: PlannedTable,
  { faults, repeated, twins, rows }: Loaded,
  files: readonly SourceFile[],
): Remark[] {
  if (files.length === 0) return [refusal('no-files', { table, params: { table } })];
  const names = files.map(({ name }) => name).join(', ');
  const isEmpty = rows === 0 && !faults.some(isGrave);
  const keyIsGone = faults.some(({ column }) => column !== undefined && key.includes(column));
  return [
    ...faults.map(({ code, file = '', column = '', count = 0, example = '', detail = '' }) =>
      (isGrave({ code }) ? refusal : note)(code, {
        ...{ table, params: { table, file, column, count, example, detail } },
      }),
    ),
    ...(isEmpty ? [refusal('no-rows', { table, params: { file: names } })] : []),
    ...(repeated > 0 ? [note('repeated', { table, params: { table, count: repeated } })] : []),
    ...(twins.count > 0 && !keyIsGone
      ? [refusal('twins', { table, params: { table, ...twins } })]
      : []),
  ];
}

/** Why a metric cannot be read from files that have been taken in: it needs what is wrong with them. */
function flawOf(
  reading: ReadingPlan,
  loaded: ReadonlyMap<string, Loaded>,
  planned: ReadonlyMap<string, PlannedTable>,
): Remark | undefined {
  const { metric } = reading;
  for (const [table, columns] of columnsNeeded(reading, planned)) {
    const found = loaded.get(table);
    const bad = found?.faults.find(
      (fault) => isGrave(fault) && (fault.column === undefined || columns.has(fault.column)),
    );
    const isBad = !found?.rows || bad !== undefined || found.twins.count > 0;
    if (isBad) return refusal('source', { metric, table, params: { metric, table } });
  }
  return undefined;
}

function columnsNeeded(
  reading: ReadingPlan,
  planned: ReadonlyMap<string, PlannedTable>,
): Map<string, Set<string>> {
  const needed = new Map<string, Set<string>>();
  const need = (table: string, columns: Iterable<string>) =>
    needed.set(
      table,
      new Set([...(needed.get(table) ?? []), ...columns, ...(planned.get(table)?.key ?? [])]),
    );
  if (reading.kind === 'query')
    for (const part of reading.parts) need(part.table, columnsOf(part).keys());
  else if (reading.kind === 'given') {
    const { table, where = [], ...named } = reading.given;
    need(table, [...Object.values(named), ...where.map(({ column }) => column)]);
  } else
    for (const [name, table] of planned)
      if (new RegExp(`\\b${name}\\b`, 'i').test(reading.sql))
        need(
          name,
          table.columns.map((column) => column.name),
        );
  return needed;
}

async function ofQuery(
  { metric, span, parts, query, isOfSpan }: QueryPlan,
  { yearStart }: Plan,
  engine: Engine,
  loaded: ReadonlyMap<string, Loaded>,
  planned: ReadonlyMap<string, PlannedTable>,
  until: string | undefined,
): Promise<Found> {
  const bounds = parts.flatMap((part) => loaded.get(part.table)?.bounds[part.date] ?? []);
  const remarks: Remark[] = [];
  const told = (code: Remark['code'], params: Remark['params'], soft = false) =>
    remarks.push((soft ? note : refusal)(code, { metric, params: { metric, ...params } }));
  if (bounds.length < 2 * parts.length) {
    told('no-days', { table: parts[0]?.table ?? '' });
    return { made: [], remarks };
  }
  const starts = parts.map((part) => loaded.get(part.table)?.bounds[part.date]?.[0] ?? 0);
  const months = query.months;
  // A reading that looks back must find rows that far back in each of its tables.
  const earliest = months === undefined ? Math.min(...starts) : Math.max(...starts);
  const latest = Math.max(...bounds);
  const slots = slotsOf(span, [earliest, latest], {
    yearStart,
    ...(until !== undefined && { until }),
    ...(months !== undefined && { months }),
  });
  const last = slots.at(-1);
  if (!last) {
    told('no-span', { first: isoDay(earliest), last: isoDay(latest), until: until ?? '' });
    return { made: [], remarks };
  }
  if (!query.snapshot && latest < last.past - quietMs)
    told('ends-early', { day: isoDay(latest), last: last.to }, true);
  for (const { there, ...stranger } of await strangersIn(parts, engine, planned))
    told('no-such-word', { ...stranger, words: there.slice(0, 8).join(', ') }, true);
  const totals: (Total | undefined)[][] = [];
  for (const part of parts) totals.push(await engine.total(part, slots));
  const digest = digestOf([parts, specsOf(parts, planned)]);
  const tables = [...new Set(parts.map(({ table }) => table))];
  const made = slots.flatMap((slot, no) => {
    const found = parts.map((part, i) => ({ part, total: totals[i]?.[no] }));
    const amounts = amountsOf(found);
    if (amounts === 'empty') {
      const before = remarks.at(-1);
      const adjoins = before?.code === 'empty' && slots[no - 1]?.to === before.params.to;
      if (adjoins) before.params.to = slot.to;
      else told('empty', { from: slot.from, to: slot.to }, true);
      return [];
    }
    if (amounts === 'zero') {
      told('zero', { from: slot.from, to: slot.to });
      return [];
    }
    for (const { part, total } of found)
      if (total && total.counted < total.rows && part.aggregate !== 'count')
        told(
          'blank-amounts',
          { count: total.rows - total.counted, to: slot.to, table: part.table },
          true,
        );
    return [
      {
        metric,
        ...(isOfSpan && { from: slot.from }),
        date: slot.to,
        ...amounts,
        rows: rowsOf(found),
        digest: digestText(found.reduce((sum, { total }) => sum + (total?.digest ?? 0n), 0n)),
        query: digest,
        tables,
      } satisfies Made,
    ];
  });
  return { made, remarks };
}

/** How the columns of a query are read: part of what its digest is over. */
const specsOf = (parts: readonly WholePart[], planned: ReadonlyMap<string, PlannedTable>) =>
  parts.map((part) => {
    const used = columnsOf(part);
    return planned.get(part.table)?.columns.filter(({ name }) => used.has(name));
  });

type Counted = { part: WholePart; total: Total | undefined };

/** The rows of one table that counted; of several, all of them. */
function rowsOf(found: readonly Counted[]): number {
  const byTable = new Map<string, number>();
  for (const { part, total } of found)
    byTable.set(part.table, Math.max(byTable.get(part.table) ?? 0, total?.rows ?? 0));
  return [...byTable.values()].reduce((sum, rows) => sum + rows, 0);
}

const unitMs = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };
/** Of no rows these are nothing; the others are not known. */
const additive = new Set(['count', 'sum', 'distinct']);

function amountsOf(
  found: readonly Counted[],
): Pick<Made, 'value' | 'numerator' | 'denominator'> | 'empty' | 'zero' {
  const amounts: Partial<Record<WholePart['role'], number>> = {};
  for (const { part, total } of found) {
    const { role, aggregate } = part;
    if (!total && (role !== 'numerator' || !additive.has(aggregate))) return 'empty';
    if (total && total.counted === 0 && aggregate !== 'count') return 'empty';
    amounts[role] = total ? amountOf(part, total) : 0;
  }
  if (amounts.denominator === 0) return 'zero';
  return amounts;
}

function amountOf({ aggregate, elapsed }: WholePart, { total, counted }: Total): number {
  if (aggregate === 'count' || aggregate === 'distinct') return Number(total);
  const sum = elapsed ? Number(total) / unitMs[elapsed.in] : numberOf(total);
  return aggregate === 'mean' ? sum / counted : sum;
}

async function ofGiven(
  { metric, given }: GivenPlan,
  engine: Engine,
  planned: ReadonlyMap<string, PlannedTable>,
  until: string | undefined,
): Promise<Found> {
  const { table, where = [], ...named } = given;
  const roles = Object.keys(named) as (keyof typeof named)[];
  const rows = await engine.rows(
    table,
    roles.map((role) => named[role] as string),
    where,
  );
  const query = digestOf([given, planned.get(table)?.columns]);
  const records = rows.map((row) => {
    const cell = (role: string) => row[roles.indexOf(role as 'date')] ?? null;
    const day = (role: string) => {
      const moment = cell(role);
      return moment === null ? null : isoDay(Number(moment));
    };
    const amount = (role: string) => {
      const exact = cell(role);
      return exact === null ? null : numberOf(exact as bigint);
    };
    return {
      from: day('from'),
      date: day('date'),
      value: amount('value'),
      numerator: amount('numerator'),
      denominator: amount('denominator'),
      rows: 1,
    };
  });
  return rowsMade(metric, records, {
    query,
    tables: [table],
    ...(until !== undefined && { until }),
  });
}

async function ofSql(
  { metric, sql }: SqlPlan,
  { tables }: Plan,
  engine: Engine,
  until: string | undefined,
): Promise<Found> {
  const refuse = (code: Remark['code'], params: Remark['params'] = {}) => ({
    made: [],
    remarks: [refusal(code, { metric, params: { metric, ...params } })],
  });
  if (!engine.select) return refuse('needs-duckdb');
  try {
    const rows = await engine.select(sql);
    const names = tables.filter(({ name }) => new RegExp(`\\b${name}\\b`, 'i').test(sql));
    return rowsMade(metric, rows, {
      query: digestOf(sql),
      tables: names.map(({ name }) => name),
      ...(until !== undefined && { until }),
    });
  } catch (error) {
    const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return refuse('sql', { detail });
  }
}
