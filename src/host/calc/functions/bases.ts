import type { Scalar } from '../../../book';
import { toNumber, toText } from '../coerce';
import { NUM, VALUE, isError } from '../values';
import { define } from './registry';

// Numbers of ten digits in another base; the upper half of what they can be is negative.

const bases: [string, number][] = [
  ['BIN', 2],
  ['OCT', 8],
  ['HEX', 16],
];

/** The number that digits stand for. */
function read(value: Scalar, base: number): Scalar {
  if (typeof value === 'boolean') return VALUE;
  const digits = toText(value);
  if (isError(digits)) return digits;
  if (digits === '') return 0;
  const sign = base === 2 ? /^[01]{1,10}$/ : base === 8 ? /^[0-7]{1,10}$/ : /^[\da-f]{1,10}$/i;
  if (!sign.test(digits)) return NUM;
  const number = parseInt(digits, base);
  return number >= base ** 10 / 2 ? number - base ** 10 : number;
}

function write(number: Scalar, base: number, places: Scalar | undefined): Scalar {
  if (typeof number !== 'number') return number;
  const n = Math.trunc(number);
  if (n < -(base ** 10) / 2 || n >= base ** 10 / 2) return NUM;
  const digits = (n < 0 ? n + base ** 10 : n).toString(base).toUpperCase();
  if (places === undefined) return digits;
  const width = typeof places === 'boolean' ? VALUE : toNumber(places);
  if (isError(width)) return width;
  const wide = Math.trunc(width);
  if (wide < 1 || wide > 10) return NUM;
  if (n < 0) return digits;
  return wide < digits.length ? NUM : digits.padStart(wide, '0');
}

for (const [from, base] of bases) {
  define(`${from}2DEC`, 's', (value: Scalar) => read(value, base));
  define(`DEC2${from}`, 's s?', (value: Scalar, places?: Scalar) => {
    const number = typeof value === 'boolean' ? VALUE : toNumber(value);
    return write(number, base, places);
  });
  for (const [to, other] of bases)
    if (to !== from)
      define(`${from}2${to}`, 's s?', (value: Scalar, places?: Scalar) =>
        write(read(value, base), other, places),
      );
}

// Bits of whole numbers below 2^48.

const limit = 2 ** 48;
const isBits = (n: number) => Number.isInteger(n) && n >= 0 && n < limit;

const together: [string, (a: bigint, b: bigint) => bigint][] = [
  ['BITAND', (a, b) => a & b],
  ['BITOR', (a, b) => a | b],
  ['BITXOR', (a, b) => a ^ b],
];
for (const [name, combine] of together)
  define(name, 'n n', (a: number, b: number) =>
    isBits(a) && isBits(b) ? Number(combine(BigInt(a), BigInt(b))) : NUM,
  );
function shifted(n: number, by: number): Scalar {
  const steps = Math.trunc(by);
  if (!isBits(n) || Math.abs(steps) > 53) return NUM;
  const found = steps < 0 ? Math.floor(n / 2 ** -steps) : n * 2 ** steps;
  return found < limit ? found : NUM;
}
define('BITLSHIFT', 'n n', shifted);
define('BITRSHIFT', 'n n', (n: number, by: number) => shifted(n, -by));
define('DELTA', 'x x?', (a: number, b = 0) => (a === b ? 1 : 0));
define('GESTEP', 'x x?', (a: number, step = 0) => (a >= step ? 1 : 0));
