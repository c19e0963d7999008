import type { CellError } from '../../../book';
import { dateOf, daysInMonth, serialOf } from '../dates';
import { NUM } from '../values';
import { daysBetween, daysOfYear } from './coupons';
import { define } from './registry';

// Depreciation as French accounting has it: the first year counts by its days.

interface Asset {
  cost: number;
  salvage: number;
  bought: number;
  firstEnd: number;
  period: number;
  rate: number;
  basis: number;
}

const depreciation =
  (spentIn: (asset: Asset) => number | CellError) =>
  (
    cost: number,
    day: number,
    end: number,
    salvage: number,
    period: number,
    rate: number,
    given = 0,
  ) => {
    const [bought, firstEnd, basis] = [day, end, given].map(Math.floor) as [number, number, number];
    // Days over 360 in years of their own length Excel does not take here.
    if (![0, 1, 3, 4].includes(basis) || cost < 0 || salvage < 0 || salvage > cost) return NUM;
    if (period < 0 || rate <= 0 || bought > firstEnd) return NUM;
    return spentIn({ cost, salvage, bought, firstEnd, period, rate, basis });
  };

/** A leap day ends February as the day before it does. */
function withoutLeapDay(serial: number): number {
  const { year, month, day } = dateOf(serial);
  return month === 2 && day === 29 ? serialOf(year, 2, 28) : serial;
}

/** What is written off up to the end of the first period, and whether the days of a year lengthen the life. */
function firstOf({ cost, salvage, bought, firstEnd, basis }: Asset, rate: number) {
  const actual = basis === 1 || basis === 3;
  const [from, to] = actual ? [bought, firstEnd].map(withoutLeapDay) : [bought, firstEnd];
  const leap = daysInMonth(dateOf(bought).year, 2) === 29;
  const year = basis === 1 ? (leap ? 366 : 365) : daysOfYear(0, 0, basis);
  const part = (daysBetween(from!, to!, basis) / year) * rate * cost;
  return { spent: Math.min(part || cost * rate, cost - salvage), isLonger: part !== 0 };
}

/** Whole amounts, after the digits that Excel keeps. */
const rounded = (amount: number) => Math.round(Number(amount.toFixed(9)));

define(
  'AMORLINC',
  'x x x x x x x?',
  depreciation((asset) => {
    const { cost, salvage, period, rate } = asset;
    if (cost === salvage || period > Math.ceil(1 / rate)) return 0;
    const { spent } = firstOf(asset, rate);
    if (period === 0) return spent;
    if (period < 1) return rate * cost;
    const left = cost - salvage - spent - (Math.trunc(period) - 1) * rate * cost;
    return Math.max(0, Math.min(rate * cost, left));
  }),
);

define(
  'AMORDEGRC',
  'x x x x x x x?',
  depreciation((asset) => {
    const { cost, salvage, period, rate } = asset;
    const years = 1 / rate;
    if (years <= 3 || (years >= 4 && years <= 5)) return NUM;
    const life = Math.ceil(years);
    if (cost === salvage || period > life) return 0;
    const faster = rate * (life === 4 ? 1.5 : life <= 6 ? 2 : 2.5);
    const { spent, isLonger } = firstOf(asset, faster);
    if (period === 0) return rounded(spent);
    // Half of what is left in the last year but one, the rest in the last.
    const halved = life - (isLonger ? 2 : 3);
    let [left, amount] = [cost - rounded(spent), 0];
    for (let at = 1; at <= period; at++) {
      const share = at < halved ? faster : at === halved ? 0.5 : 1;
      amount = left < salvage ? 0 : share * left;
      left -= amount;
    }
    return rounded(amount);
  }),
);
