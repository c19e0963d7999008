import { FV, PMT } from '@formulajs/formulajs';
import type { Scalar } from '../../../book';
import { DIV0, NUM, isError, type Value } from '../values';
import { numbersOf } from './numbers';
import { define } from './registry';

// Annuities. A payment is made at the end of a period, or at its beginning where `type` is not 0.

const payment = (rate: number, periods: number, pv: number, fv: number, type: number) =>
  Number(PMT(rate, periods, pv, fv, type));

/** The interest in the payment of one period. */
function interest(rate: number, period: number, paid: number, pv: number, type: number): number {
  if (type && period === 1) return 0;
  const owed = Number(FV(rate, period - (type ? 2 : 1), paid, pv, type));
  return (type ? owed - paid : owed) * rate;
}

define(
  'IPMT',
  'n n n n n? n?',
  (rate: number, period: number, periods: number, pv: number, fv = 0, type = 0) => {
    if (period < 1 || period >= periods + 1) return NUM;
    const at = type ? 1 : 0;
    return interest(rate, period, payment(rate, periods, pv, fv, at), pv, at);
  },
);
define(
  'PPMT',
  'n n n n n? n?',
  (rate: number, period: number, periods: number, pv: number, fv = 0, type = 0) => {
    if (period < 1 || period >= periods + 1) return NUM;
    const at = type ? 1 : 0;
    const paid = payment(rate, periods, pv, fv, at);
    return paid - interest(rate, period, paid, pv, at);
  },
);
for (const [name, ofInterest] of [
  ['CUMIPMT', true],
  ['CUMPRINC', false],
] as const)
  define(
    name,
    'x x x x x x',
    (rate: number, nper: number, pv: number, first: number, last: number, type: number) => {
      const [from, to, at, periods] = [Math.ceil(first), Math.floor(last), Math.trunc(type), nper];
      if (rate <= 0 || periods <= 0 || pv <= 0 || first < 1 || last < first || last > periods)
        return NUM;
      if (at !== 0 && at !== 1) return NUM;
      const paid = payment(rate, periods, pv, 0, at);
      let sum = 0;
      for (let period = from; period <= to; period++) {
        const share = interest(rate, period, paid, pv, at);
        sum += ofInterest ? share : paid - share;
      }
      return sum;
    },
  );
define('ISPMT', 'n n n n', (rate: number, period: number, periods: number, pv: number) =>
  periods === 0 ? DIV0 : -pv * rate * (1 - period / periods),
);
define('NPER', 'n n n n? n?', (rate: number, paid: number, pv: number, fv = 0, type = 0) => {
  if (rate === 0) return paid === 0 ? NUM : -(pv + fv) / paid;
  const due = paid * (1 + rate * (type ? 1 : 0));
  const growth = (due - fv * rate) / (due + pv * rate);
  return growth > 0 && rate > -1 ? Math.log(growth) / Math.log(1 + rate) : NUM;
});
define(
  'RATE',
  'n n n n? n? n?',
  (periods: number, paid: number, pv: number, fv = 0, type = 0, guess = 0.1) => {
    if (periods <= 0) return NUM;
    const at = type ? 1 : 0;
    const value = (rate: number) => {
      if (Math.abs(rate) < 1e-12) return pv + paid * periods + fv;
      const growth = (1 + rate) ** periods;
      return pv * growth + (paid * (1 + rate * at) * (growth - 1)) / rate + fv;
    };
    let [before, rate] = [guess, guess + 0.001];
    for (let step = 0; step < 100; step++) {
      const [a, b] = [value(before), value(rate)];
      if (Math.abs(rate - before) < 1e-13 || b === 0) return rate;
      const next = rate - (b * (rate - before)) / (b - a);
      if (!Number.isFinite(next) || next <= -1) return NUM;
      [before, rate] = [rate, next];
    }
    return NUM;
  },
);
define('MIRR', 'r n n', (values: Value, borrowed: number, invested: number) => {
  const flows = numbersOf([values]);
  if (isError(flows)) return flows;
  const last = flows.length - 1;
  const sum = (sign: number, rate: number, power: (i: number) => number) =>
    flows.reduce(
      (all, flow, i) => (Math.sign(flow) === sign ? all + flow * (1 + rate) ** power(i) : all),
      0,
    );
  const gains = sum(1, invested, (i) => last - i);
  const costs = sum(-1, borrowed, (i) => -i);
  return costs === 0 || last === 0 ? DIV0 : (gains / -costs) ** (1 / last) - 1;
});

// Rates.

define('EFFECT', 'x x', (rate: number, given: number) => {
  const periods = Math.trunc(given);
  return rate <= 0 || periods < 1 ? NUM : (1 + rate / periods) ** periods - 1;
});
define('NOMINAL', 'x x', (rate: number, given: number) => {
  const periods = Math.trunc(given);
  return rate <= 0 || periods < 1 ? NUM : periods * ((1 + rate) ** (1 / periods) - 1);
});
define('RRI', 'n n n', (periods: number, pv: number, fv: number) =>
  periods <= 0 ? NUM : (fv / pv) ** (1 / periods) - 1,
);
define('PDURATION', 'n n n', (rate: number, pv: number, fv: number) =>
  Math.min(rate, pv, fv) <= 0 ? NUM : Math.log(fv / pv) / Math.log(1 + rate),
);
define('FVSCHEDULE', 'x r', (principal: number, schedule: Value) => {
  const rates = numbersOf([schedule]);
  return isError(rates) ? rates : rates.reduce((sum, rate) => sum * (1 + rate), principal);
});
define('DOLLARDE', 'x x', (price: number, fraction: number) =>
  fractional(fraction, (parts, digits) => {
    const whole = Math.trunc(price);
    return whole + ((price - whole) * digits) / parts;
  }),
);
define('DOLLARFR', 'x x', (price: number, fraction: number) =>
  fractional(fraction, (parts, digits) => {
    const whole = Math.trunc(price);
    return whole + ((price - whole) * parts) / digits;
  }),
);

function fractional(fraction: number, compute: (parts: number, digits: number) => number): Scalar {
  const parts = Math.trunc(fraction);
  if (fraction < 0) return NUM;
  if (parts < 1) return DIV0;
  return compute(parts, 10 ** Math.ceil(Math.log10(parts) - 1e-12));
}
