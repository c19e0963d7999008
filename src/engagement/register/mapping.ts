import { word } from '../cells';
import { content, table } from './table';

/** How exports become readings, kept with the engagement (src/readings). */
export const mappingTables = {
  /** A part of the mapping, by "tables <name>" or "readings <metric>". */
  Mapping: table(
    { id: 'mapping', store: 'mapping', own: '' },
    { says: content(word.describe('That part as JSON, see schema/mapping.schema.json')) },
  ),
};
