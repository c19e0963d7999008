import type { CellError, Scalar } from '../../../book';
import { toNumber } from '../coerce';
import { Ref } from '../ref';
import { Matrix, isError, type Value } from '../values';
import { summaryOf } from './numbers';
import { define } from './registry';

define('COUNT', 'r+', (...args: Value[]) =>
  tally(args, (range) => summaryOf(range).count, isNumeric),
);
define('COUNTA', 'r+', (...args: Value[]) =>
  tally(
    args,
    (range) => summaryOf(range).filled,
    () => true,
  ),
);

const isNumeric = (value: Scalar | CellError) => !isError(value) && !isError(toNumber(value));

function tally(
  args: Value[],
  inRange: (range: Ref | Matrix) => number,
  direct: (value: Scalar) => boolean,
): number {
  return args.reduce<number>((count, argument) => {
    if (argument instanceof Ref || argument instanceof Matrix) return count + inRange(argument);
    return count + Number(direct(argument));
  }, 0);
}
