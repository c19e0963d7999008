import type { Scalar } from '../../book';
import { compareScalars, toNumber, toText } from './coerce';
import { Ref, type Place } from './ref';
import {
  AreaList,
  Areas,
  CALC,
  DIV0,
  Lambda,
  Matrix,
  NA,
  NUM,
  VALUE,
  isError,
  type Operand,
  type Value,
} from './values';

type Binary = (left: Scalar, right: Scalar) => Scalar;

const arithmetic =
  (compute: (a: number, b: number) => Scalar): Binary =>
  (left, right) => {
    const a = typeof left === 'number' ? left : toNumber(left);
    if (typeof a !== 'number') return a;
    const b = typeof right === 'number' ? right : toNumber(right);
    if (typeof b !== 'number') return b;
    const result = compute(a, b);
    return typeof result === 'number' && !Number.isFinite(result) ? NUM : result;
  };

const comparison =
  (holds: (order: number) => boolean): Binary =>
  (left, right) => {
    if (isError(left)) return left;
    if (isError(right)) return right;
    return holds(compareScalars(left, right));
  };

export const binary: Record<string, Binary> = {
  '+': arithmetic((a, b) => a + b),
  '-': arithmetic((a, b) => a - b),
  '*': arithmetic((a, b) => a * b),
  '/': arithmetic((a, b) => (b === 0 ? DIV0 : a / b)),
  '^': arithmetic(power),
  '&': (left, right) => {
    const a = toText(left);
    if (typeof a !== 'string') return a;
    const b = toText(right);
    return typeof b === 'string' ? a + b : b;
  },
  '=': comparison((order) => order === 0),
  '<>': comparison((order) => order !== 0),
  '<': comparison((order) => order < 0),
  '>': comparison((order) => order > 0),
  '<=': comparison((order) => order <= 0),
  '>=': comparison((order) => order >= 0),
};

/** Excel's power: 0^0 is #NUM!, 0 to a negative power #DIV/0!; odd roots of negative numbers exist. */
export function power(base: number, exponent: number): Scalar {
  if (base === 0 && exponent === 0) return NUM;
  if (base === 0 && exponent < 0) return DIV0;
  if (base < 0 && !Number.isInteger(exponent)) {
    const root = Math.round(1 / exponent);
    return root % 2 !== 0 && Math.abs(root * exponent - 1) < 1e-12 ? -((-base) ** exponent) : NUM;
  }
  return base ** exponent;
}

export const unary: Record<string, (value: Scalar) => Scalar> = {
  '+': (value) => value,
  '-': (value) => {
    const number = toNumber(value);
    return typeof number === 'number' ? -number : number;
  },
  '%': (value) => {
    const number = toNumber(value);
    return typeof number === 'number' ? number / 100 : number;
  },
};

/** Excel shows 0 where a last addition or subtraction leaves nothing but rounding. */
export const withoutResidue =
  (operator: Binary): Binary =>
  (left, right) => {
    const result = operator(left, right);
    if (typeof result !== 'number' || typeof left !== 'number') return result;
    return Math.abs(result) < Math.abs(left) * 1e-15 ? 0 : result;
  };

/** Where a single value is wanted, a column gives its cell in the formula's row, a row likewise. */
export function intersect(value: Operand, at: Place): Scalar {
  if (value instanceof Matrix) return value.at(0, 0);
  if (value instanceof Areas) return VALUE;
  if (value instanceof AreaList) return valueIn(value.parts[0]!);
  if (value instanceof Lambda) return CALC;
  if (!(value instanceof Ref)) return value;
  if (value.top === value.bottom && value.left === value.right) return value.at(0, 0);
  if (value.left === value.right && at.row >= value.top && at.row <= value.bottom) {
    return value.source.read(at.row, value.left);
  }
  if (value.top === value.bottom && at.column >= value.left && at.column <= value.right) {
    return value.source.read(value.top, at.column);
  }
  return VALUE;
}

/** A reference as a block; whole columns end with the used area. */
export function matrixOf(value: Operand): Matrix {
  if (value instanceof Matrix) return value;
  if (value instanceof Areas) return new Matrix(1, 1, [VALUE]);
  if (value instanceof AreaList)
    return new Matrix(value.rows, value.columns, value.parts.map(valueIn));
  if (value instanceof Lambda) return new Matrix(1, 1, [CALC]);
  if (!(value instanceof Ref)) return new Matrix(1, 1, [value]);
  const rows = Math.max(1, value.rows > 100_000 ? value.filledRows : value.rows);
  const columns = Math.max(1, value.filledColumns);
  const data = new Array<Scalar>(rows * columns).fill(null);
  value.each((cell, row, column) => {
    if (row < rows && column < columns) data[row * columns + column] = cell;
  });
  return new Matrix(rows, columns, data);
}

export const isBlock = (value: Operand | undefined): value is Matrix | Ref | AreaList =>
  value instanceof Matrix || value instanceof Ref || value instanceof AreaList;

/** What needs no cells to be an array: it is computed element by element wherever it stands. */
export const isArray = (value: Operand | undefined): value is Matrix | AreaList =>
  value instanceof Matrix || value instanceof AreaList;

/** A value where single ones are wanted: an area meets the formula's row or column, an array stays. */
export const met = (value: Operand, at: Place): Scalar | Matrix | AreaList =>
  isArray(value) ? value : intersect(value, at);

/** The value of an area in a list; that of several cells is not known. */
const valueIn = (part: Ref | Scalar): Scalar => {
  if (!(part instanceof Ref)) return part;
  return part.rows * part.columns === 1 ? part.at(0, 0) : part.source.miss();
};

const isSingle = (value: Operand): value is Scalar =>
  !isBlock(value) && !(value instanceof Areas) && !(value instanceof Lambda);

/** Applies a function of single values element by element; a row or column is repeated to fit. */
export function elementwise(values: Operand[], apply: (...scalars: Scalar[]) => Scalar): Value {
  if (values.every(isSingle)) return apply(...values);
  const { rows, columns, data } = combined(values, apply);
  return new Matrix(rows, columns, data);
}

/** What a function gives for each element of blocks. */
export function combined<T>(values: Operand[], apply: (...scalars: Scalar[]) => T) {
  const blocks = values.map(matrixOf);
  const rows = Math.max(...blocks.map((block) => block.rows));
  const columns = Math.max(...blocks.map((block) => block.columns));
  const data: T[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const scalars = blocks.map((block) => {
        const r = block.rows === 1 ? 0 : row;
        const c = block.columns === 1 ? 0 : column;
        return r < block.rows && c < block.columns ? block.at(r, c) : NA;
      });
      data.push(apply(...scalars));
    }
  }
  return { rows, columns, data };
}
