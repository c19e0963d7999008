import type { Scalar } from '../../../book';
import { DIV0, NUM, VALUE } from '../values';
import { define } from './registry';

/** Excel's limit for angles. */
const widest = 2 ** 27;

const ofAngle = (compute: (angle: number) => Scalar) => (angle: number) =>
  Math.abs(angle) >= widest ? NUM : compute(angle);

define('SIN', 'n', ofAngle(Math.sin));
define('COS', 'n', ofAngle(Math.cos));
define('TAN', 'n', ofAngle(Math.tan));
define('SINH', 'n', Math.sinh);
define('COSH', 'n', Math.cosh);
define('TANH', 'n', Math.tanh);
define('ASIN', 'n', (x: number) => (Math.abs(x) > 1 ? NUM : Math.asin(x)));
define('ACOS', 'n', (x: number) => (Math.abs(x) > 1 ? NUM : Math.acos(x)));
define('ATAN', 'n', Math.atan);
define('ATAN2', 'n n', (x: number, y: number) => (x === 0 && y === 0 ? DIV0 : Math.atan2(y, x)));
define('ASINH', 'n', Math.asinh);
define('ACOSH', 'n', (x: number) => (x < 1 ? NUM : Math.acosh(x)));
define('ATANH', 'n', (x: number) => (Math.abs(x) >= 1 ? NUM : Math.atanh(x)));
define('RADIANS', 'n', (degrees: number) => (degrees / 180) * Math.PI);
define('DEGREES', 'n', (radians: number) => (radians / Math.PI) * 180);

define('ACOT', 'n', (x: number) => Math.PI / 2 - Math.atan(x));
define('ACOTH', 'n', (x: number) => (Math.abs(x) <= 1 ? NUM : Math.atanh(1 / x)));
define(
  'COT',
  'n',
  ofAngle((x) => (x === 0 ? DIV0 : 1 / Math.tan(x))),
);
define('COTH', 'n', (x: number) => (x === 0 ? DIV0 : 1 / Math.tanh(x)));
define(
  'CSC',
  'n',
  ofAngle((x) => (x === 0 ? DIV0 : 1 / Math.sin(x))),
);
define('CSCH', 'n', (x: number) => (x === 0 ? DIV0 : 1 / Math.sinh(x)));
define(
  'SEC',
  'n',
  ofAngle((x) => 1 / Math.cos(x)),
);
define('SECH', 'n', (x: number) => 1 / Math.cosh(x));

define('EVEN', 'n', (x: number) => awayFromZero(x, (n) => 2 * Math.ceil(n / 2)));
define('ODD', 'n', (x: number) =>
  x === 0 ? 1 : awayFromZero(x, (n) => 2 * Math.ceil((n - 1) / 2) + 1),
);
define('QUOTIENT', 'x x', (a: number, b: number) => (b === 0 ? DIV0 : Math.trunc(a / b)));
define('FACT', 'n', (x: number) => {
  const n = Math.trunc(x);
  if (n < 0 || n > 170) return NUM;
  let product = 1;
  for (let factor = 2; factor <= n; factor++) product *= factor;
  return product;
});
define('BASE', 'n n n?', (x: number, radix: number, length = 0) => {
  const [n, base, least] = [Math.trunc(x), Math.trunc(radix), Math.trunc(length)];
  if (n < 0 || n >= 2 ** 53 || base < 2 || base > 36 || least < 0 || least > 255) return NUM;
  const text = n.toString(base).toUpperCase();
  return text.length > 255 ? VALUE : text.padStart(least, '0');
});

const awayFromZero = (x: number, round: (size: number) => number) =>
  Math.sign(x) * round(Math.abs(x)) || 0;
