import { error, type Problem } from '../problem';
import type { Catalog } from '../schema';

/** A contract to start from shares out the whole, and bets on each gain once. */
export const checkContracts = ({ contracts, metrics }: Catalog): Problem[] => {
  const insteadOf = new Map(metrics.map(({ id, notWith = [] }) => [id, notWith]));
  return contracts.flatMap(({ id, terms }) => {
    const total = terms.reduce((sum, { weight }) => sum + weight, 0);
    const twice = terms.find(({ metric }, i) => terms.slice(0, i).some((t) => t.metric === metric));
    return [
      ...(Math.abs(total - 1) > 1e-9
        ? [error('contract-weights', id, { percent: Math.round(total * 1e4) / 1e2 })]
        : []),
      ...(twice ? [error('contract-twice', id, { metric: twice.metric })] : []),
      ...terms.flatMap(({ metric }) =>
        terms
          .filter((term) => insteadOf.get(metric)?.includes(term.metric))
          .map((other) => error('contract-both', id, { metric, other: other.metric })),
      ),
    ];
  });
};
