import { error, type Problem } from '../problem';
import type { Catalog } from '../schema';

/** A contract to start from shares out the whole, and bets on each metric once. */
export const checkContracts = ({ contracts }: Catalog): Problem[] =>
  contracts.flatMap(({ id, terms }) => {
    const total = terms.reduce((sum, { weight }) => sum + weight, 0);
    const twice = terms.find(({ metric }, i) => terms.slice(0, i).some((t) => t.metric === metric));
    return [
      ...(Math.abs(total - 1) > 1e-9
        ? [error('contract-weights', id, { percent: Math.round(total * 1e4) / 1e2 })]
        : []),
      ...(twice ? [error('contract-twice', id, { metric: twice.metric })] : []),
    ];
  });
