import type { CellError } from '../../../book';
import { dateOf } from '../dates';
import { NUM, isError } from '../values';
import { yieldFor } from './bonds';
import {
  couponsOf,
  daysBetween,
  isFrequency,
  isMonthEnd,
  monthEnd,
  stepped,
  wholeDays360,
} from './coupons';
import { define } from './registry';

// Bonds of which the first or the last period between coupons is shorter or longer than the others.

interface OddBond {
  settles: number;
  matures: number;
  /** Of the first coupon, or of the last one before the bond matures. */
  coupon: number;
  rate: number;
  redemption: number;
  frequency: number;
  basis: number;
}

const between = (from: number, to: number, basis: number) =>
  Math.max(0, daysBetween(from, to, basis));

/** Redemption and coupons after the first one's share, by periods from the settlement on. */
function discounted(
  { redemption }: OddBond,
  [first, coupon, factor]: [first: number, coupon: number, factor: number],
  [until, more]: [until: number, more: number],
): number {
  let sum = redemption / factor ** (until + more) + first / factor ** until;
  for (let k = 1; k <= more; k++) sum += coupon / factor ** (until + k);
  return sum;
}

/**
 * Whole periods from the settlement to the first coupon. Where that is at the end of a month Excel counts from the end of
 * the month of settlement, and one more.
 */
function wholePeriods(settles: number, first: number, step: number): number {
  const { month, day } = dateOf(first);
  const endsMonth = isMonthEnd(first) || (month !== 2 && day > 28 && isMonthEnd(settles));
  const end = endsMonth ? monthEnd(settles) : settles;
  let periods = settles < end ? 1 : 0;
  const next = (serial: number) => {
    const to = stepped(serial, step);
    return endsMonth ? monthEnd(to) : to;
  };
  for (let to = next(end); to < first; to = next(to)) periods++;
  return periods;
}

function priceFromFirst(bond: OddBond, issued: number, gain: number): number | CellError {
  const { settles, matures, coupon: first, rate, frequency, basis } = bond;
  const factor = 1 + gain / frequency;
  const coupon = (100 * rate) / frequency;
  const left = couponsOf(settles, first, frequency, basis);
  const after = couponsOf(first, matures, frequency, basis);
  if (isError(left) || isError(after) || after.before !== first) return NUM;
  const normal = left.days;
  if (between(issued, first, basis) < normal) {
    const share = between(issued, first, basis) / normal;
    const until = between(settles, first, basis) / normal;
    const accrued = (between(issued, settles, basis) / normal) * coupon;
    return discounted(bond, [share * coupon, coupon, factor], [until, after.left]) - accrued;
  }
  // Longer: what the first coupon pays and what of it has accrued, by periods counted back from it.
  let [share, accrued] = [0, 0];
  const step = 12 / frequency;
  for (let to = first; to > issued;) {
    const from = stepped(to, -step);
    const days = basis === 1 ? to - from : normal;
    share += (from > issued ? days : between(issued, to, basis)) / days;
    accrued += between(Math.max(issued, from), Math.min(settles, to), basis) / days;
    to = from;
  }
  const rest =
    basis === 2 || basis === 3 ? between(settles, left.after, basis) : normal - left.passed;
  const until = wholePeriods(settles, first, step) + rest / normal;
  return discounted(bond, [share * coupon, coupon, factor], [until, after.left]) - accrued * coupon;
}

/** Coupons by periods counted on from the last one: all that are paid, those accrued, those still to come. */
function sharesFromLast({ settles, matures, coupon: last, frequency, basis }: OddBond) {
  const step = 12 / frequency;
  const whole = basis === 0 ? wholeDays360 : (from: number, to: number) => between(from, to, basis);
  const periods = couponsOf(last, matures, frequency, basis);
  let [all, accrued, coming] = [0, 0, 0];
  for (let k = isError(periods) ? 0 : periods.left, from = last; k > 0; k--) {
    const to = stepped(from, step);
    const days = whole(from, to);
    const paid = k > 1 ? days : whole(from, matures);
    all += paid / days;
    accrued += (to < settles ? paid : between(from, settles, basis)) / days;
    coming += between(Math.max(settles, from), Math.min(matures, to), basis) / days;
    from = to;
  }
  return { all, accrued, coming };
}

/** What all four are given; the amounts have to be possible. */
function bondOf(given: number[]): OddBond | CellError {
  const [settles, matures, coupon] = given.slice(0, 3).map(Math.floor) as [number, number, number];
  const [rate, paid, redemption] = given.slice(3) as [number, number, number];
  const [frequency, basis] = [Math.trunc(given[6]!), Math.trunc(given[7] ?? 0)];
  if (!isFrequency(frequency) || basis < 0 || basis > 4 || settles >= matures) return NUM;
  if (rate < 0 || paid < 0 || redemption < 0) return NUM;
  return { settles, matures, coupon, rate, redemption, frequency, basis };
}

const first =
  (solve: (paid: number, bond: OddBond, issued: number) => number | CellError) =>
  (settles: number, matures: number, issue: number, ...others: number[]) => {
    const bond = bondOf([settles, matures, ...others]);
    if (isError(bond)) return bond;
    const issued = Math.floor(issue);
    const isInOrder =
      issued < bond.settles && bond.settles < bond.coupon && bond.coupon < bond.matures;
    return isInOrder ? solve(others[2]!, bond, issued) : NUM;
  };

define(
  'ODDFPRICE',
  'x x x x x x x x x?',
  first((gain, bond, issued) => priceFromFirst(bond, issued, gain)),
);
define(
  'ODDFYIELD',
  'x x x x x x x x x?',
  first((paid, bond, issued) => {
    const one = priceFromFirst(bond, issued, 0);
    if (isError(one)) return one;
    return yieldFor(paid, (gain) => Number(priceFromFirst(bond, issued, gain)), bond.frequency);
  }),
);

/** From what is paid in the end, what has accrued, and the years to the end as a sum. */
const last =
  (solve: (given: number, bond: { end: number; accrued: number; coming: number }) => number) =>
  (...given: number[]) => {
    const bond = bondOf(given);
    if (isError(bond)) return bond;
    if (bond.coupon >= bond.settles) return NUM;
    const { all, accrued, coming } = sharesFromLast(bond);
    const coupon = (100 * bond.rate) / bond.frequency;
    return solve(given[4]!, {
      end: all * coupon + bond.redemption,
      accrued: accrued * coupon,
      coming: coming / bond.frequency,
    });
  };

define(
  'ODDLPRICE',
  'x x x x x x x x?',
  last((gain, { end, accrued, coming }) => end / (1 + coming * gain) - accrued),
);
define(
  'ODDLYIELD',
  'x x x x x x x x?',
  last((paid, { end, accrued, coming }) => (end / (accrued + paid) - 1) / coming),
);
