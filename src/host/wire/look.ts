import {
  internStyle,
  partOf,
  samePart,
  styleParts,
  type Area,
  type Book,
  type NamedStyle,
  type Sheet,
  type Style,
  type StylePart,
} from '../../book';
import { MAX_COLUMNS, MAX_ROWS, isWholeColumns, isWholeRows } from './area';
import { restyle, styleAt } from './grid';
import { assertAllowed } from './protection';

/** Areas of one sheet. */
export interface Areas {
  sheet: Sheet;
  areas: readonly Area[];
}

/** A named style of a workbook. */
export interface Named {
  book: Book;
  named: NamedStyle;
}

/** What has a look: cells, or the style that cells are given by its name. */
export type Looking = Areas | Named;

/** A property that all places share; null when they differ (Excel's answer). */
export function shared<T>(looking: Looking, read: (style: Style) => T): T | null {
  if ('named' in looking) return read(looking.named.look);
  const { sheet, areas } = looking;
  const [start] = areas;
  const first = read(styleAt(sheet, start!.row, start!.column) ?? {});
  for (const area of areas) {
    const rows = Math.min(area.rows, isWholeColumns(area) ? sheet.cells.length + 1 : MAX_ROWS);
    const columns = Math.min(area.columns, isWholeRows(area) ? 256 : MAX_COLUMNS);
    for (let row = area.row; row < area.row + rows; row++) {
      for (let column = area.column; column < area.column + columns; column++) {
        if (read(styleAt(sheet, row, column) ?? {}) !== first) return null;
      }
    }
  }
  return first;
}

/** Changes the look of cells, or of a style and of the cells that follow it. */
export function change(
  looking: Looking,
  patch: (style: Style) => Style,
  permission?: string,
): void {
  if ('named' in looking) return redefine(looking, patch);
  assertAllowed(looking.sheet, permission);
  for (const area of looking.areas) restyle(looking.sheet, area, patch);
}

function redefine(looking: Named, patch: (style: Style) => Style): void {
  const { named } = looking;
  const before = named.look;
  named.look = internStyle(patch(before)) ?? {};
  if (named.look === before) return;
  follow(looking, before, named.look, named.name);
}

/** Takes a style away: its cells are as Normal has them. */
export function dropStyle(looking: Named): void {
  const { book, named } = looking;
  book.styles = book.styles.filter((one) => one !== named);
  follow(looking, named.look, {}, undefined);
}

/** Gives the cells of a style its new look, in each part in which they had the look before. */
function follow(
  { book, named }: Named,
  before: Style,
  wanted: Style,
  name: string | undefined,
): void {
  const parts = (Object.keys(styleParts) as StylePart[]).filter((part) => named.sets[part]);
  const known = new Map<Style, Style | undefined>();
  const next = (style: Style): Style | undefined => {
    if (!known.has(style)) {
      const kept = (Object.keys(styleParts) as StylePart[]).map((part) =>
        partOf(parts.includes(part) && samePart(style, before, part) ? wanted : style, part),
      );
      known.set(style, internStyle(Object.assign({ named: name }, ...kept) as Style));
    }
    return known.get(style);
  };
  for (const sheet of book.sheets) {
    for (const cells of sheet.cells)
      cells?.forEach((cell) => {
        if (cell?.style?.named !== named.name) return;
        const style = next(cell.style);
        if (style) cell.style = style;
        else delete cell.style;
      });
    for (const bands of [sheet.columnStyles, sheet.rowStyles])
      for (const [at, old] of bands ?? []) {
        if (old.named !== named.name) continue;
        const style = next(old);
        if (style) bands?.set(at, style);
        else bands?.delete(at);
      }
  }
}
