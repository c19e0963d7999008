import { isReference, tokenize } from '@borgar/fx';
import { CellError, type Scalar } from '../../src/book';
import type { Host } from '../../src/host';
import { columnLetters } from '../../src/rules';

/** A sheet as engines without tables and names read it: formulas with "=" and plain references. */
export interface PlainSheet {
  id: string;
  name: string;
  cells: { row: number; column: number; input: Scalar; value: Scalar; isFormula: boolean }[];
  rows: number;
  columns: number;
}

/** The workbook's cells, every reference to a table or a name replaced by the cells it means. */
export function inA1({ book, calculator }: Host): PlainSheet[] {
  const names = new Map(book.sheets.map(({ id, name }) => [id, name]));
  const place = (row: number, column: number) => `$${columnLetters(column)}$${row + 1}`;
  const cellsOf = (text: string, sheetId: string, row: number, column: number) => {
    const found = calculator.reference(`=${text}`, { sheetId, row, column });
    if (!found) return text;
    const { area } = found;
    const first = place(area.row, area.column);
    const last = place(area.row + area.rows - 1, area.column + area.columns - 1);
    const sheet = (names.get(found.sheetId) ?? '').replaceAll("'", "''");
    return `'${sheet}'!${first === last ? first : `${first}:${last}`}`;
  };
  return book.sheets.map(({ id, name, cells }) => {
    const plain = cells.flatMap((line, row) =>
      line.flatMap((cell, column) => {
        if (!cell || (cell.value === null && cell.formula === undefined)) return [];
        const { value, formula } = cell;
        const input =
          formula === undefined
            ? value
            : tokenize(formula)
                .map((token) =>
                  isReference(token) ? cellsOf(token.value, id, row, column) : token.value,
                )
                .join('');
        return [{ row, column, input, value, isFormula: formula !== undefined }];
      }),
    );
    const most = (of: 'row' | 'column') =>
      plain.reduce((last, cell) => Math.max(last, cell[of]), 0) + 1;
    return { id, name, cells: plain, rows: most('row'), columns: most('column') };
  });
}

/** Whether an engine's value is ours, but for how it writes an empty text and what it rounds. */
export function agrees(ours: Scalar, theirs: unknown): boolean {
  if (ours instanceof CellError) return theirs === ours.code;
  if (ours === '') return (theirs ?? '') === '';
  if (typeof ours === 'boolean') return theirs === ours || theirs === Number(ours);
  if (typeof ours !== 'number' || typeof theirs !== 'number') return theirs === ours;
  return Math.abs(theirs - ours) <= 1e-9 * Math.max(1, Math.abs(ours));
}
