import { columnsOf, type Condition, type ColumnType, type WholePart } from '../catalog/query';
import { blank, markOf, separator } from './digest';
import { literalOf } from './memory';
import { decimalText } from './normal';
import type { Slot } from './spans';

/** Queries as SQL. Names are plain words (catalog/query.ts), values are written here alone. */

export type TypeOf = (table: string, column: string) => ColumnType;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const moment = (ms: number): string =>
  `timestamp '${new Date(ms).toISOString().replace('T', ' ').replace('Z', '')}'`;

function literal(value: string | number, type: ColumnType): string {
  const cell = literalOf(value, type);
  if (cell === null) return 'null';
  if (type === 'date') return moment(Number(cell));
  return type === 'number' ? decimalText(cell as bigint) : quoted(cell as string);
}

const signs = { below: '<', 'at-most': '<=', above: '>', 'at-least': '>=' } as const;

/** Names that are words of SQL are names all the same; databases differ in the quotes. */
type Naming = (name: string) => string;
const inQuotes: Naming = (name) => `"${name}"`;

/** A condition on a row that is called t. */
export function conditionSql(
  { column, is, value, than }: Condition,
  typeOf: (column: string) => ColumnType,
  named = inQuotes,
): string {
  const left = `t.${named(column)}`;
  if (is === 'known') return `${left} is not null`;
  if (is === 'blank') return `${left} is null`;
  const wanted =
    than === undefined
      ? [value ?? []].flat().map((one) => literal(one, typeOf(column)))
      : [`t.${named(than)}`];
  if (is === 'equal' || is === 'unequal') {
    const same = `coalesce(${left} in (${wanted.join(', ')}), false)`;
    return is === 'equal' ? same : `not ${same}`;
  }
  return `${left} ${signs[is]} ${wanted[0] ?? 'null'}`;
}

const cellSql = (column: string, type: ColumnType): string => {
  const cell = `t.${inQuotes(column)}`;
  const text =
    type === 'date'
      ? `cast(epoch_ms(${cell}) as varchar)`
      : type === 'number'
        ? `cast(${cell} as varchar)`
        : cell;
  return `coalesce(${text}, chr(${blank.charCodeAt(0)}))`;
};

function amountSql({ aggregate, column, elapsed }: WholePart): { value: string; total: string } {
  const value = elapsed
    ? `epoch_ms(t.${inQuotes(elapsed.to)}) - epoch_ms(t.${inQuotes(elapsed.from)})`
    : column === undefined
      ? '1'
      : `t.${inQuotes(column)}`;
  const of = {
    count: 'count',
    sum: 'sum',
    mean: 'sum',
    least: 'min',
    most: 'max',
    distinct: 'count',
  };
  const inner = aggregate === 'distinct' ? `distinct ${value}` : value;
  return { value, total: `${of[aggregate]}(${inner})` };
}

/** Rows of a part in each of the spans s(no, first, past). */
function spanRows({ table, date, snapshot }: WholePart, named: Naming): string {
  const day = `t.${named(date)}`;
  const rows = `appfi_spans s join ${named(table)} t on ${day} >= s.first and ${day} < s.past`;
  if (!snapshot) return rows;
  return `(
  select s.no, t.*, max(cast(${day} as date)) over (partition by s.no) as latest_day
  from ${rows}
) t`;
}

const whereSql = (part: WholePart, typeOf: TypeOf, named: Naming): string => {
  const { table, date, snapshot, where } = part;
  const all = [
    ...(snapshot ? [`cast(t.${named(date)} as date) = t.latest_day`] : []),
    ...where.map((one) => conditionSql(one, (column) => typeOf(table, column), named)),
  ];
  return all.length === 0 ? '' : `\nwhere ${all.join('\n  and ')}`;
};

/** What a part comes to in each span: no, rows, counted, total, digest. DuckDB's words. */
export function totalSql(part: WholePart, slots: readonly Slot[], typeOf: TypeOf): string {
  const cells = [...columnsOf(part).keys()].map((name) => cellSql(name, typeOf(part.table, name)));
  const between = ` || chr(${separator.charCodeAt(0)}) || `;
  const hash = `sha256(${[quoted(markOf(part)), ...cells].join(between)})`;
  const { value, total } = amountSql(part);
  const no = part.snapshot ? 't.no' : 's.no';
  const spans = slots.map(({ first, past }, i) => `(${i}, ${moment(first)}, ${moment(past)})`);
  return `with appfi_spans(no, first, past) as (values ${spans.join(', ')})
select ${no} as no, count(*) as "rows", count(${value}) as counted,
  cast(${total} as varchar) as total,
  cast(sum(cast(cast('0x' || left(${hash}, 16) as ubigint) as hugeint)) as varchar) as digest
from ${spanRows(part, inQuotes)}${whereSql(part, typeOf, inQuotes)}
group by ${no}`;
}

/** Databases differ in two words: the quotes of a name, and the seconds of a moment. */
export const dialects = {
  duckdb: { named: inQuotes, seconds: 'epoch' },
  spark: { named: (name: string) => `\`${name}\``, seconds: 'unix_timestamp' },
  trino: { named: inQuotes, seconds: 'to_unixtime' },
} as const satisfies Record<string, { named: Naming; seconds: string }>;
export type Dialect = keyof typeof dialects;

/**
 * The same for the database where the rows are: one row for each span and role. Standard SQL but for
 * its dialect; the spans are listed in it.
 */
export function portableSql(
  parts: readonly WholePart[],
  slots: readonly Slot[],
  typeOf: TypeOf,
  dialect: Dialect,
): string {
  const { named, seconds: secondsOf } = dialects[dialect];
  const ms = { minutes: 60, hours: 3_600, days: 86_400 };
  const spans = slots.map(
    ({ from, to, first, past }, i) =>
      `(${i}, date '${from}', date '${to}', ${moment(first)}, ${moment(past)})`,
  );
  const selects = parts.map((part) => {
    const { elapsed, aggregate, column } = part;
    const seconds =
      elapsed && `(${secondsOf}(t.${named(elapsed.to)}) - ${secondsOf}(t.${named(elapsed.from)}))`;
    const value = elapsed ? `${seconds} / ${ms[elapsed.in]}.0` : column && `t.${named(column)}`;
    const of = {
      count: 'count',
      sum: 'sum',
      mean: 'avg',
      least: 'min',
      most: 'max',
      distinct: 'count',
    };
    const inner =
      value === undefined ? '*' : aggregate === 'distinct' ? `distinct ${value}` : value;
    const no = part.snapshot ? 't.no' : 's.no';
    return `${part.role === 'value' ? 'amounts' : `${part.role}s`} as (
select ${no} as no, ${of[aggregate]}(${inner}) as amount, count(*) as counted
from ${spanRows(part, named)}${whereSql(part, typeOf, named)}
group by ${no}
)`;
  });
  const isRatio = parts.length > 1;
  const amounts = isRatio
    ? `coalesce(n.amount, 0) as numerator, d.amount as denominator, d.counted as ${named('rows')}`
    : `v.amount as value, v.counted as ${named('rows')}`;
  const from = isRatio
    ? 'join denominators d on d.no = s.no left join numerators n on n.no = s.no'
    : 'join amounts v on v.no = s.no';
  return `with appfi_spans(no, first_day, last_day, first, past) as (values
  ${spans.join(',\n  ')}),
${selects.join(',\n')}
select s.first_day as ${named('from')}, s.last_day as ${named('date')}, ${amounts}
from appfi_spans s ${from}
order by s.no`;
}
