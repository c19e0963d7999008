/**
 * How the models of version 0.1 put readings together: workbooks, files and signatures of that time
 * are read by it. What readings mean now is each metric's `measure`.
 */
const latest = new Set([
  ...['ka.metric.sales-velocity', 'ka.metric.pipeline-coverage'],
  ...['stock-months', 'dead-stock', 'coverage', 'supplier-recovery', 'field-failure'].map(
    (name) => `as.metric.${name}`,
  ),
  ...['warranty-cost-unit', 'outlets-at-standard', 'engineer-turnover', 'contract-attach'].map(
    (name) => `as.metric.${name}`,
  ),
  ...['revenue-per-user', 'service-margin'].map((name) => `as.metric.${name}`),
]);
const sums = new Set(
  [
    'account-total-output',
    'rep-total-output',
    'class-a-output',
    'class-b-output',
    'class-c-output',
  ].map((name) => `ka.metric.${name}`),
);

/** Of a metric of the product's own models; undefined of any other. */
export const aggregateOf = (id: string): 'latest' | 'sum' | 'ratio' | undefined => {
  if (latest.has(id)) return 'latest';
  if (sums.has(id)) return 'sum';
  return /^(ka|as)\.metric\./.test(id) ? 'ratio' : undefined;
};
