import type { Cell, Scalar } from '../../book';
import { finish, type Compiled } from './compile';
import { FormulaCell, type SheetGraph } from './graph';
import { isBlock, matrixOf } from './operators';
import { lastColumn, lastRow } from './ref';
import { Matrix, NA } from './values';

/** Computes an array formula whole; its first cell shows the first element, the others read theirs. */
export const runArray =
  (anchor: FormulaCell, { value }: Compiled) =>
  (): Scalar => {
    const found = anchor.source.noted(() => {
      const result = value(anchor);
      return isBlock(result) ? matrixOf(result) : single(finish(matrixOf(result).at(0, 0), anchor));
    });
    anchor.block = found.unknown ? undefined : found.value;
    const size = respilled(anchor);
    if (size && !isFree(anchor, size)) anchor.block = undefined;
    if (!anchor.block) return anchor.source.miss();
    return element(anchor, 0, 0);
  };

const single = (value: Scalar) => new Matrix(1, 1, [value]);

/** A cell that an array formula fills besides the first. */
export function memberOf(anchor: FormulaCell, row: number, column: number): FormulaCell {
  const { source } = anchor;
  const run = () => {
    source.read(anchor.row, anchor.column);
    return anchor.block ? element(anchor, row - anchor.row, column - anchor.column) : source.miss();
  };
  const member = new FormulaCell(source, row, column, anchor.text, run, 'array', anchor);
  member.precedents = [source.area(anchor.row, anchor.column, anchor.row, anchor.column)];
  return member;
}

function element(anchor: FormulaCell, row: number, column: number): Scalar {
  const { rows, columns } = anchor.block!;
  const r = rows === 1 ? 0 : row;
  const c = columns === 1 ? 0 : column;
  return r < rows && c < columns ? finish(anchor.block!.at(r, c), anchor) : NA;
}

/**
 * How many cells a formula that spills would fill, if that is not what it fills now.
 */
export function respilled(anchor: FormulaCell): { rows: number; columns: number } | undefined {
  const { source, row, column, block } = anchor;
  const array = source.cell(row, column)?.array;
  if (array?.metadata === undefined || !block) return undefined;
  const { rows, columns } = block;
  if (rows === array.rows && columns === array.columns) return undefined;
  return { rows, columns };
}

/** Whether the cells that a formula would spill into are free. */
export function isFree(
  { source, row, column }: FormulaCell,
  { rows, columns }: { rows: number; columns: number },
): boolean {
  if (row + rows - 1 > lastRow || column + columns - 1 > lastColumn) return false;
  for (let r = row; r < row + rows; r++)
    for (let c = column; c < column + columns; c++) {
      const formula = source.formulas[r]?.[c];
      const isOwn = formula?.row === row && formula.column === column;
      const isMember = formula?.anchor?.row === row && formula.anchor.column === column;
      if (!isOwn && !isMember && isFilled(source.cell(r, c))) return false;
    }
  return true;
}

const isFilled = (cell: Cell | undefined) =>
  cell !== undefined && (cell.value !== null || cell.formula !== undefined);

/** The cell at a place, made where there is none. */
export function cellAt({ sheet }: SheetGraph, row: number, column: number): Cell {
  const cells = (sheet.cells[row] ??= []);
  return (cells[column] ??= { value: null });
}
