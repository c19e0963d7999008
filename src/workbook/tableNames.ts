import { betTables } from './bet';
import { exchangeTables } from './exchange';
import { linkTables } from './links';
import { listIds, listTableName } from './lists';
import { tableOf } from './selection';
import { valueTables } from './value';

/** The Excel names of every table of a layout, whatever the catalog and language. */
export const tableNames: ReadonlySet<string> = new Set([
  ...Object.values(tableOf),
  ...linkTables.map((table) => table.name),
  'FunctionPaths',
  'Trace',
  'MicroSteps',
  'Comparison',
  'Holidays',
  'Budget',
  'ProcessPlan',
  'PromotionPlan',
  'Progress',
  'Provenance',
  'ProvenanceRows',
  ...listIds.map(listTableName),
  ...betTables,
  ...exchangeTables,
  ...valueTables,
]);

/** Tables whose cells hold formulas of some 500 characters. */
export const longFormulas: ReadonlySet<string> = new Set([
  'Monetisation',
  'Settlement',
  'Statement',
  'Payoff',
  'PayoffTerms',
]);
