import { z } from 'zod';
import { Catalog, Id } from './schema';

/** Any field may be left out, which keeps it, or be null, which clears it. */
const editable = (schema: z.ZodType): z.ZodType =>
  (schema instanceof z.ZodDefault ? (schema.unwrap() as z.ZodType) : schema).nullable().optional();

function patchOf(item: z.ZodObject): z.ZodType {
  const { id, ...fields } = item.shape as Record<string, z.ZodType>;
  return z.strictObject({
    id: id ?? Id,
    ...Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, editable(field)])),
  });
}

const listOf = (field: z.ZodType): z.ZodObject | undefined => {
  const list = field instanceof z.ZodDefault ? field.unwrap() : field;
  return list instanceof z.ZodArray && list.element instanceof z.ZodObject
    ? list.element
    : undefined;
};

const { id, ...fields } = Catalog.shape;

/** A patch of one listed thing: its id and the fields that change; complete when the id is new. */
export type Patch = { id: string } & Record<string, unknown>;

export interface CatalogOverlay {
  $schema?: string | null;
  id: string;
  remove?: string[];
  [field: string]: unknown;
}

/** A firm's own changes to a model: what to add, change field by field, or remove. */
export const CatalogOverlay: z.ZodType<CatalogOverlay> = z
  .strictObject({
    id: id.describe('The model that is changed'),
    remove: z.array(Id).optional().describe('Ids of what the firm does without'),
    ...Object.fromEntries(
      Object.entries(fields).map(([name, field]) => {
        const element = listOf(field);
        return [name, element ? z.array(patchOf(element)).optional() : editable(field)];
      }),
    ),
  })
  .describe('Changes to a model catalog') as unknown as z.ZodType<CatalogOverlay>;

/** The lists of a catalog, in its order. */
export const LISTS = Object.entries(fields)
  .filter(([, field]) => listOf(field))
  .map(([name]) => name) as ListName[];

export type ListName = {
  [Name in keyof Catalog]-?: NonNullable<Catalog[Name]> extends { id: string }[] ? Name : never;
}[keyof Catalog];
