import type { Area, Cell, Sheet } from '../../book';
import type { Entry } from '../../host/wire/edit';
import { translateFormula } from '../../host/wire/translate';
import { contentOf } from './content';

/** Cells as they were when they were copied or cut. */
export interface Copied {
  sheet: string;
  area: Area;
  cells: (Cell | undefined)[][];
  cut: boolean;
}

export function copyOf(sheet: Sheet, area: Area, cut = false): Copied {
  const cells = Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (__, column) => {
      const cell = sheet.cells[area.row + row]?.[area.column + column];
      return cell && { ...cell };
    }),
  );
  return { sheet: sheet.id, area, cells, cut };
}

/**
 * The copied cells as they are put at the start of an area, as often as they fill it wholly, at least
 * once. Relative references follow where cells are copied, not where they are moved.
 */
export function pasted({ area, cells, cut }: Copied, onto: Area): Entry[][] {
  const { rows, columns } = cut ? area : tiled(area, onto);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => {
      const [down, across] = [row % area.rows, column % area.columns];
      const cell = cells[down]?.[across];
      if (cut || cell?.formula === undefined) return contentOf(cell);
      const from = { row: area.row + down, column: area.column + across };
      const to = { row: onto.row + row, column: onto.column + column };
      return contentOf(cell, translateFormula(cell.formula, from, to));
    }),
  );
}

/** Texts of elsewhere, as often as they fill an area wholly. */
export function pastedTexts(texts: readonly (readonly string[])[], onto: Area): string[][] {
  const columns = Math.max(0, ...texts.map((row) => row.length));
  const size = tiled({ rows: texts.length, columns }, onto);
  return Array.from({ length: size.rows }, (_, row) =>
    Array.from(
      { length: size.columns },
      (__, column) => texts[row % texts.length]?.[column % columns] ?? '',
    ),
  );
}

interface Size {
  rows: number;
  columns: number;
}

const tiled = (size: Size, onto: Size): Size => ({
  rows: onto.rows % size.rows === 0 ? onto.rows : size.rows,
  columns: onto.columns % size.columns === 0 ? onto.columns : size.columns,
});
