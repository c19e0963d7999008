import type { Book, Sheet } from '../../book';
import { editText, textOf } from './content';

export interface Found {
  sheet: Sheet;
  row: number;
  column: number;
}

/** Cells of the sheets and rows that can be seen whose text or formula holds what is looked for. */
export function findAll(book: Book, text: string): Found[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const found: Found[] = [];
  for (const sheet of book.sheets) {
    if (sheet.visibility !== 'Visible') continue;
    sheet.cells.forEach((cells, row) => {
      if (sheet.hiddenRows.has(row)) return;
      cells.forEach((cell, column) => {
        if (sheet.hiddenColumns.has(column)) return;
        const holds = [textOf(cell), editText(cell)].some((one) =>
          one.toLowerCase().includes(wanted),
        );
        if (holds) found.push({ sheet, row, column });
      });
    });
  }
  return found;
}

/**
 * The next of what was found, after a place or before it; the first follows on the last.
 * @returns its number, from zero; -1 where nothing was found
 */
export function nextOf(
  book: Book,
  found: readonly Found[],
  at: { sheet: string; row: number; column: number },
  step: 1 | -1,
): number {
  const order = new Map(book.sheets.map(({ id }, i) => [id, i]));
  const here = [order.get(at.sheet) ?? 0, at.row, at.column];
  const isAfter = ({ sheet, row, column }: Found) => {
    const there = [order.get(sheet.id) ?? 0, row, column];
    const differs = there.findIndex((part, i) => part !== here[i]);
    return differs >= 0 && (there[differs] as number) > (here[differs] as number);
  };
  const isHere = ({ sheet, row, column }: Found) =>
    sheet.id === at.sheet && row === at.row && column === at.column;
  if (found.length === 0) return -1;
  const next = found.findIndex(isAfter);
  if (step === 1) return next < 0 ? 0 : next;
  const first = next < 0 ? found.length : next;
  const before = first - 1 - (found.some(isHere) ? 1 : 0);
  return before < 0 ? found.length - 1 : before;
}
