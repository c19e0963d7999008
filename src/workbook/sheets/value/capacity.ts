import { years } from '../../../engagement/register';
import type { Context } from '../../context';

/** Rows in which realised value is worked out: metrics that are priced, at each of the days. */
export function realisedCapacity(context: Context): { periods: number; rows: number } {
  const { periods } = settlementCapacity(context);
  const metrics = Math.max(8, Object.keys(context.engagement.monetisation).length + 4);
  return { periods, rows: metrics * (1 + periods + years.length) };
}

/** Rows that the settlement has, so that terms and periods can be added without the add-in. */
export function settlementCapacity(context: Context): {
  terms: number;
  periods: number;
  rows: number;
} {
  const count = (rows: object) => Object.keys(rows).length;
  const terms = Math.max(8, count(context.engagement.terms) + 4);
  const periods = Math.max(4, count(context.engagement.periods) + 2);
  return {
    terms,
    periods,
    rows: Math.max(24, terms * Math.max(2, count(context.engagement.periods) + 1)),
  };
}
