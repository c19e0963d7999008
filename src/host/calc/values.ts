import { CellError, type ErrorCode, type Scalar } from '../../book';
import type { Place, Ref } from './ref';

/** A block of values, row by row: an array constant or an element-wise result. */
export class Matrix {
  constructor(
    readonly rows: number,
    readonly columns: number,
    readonly data: Scalar[],
  ) {}

  at(row: number, column: number): Scalar {
    return this.data[row * this.columns + column] ?? null;
  }
}

/** What a function is given and gives: a single value, a reference not yet read, or a block. */
export type Value = Scalar | Ref | Matrix;

/** Several areas: a union such as `(A1:A3,C1)`, or one area of several sheets. */
export class Areas {
  constructor(readonly parts: Ref[]) {}
}

/** A block of which each element is an area or an error, as INDIRECT and OFFSET give it for a block. */
export class AreaList {
  constructor(
    readonly rows: number,
    readonly columns: number,
    readonly parts: (Ref | Scalar)[],
  ) {}
}

/** A function made by LAMBDA. */
export class Lambda {
  constructor(
    readonly parameters: number,
    readonly call: (at: Place, args: (Operand | undefined)[]) => Operand,
  ) {}
}

/** What an expression yields. */
export type Operand = Value | Areas | AreaList | Lambda;

const errors = new Map<ErrorCode, CellError>();

/** The one shared error object for a code. */
export function errorOf(code: ErrorCode): CellError {
  let found = errors.get(code);
  if (!found) errors.set(code, (found = new CellError(code)));
  return found;
}

export const NULL = errorOf('#NULL!');
export const DIV0 = errorOf('#DIV/0!');
export const VALUE = errorOf('#VALUE!');
export const REF = errorOf('#REF!');
export const NAME = errorOf('#NAME?');
export const NUM = errorOf('#NUM!');
export const NA = errorOf('#N/A');
/** Excel's error of an array without elements and of a function that is not called; no cell keeps it. */
export const CALC = errorOf('#CALC!');
export const NOT_EVALUATED = errorOf('#NOT_EVALUATED');

/** Whether a value is one that this host could not compute. */
export const isUnknown = (value: Scalar | undefined): boolean =>
  value instanceof CellError && value.code === '#NOT_EVALUATED';

export const isError = (value: unknown): value is CellError => value instanceof CellError;

/** Whether two cell values are the same for the reader of a cell. */
export function sameScalar(a: Scalar, b: Scalar): boolean {
  if (a instanceof CellError && b instanceof CellError) return a.code === b.code;
  return a === b;
}
