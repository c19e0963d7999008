import { tableNames as registered } from '../engagement/register';
import { listIds, listTableName } from './lists';

/** The Excel names of every table of a layout, whatever the catalog and language. */
export const tableNames: ReadonlySet<string> = new Set([
  ...registered,
  ...listIds.map(listTableName),
]);
