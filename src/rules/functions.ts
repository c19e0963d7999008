import { WORKDAY } from '@formulajs/formulajs';
import { cells, meeting, scalar, type Argument } from './criteria';
import { dateOf, isDay, serialOf } from './dates';
import { firstPlace } from './places';
import { isError, RuleError, toBoolean, toNumber, toText, type Value } from './value';

type Implementation = (...args: Argument[]) => Argument;

const number = (argument: Argument | undefined) => toNumber(scalar(argument));

/** Numbers among the arguments: in a column only true numbers count, a single value is converted. */
function numbers(args: Argument[]): number[] | RuleError {
  const found: number[] = [];
  for (const argument of args) {
    if (Array.isArray(argument)) {
      for (const value of argument) {
        if (isError(value)) return value;
        if (typeof value === 'number') found.push(value);
      }
    } else {
      const value = toNumber(argument as Value);
      if (isError(value)) return value;
      if (argument !== null) found.push(value);
    }
  }
  return found;
}

const overNumbers =
  (reduce: (values: number[]) => number | RuleError): Implementation =>
  (...args) => {
    const values = numbers(args);
    return isError(values) ? values : reduce(values);
  };

function round(value: number, digits: number): number {
  const scale = 10 ** digits;
  // 1.005 is stored below its decimal value; Excel rounds what is shown.
  const scaled = Number((Math.abs(value) * scale).toPrecision(15));
  return (Math.sign(value) * Math.round(scaled)) / scale;
}

const logical =
  (combine: (values: boolean[]) => boolean): Implementation =>
  (...args) => {
    const values: boolean[] = [];
    for (const argument of args) {
      const value = toBoolean(scalar(argument));
      if (isError(value)) return value;
      values.push(value);
    }
    return combine(values);
  };

const overOne =
  (compute: (value: number) => number): Implementation =>
  (value) => {
    const operand = number(value);
    return isError(operand) ? operand : compute(operand);
  };

/** The last day of a shorter month stands for a day that it lacks. */
function addMonths(date: Date, months: number): Date {
  const last = new Date(date.getFullYear(), date.getMonth() + months + 1, 0);
  return new Date(last.getFullYear(), last.getMonth(), Math.min(date.getDate(), last.getDate()));
}

/** The first flow is now, each further one a year later. */
const presentValue = (rate: number, flows: readonly number[]) =>
  flows.reduceRight((later, flow) => flow + later / (1 + rate), 0);

/** Newton's method, as spreadsheets search; undefined where it runs away. */
function newton(at: (rate: number) => number, guess: number): number | undefined {
  let rate = guess;
  for (let i = 0; i < 50 && rate > -1; i += 1) {
    const width = 1e-6 * Math.max(1, Math.abs(rate));
    const slope = (at(rate + width) - at(rate - width)) / (2 * width);
    const step = at(rate) / slope;
    if (!Number.isFinite(step)) return undefined;
    rate -= step;
    if (Math.abs(step) < 1e-13 * Math.max(1, Math.abs(rate))) return rate;
  }
  return undefined;
}

/**
 * The root that a search from `guess` runs to, else the one next to 0, around which an interval is
 * halved; #NUM! when signs give none.
 */
function internalRate(flows: readonly number[], guess: number): number | RuleError {
  const at = (rate: number) => presentValue(rate, flows);
  const found = newton(at, guess);
  if (found !== undefined) return found;
  const steps = [-0.999999, -0.9, -0.5, 0, 0.5, 1, 10, 1000, 1e6];
  const brackets = steps.slice(1).map((high, i): [number, number] => [steps[i] as number, high]);
  const [bracket] = brackets
    .filter(([low, high]) => at(low) * at(high) <= 0)
    .sort(([a, b], [c, d]) => Math.abs(a + b) - Math.abs(c + d));
  if (!bracket || flows.every((flow) => flow === 0)) return new RuleError('#NUM!');
  let [low, high] = bracket;
  // Whatever takes its place has the sign of the lower end.
  const below = at(low);
  let middle = (low + high) / 2;
  while (low < middle && middle < high) {
    if (below * at(middle) <= 0) high = middle;
    else low = middle;
    middle = (low + high) / 2;
  }
  return middle;
}

const cut =
  (take: (text: string, signs: number) => string): Implementation =>
  (text, signs) => {
    const whole = toText(scalar(text));
    if (isError(whole)) return whole;
    const count = number(signs);
    if (isError(count)) return count;
    return count < 0 ? new RuleError('#VALUE!') : take(whole, Math.trunc(count));
  };

