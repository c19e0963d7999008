import type { Scalar } from '../../../book';
import { toNumber } from '../coerce';
import { elementwise, intersect, isBlock, matrixOf } from '../operators';
import type { Place } from '../ref';
import { CALC, Lambda, Matrix, VALUE, isError, type Operand } from '../values';
import { define } from './registry';

define('MAP', '@ f f+', (at: Place, ...args: Operand[]) => {
  const of = args.pop();
  if (!(of instanceof Lambda)) return isError(of) ? of : VALUE;
  const blocks = args.map(matrixOf);
  return elementwise(blocks, (...scalars) => single(of.call(at, scalars), at));
});
define('REDUCE', '@ f f f', (at: Place, start: Operand, over: Operand, of: Operand) => {
  if (!(of instanceof Lambda)) return isError(of) ? of : VALUE;
  return matrixOf(over).data.reduce<Operand>((sum, value) => of.call(at, [sum, value]), start);
});
define('SCAN', '@ f f f', (at: Place, start: Operand, over: Operand, of: Operand) => {
  if (!(of instanceof Lambda)) return isError(of) ? of : VALUE;
  const { rows, columns, data } = matrixOf(over);
  let sum: Scalar = intersect(start, at);
  const all = data.map(
    (value, i) => (sum = i === 0 && start === null ? value : single(of.call(at, [sum, value]), at)),
  );
  return new Matrix(rows, columns, all);
});
define('BYROW', '@ f f', (at: Place, over: Operand, of: Operand) => {
  if (!(of instanceof Lambda)) return isError(of) ? of : VALUE;
  const { rows, columns, data } = matrixOf(over);
  const found = Array.from({ length: rows }, (_, row) => {
    const line = new Matrix(1, columns, data.slice(row * columns, (row + 1) * columns));
    return single(of.call(at, [line]), at);
  });
  return new Matrix(rows, 1, found);
});
define('BYCOL', '@ f f', (at: Place, over: Operand, of: Operand) => {
  if (!(of instanceof Lambda)) return isError(of) ? of : VALUE;
  const block = matrixOf(over);
  const found = Array.from({ length: block.columns }, (_, column) => {
    const line = Array.from({ length: block.rows }, (_unused, row) => block.at(row, column));
    return single(of.call(at, [new Matrix(block.rows, 1, line)]), at);
  });
  return new Matrix(1, block.columns, found);
});
define('MAKEARRAY', '@ f f f', (at: Place, rows: Operand, columns: Operand, of: Operand) => {
  if (!(of instanceof Lambda)) return isError(of) ? of : VALUE;
  const [r, c] = [toNumber(intersect(rows, at)), toNumber(intersect(columns, at))];
  if (isError(r)) return r;
  if (isError(c)) return c;
  const [height, width] = [Math.trunc(r), Math.trunc(c)];
  if (height < 1 || width < 1 || height * width > 1_000_000) return VALUE;
  const found = Array.from({ length: height * width }, (_, i) =>
    single(of.call(at, [Math.floor(i / width) + 1, (i % width) + 1]), at),
  );
  return new Matrix(height, width, found);
});

/** An element is one value: what has several makes the whole an error. */
function single(value: Operand, at: Place): Scalar {
  if (isBlock(value) && value.rows * value.columns > 1) return CALC;
  return intersect(value, at);
}
