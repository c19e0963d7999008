import type { Book, Hyperlink, Sheet } from '../../book';
import { intersect } from '../../host/wire/area';
import { resolvePlace, type Place } from '../../host/wire/lookup';
import { validationAt } from '../../host/wire/validate';
import { textOf } from '../cells/content';
import { gridSize } from './project';

/** The values offered by a cell's drop-down; undefined where there is none. */
export function entriesAt(
  book: Book,
  sheet: Sheet,
  row: number,
  column: number,
): string[] | undefined {
  const rule = validationAt(sheet, row, column)?.rule;
  if (rule?.type !== 'list' || !rule.inCellDropDown) return undefined;
  if (!rule.source.startsWith('=')) return rule.source.split(',').map((entry) => entry.trim());
  const place = resolvePlace(book, rule.source.slice(1), sheet);
  if (!place) return undefined;
  return cellsOf(place).filter((text) => text !== '');
}

/** The place in this workbook that a link leads to. */
export function targetOf(book: Book, link: Hyperlink): Place | undefined {
  return link.documentReference === undefined
    ? undefined
    : resolvePlace(book, link.documentReference);
}

/** As far as somebody can go; the grid counts every row that it has. */
const furthest = { row: 0, column: 0, rows: 100_000, columns: 1_000 };

/** What somebody calls a place: cells of the sheet in front or another, a name, a table. */
export function placeTyped(book: Book, front: Sheet, text: string): Place | undefined {
  const place = resolvePlace(book, text.trim(), front);
  if (place?.sheet.visibility !== 'Visible') return undefined;
  const isWhole = place.area.rows > furthest.rows || place.area.columns > furthest.columns;
  const room = isWhole ? { ...furthest, ...gridSize(place.sheet) } : furthest;
  const area = intersect(place.area, room);
  return area && { sheet: place.sheet, area };
}

/** The texts of an area, row by row. */
function cellsOf({ sheet, area }: Place): string[] {
  const texts: string[] = [];
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      texts.push(textOf(sheet.cells[row]?.[column]));
    }
  }
  return texts;
}
