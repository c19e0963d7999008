import { DIV0, NUM } from '../values';
import { define } from './registry';

// Depreciation.

define('SLN', 'n n n', (cost: number, salvage: number, life: number) =>
  life === 0 ? DIV0 : (cost - salvage) / life,
);
define('SYD', 'n n n n', (cost: number, salvage: number, life: number, period: number) =>
  salvage < 0 || period <= 0 || period > life
    ? NUM
    : ((cost - salvage) * (life - period + 1) * 2) / (life * (life + 1)),
);
define(
  'DB',
  'n n n n n?',
  (cost: number, salvage: number, life: number, period: number, months = 12) => {
    const [at, first] = [Math.max(1, Math.trunc(period)), Math.trunc(months)];
    if (cost < 0 || salvage < 0 || life <= 0 || period <= 0 || first < 1 || first > 12) return NUM;
    if (at > life + (first < 12 ? 1 : 0)) return NUM;
    if (cost === 0) return 0;
    const rate = Math.round((1 - (salvage / cost) ** (1 / life)) * 1000) / 1000;
    let spent = (cost * rate * first) / 12;
    if (at === 1) return spent;
    for (let year = 2; year < at; year++) spent += (cost - spent) * rate;
    const share = at > life ? (12 - first) / 12 : 1;
    return (cost - spent) * rate * share;
  },
);
define(
  'DDB',
  'n n n n n?',
  (cost: number, salvage: number, life: number, given: number, factor = 2) => {
    if (cost < 0 || salvage < 0 || given <= 0 || given > life || factor <= 0) return NUM;
    const period = Math.max(1, given);
    const rate = Math.min(1, factor / life);
    const left = (after: number) => Math.max(salvage, cost * (1 - rate) ** after);
    if (rate === 1) return period === 1 ? Math.max(0, cost - salvage) : 0;
    return Math.max(0, left(period - 1) - left(period));
  },
);
define(
  'VDB',
  'n n n n n n? b?',
  (
    cost: number,
    salvage: number,
    life: number,
    start: number,
    end: number,
    factor = 2,
    staysDeclining = false,
  ) => {
    if (
      cost < 0 ||
      salvage < 0 ||
      life <= 0 ||
      start < 0 ||
      end < start ||
      end > life ||
      factor <= 0
    )
      return NUM;
    let left = cost;
    let sum = 0;
    let line: number | undefined;
    for (let from = 0; from < end; from++) {
      const declining = Math.max(0, Math.min(left * Math.min(1, factor / life), left - salvage));
      const straight = Math.max(0, left - salvage) / (life - from);
      if (!staysDeclining && straight > declining) line ??= straight;
      const spent = line ?? declining;
      sum += spent * Math.max(0, Math.min(end, from + 1) - Math.max(start, from));
      left -= spent;
    }
    return sum;
  },
);
