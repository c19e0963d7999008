import { error, warning, type Problem } from '../problem';
import type { Catalog, Metric } from '../schema';

function checkMetric(metric: Metric): Problem[] {
  const { id, benefit, drivers } = metric;
  const problems: Problem[] = [];
  if (metric.average && metric.guards.length === 0)
    problems.push(error('average-without-guards', id));
  if (metric.guards.includes(id)) problems.push(error('guards-itself', id));
  if (metric.notWith?.includes(id)) problems.push(error('not-with-itself', id));
  if (!metric.measure) problems.push(warning('no-measure', id));
  if (metric.measure === 'ratio' && !metric.denominator)
    problems.push(error('ratio-without-denominator', id));
  if (metric.measure === 'level' && !metric.levelMode)
    problems.push(error('level-without-mode', id));
  if (metric.measure !== 'level' && metric.levelMode)
    problems.push(error('mode-without-level', id));
  if (metric.measure !== 'flow' && metric.base !== undefined)
    problems.push(error('base-without-flow', id));
  if (benefit !== 'leading' && drivers.length === 0)
    problems.push(error('priced-without-drivers', id));
  if (benefit === 'leading' && (drivers.length > 0 || metric.divisor !== undefined))
    problems.push(error('leading-with-drivers', id));
  return problems;
}

/** How far up the value tree a workbook follows a node. */
const deepest = 4;

/** A node is part of another, never of itself, and no deeper than a workbook follows. */
function checkNodes(nodes: Catalog['nodes']): Problem[] {
  const parents = new Map(nodes.map(({ id, parent }) => [id, parent]));
  return nodes.flatMap(({ id }) => {
    const above: string[] = [];
    for (let at = parents.get(id); at !== undefined; at = parents.get(at)) {
      if (at === id) return [error('node-in-itself', id)];
      if (above.push(at) >= deepest) return [error('node-too-deep', id, { deepest })];
    }
    return [];
  });
}

/** Metrics can be computed, priced once, and not be improved by the wrong means. */
export function checkMetrics({ metrics, pains, drivers, nodes }: Catalog): Problem[] {
  const related = new Set(nodes.flatMap(({ id, parent }) => (parent ? [id, parent] : [])));
  const groups = new Map<string, number>();
  for (const { overlap } of metrics)
    if (overlap) groups.set(overlap, (groups.get(overlap) ?? 0) + 1);
  const used = new Set([
    ...metrics.flatMap((metric) => metric.drivers),
    ...pains.map(({ driver }) => driver),
  ]);
  return [
    ...metrics.flatMap(checkMetric),
    ...metrics.flatMap(({ id, overlap }) =>
      overlap && groups.get(overlap) === 1 && !related.has(overlap)
        ? [warning('lone-overlap', id, { group: overlap })]
        : [],
    ),
    ...checkNodes(nodes),
    ...drivers.flatMap(({ id }) => (used.has(id) ? [] : [warning('unused-driver', id)])),
  ];
}
