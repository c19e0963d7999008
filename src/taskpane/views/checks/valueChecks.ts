import { type Study, rowsIn, tablesOf } from '../../../office';

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

export function valueChecks(study: Study): ValueCheck[] {
  const block = tablesOf(study.spec.sheets).find(({ id }) => id === 'checks');
  const sheets = new Map(block?.rows.map(({ id, links }) => [id, links?.where ?? 'checks']));
  return rowsIn(study, 'checks').map(({ id, cells }) => ({
    id: id.replace('check.', ''),
    text: String(cells.check ?? ''),
    failing: typeof cells.failing === 'number' ? cells.failing : 1,
    sheet: sheets.get(id) ?? 'checks',
  }));
}
