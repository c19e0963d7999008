import { z } from 'zod';
import { Mapping } from './mapping';

/** The JSON Schema (2020-12) of a mapping file. */
export const mappingJsonSchema = () => ({
  title: 'APPFI mapping of exports to readings',
  ...z.toJSONSchema(Mapping, { io: 'input', reused: 'ref' }),
});
