import { tableNames as registered, type TableName } from '../engagement/register';
import { listIds, listTableName } from './lists';

/** The Excel names of every table of a layout, whatever the catalog and language. */
export const tableNames: ReadonlySet<string> = new Set([
  ...registered,
  ...listIds.map(listTableName),
]);

/** Tables whose cells hold formulas of some 500 characters. */
export const longFormulas: ReadonlySet<string> = new Set<TableName>([
  'Monetisation',
  'Realised',
  'Settlement',
  'Statement',
  'Payoff',
  'PayoffTerms',
]);
