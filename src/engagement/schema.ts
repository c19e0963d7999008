import { z } from 'zod';
import { line, Scalar } from './cells';
import { presentForm } from './former';
import { settings, type Store, type Stores, stores, type Word, words } from './register';

/**
 * One project, as a documented JSON file. What is keyed by row id is found again by that id,
 * whatever the order, language or wording in the workbook. The register says which parts there are.
 */

const RowId = line.min(1);

export const stages = words.stage;
export type Stage = Word<'stage'>;

export type { Store };
export const storeIds = Object.keys(stores) as Store[];

const rows = <Row extends z.ZodType>(row: Row) => z.record(RowId, row).default({});
type Rows<Shape extends z.ZodRawShape> = ReturnType<
  typeof rows<z.ZodObject<Shape, z.core.$strict>>
>;

export const Settings = z.strictObject(settings);

const byCell = z.record(z.string(), z.record(RowId, z.record(z.string(), Scalar))).default({});

/** As this version writes it. */
export const EngagementForm = z
  .strictObject({
    $schema: z.string().optional(),
    format: z.literal('appfi-engagement/1'),
    lang: z.enum(['zh-CN', 'zh-TW', 'en']).optional(),
    catalogs: z
      .array(
        z.strictObject({
          id: z.string(),
          version: z.string().optional(),
          hash: z.string().optional(),
          kept: z
            .record(z.string(), z.array(z.looseObject({ id: z.string() })))
            .optional()
            .describe('What it keeps of earlier editions: retired items, definitions in use'),
        }),
      )
      .default([]),
    settings: Settings.default({}),
    ...(Object.fromEntries(
      Object.entries(stores).map(([store, shape]) => [store, rows(z.strictObject(shape))]),
    ) as { [S in Store]: Rows<Stores[S]> }),
    removed: z
      .record(z.string(), z.array(RowId))
      .default({})
      .describe('Rows of the catalog or method that someone deleted: table → row ids'),
    edits: byCell.describe(
      'Texts of the catalog or method that someone changed in place: table → row → column',
    ),
    extra: byCell.describe('Columns that someone added to a table: table → row → header'),
  })
  .describe('An APPFI engagement');

/** Files of earlier versions are read as well. */
export const Engagement = z.preprocess(presentForm, EngagementForm);

export type Engagement = z.infer<typeof Engagement>;
export type Settings = z.infer<typeof Settings>;
