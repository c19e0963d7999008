import type { Scalar } from '../../../book';
import { NUM, VALUE, isError, type Value } from '../values';
import { toNumber } from '../coerce';
import { isBlock } from '../operators';
import { cellsOf, numbersOf } from './numbers';
import { define } from './registry';

/** A multiple of a step; the quotient is first read on 15 digits, as it is written and not as it is stored. */
const multiple = (x: number, step: number, round: (x: number) => number) =>
  step === 0 || x === 0 ? 0 : round(Number((x / step).toPrecision(15))) * step;

const up = (x: number, step = 1) => multiple(x, Math.abs(step), Math.ceil);
const down = (x: number, step = 1) => multiple(x, Math.abs(step), Math.floor);

define('CEILING.MATH', 'n n? n?', (x: number, step = 1, away = 0) =>
  x < 0 && away ? -up(-x, step) : up(x, step),
);
define('FLOOR.MATH', 'n n? n?', (x: number, step = 1, toZero = 0) =>
  x < 0 && toZero ? -down(-x, step) : down(x, step),
);
for (const name of ['CEILING.PRECISE', 'ISO.CEILING']) define(name, 'n n?', up);
define('FLOOR.PRECISE', 'n n?', down);
define('MROUND', 'x x', (x: number, step: number) => {
  if (x * step < 0) return NUM;
  return multiple(x, step, (parts) => Math.sign(parts) * Math.floor(Math.abs(parts) + 0.5));
});
define('RAND', '!', Math.random);
define('RANDBETWEEN', '! x x', (from: number, to: number) => {
  const [low, high] = [Math.ceil(from), Math.floor(to)];
  return low > high ? NUM : low + Math.floor(Math.random() * (high - low + 1));
});
define('ISEVEN', 'x', (x: number) => Math.trunc(x) % 2 === 0);
define('ISODD', 'x', (x: number) => Math.trunc(x) % 2 !== 0);
define('SQRTPI', 'x', (x: number) => (x < 0 ? NUM : Math.sqrt(x * Math.PI)));
define('SUMSQ', 'r+', (...args: Value[]) => {
  const numbers = numbersOf(args);
  return isError(numbers) ? numbers : numbers.reduce((sum, x) => sum + x * x, 0);
});

const most = 2 ** 53;
const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

define('GCD', 'r+', (...args: Value[]) => whole(args, (all) => all.reduce(divisor, 0)));
define('LCM', 'r+', (...args: Value[]) =>
  whole(args, (all) => (all.includes(0) ? 0 : all.reduce((a, b) => (a / divisor(a, b)) * b, 1))),
);
define('COMBIN', 'n n', (n: number, k: number) => chosen(Math.trunc(n), Math.trunc(k)));
define('COMBINA', 'n n', (given: number, chosenOf: number) => {
  const [n, k] = [Math.trunc(given), Math.trunc(chosenOf)];
  if (n < 0 || k < 0 || (n === 0 && k > 0)) return NUM;
  return k === 0 ? 1 : chosen(n + k - 1, k);
});
define('PERMUT', 'n n', (given: number, chosenOf: number) => {
  const [n, k] = [Math.trunc(given), Math.trunc(chosenOf)];
  if (n <= 0 || k < 0 || n < k) return NUM;
  let product = 1;
  for (let i = 0; i < k && product < Infinity; i++) product *= n - i;
  return product;
});
define('PERMUTATIONA', 'n n', (given: number, chosenOf: number) => {
  const [n, k] = [Math.trunc(given), Math.trunc(chosenOf)];
  return n < 0 || k < 0 || (n === 0 && k > 0) ? NUM : n ** k;
});
define('FACTDOUBLE', 'x', (x: number) => {
  if (x < -1) return NUM;
  let product = 1;
  for (let factor = Math.trunc(x); factor > 1 && product < Infinity; factor -= 2) product *= factor;
  return product;
});
define('MULTINOMIAL', 'r+', (...args: Value[]) =>
  whole(args, (all) => {
    let total = 0;
    return all.reduce((product, n) => {
      total += n;
      const ways = chosen(total, n);
      return typeof ways === 'number' ? product * ways : NaN;
    }, 1);
  }),
);
define('SERIESSUM', 'x x x r', (x: number, first: number, step: number, of: Value) => {
  const factors = numbersOf([of]);
  if (isError(factors)) return factors;
  return factors.reduce((sum, factor, i) => sum + factor * x ** (first + i * step), 0);
});

