import { z } from 'zod';
import { CatalogOverlay } from './overlay';
import { Catalog } from './schema';

const toJsonSchema = (schema: z.ZodType, title: string) => ({
  title,
  ...z.toJSONSchema(schema, { io: 'input', reused: 'ref' }),
});

/** The JSON Schema (2020-12) of a catalog file. */
export const catalogJsonSchema = () => toJsonSchema(Catalog, 'APPFI model catalog');

/** The JSON Schema (2020-12) of a firm's own changes to a model. */
export const overlayJsonSchema = () => toJsonSchema(CatalogOverlay, 'APPFI catalog overlay');
