import { tableNames as registered, type TableName } from '../engagement/register';
import { listIds, listTableName } from './lists';

/** The Excel names of every table of a layout, whatever the catalog and language. */
export const tableNames: ReadonlySet<string> = new Set([
  ...registered,
  ...listIds.map(listTableName),
]);

/** Tables whose cells, one with another, take 200 bytes and more with their formulas. */
export const longFormulas: ReadonlySet<string> = new Set<TableName>([
  'Monetisation',
  'Benefits',
  'Timing',
  'Realised',
  'Costs',
  'VendorCosts',
  'RoiYears',
  'Settlement',
  'Statement',
  'Payoff',
  'PayoffPeriods',
  'PayoffTerms',
  'PayoffSteps',
  'InputChecks',
]);
