import {
  IMABS,
  IMAGINARY,
  IMARGUMENT,
  IMCONJUGATE,
  IMCOS,
  IMCOSH,
  IMCOT,
  IMCSC,
  IMCSCH,
  IMDIV,
  IMEXP,
  IMLN,
  IMLOG10,
  IMLOG2,
  IMPOWER,
  IMPRODUCT,
  IMREAL,
  IMSEC,
  IMSECH,
  IMSIN,
  IMSINH,
  IMSQRT,
  IMSUB,
  IMSUM,
  IMTAN,
} from '@formulajs/formulajs';
import type { CellError, Scalar } from '../../../book';
import { toNumber, toText } from '../coerce';
import { matrixOf } from '../operators';
import type { Place } from '../ref';
import { NUM, VALUE, errorOf, isError, type Value } from '../values';
import { define } from './registry';

/**
 * Complex numbers are texts such as `3+4i`. formulajs computes them; what it gives is written as Excel writes it,
 * with 15 digits and without the factor 1.
 */

const written =
  /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)?(?:([+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)?)([ij]))?$/i;

interface Complex {
  real: number;
  imaginary: number;
  unit: string;
}

function parse(text: string): Complex | undefined {
  const [whole, real, imaginary, unit = ''] = written.exec(text) ?? [];
  if (!whole) return undefined;
  // Of `12i` the pattern takes the digits for the real part.
  const [a, b] =
    unit && imaginary === '' && real !== undefined ? [undefined, real] : [real, imaginary];
  const factor = b === '' || b === '+' ? 1 : b === '-' ? -1 : Number(b ?? 0);
  return { real: Number(a ?? 0), imaginary: unit ? factor : 0, unit };
}

const digits = (x: number) => {
  const text = toText(x);
  return isError(text) ? '' : text;
};

function write({ real, imaginary, unit }: Complex): string {
  const i = unit || 'i';
  if (imaginary === 0) return digits(real);
  const factor = imaginary === 1 ? '' : imaginary === -1 ? '-' : digits(imaginary);
  if (real === 0) return `${factor}${i}`;
  return `${digits(real)}${imaginary > 0 ? '+' : ''}${factor}${i}`;
}

/** A value as a complex number in the form that formulajs reads. */
function given(value: Scalar): string | CellError {
  if (typeof value === 'boolean') return VALUE;
  const text = toText(value ?? 0);
  if (isError(text)) return text;
  const parsed = parse(text.trim() === '' ? '0' : text);
  if (!parsed) return NUM;
  const { real, imaginary, unit } = parsed;
  return `${real}${imaginary < 0 ? '' : '+'}${imaginary}${unit || 'i'}`;
}

function result(found: unknown): Scalar {
  if (found instanceof Error) {
    const { message } = found;
    return message === '#VALUE!' || message === '#DIV/0!' ? errorOf(message) : NUM;
  }
  if (typeof found === 'number') return found;
  const parsed = typeof found === 'string' ? parse(found) : undefined;
  return parsed ? write(parsed) : NUM;
}

define('COMPLEX', 'x x t?', (real: number, imaginary: number, unit = 'i') =>
  unit === '' || unit === 'i' || unit === 'j' ? write({ real, imaginary, unit }) : VALUE,
);

type One = (value: string) => unknown;
type Two = (left: string, right: string) => unknown;

// prettier-ignore
const ofOne = {
  IMABS, IMAGINARY, IMARGUMENT, IMCONJUGATE, IMCOS, IMCOSH, IMCOT, IMCSC, IMCSCH, IMEXP, IMLN, IMLOG10, IMLOG2,
  IMREAL, IMSEC, IMSECH, IMSIN, IMSINH, IMSQRT, IMTAN,
};
for (const [name, compute] of Object.entries(ofOne))
  define(name, '@ s', (at: Place, value: Scalar) => {
    const one = given(value);
    return isError(one) ? one : tried(at, () => (compute as One)(one));
  });
for (const [name, compute] of Object.entries({ IMDIV, IMSUB }))
  define(name, '@ s s', (at: Place, left: Scalar, right: Scalar) =>
    pair(at, left, right, compute as Two),
  );
for (const [name, compute] of Object.entries({ IMSUM, IMPRODUCT }))
  define(name, '@ r+', (at: Place, ...args: Value[]) => {
    const [first = null, ...rest] = args
      .flatMap((arg) => matrixOf(arg).data)
      .filter((one) => one !== null);
    const start = pair(at, first, name === 'IMSUM' ? 0 : 1, compute as Two);
    return rest.reduce((all, one) => pair(at, all, one, compute as Two), start);
  });
define('IMPOWER', '@ s s', (at: Place, value: Scalar, power: Scalar) => {
  const [one, exponent] = [given(value), toNumber(power)];
  if (isError(one)) return one;
  if (isError(exponent)) return exponent;
  return tried(at, () => (IMPOWER as (value: string, power: number) => unknown)(one, exponent));
});

function pair(at: Place, left: Scalar, right: Scalar, compute: Two): Scalar {
  const [a, b] = [given(left), given(right)];
  if (isError(a)) return a;
  if (isError(b)) return b;
  const units = new Set([left, right].flatMap((one) => /[ij]$/.exec(String(one)) ?? []));
  if (units.size > 1) return VALUE;
  const found = tried(at, () => compute(a, b));
  // formulajs adds and multiplies into i, whatever was given.
  return typeof found === 'string' && units.has('j') ? found.replace(/i$/, 'j') : found;
}

/** Within formulajs one function gives a number where another expects a text: then it throws. */
function tried(at: Place, compute: () => unknown): Scalar {
  try {
    return result(compute());
  } catch {
    return at.source.miss();
  }
}
