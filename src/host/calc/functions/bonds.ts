import type { Place } from '../ref';
import { NUM, isError, type Value } from '../values';
import {
  couponsOf,
  daysBetween,
  daysOfYear,
  isFrequency,
  isTerm,
  monthsFrom,
  wholeDays360,
  type Coupons,
} from './coupons';
import { define } from './registry';
import { solve } from './special';

// Bonds that pay interest: prices and redemptions for 100 of face value.

interface Bond extends Coupons {
  rate: number;
  redemption: number;
  frequency: number;
}

function price({ rate, redemption, frequency, left, days, passed }: Bond, gain: number) {
  const share = (days - passed) / days;
  const coupon = (100 * rate) / frequency;
  const accrued = (coupon * passed) / days;
  if (left === 1) return (redemption + coupon) / (1 + (share * gain) / frequency) - accrued;
  const factor = 1 + gain / frequency;
  let sum = redemption / factor ** (left - 1 + share);
  for (let k = 0; k < left; k++) sum += coupon / factor ** (k + share);
  return sum - accrued;
}

/** The yield at which a falling price is reached. */
export const yieldFor = (paid: number, priceAt: (gain: number) => number, frequency: number) => {
  const found = solve((gain) => -priceAt(gain), -paid, -frequency * 0.999, Infinity);
  return Number.isFinite(found) ? found : NUM;
};

function bond(
  name: string,
  compute: (bond: Bond, given: number) => Value,
  isAllowed: (given: number) => boolean,
): void {
  define(
    name,
    'x x x x x x x?',
    (
      settles: number,
      matures: number,
      rate: number,
      given: number,
      redemption: number,
      often: number,
      basis = 0,
    ) => {
      const coupons = couponsOf(Math.floor(settles), Math.floor(matures), often, basis);
      if (isError(coupons)) return coupons;
      if (rate < 0 || redemption <= 0 || !isAllowed(given)) return NUM;
      return compute({ ...coupons, rate, redemption, frequency: Math.trunc(often) }, given);
    },
  );
}

bond('PRICE', price, (gain) => gain >= 0);
bond(
  'YIELD',
  (given, paid) => {
    const { left, days, passed, rate, redemption, frequency } = given;
    if (left > 1) return yieldFor(paid, (gain) => price(given, gain), frequency);
    const cost = paid / 100 + ((passed / days) * rate) / frequency;
    return (
      ((redemption / 100 + rate / frequency - cost) / cost) * frequency * (days / (days - passed))
    );
  },
  (paid) => paid > 0,
);

for (const isModified of [false, true])
  define(
    isModified ? 'MDURATION' : 'DURATION',
    'x x x x x x?',
    (settles: number, matures: number, rate: number, gain: number, often: number, basis = 0) => {
      const coupons = couponsOf(Math.floor(settles), Math.floor(matures), often, basis);
      if (isError(coupons)) return coupons;
      if (rate < 0 || gain < 0) return NUM;
      const frequency = Math.trunc(often);
      const factor = 1 + gain / frequency;
      const share = (coupons.days - coupons.passed) / coupons.days;
      let [sum, timed] = [0, 0];
      for (let k = 0; k < coupons.left; k++) {
        const paid = (100 * rate) / frequency + (k === coupons.left - 1 ? 100 : 0);
        const value = paid / factor ** (k + share);
        sum += value;
        timed += value * (k + share);
      }
      const duration = timed / sum / frequency;
      return isModified ? duration / factor : duration;
    },
  );

// Interest at maturity.

/** From the years from issue to maturity, from issue to settlement, and from settlement to maturity. */
const atMaturity =
  (compute: (years: [number, number, number], rate: number, given: number) => Value) =>
  (settled: number, matures: number, issue: number, rate: number, given: number, kind = 0) => {
    const [settles, end, issued, basis] = [settled, matures, issue, kind].map(Math.floor) as [
      number, number, number, number,
    ]; // prettier-ignore
    if (!isTerm(settles, end) || issued < 0 || issued > settles) return NUM;
    if (basis < 0 || basis > 4 || rate < 0) return NUM;
    const year = daysOfYear(issued, settles, basis);
    const whole = daysBetween(issued, end, basis) / year;
    const before = daysBetween(issued, settles, basis) / year;
    return compute([whole, before, whole - before], rate, given);
  };

define(
  'PRICEMAT',
  'x x x x x x?',
  atMaturity(([whole, before, after], rate, gain) =>
    gain < 0 ? NUM : 100 * ((1 + whole * rate) / (1 + after * gain) - before * rate),
  ),
);
define(
  'YIELDMAT',
  'x x x x x x?',
  atMaturity(([whole, before, after], rate, paid) =>
    paid <= 0 ? NUM : ((1 + whole * rate) / (paid / 100 + before * rate) - 1) / after,
  ),
);
define(
  'ACCRINTM',
  'x x x x? x?',
  (issued: number, matures: number, rate: number, par = 1000, basis = 0) => {
    const [from, to, kind] = [Math.floor(issued), Math.floor(matures), Math.trunc(basis)];
    if (rate <= 0 || par <= 0 || !isTerm(from, to) || kind < 0 || kind > 4) return NUM;
    return (par * rate * daysBetween(from, to, kind)) / daysOfYear(from, to, kind);
  },
);
define(
  'ACCRINT',
  '@ x x x x x x x? b?',
  (
    at: Place,
    given: number,
    first: number,
    until: number,
    rate: number,
    par: number,
    often: number,
    basis = 0,
    fromIssue = true,
  ) => {
    const [issued, settles] = [Math.floor(given), Math.floor(until)];
    const [frequency, kind] = [Math.trunc(often), Math.trunc(basis)];
    if (rate <= 0 || par <= 0 || !isTerm(issued, settles) || !isFrequency(frequency)) return NUM;
    if (kind < 0 || kind > 4) return NUM;
    // From the first coupon on alone, Excel's own results are not those of its documentation.
    if (!fromIssue) return at.source.miss();
    const step = 12 / frequency;
    const start = Math.floor(first);
    const coupon = (k: number) => monthsFrom(start, k * step);
    let k = settles > start ? 0 : -1;
    while (settles > start && coupon(k) < settles) k++;
    // From the coupon that is counted from to the settlement, which may be earlier.
    const days = kind !== 1 ? daysOfYear(0, 0, kind) / frequency : Math.abs(coupon(k) - start);
    const part = daysBetween(Math.max(issued, coupon(k)), settles, kind);
    let periods = part === 0 ? 0 : part / days;
    for (; coupon(k) > issued; k--)
      periods +=
        coupon(k - 1) >= issued ? 1 : shareFrom(issued, coupon(k - 1), coupon(k), kind, frequency);
    return (par * rate * periods) / frequency;
  },
);

/** What is left of a period between coupons from the day of issue on. */
function shareFrom(issued: number, from: number, to: number, basis: number, frequency: number) {
  if (basis === 0) return daysBetween(issued, to, 0) / wholeDays360(from, to);
  const whole = basis === 3 ? 365 / frequency : daysBetween(from, to, basis === 2 ? 0 : basis);
  return daysBetween(issued, to, basis) / whole;
}
