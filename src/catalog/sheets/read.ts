import { checkCatalog } from '../integrity';
import { LISTS, type ListName } from '../overlay';
import { parseCatalog } from '../parse';
import type { Problem } from '../problem';
import type { Catalog } from '../schema';
import { catalogFields, listColumns } from './columns';
import {
  isWithin,
  placedAt,
  put,
  SheetReader,
  type FoundSheet,
  type Place,
  type PlacedProblem,
} from './reader';
import { fieldColumns, sheetOf } from './write';

export interface ReadCatalog {
  /** Absent when a problem is an error. */
  catalog?: Catalog;
  problems: PlacedProblem[];
}

/** Lists that books written by earlier versions do not have. */
const addedLater: ReadonlySet<ListName> = new Set(['contracts', 'pages']);

/** Fields that they do not have either, by list. */
const laterFields: Partial<Record<ListName, readonly string[]>> = {
  asks: ['script'],
  pains: ['script'],
  modules: ['maturity'],
  functions: ['needs'],
  metrics: ['notWith', 'ranges'],
};
const mayLack = (list: ListName): string[] =>
  listColumns[list]
    .filter(({ path: [field = ''] }) => laterFields[list]?.includes(field))
    .map(({ header }) => header);

/**
 * A catalog from the sheets of a workbook: rows in any order, columns found by their headers,
 * whatever stands above the header row. What cannot be read is told with its cell.
 */
export function catalogFrom(sheets: readonly FoundSheet[]): ReadCatalog {
  const reader = new SheetReader(sheets);
  const things = new Map<string, Place>();
  const fields = new Map<string, Place>();
  const json = readFields(reader, fields);
  for (const list of LISTS) {
    const sheet = addedLater.has(list) ? reader.find(sheetOf(list)) : reader.need(sheetOf(list));
    const rows = sheet ? reader.rows(sheet, listColumns[list], 'id', mayLack(list)) : [];
    rows.forEach(({ thing, place }, i) => {
      things.set(`${list}[${i}]`, place);
      if (typeof thing.id === 'string' && !things.has(thing.id)) things.set(thing.id, place);
    });
    json[list] = rows.map(({ thing }) => thing);
  }
  if (reader.problems.length > 0) return { problems: reader.problems };
  const { catalog, problems } = parseCatalog(json);
  const placed = (problem: Problem): PlacedProblem => {
    const field = String(problem.params.field ?? 'id');
    const own = things.get(problem.where);
    const place = own ?? [...fields].find(([name]) => isWithin(field, name))?.[1];
    return place ? placedAt(problem, place) : problem;
  };
  const found = [...problems, ...(catalog ? checkCatalog(catalog) : [])].map(placed);
  const isSound = found.every(({ severity }) => severity !== 'error');
  return { ...(catalog && isSound && { catalog }), problems: found };
}

/** What the catalog says about itself: one field a row. */
function readFields(reader: SheetReader, places: Map<string, Place>): Record<string, unknown> {
  const json: Record<string, unknown> = {};
  const sheet = reader.need(sheetOf('catalog'));
  const head = sheet && reader.headers(sheet, fieldColumns, 'field', ['about']);
  if (!sheet || !head) return json;
  const [named = 0, valued = 0] = ['field', 'value'].map((name) => head.columns.get(name));
  sheet.values.forEach((cells, row) => {
    const header = String(cells[named] ?? '').trim();
    if (row <= head.row || header === '') return;
    const field = catalogFields.find((one) => one.header === header);
    const at = { sheet: sheet.name, row, column: valued };
    if (!field) {
      reader.report('column-unknown', { ...at, column: named }, { column: header });
      return;
    }
    put(json, field.path, reader.value(field, cells[valued], at));
    places.set(header, { sheet: sheet.name, row, columns: new Map([[header, valued]]) });
  });
  return json;
}
