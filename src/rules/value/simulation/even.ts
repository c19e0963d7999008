/** Shares at risk at which the contract pays, in the mean, what a fixed fee would. */

import type { SimulatedContract } from './contract';
import { payableAt, type Weighed } from './payable';

interface Stretch {
  from: number;
  to: number;
}

/** As many outcomes as tell the mean to a few per mille; each share needs all of them again. */
const evenDraws = 2000;
const evenStep = 0.02;

/**
 * Looks at the mean over the same draws from 2 % to 100 %: where it is even from one step to the
 * next, that stretch; where it changes sides, the share in between, by bisection.
 */
export function evenShares(contract: SimulatedContract, all: Weighed[]): Stretch[] {
  const outcomes = all.slice(0, evenDraws);
  const tolerance = Math.max(1, contract.fee) * 1e-6;
  const gapAt = (shareAtRisk: number) => {
    const pay = payableAt(contract, shareAtRisk);
    const total = outcomes.reduce((sum, one) => sum + pay(one), 0);
    const gap = total / outcomes.length - contract.fee;
    return Math.abs(gap) <= tolerance ? 0 : gap;
  };
  const found: Stretch[] = [];
  let before: { share: number; gap: number } | undefined;
  for (let step = 1; step <= Math.round(1 / evenStep); step += 1) {
    const share = Number((step * evenStep).toFixed(4));
    const gap = gapAt(share);
    const last = found[found.length - 1];
    if (gap === 0 && before?.gap === 0 && last) last.to = share;
    else if (gap === 0) found.push({ from: share, to: share });
    else if (before && before.gap * gap < 0) {
      const at = bisect(gapAt, before.share, share, before.gap);
      found.push({ from: at, to: at });
    }
    before = { share, gap };
  }
  return found;
}

function bisect(gapAt: (share: number) => number, from: number, to: number, side: number): number {
  let [low, high] = [from, to];
  for (let i = 0; i < 8; i += 1) {
    const middle = (low + high) / 2;
    if (gapAt(middle) * side > 0) low = middle;
    else high = middle;
  }
  return Number(((low + high) / 2).toFixed(4));
}
