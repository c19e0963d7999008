import { linkTables } from './links';
import { tableOf } from './selection';

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
  ...[
    'Pick',
    'Priority',
    'Phase',
    'Status',
    'Stage',
    'Effort',
    'Maturity',
    'Lead',
    'Mode',
    'Wording',
    'DimensionAsk',
    'DimensionPlan',
    'DimensionPain',
    'DimensionFunction',
    'DimensionInnovation',
    'Module',
  ].map((list) => `List${list}`),
]);
