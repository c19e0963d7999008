import { z } from 'zod';
import { columnTypes, Condition, Name, Query, spans } from '../catalog/query';
import { Id } from '../catalog/schema';

/**
 * How a client's exports become readings: which files are which table, which of their columns are
 * which of ours, and what is read per metric. Kept with the engagement, and to be used again.
 */

const Header = z.string().min(1).max(300);

const Column = z
  .union([
    Header,
    z
      .strictObject({
        from: Header.optional().describe('Header in the file'),
        constant: z.string().optional().describe('In place of a header: what every row says'),
        type: z.enum(columnTypes).optional().describe('Of a table of one’s own; else text'),
        unit: z
          .string()
          .min(1)
          .max(20)
          .optional()
          .describe('What stands beside the numbers, e.g. "CNY"; "%" divides them by 100'),
        words: z
          .record(z.string(), z.string())
          .optional()
          .describe('What the file says → what is meant by it'),
      })
      .refine(({ from, constant }) => (from === undefined) !== (constant === undefined)),
  ])
  .describe('A header, or one with what has to be said about it');

const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'windows-1252'] as const;

export const SourceTable = z.strictObject({
  files: z
    .string()
    .max(200)
    .optional()
    .describe('Names of its files, with * for any letters; absent: named as the table is'),
  columns: z.record(Name, Column).default({}).describe('Our column → theirs; absent: of that name'),
  key: z
    .array(Name)
    .optional()
    .describe(
      'What tells one row from another; absent: as the canonical table has it; []: nothing does',
    ),
  encoding: z.enum(encodings).optional().describe('Of text files; absent: found out'),
  separator: z.string().length(1).optional().describe('Of text files; absent: found out'),
  sheet: z.string().optional().describe('Of a workbook; absent: the first that has the columns'),
  decimal: z.enum(['.', ',']).default('.').describe('What stands before decimals'),
  dates: z
    .enum(['ymd', 'dmy', 'mdy'])
    .default('ymd')
    .describe('The order of a day’s parts where the year does not come first'),
  zone: z
    .string()
    .optional()
    .describe('Time zone whose days count, e.g. "Asia/Shanghai", for times that name their own'),
});

export const Given = z
  .strictObject({
    table: Name,
    date: Name.describe('Last day of the span'),
    from: Name.optional().describe('First day of the span'),
    value: Name.optional(),
    numerator: Name.optional(),
    denominator: Name.optional(),
    where: z.array(Condition).optional().describe('Which rows are this metric’s'),
  })
  .refine(
    ({ value, numerator, denominator }) =>
      (value !== undefined) !== (numerator !== undefined && denominator !== undefined),
  )
  .describe('Each row is a reading already');

const Taken = z
  .union([
    z.strictObject({ query: Query }),
    z.strictObject({ given: Given }),
    z.strictObject({
      sql: z
        .string()
        .min(1)
        .max(20_000)
        .describe('One SELECT that gives date and value, or numerator and denominator; from, rows'),
    }),
    z.strictObject({
      catalog: z.literal(true).describe('As the catalog reads it'),
      span: z.enum(spans).optional(),
    }),
    z.strictObject({ skip: z.literal(true).describe('Not read, though the catalog could') }),
  ])
  .describe('Where a metric’s readings come from');

export const Mapping = z
  .strictObject({
    $schema: z.string().optional(),
    format: z.literal('appfi-mapping/1'),
    note: z.string().max(2_000).optional(),
    yearStart: z
      .number()
      .int()
      .min(1)
      .max(12)
      .default(1)
      .describe('Month in which years and quarters begin'),
    span: z.enum(spans).optional().describe('Of readings that the catalog’s queries give'),
    tables: z.record(Name, SourceTable).default({}),
    readings: z
      .record(Id, Taken)
      .default({})
      .describe('Metric id → its reading; metrics whose catalog brings a query need none'),
  })
  .describe('How exports become readings');

export type Mapping = z.infer<typeof Mapping>;
export type SourceTable = z.infer<typeof SourceTable>;
export type Given = z.infer<typeof Given>;
