import { add, divide, ifError, multiply, subtract, type Expression, type Num } from '../expression';

/** Sums over the readings of a window: x in days, y the reading. */
export interface TrendSums {
  n: Num;
  x: Num;
  y: Num;
  xy: Num;
  xx: Num;
}

/** Fewer readings than this show no trend. */
export const trendReadings = 3;

/** Σx², Σxy about the means, times n. */
const spread = ({ n, x, xx }: TrendSums): Num => subtract(multiply(n, xx), multiply(x, x));
const joint = ({ n, x, y, xy }: TrendSums): Num => subtract(multiply(n, xy), multiply(x, y));

/**
 * Slope a day of the least-squares line. "" when all readings are of one day.
 * The same line as SLOPE and INTERCEPT give, from sums that SUMIFS can pick by metric and window.
 */
export const trendSlope = (sums: TrendSums): Expression =>
  ifError(divide(joint(sums), spread(sums)), '');

/** Where the line stands at day x. */
export const trendAt = (slope: Num, sums: TrendSums, x: Num): Num =>
  add(divide(sums.y, sums.n), multiply(slope, subtract(x, divide(sums.x, sums.n))));
