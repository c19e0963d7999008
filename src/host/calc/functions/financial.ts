import type { CellError, Scalar } from '../../../book';
import { FV, PMT, PV } from '@formulajs/formulajs';
import { NUM, isError, type Value } from '../values';
import { cellsOf, numbersOf } from './numbers';
import { define } from './registry';

define('PMT', 'n n n n? n?', (rate: number, periods: number, pv: number, fv = 0, type = 0) =>
  periods === 0 || rate <= -1 ? NUM : finite(PMT(rate, periods, pv, fv, type ? 1 : 0)),
);
define('PV', 'n n n n? n?', (rate: number, periods: number, pmt: number, fv = 0, type = 0) =>
  finite(PV(rate, periods, pmt, fv, type ? 1 : 0)),
);
define('FV', 'n n n n? n?', (rate: number, periods: number, pmt: number, pv = 0, type = 0) =>
  finite(FV(rate, periods, pmt, pv, type ? 1 : 0)),
);
define('NPV', 'n r+', (rate: number, ...args: Value[]) => {
  const flows = numbersOf(args);
  return isError(flows) ? flows : presentValue(flows, rate) / (1 + rate);
});
define('IRR', 'r n?', (values: Value, guess = 0.1) => {
  const flows = numbersOf([values]);
  if (isError(flows)) return flows;
  return rateOf((rate) => presentValue(flows, rate), flows, guess);
});
define('XNPV', 'n r r', (rate: number, values: Value, dates: Value) => {
  const flows = datedFlows(values, dates);
  if (isError(flows)) return flows;
  return rate <= -1 ? NUM : datedValue(flows, rate);
});
define('XIRR', 'r r n?', (values: Value, dates: Value, guess = 0.1) => {
  const flows = datedFlows(values, dates);
  if (isError(flows)) return flows;
  const amounts = flows.map(({ amount }) => amount);
  return rateOf((rate) => datedValue(flows, rate), amounts, guess);
});

interface DatedFlow {
  amount: number;
  /** Years of 365 days since the first flow. */
  years: number;
}

/** Value now of flows one period apart, the first now. */
const presentValue = (flows: number[], rate: number) =>
  flows.reduceRight((later, flow) => flow + later / (1 + rate), 0);

const datedValue = (flows: DatedFlow[], rate: number) =>
  flows.reduce((sum, { amount, years }) => sum + amount / (1 + rate) ** years, 0);

function datedFlows(values: Value, dates: Value): DatedFlow[] | CellError {
  const amounts = cellsOf(values);
  const days = cellsOf(dates);
  const error = [...amounts, ...days].find(isError);
  if (error) return error as CellError;
  const first = days[0];
  if (amounts.length !== days.length || typeof first !== 'number') return NUM;
  const flows: DatedFlow[] = [];
  for (let i = 0; i < amounts.length; i++) {
    const [amount, day] = [amounts[i], days[i]];
    if (typeof amount !== 'number' || typeof day !== 'number' || day < first) return NUM;
    flows.push({ amount, years: (Math.floor(day) - Math.floor(first)) / 365 });
  }
  return flows;
}

/**
 * The rate at which a value is zero: Newton's method from the guess, and where that strays, halving
 * the nearest interval in which the value changes sign. #NUM! without flows of both signs.
 */
function rateOf(value: (rate: number) => number, flows: number[], guess: number): Scalar {
  if (!flows.some((flow) => flow > 0) || !flows.some((flow) => flow < 0) || guess <= -1) return NUM;
  return newton(value, guess) ?? bisect(value, guess) ?? NUM;
}

function newton(value: (rate: number) => number, guess: number): number | undefined {
  let rate = guess;
  for (let step = 0; step < 50; step++) {
    const width = Math.max(1e-6, Math.abs(rate) * 1e-6);
    const slope = (value(rate + width) - value(rate - width)) / (2 * width);
    const next = rate - value(rate) / slope;
    if (!Number.isFinite(next) || next <= -1) return undefined;
    if (Math.abs(next - rate) < 1e-13 * Math.max(1, Math.abs(next))) return next;
    rate = next;
  }
  return undefined;
}

function bisect(value: (rate: number) => number, guess: number): number | undefined {
  const rates: number[] = [];
  for (let growth = 0.001; growth < 1000; growth *= 1.05) rates.push(growth - 1);
  const changes = rates.slice(1).flatMap((high, i) => {
    const low = rates[i]!;
    return value(low) * value(high) <= 0 ? [[low, high] as const] : [];
  });
  changes.sort((a, b) => Math.abs(a[0] - guess) - Math.abs(b[0] - guess));
  const nearest = changes[0];
  if (!nearest) return undefined;
  let [low, high] = nearest;
  // Whatever takes its place has the sign of the lower end.
  const below = value(low);
  let middle = (low + high) / 2;
  while (low < middle && middle < high) {
    if (below * value(middle) <= 0) high = middle;
    else low = middle;
    middle = (low + high) / 2;
  }
  return middle;
}

const finite = (result: unknown): Scalar =>
  typeof result === 'number' && Number.isFinite(result) ? result : NUM;
