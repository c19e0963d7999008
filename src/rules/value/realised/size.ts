import { count, nums, sum } from '../../expression';

/** Realised has a row for each priced metric at each cut-off. */
export const table = 'Realised';
export const pricedCount = sum(nums('Monetisation', 'counted'));
export const cutCount = count(nums('Cutoffs', 'no'));
