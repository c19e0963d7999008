import type { Scalar, Style } from '../../book';

/** One sheet as formulas read it. Rows and columns are zero-based. */
export interface Source {
  /** Rows that may hold something; what lies below is empty. */
  readonly usedRows: number;
  readonly usedColumns: number;
  /** The value of a cell, computed first if it is stale. */
  read(row: number, column: number): Scalar;
  /** Computes every stale cell of an area. False while one of them is still being computed. */
  settle(area: Ref): boolean;
  /** A reference shared by all that name the same area, which keeps what is derived from it. */
  area(top: number, left: number, bottom: number, right: number): Ref;
  /** The filled cells of a settled area, row by row. */
  each(area: Ref, visit: (value: Scalar, row: number, column: number) => void): void;
  /** The cells that the array formula of a cell fills, undefined where there is none. */
  filledFrom(row: number, column: number): Ref | undefined;
  /** The formula of a cell as a user reads it. */
  formulaAt(row: number, column: number): string | undefined;
  /** How a cell looks, undefined where nothing says so. */
  lookAt(row: number, column: number): Style | undefined;
  /** Why a row is not shown. */
  hides(row: number): 'filter' | 'person' | undefined;
  now(): Date;
  /** Notes that the formula being computed reads a cell of an area, or all of it where a place is below 0. */
  picks(area: Ref, row: number, column: number): void;
  /** Notes that the formula being computed rests on what is not known. */
  miss(): Scalar;
  /** What a computation gives, and whether it rests on what is not known. */
  noted<T>(build: () => T): { value: T; unknown: boolean };
}

/** A reference to an area of one sheet, bounds inclusive; whole columns reach the last row. */
export class Ref {
  constructor(
    readonly source: Source,
    readonly top: number,
    readonly left: number,
    readonly bottom: number,
    readonly right: number,
  ) {}

  get rows(): number {
    return this.bottom - this.top + 1;
  }

  get columns(): number {
    return this.right - this.left + 1;
  }

  /** The value at an offset from the top left cell. */
  at(row: number, column: number): Scalar {
    return this.source.read(this.top + row, this.left + column);
  }

  /** Rows and columns that can hold a value; narrow areas are not measured. */
  get filledRows(): number {
    return Math.max(0, Math.min(this.bottom + 1, this.source.usedRows) - this.top);
  }

  get filledColumns(): number {
    if (this.columns <= 1_000) return this.columns;
    return Math.max(0, Math.min(this.right + 1, this.source.usedColumns) - this.left);
  }

  /** Visits the filled cells; row and column count from the top left cell. */
  each(visit: (value: Scalar, row: number, column: number) => void): void {
    this.source.settle(this);
    this.source.each(this, visit);
  }

  /** A value derived from the whole area; areas that formulas share keep it until a cell changes. */
  derived<T>(_key: string, build: () => T): T {
    this.source.settle(this);
    return build();
  }
}

export const lastRow = 1_048_575;
export const lastColumn = 16_383;

/** A cell of a sheet as a number. */
export const cellNumber = (row: number, column: number): number => row * (lastColumn + 1) + column;

/** Where a formula stands. */
export interface Place {
  readonly source: Source;
  readonly row: number;
  readonly column: number;
  /** How far the formula stands from where its relative references were written. */
  readonly rowShift: number;
  readonly columnShift: number;
}
