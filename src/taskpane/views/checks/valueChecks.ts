import { describeFailing, rowsIn, tablesOf, type Place, type Study } from '../../../office';
import type { Fault } from '../../../workbook';

/** A check of the Checks sheet that does not hold, or does. */
export interface ValueCheck {
  /** Such as "weights". */
  id: string;
  text: string;
  /** Cells that fail it; 0 when it holds. */
  failing: number;
  /** The sheet to look at. */
  sheet: string;
}

export const valueChecks = (study: Study): ValueCheck[] =>
  linesOf(study, 'checks').map(({ id, cells, sheet }) => {
    const failing = typeof cells.failing === 'number' ? cells.failing : 1;
    const text = failing > 0 ? describeFailing(study.spec.lang, { check: id, count: failing }) : '';
    return { id, text: text || String(cells.check ?? ''), failing, sheet };
  });

/** How it turned out; what did not come about is left out. */
export const valueOutcomes = (study: Study): { id: string; count: number; sheet: string }[] =>
  linesOf(study, 'outcomes').flatMap(({ id, cells, sheet }) => {
    const count = Number(cells.count);
    return count > 0 ? [{ id, count, sheet }] : [];
  });

export const placeOfFault = ({ sheet, table, row, column, name }: Fault): Place => {
  if (name !== undefined) return { name };
  if (table === undefined) return { sheet };
  return { table, ...(row && { row }), ...(column !== undefined && { column }) };
};

/** Rows of a table of the Checks sheet, each with the sheet that it looks at. */
function linesOf(study: Study, table: 'checks' | 'outcomes') {
  const block = tablesOf(study.spec.sheets).find(({ id }) => id === table);
  const sheets = new Map(block?.rows.map(({ id, links }) => [id, links?.where ?? 'checks']));
  return rowsIn(study, table).map(({ id, cells }) => ({
    id: id.replace(/^[^.]*\./, ''),
    cells,
    sheet: sheets.get(id) ?? 'checks',
  }));
}
