import type { Cell, Scalar, Sheet } from '../../src/book';
import { findTable, gridOf, type Found } from '../../src/exchange/grid';
import type { SentColumn, SentTable } from '../../src/exchange/sent';

/** Small sheets and tables, told as literals, for readings that need no file. */

type Given = Scalar | null | Partial<Cell>;

export const sheetOf = (rows: readonly (readonly Given[])[], said: Partial<Sheet> = {}): Sheet =>
  ({
    ...{ name: 'S', visibility: 'Visible', merges: [], tables: [], notes: [], charts: [] },
    cells: rows.map((row) =>
      row.map((cell) =>
        cell !== null && typeof cell === 'object' ? { value: null, ...cell } : { value: cell },
      ),
    ),
    ...said,
  }) as unknown as Sheet;

/** A column to fill begins with a +; what kind it has and which list follows the colon. */
export function column(said: string): SentColumn {
  const [name = '', kind = 'text', list] = said.split(':');
  const id = name.replace('+', '');
  return { id, header: id.toUpperCase(), kind, fill: name !== id, ...(list && { list }) };
}

export const tableOf = (
  columns: string,
  rows: SentTable['rows'],
  said: Partial<SentTable> = {},
): SentTable => ({
  ...{ id: 'pain', name: 'PainPoints', sheet: 'S', own: true, rows },
  columns: columns.split(' ').map(column),
  ...said,
});

export function foundIn(table: SentTable, sheet: Sheet): Found {
  const [found] = findTable(table, [gridOf(sheet)]);
  if (!found) throw new Error('The table is not there');
  return found;
}
