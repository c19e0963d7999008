import type { ICellData } from '@univerjs/core';
import type { GridCells } from './project';

type ByPlace<T> = Record<number, Record<number, T>>;

/**
 * What must be taken away and what put there to come from one look of a sheet to the next. A cell
 * that changes is in both: the grid would else merge its old style with the new one.
 */
export function difference(before: GridCells | undefined, now: GridCells) {
  const gone: ByPlace<null> = {};
  const changed: ByPlace<ICellData> = {};
  now.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      const old = before?.get(row)?.get(column);
      if (old?.key === cell.key) return;
      if (old) (gone[row] ??= {})[column] = null;
      (changed[row] ??= {})[column] = { ...cell.data };
    }),
  );
  before?.forEach((cells, row) =>
    cells.forEach((_, column) => {
      if (!now.get(row)?.has(column)) (gone[row] ??= {})[column] = null;
    }),
  );
  return { gone, changed };
}
