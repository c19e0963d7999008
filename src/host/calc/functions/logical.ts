import type { Scalar } from '../../../book';
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
define('N', 's', (value: Scalar) =>
  typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : 0,
);
define('T', 's', (value: Scalar) => (typeof value === 'string' ? value : ''));

/** In ranges text and blanks are passed over; a value given directly must be logical. */
function combine(args: Value[], result: (values: boolean[]) => boolean): Scalar {
  const values: boolean[] = [];
  for (const argument of args) {
    const range = argument instanceof Ref || argument instanceof Matrix;
    for (const cell of cellsOf(argument)) {
      if (range && !isError(cell) && (cell === null || typeof cell === 'string')) continue;
      const value = toBoolean(cell);
      if (isError(value)) return value;
      values.push(value);
    }
  }
  return values.length ? result(values) : VALUE;
}
