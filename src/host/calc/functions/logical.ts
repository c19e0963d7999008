import type { ErrorCode, Scalar } from '../../../book';
import { toBoolean } from '../coerce';
import { Ref } from '../ref';
import { Matrix, NA, VALUE, isError, type Value } from '../values';
import { cellsOf } from './numbers';
import { define } from './registry';

define('TRUE', '', () => true);
define('FALSE', '', () => false);
define('NA', '', () => NA);
define('NOT', 'b', (value: boolean) => !value);
define('AND', 'r+', (...args: Value[]) => combine(args, (values) => values.every(Boolean)));
define('OR', 'r+', (...args: Value[]) => combine(args, (values) => values.some(Boolean)));
define('XOR', 'r+', (...args: Value[]) =>
  combine(args, (values) => values.filter(Boolean).length % 2 === 1),
);

define('ISNUMBER', 'e', (value: Scalar) => typeof value === 'number');
define('ISTEXT', 'e', (value: Scalar) => typeof value === 'string');
define('ISNONTEXT', 'e', (value: Scalar) => typeof value !== 'string');
define('ISLOGICAL', 'e', (value: Scalar) => typeof value === 'boolean');
define('ISBLANK', 'e', (value: Scalar) => value === null);
define('ISERROR', 'e', isError);
define('ISERR', 'e', (value: Scalar) => isError(value) && value.code !== '#N/A');
define('ISNA', 'e', (value: Scalar) => isError(value) && value.code === '#N/A');
define('TYPE', 'r', (value: Value) => {
  if (value instanceof Matrix || (value instanceof Ref && value.rows * value.columns > 1))
    return 64;
  const one = value instanceof Ref ? value.at(0, 0) : value;
  return isError(one) ? 16 : typeof one === 'boolean' ? 4 : typeof one === 'string' ? 2 : 1;
});
define('ERROR.TYPE', 'e', (value: Scalar) =>
  isError(value) ? (errorNumbers[value.code] ?? NA) : NA,
);
define('N', 'r', (value: Value) => {
  const one = value instanceof Ref || value instanceof Matrix ? value.at(0, 0) : value;
  return typeof one === 'number' || isError(one) ? one : Number(one === true);
});
define('T', 'r', (value: Value) => {
  const one = value instanceof Ref || value instanceof Matrix ? value.at(0, 0) : value;
  return typeof one === 'string' || isError(one) ? one : '';
});

const errorNumbers: Partial<Record<ErrorCode, number>> = {
  '#NULL!': 1,
  '#DIV/0!': 2,
  '#VALUE!': 3,
  '#REF!': 4,
  '#NAME?': 5,
  '#NUM!': 6,
  '#N/A': 7,
  '#CALC!': 14,
};

/** In ranges text and blanks are passed over, and so is an empty text; another value must be logical. */
function combine(args: Value[], result: (values: boolean[]) => boolean): Scalar {
  const values: boolean[] = [];
  for (const argument of args) {
    const range = argument instanceof Ref || argument instanceof Matrix;
    for (const cell of cellsOf(argument)) {
      if (range && !isError(cell) && (cell === null || typeof cell === 'string')) continue;
      if (cell === '') continue;
      const value = toBoolean(cell);
      if (isError(value)) return value;
      values.push(value);
    }
  }
  return values.length ? result(values) : VALUE;
}
