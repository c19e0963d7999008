import { closest } from 'fastest-levenshtein';
import type { Ref } from '../explain';
import { Failure } from '../messages';
import type { Study } from './agreement';
import { fieldsOf, tablesOf } from './naming';
import type { CellFinder } from './reader';

/** A cell by its place; rows and columns are counted from 0. */
export interface CellPlace {
  sheet: string;
  row: number;
  column: number;
}

/** A cell of the description, or one that is somebody's own. */
export type Located = { ref: Ref } | { own: CellPlace };

const address = /^(?:'((?:[^']|'')+)'|([^!]+))!\$?([A-Za-z]{1,3})\$?(\d{1,7})$/;
/** Of cells side by side, of whole rows or columns. */
const area = /^(?:'(?:[^']|'')+'|[^!]+)!\$?[A-Za-z\d$]+:\$?[A-Za-z\d$]+$/;
const tableColumn = /^([^![\]]+)\[(.+)\]$/;

const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const last = { row: 1_048_575, column: 16_383 };

/**
 * The cell that a text names: `Sheet!B4`, a defined name, or `Table[Column]` with the row.
 * @param row its id, or its number from 1
 * @throws Failure when there is no such sheet, cell, name, column or row
 */
export async function locate(
  context: Excel.RequestContext,
  study: Study,
  finder: CellFinder,
  text: string,
  row?: string,
): Promise<Located> {
  const place = placeIn(text);
  if (place) return located(finder, place);
  const [, table, column] = tableColumn.exec(text) ?? [];
  if (table !== undefined && column !== undefined)
    return { ref: inTable(study, finder, table, column, row) };
  if (area.test(text) || isTable(study, text))
    throw new Failure('explain-one-cell', { name: text });
  const fields = fieldsOf(study.spec.sheets).map(({ name }) => name);
  const field = fields.find((name) => name.toLowerCase() === text.toLowerCase());
  if (field !== undefined) return { ref: { kind: 'name', name: field } };
  const range = context.workbook.names.getItemOrNullObject(text).getRangeOrNullObject();
  range.load('rowIndex,columnIndex,worksheet/name');
  await context.sync();
  if (range.isNullObject)
    throw new Failure('explain-no-name', { name: text, near: closest(text, fields) });
  const { rowIndex, columnIndex, worksheet } = range;
  return located(finder, { sheet: worksheet.name, row: rowIndex, column: columnIndex });
}

const isCalled = (name: string) => (one: string) => one.toLowerCase() === name.toLowerCase();
const isTable = ({ spec }: Study, text: string): boolean =>
  tablesOf(spec.sheets).some(({ name, id }) => [name, id].some(isCalled(text)));

/** @throws Failure for an address that no sheet has */
function placeIn(text: string): CellPlace | undefined {
  const [, quoted, bare = '', letters, digits] = address.exec(text) ?? [];
  if (letters === undefined) return undefined;
  const sheet = quoted?.replaceAll("''", "'") ?? bare;
  const place = { sheet, row: Number(digits) - 1, column: columnNumber(letters) };
  if (place.row < 0 || place.row > last.row || place.column > last.column)
    throw new Failure('explain-no-cell', { cell: text });
  return place;
}

/** What stands at a place of the workbook. */
export function located(finder: CellFinder, place: CellPlace): Located {
  const ref = finder.refAt(place.sheet, place.row, place.column);
  return ref ? { ref } : { own: place };
}

/** Tables and columns go by the words of the workbook or by their ids. */
function inTable(
  { spec }: Study,
  finder: CellFinder,
  table: string,
  column: string,
  row: string | undefined,
): Ref {
  const tables = tablesOf(spec.sheets);
  const block = tables.find(({ name, id }) => [name, id].some(isCalled(table)));
  if (!block) {
    const near = closest(
      table,
      tables.map(({ name }) => name),
    );
    throw new Failure('explain-no-name', { name: table, near });
  }
  const found = block.columns.find(({ id, header }) => [id, header].some(isCalled(column)));
  if (!found) {
    const near = closest(
      column,
      block.columns.map(({ id }) => id),
    );
    throw new Failure('explain-no-column', { table: block.name, column, near });
  }
  const rows = finder.rows(block.name);
  const byId = block.rows.findIndex(({ id }) => id !== '' && id === row);
  const at = byId >= 0 ? byId : row === undefined && rows === 1 ? 0 : Number(row) - 1;
  if (!Number.isInteger(at) || at < 0 || at >= rows)
    throw new Failure(row === undefined ? 'explain-which-row' : 'explain-no-row', {
      table: block.name,
      row: row ?? '',
      rows,
    });
  return { kind: 'cell', table: block.name, row: at, column: found.id };
}
