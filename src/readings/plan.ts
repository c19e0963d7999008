import type { Metric } from '../catalog/schema';
import {
  columnsOf,
  columnTypes,
  partsOf,
  type ColumnType,
  type Query,
  type Span,
  type WholePart,
} from '../catalog/query';
import { canonicalTables } from '../catalog/tables';
import type { Given, Mapping, SourceTable } from './mapping';
import type { Reading } from './normal';

/** What has to be done to read every metric that a mapping speaks of. */

/** A column of a source table: where it comes from and how its cells are read. */
export interface PlannedColumn {
  name: string;
  /** Header in the files; absent where every row says the same. */
  header?: string;
  constant?: string;
  reading: Reading;
}

export interface PlannedTable {
  name: string;
  source: SourceTable;
  /** Those that something reads, in the order of their names. */
  columns: PlannedColumn[];
  key: string[];
}

export interface QueryPlan {
  kind: 'query';
  metric: string;
  query: Query;
  span: Span;
  parts: WholePart[];
  /** The reading says on which day its span begins: it is of a span and not of a day. */
  isOfSpan: boolean;
}
export interface GivenPlan {
  kind: 'given';
  metric: string;
  given: Given;
}
export interface SqlPlan {
  kind: 'sql';
  metric: string;
  sql: string;
}
export type ReadingPlan = QueryPlan | GivenPlan | SqlPlan;

/** Why a metric is not read at all; what is said about it is in `params`. */
export interface Unplanned {
  metric: string;
  code: 'no-metric' | 'no-query' | 'no-table' | 'no-column' | 'wrong-type' | 'wrong-parts';
  params: Record<string, string>;
}

export interface Plan {
  tables: PlannedTable[];
  readings: ReadingPlan[];
  unplanned: Unplanned[];
  yearStart: number;
}

/** What a plan needs to know of a metric. */
export type Asked = Pick<Metric, 'id' | 'measure' | 'denominator'> & {
  query?: Query;
  /** How often it is read. */
  cadence: Span;
  /** Read without being named in the mapping, where the catalog says how. */
  isInScope: boolean;
};

/** The plan of a mapping over the metrics of an engagement. */
export function planOf(mapping: Mapping, metrics: readonly Asked[]): Plan {
  const { readings: taken, tables, yearStart } = mapping;
  const known = new Map(metrics.map((metric) => [metric.id, metric]));
  const readings: ReadingPlan[] = [];
  const unplanned: Unplanned[] = [];
  const used = new Map<string, Map<string, readonly ColumnType[]>>();
  const has = (table: string) => Object.hasOwn(tables, table);

  const use = (
    metric: string,
    table: string,
    columns: ReadonlyMap<string, readonly ColumnType[]>,
  ) => {
    const fail = (code: Unplanned['code'], params: Unplanned['params'] = {}) => {
      unplanned.push({ metric, code, params: { table, ...params } });
      return false;
    };
    if (!has(table)) return fail('no-table');
    for (const [column, types] of columns) {
      const type = typeIn(mapping, table, column);
      if (type === undefined) return fail('no-column', { column });
      if (!types.includes(type))
        return fail('wrong-type', { column, type, types: types.join(' ') });
    }
    const there = used.get(table) ?? new Map<string, readonly ColumnType[]>();
    for (const [column, types] of columns) there.set(column, types);
    used.set(table, there);
    return true;
  };
  const addQuery = (
    { id, cadence, measure }: Asked,
    query: Query,
    span = query.span ?? cadence,
  ) => {
    if (measure === 'ratio' && query.value)
      return void unplanned.push({ metric: id, code: 'wrong-parts', params: {} });
    const parts = partsOf(query);
    if (parts.every((part) => use(id, part.table, columnsOf(part))))
      readings.push({
        kind: 'query',
        metric: id,
        query,
        span,
        parts,
        isOfSpan:
          (measure === 'flow' || measure === 'ratio') &&
          query.months === undefined &&
          query.snapshot !== true,
      });
  };

  for (const [id, how] of Object.entries(taken)) {
    const metric = known.get(id);
    if (!metric) unplanned.push({ metric: id, code: 'no-metric', params: {} });
    else if ('query' in how) addQuery(metric, how.query);
    else if ('sql' in how) readings.push({ kind: 'sql', metric: id, sql: how.sql });
    else if ('given' in how) {
      if (use(id, how.given.table, columnsOfGiven(how.given)))
        readings.push({ kind: 'given', metric: id, given: how.given });
    } else if ('catalog' in how) {
      if (metric.query) addQuery(metric, metric.query, how.span ?? mapping.span ?? metric.cadence);
      else unplanned.push({ metric: id, code: 'no-query', params: {} });
    }
  }
  for (const metric of metrics)
    if (metric.isInScope && metric.query && !Object.hasOwn(taken, metric.id))
      if (partsOf(metric.query).every(({ table }) => has(table)))
        addQuery(metric, metric.query, mapping.span ?? metric.query.span ?? metric.cadence);

  // Whoever writes SQL may read any column that the mapping names.
  if (readings.some(({ kind }) => kind === 'sql'))
    for (const [table, source] of Object.entries(tables)) {
      const there = used.get(table) ?? new Map<string, readonly ColumnType[]>();
      for (const column of Object.keys(source.columns))
        if (!there.has(column)) there.set(column, []);
      used.set(table, there);
    }
  return {
    readings,
    unplanned,
    yearStart,
    tables: [...used].map(([name, columns]) =>
      plannedTable(mapping, name, [...columns.keys()], lastDaysIn(readings, name)),
    ),
  };
}

