import type { Book, Scalar } from '../../src/book';
import type { Evaluated } from '../support/evaluateSheet';

export interface Comparison {
  /** Formula cells whose values were compared. */
  compared: number;
  /** Those of them that show something. */
  filled: number;
  /** What differs, as "sheet!row,column: ours ≠ theirs". */
  differences: string[];
}

const shown = (value: Scalar | undefined) =>
  value !== null && typeof value === 'object' ? value.code : JSON.stringify(value ?? '');

/** Numbers to nine digits, everything else exactly; an empty result is the empty text. */
function equal(ours: Scalar, theirs: Scalar | undefined): boolean {
  if (typeof ours === 'number' && typeof theirs === 'number')
    return Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(ours), Math.abs(theirs));
  return shown(ours) === shown(theirs);
}

/** Every formula of a workbook against the same cell of the workbook that another engine computed. */
export function compare(ours: Book, theirs: Book): Comparison {
  const differences: string[] = [];
  let compared = 0;
  let filled = 0;
  for (const sheet of ours.sheets) {
    const other = theirs.sheets.find(({ name }) => name === sheet.name);
    sheet.cells.forEach((row, r) =>
      row?.forEach((cell, c) => {
        if (!cell?.formula) return;
        compared += 1;
        if (cell.value !== '' && cell.value !== null) filled += 1;
        const found = other?.cells[r]?.[c];
        const place = `${sheet.name}!${r},${c}`;
        if (!found?.formula) differences.push(`${place}: the formula is gone`);
        else if (!equal(cell.value, found.value))
          differences.push(
            `${place}: ${shown(cell.value)} ≠ ${shown(found.value)} of ${cell.formula}`,
          );
      }),
    );
  }
  return { compared, filled, differences };
}

/** Where the host computes something else than the rule means. */
export function compareRules(book: Book, evaluated: readonly Evaluated[]): string[] {
  const sheets = new Map(book.sheets.map((sheet) => [sheet.name, sheet]));
  return evaluated.flatMap(({ sheet, row, column, place, value }) => {
    const cell = sheets.get(sheet)?.cells[row]?.[column];
    const found = cell?.value ?? null;
    const code = found !== null && typeof found === 'object' ? found.code : found;
    if (cell?.formula !== undefined && equal(value, code)) return [];
    return [`${place}: ${JSON.stringify(value)} ≠ ${shown(found)} of ${cell?.formula}`];
  });
}
