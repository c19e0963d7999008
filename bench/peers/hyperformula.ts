import { CellError } from '../../src/book';
import { DetailedCellError, HyperFormula, type RawCellContent } from 'hyperformula';
import type { PlainSheet } from './inA1';
import type { Engine } from './index';

/** A text that begins with an apostrophe is none but text. */
const content = (
  input: PlainSheet['cells'][number]['input'],
  isFormula: boolean,
): RawCellContent => {
  if (input instanceof CellError) return '=NA()';
  return typeof input === 'string' && !isFormula ? `'${input}` : input;
};

export function hyperFormula(sheets: readonly PlainSheet[]): Engine {
  const filled = sheets.map(({ name, rows, columns, cells }) => {
    const grid = Array.from({ length: rows }, () => new Array<RawCellContent>(columns).fill(null));
    for (const { row, column, input, isFormula } of cells)
      grid[row]![column] = content(input, isFormula);
    return [name, grid] as const;
  });
  const engine = HyperFormula.buildFromSheets(Object.fromEntries(filled), {
    licenseKey: 'gpl-v3',
  });
  const at = (sheet: PlainSheet, row: number, col: number) => ({
    sheet: engine.getSheetId(sheet.name)!,
    row,
    col,
  });
  return {
    edit: (sheet, row, column, value) => void engine.setCellContents(at(sheet, row, column), value),
    value: (sheet, row, column) => {
      const found = engine.getCellValue(at(sheet, row, column));
      return found instanceof DetailedCellError ? found.value : found;
    },
    close: () => engine.destroy(),
  };
}
