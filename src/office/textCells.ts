import type { TextBlock, TextCell } from '../workbook';
import type { NameSnapshot } from './inspect';

interface PlacedText {
  cell: TextCell;
  /** The same cell as it was described before. */
  before: TextCell | undefined;
  /** Where it stands now, counted from the block's corner. */
  row: number;
  column: number;
}

/**
 * The cells of a text block, found again in the cells that it covers now: rows that someone put
 * between are passed over, rows that are gone are left out.
 */
export function textCells(
  block: TextBlock,
  old: TextBlock | undefined,
  snapshot: NameSnapshot,
): PlacedText[] {
  const says = (r: number, at: number) =>
    (old?.rows[r] ?? []).some(
      (cell, column) =>
        cell.text !== undefined && cell.text !== '' && snapshot.values[at]?.[column] === cell.text,
    );
  const whole = snapshot.values.length === block.rows.length;
  let from = 0;
  return block.rows.flatMap((cells, r) => {
    const found = says(r, r) ? r : snapshot.values.findIndex((_, at) => at >= from && says(r, at));
    const row = found >= 0 ? found : whole ? r : -1;
    if (row < 0) return [];
    from = row + 1;
    return cells.map((cell, column) => ({ cell, before: old?.rows[r]?.[column], row, column }));
  });
}
