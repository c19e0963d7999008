import { z } from 'zod';

/**
 * A reading as a query over the rows of a table, without SQL: which rows count, what of them, and
 * which day says in which span. A catalog's queries are over the canonical tables (tables.ts).
 */

/** Of a table or a column: what every database takes without quotes. */
export const Name = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9_]*$/, 'bad-name')
  .describe('Small letters, digits and _, e.g. "closed_at"');

const comparisons = [
  ...(['equal', 'unequal', 'below', 'at-most', 'above', 'at-least'] as const),
  ...(['known', 'blank'] as const),
] as const;
const Literal = z.union([z.string().max(200), z.number()]);

export const Condition = z
  .strictObject({
    column: Name,
    is: z.enum(comparisons).default('equal'),
    value: z
      .union([Literal, z.array(Literal).min(1)])
      .optional()
      .describe('A day as ISO text; of a yes-no column yes or no; a list: one of them, or none'),
    than: Name.optional().describe('In place of a value, another column of the row'),
  })
  .refine(
    ({ is, value, than }) =>
      is === 'known' || is === 'blank'
        ? value === undefined && than === undefined
        : (value === undefined) !== (than === undefined) &&
          (!Array.isArray(value) || is === 'equal' || is === 'unequal'),
    'bad-condition',
  )
  .describe('A row that does not say whether it holds does not count');

const aggregates = ['count', 'sum', 'mean', 'least', 'most', 'distinct'] as const;
export const elapsedUnits = ['minutes', 'hours', 'days'] as const;

export const Part = z
  .strictObject({
    table: Name.optional().describe('Where it is another table than the query’s; names its date'),
    date: Name.optional(),
    where: z
      .array(Condition)
      .optional()
      .describe('Beside those of the query, which are its table’s'),
    aggregate: z.enum(aggregates).default('count'),
    column: Name.optional().describe('What is added up, averaged or compared'),
    elapsed: z
      .strictObject({ from: Name, to: Name, in: z.enum(elapsedUnits) })
      .optional()
      .describe('In place of a column, the time between two of them'),
  })
  .refine(
    ({ aggregate, column, elapsed }) =>
      aggregate === 'count'
        ? column === undefined && elapsed === undefined
        : (column === undefined) !== (elapsed === undefined) &&
          (aggregate !== 'distinct' || column !== undefined),
    'bad-aggregate',
  )
  .refine(({ table, date }) => (table === undefined) === (date === undefined), 'bad-table');

export const spans = ['week', 'month', 'quarter', 'year'] as const;
export type Span = (typeof spans)[number];

export const Query = z
  .strictObject({
    table: Name,
    date: Name.describe('The column whose day says in which span a row counts'),
    where: z.array(Condition).optional().describe('All of them hold for a row that counts'),
    span: z.enum(spans).optional().describe('Of a reading; absent: as often as the metric is read'),
    months: z
      .number()
      .int()
      .min(1)
      .max(120)
      .optional()
      .describe('How far back a reading looks from its last day; absent: over its span'),
    snapshot: z
      .boolean()
      .optional()
      .describe('The rows are states: only those of the latest day in the span count'),
    value: Part.optional(),
    numerator: Part.optional(),
    denominator: Part.optional(),
  })
  .refine(
    ({ value, numerator, denominator }) =>
      value ? !numerator && !denominator : Boolean(numerator && denominator),
    'bad-query',
  )
  .describe('A value, or a numerator and a denominator, of the rows in a span');

export type Condition = z.infer<typeof Condition>;
export type Part = z.infer<typeof Part>;
export type Query = z.infer<typeof Query>;

/** What a column of a table holds: a day or a moment, a decimal, yes or no, a text. */
export const columnTypes = ['text', 'number', 'date', 'flag'] as const;
export type ColumnType = (typeof columnTypes)[number];

/** One part of a query with everything that it says itself or takes from its query. */
export interface WholePart {
  role: 'value' | 'numerator' | 'denominator';
  table: string;
  date: string;
  where: Condition[];
  aggregate: Part['aggregate'];
  column?: string;
  elapsed?: { from: string; to: string; in: (typeof elapsedUnits)[number] };
  months?: number;
  snapshot: boolean;
}

/** The parts of a query, each by itself. */
export function partsOf(query: Query): WholePart[] {
  const { months, snapshot = false } = query;
  return (['value', 'numerator', 'denominator'] as const).flatMap((role) => {
    const part = query[role];
    if (!part) return [];
    const { table, date, where = [], ...what } = part;
    const own = table !== undefined && date !== undefined;
    return [
      {
        role,
        table: own ? table : query.table,
        date: own ? date : query.date,
        where: own ? where : [...(query.where ?? []), ...where],
        ...what,
        ...(months !== undefined && { months }),
        snapshot,
      },
    ];
  });
}

/** The columns that a part reads, each with the types that will do, in the order of their names. */
export function columnsOf(part: WholePart): Map<string, readonly ColumnType[]> {
  const used = new Map<string, readonly ColumnType[]>();
  const use = (name: string, types: readonly ColumnType[]) => {
    const before = used.get(name);
    used.set(name, before ? before.filter((type) => types.includes(type)) : types);
  };
  use(part.date, ['date']);
  for (const { column, is, than } of part.where) {
    const ordered = is !== 'equal' && is !== 'unequal' && is !== 'known' && is !== 'blank';
    const types = ordered ? (['number', 'date'] as const) : columnTypes;
    use(column, types);
    if (than !== undefined) use(than, types);
  }
  if (part.column !== undefined)
    use(part.column, part.aggregate === 'distinct' ? columnTypes : ['number']);
  if (part.elapsed) {
    use(part.elapsed.from, ['date']);
    use(part.elapsed.to, ['date']);
  }
  return new Map([...used].sort(([a], [b]) => (a < b ? -1 : 1)));
}