/** n over k, rounded to the whole number that it is. */
function chosen(n: number, k: number): Scalar {
  if (n < 0 || k < 0 || n < k) return NUM;
  let product = 1;
  for (let i = 1; i <= Math.min(k, n - k) && product < Infinity; i++)
    product = (product * (n - i + 1)) / i;
  return product < most ? Math.round(product) : product;
}

/** Whole numbers as the Analysis ToolPak takes them: no logicals, no empty text, and not nothing at all. */
function whole(args: Value[], compute: (numbers: number[]) => number): Scalar {
  const numbers: number[] = [];
  for (const arg of args)
    for (const cell of cellsOf(arg)) {
      if (cell === null) continue;
      const number = typeof cell === 'boolean' ? VALUE : toNumber(cell);
      if (isError(number)) return number;
      if (number < 0 || number >= most) return NUM;
      numbers.push(Math.trunc(number));
    }
  if (numbers.length > 0) return compute(numbers);
  return args.some((arg) => isBlock(arg) && arg.rows * arg.columns > 1) ? 0 : VALUE;
}

const romans: [string, number][] = [
  ['M', 1000], ['CM', 900], ['D', 500], ['CD', 400], ['C', 100], ['XC', 90],
  ['L', 50], ['XL', 40], ['X', 10], ['IX', 9], ['V', 5], ['IV', 4], ['I', 1],
]; // prettier-ignore

/** What each level of conciseness may also put before a greater sign. */
const shorter: [string, number, level: number][] = [
  ['LM', 950, 1], ['VM', 995, 3], ['XM', 990, 2], ['IM', 999, 4], ['LD', 450, 1], ['XD', 490, 2],
  ['VD', 495, 3], ['ID', 499, 4], ['VC', 95, 1], ['IC', 99, 2], ['VL', 45, 1], ['IL', 49, 2],
]; // prettier-ignore

define('ROMAN', 'n e?', (x: number, form: Scalar = 0) => {
  if (isError(form)) return form;
  const level = form === true ? 0 : form === false ? 4 : Math.trunc(Number(form ?? 0));
  const n = Math.trunc(x);
  if (n < 0 || n > 3999 || !(level >= 0 && level <= 4)) return VALUE;
  const signs = [
    ...romans,
    ...shorter
      .filter(([, , from]) => from <= level)
      .map(([sign, size]): [string, number] => [sign, size]),
  ].sort(([, a], [, b]) => b - a);
  let left = n;
  let text = '';
  for (const [sign, size] of signs)
    while (left >= size) {
      text += sign;
      left -= size;
    }
  return text;
});
define('ARABIC', 't', (text: string) => {
  const [, minus, digits = ''] = /^\s*(-?)([MDCLXVI]*)\s*$/i.exec(text) ?? [];
  if (minus === undefined || text.length > 255) return VALUE;
  const sizes = [...digits.toUpperCase()].map((sign) => romans.find(([one]) => one === sign)![1]);
  const sum = sizes.reduce((all, size, i) => all + (size < (sizes[i + 1] ?? 0) ? -size : size), 0);
  return minus ? -sum : sum;
});
define('DECIMAL', 't n', (text: string, base: number) => {
  const radix = Math.trunc(base);
  if (radix < 2 || radix > 36) return NUM;
  let value = 0;
  for (const sign of text.trim().toLowerCase()) {
    const digit = parseInt(sign, 36);
    if (!(digit < radix)) return NUM;
    value = value * radix + digit;
  }
  return value;
});