const columnsOfGiven = ({ date, from, where = [], ...amounts }: Given) =>
  new Map<string, readonly ColumnType[]>([
    ...where.map(({ column }) => [column, columnTypes] as const),
    ...[date, from].flatMap((name) => (name === undefined ? [] : [[name, ['date']] as const])),
    ...[amounts.value, amounts.numerator, amounts.denominator].flatMap((name) =>
      name === undefined ? [] : [[name, ['number']] as const],
    ),
  ]);

/** What a column holds; undefined where there is none of that name. */
function typeIn(mapping: Mapping, table: string, column: string): ColumnType | undefined {
  const own = mapping.tables[table]?.columns[column];
  const canonical = canonicalTables[table]?.columns[column];
  if (own === undefined) return canonical;
  return canonical ?? (typeof own === 'string' ? 'text' : (own.type ?? 'text'));
}

/** Columns that say the last day of a reading's span. */
const lastDaysIn = (readings: readonly ReadingPlan[], table: string): Set<string> =>
  new Set(
    readings.flatMap((one) =>
      one.kind === 'given' && one.given.table === table ? [one.given.date] : [],
    ),
  );

function plannedTable(
  mapping: Mapping,
  name: string,
  used: readonly string[],
  lastDays: ReadonlySet<string>,
): PlannedTable {
  const source = mapping.tables[name] as SourceTable;
  const key = source.key ?? canonicalTables[name]?.key ?? [];
  const columns = [...new Set([...used, ...key])].sort();
  const { decimal, dates, zone } = source;
  return {
    name,
    source,
    key: [...key],
    columns: columns.map((column) => {
      const own = source.columns[column] ?? column;
      const said = typeof own === 'string' ? { from: own } : own;
      const { from, constant, unit, words } = said as Exclude<typeof own, string>;
      const oneOf = canonicalTables[name]?.words?.[column];
      return {
        name: column,
        ...(from !== undefined && { header: from }),
        ...(constant !== undefined && { constant }),
        reading: {
          type: typeIn(mapping, name, column) ?? 'text',
          decimal,
          dates,
          ...(zone !== undefined && { zone }),
          ...(unit !== undefined && { unit }),
          ...(words && { words }),
          ...(oneOf && { oneOf }),
          ...(lastDays.has(column) && { monthEnds: true }),
        },
      };
    }),
  };
}