/** What each function that a rule may use means. IF, IFERROR and ROW are part of `evaluate`. */
export const functions: Readonly<Record<string, Implementation>> = {
  AND: logical((values) => values.every(Boolean)),
  OR: logical((values) => values.some(Boolean)),
  NOT: (value) => {
    const truth = toBoolean(scalar(value));
    return isError(truth) ? truth : !truth;
  },
  FIND: (wanted, text) => {
    const part = toText(scalar(wanted));
    const whole = toText(scalar(text));
    if (isError(part)) return part;
    if (isError(whole)) return whole;
    const position = whole.indexOf(part);
    return position < 0 ? new RuleError('#VALUE!') : position + 1;
  },
  LEFT: cut((text, signs) => text.slice(0, signs)),
  RIGHT: cut((text, signs) => text.slice(Math.max(0, text.length - signs))),
  ISBLANK: (value) => scalar(value) === null,
  ISNUMBER: (value) => typeof scalar(value) === 'number',
  MIN: overNumbers((values) => (values.length ? Math.min(...values) : 0)),
  MAX: overNumbers((values) => (values.length ? Math.max(...values) : 0)),
  SUM: overNumbers((values) => values.reduce((total, value) => total + value, 0)),
  COUNT: (...args) =>
    args.flatMap((argument) => cells(argument)).filter((value) => typeof value === 'number').length,
  ABS: overOne(Math.abs),
  INT: overOne(Math.floor),
  SIGN: overOne(Math.sign),
  SUMPRODUCT: (...columns) => {
    const length = cells(columns[0] as Argument).length;
    if (columns.some((column) => cells(column).length !== length)) return new RuleError('#VALUE!');
    let total = 0;
    for (let i = 0; i < length; i += 1) {
      let product = 1;
      for (const column of columns) {
        const value = cells(column)[i] ?? null;
        if (isError(value)) return value;
        product *= typeof value === 'number' ? value : 0;
      }
      total += product;
    }
    return total;
  },
  AVERAGEIFS: (column, ...pairs) => {
    const values = cells(column);
    return overNumbers((found) =>
      found.length === 0
        ? new RuleError('#DIV/0!')
        : found.reduce((total, value) => total + value, 0) / found.length,
    )(meeting(pairs).map((i) => values[i] ?? null));
  },
  ROUND: (value, digits) => {
    const a = number(value);
    const b = number(digits);
    return isError(a) ? a : isError(b) ? b : round(a, b);
  },
  SMALL: (column, rank) => {
    const values = numbers([column]);
    const k = number(rank);
    if (isError(values)) return values;
    if (isError(k)) return k;
    return [...values].sort((a, b) => a - b)[k - 1] ?? new RuleError('#NUM!');
  },
  SUMIFS: (column, ...pairs) => {
    const values = cells(column);
    return overNumbers((found) => found.reduce((total, value) => total + value, 0))(
      meeting(pairs).map((i) => values[i] ?? null),
    );
  },
  COUNTIFS: (...pairs) => meeting(pairs).length,
  CHOOSE: (position, ...options) => {
    const i = number(position);
    if (isError(i)) return i;
    const option = options[Math.trunc(i) - 1];
    return option === undefined ? new RuleError('#VALUE!') : option;
  },
  INDEX: (column, position) => {
    const i = number(position);
    if (isError(i)) return i;
    const values = cells(column);
    const at = Math.trunc(i);
    return at >= 1 && at <= values.length ? (values[at - 1] ?? null) : new RuleError('#REF!');
  },
  MATCH: (value, column) => {
    // A blank looks for 0.
    const wanted = scalar(value) ?? 0;
    if (isError(wanted)) return wanted;
    const found = firstPlace(cells(column), wanted);
    return found < 0 ? new RuleError('#N/A') : found + 1;
  },
  NPV: (rate, ...flows) => {
    const r = number(rate);
    const values = numbers(flows);
    if (isError(r)) return r;
    if (isError(values)) return values;
    return presentValue(r, values) / (1 + r);
  },
  IRR: (flows, guess) => {
    const values = numbers([flows as Argument]);
    const from = guess === undefined ? 0.1 : number(guess);
    if (isError(values)) return values;
    return isError(from) ? from : internalRate(values, from);
  },
  WORKDAY: (start, days, holidays) => {
    const from = number(start);
    const steps = number(days);
    if (isError(from)) return from;
    if (isError(steps)) return steps;
    const free = cells(holidays ?? []).filter((value) => typeof value === 'number');
    return serialOf(WORKDAY(dateOf(from), steps, free.map(dateOf)));
  },
  EDATE: (start, months) => {
    const from = number(start);
    const steps = number(months);
    if (isError(from)) return from;
    if (isError(steps)) return steps;
    if (!isDay(from)) return new RuleError('#NUM!');
    const moved = serialOf(addMonths(dateOf(from), Math.trunc(steps)));
    return isDay(moved) ? moved : new RuleError('#NUM!');
  },
};
