import type { Fault, SourceFile } from '../engine';
import type { PlannedTable } from '../plan';
import { plainHeader } from './header';
import { kindOf } from './kind';
import { decoded, lines, records } from './text';

export { headersIn } from './headers';
export { kindOf } from './kind';
export { encodingOf, records, separatorOf } from './text';

/** Cells of one row in the order of a table's columns, as the file has them; null where there is none. */
export type RawRow = (string | null)[];

/** A table's rows in one file; what is wrong with the file is told once, with how often. */
export async function* rowsOf(
  table: PlannedTable,
  file: SourceFile,
  tell: (fault: Fault) => void,
): AsyncGenerator<RawRow> {
  const ragged = { count: 0, example: '' };
  const kind = kindOf(file.name);
  try {
    if (kind === 'lines') yield* objectRows(table, file, jsonObjects(file, table, ragged), tell);
    else if (kind === 'parquet') {
      const { parquetObjects } = await import('./parquet');
      yield* objectRows(table, file, parquetObjects(file, headersOf(table)), tell);
    } else if (kind === 'workbook') {
      const { sheetRecords } = await import('./workbook');
      const { name, rows } = await sheetRecords(file, table.source.sheet, (sheet) =>
        Boolean(headIn(sheet.slice(0, headWithin), table)),
      );
      if (name === undefined)
        tell({ code: 'no-sheet', file: file.name, detail: table.source.sheet ?? '' });
      else yield* recordRows(table, file, each(rows), tell, ragged, true);
    } else {
      const { encoding, separator } = table.source;
      const text = decoded(file.stream(), encoding);
      yield* recordRows(table, file, records(text, separator), tell, ragged, false);
    }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    tell({ code: 'damaged', file: file.name, detail });
  }
  if (ragged.count > 0) tell({ code: 'ragged', file: file.name, ...ragged });
}

/** Titles and dates of the report may stand above the headers. */
const headWithin = 30;

const headersOf = ({ columns }: PlannedTable) =>
  columns.flatMap(({ header }) => (header === undefined ? [] : [header]));

/** The first of these records that has every header; undefined where none has. */
function headIn(rows: readonly string[][], table: PlannedTable): number | undefined {
  const wanted = headersOf(table).map(plainHeader);
  const at = rows.findIndex((row) => {
    const there = new Set(row.map(plainHeader));
    return wanted.every((header) => there.has(header));
  });
  return at < 0 ? undefined : at;
}

export interface Head {
  /** Which record it is, counted from 0. */
  at: number;
  /** How many fields it has. */
  width: number;
  /** Place of each column of the table; -1 for those that are constant. */
  places: number[];
}

/** Where the headers stand and each column under them; tells those that are missing. */
export function headOf(
  table: PlannedTable,
  file: SourceFile,
  rows: readonly string[][],
  tell: (fault: Fault) => void,
): Head | undefined {
  if (rows.length === 0) return void tell({ code: 'no-rows', file: file.name });
  const at = headIn(rows, table) ?? 0;
  const there = (rows[at] ?? []).map(plainHeader);
  const places = table.columns.map(({ header }) =>
    header === undefined ? -1 : there.indexOf(plainHeader(header)),
  );
  return { at, width: there.length, places: told(table, file, places, tell, rows[at] ?? []) };
}

function told(
  table: PlannedTable,
  file: SourceFile,
  places: number[],
  tell: (fault: Fault) => void,
  there: readonly string[],
): number[] {
  table.columns.forEach(({ name, header }, i) => {
    if (header !== undefined && (places[i] ?? -1) < 0)
      tell({
        code: 'no-header',
        file: file.name,
        column: name,
        example: header,
        detail: there.filter(Boolean).slice(0, 12).join(', '),
      });
  });
  return places;
}

async function* recordRows(
  table: PlannedTable,
  file: SourceFile,
  all: AsyncIterable<string[]>,
  tell: (fault: Fault) => void,
  ragged: { count: number; example: string },
  isLoose: boolean,
): AsyncGenerator<RawRow> {
  let first: string[][] | undefined = [];
  let head: Head | undefined;
  const row = (record: readonly string[]): RawRow | undefined => {
    if (!isLoose && head && record.length !== head.width) {
      ragged.count += 1;
      if (ragged.example === '') ragged.example = record.join(' ').slice(0, 80);
      return undefined;
    }
    return table.columns.map(({ constant }, i) => {
      const place = head?.places[i] ?? -1;
      return place < 0 ? (constant ?? null) : (record[place] ?? null);
    });
  };
  for await (const record of all) {
    if (first) {
      first.push(record);
      if (headIn([record], table) === undefined && first.length < headWithin) continue;
      head = headOf(table, file, first, tell);
      const rest: string[][] = first.slice((head?.at ?? 0) + 1);
      first = undefined;
      for (const one of rest) {
        const found = row(one);
        if (found) yield found;
      }
      continue;
    }
    const found = row(record);
    if (found) yield found;
  }
  if (!first) return;
  head = headOf(table, file, first, tell);
  for (const one of first.slice((head?.at ?? 0) + 1)) {
    const found = row(one);
    if (found) yield found;
  }
}

async function* each<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

type Objects = AsyncIterable<Record<string, unknown>>;

async function* objectRows(
  table: PlannedTable,
  file: SourceFile,
  objects: Objects,
  tell: (fault: Fault) => void,
): AsyncGenerator<RawRow> {
  const wanted = table.columns.map(({ header, constant }) => ({
    plain: header === undefined ? undefined : plainHeader(header),
    constant: constant ?? null,
  }));
  const seen = new Map<string, string>();
  let count = 0;
  for await (const object of objects) {
    count += 1;
    for (const key of Object.keys(object)) if (!seen.has(key)) seen.set(key, plainHeader(key));
    const cells = new Map(
      Object.entries(object).map(([key, value]) => [seen.get(key), cellText(value)]),
    );
    yield wanted.map(({ plain, constant }) =>
      plain === undefined ? constant : (cells.get(plain) ?? null),
    );
  }
  if (count === 0) return tell({ code: 'no-rows', file: file.name });
  const there = new Set(seen.values());
  const places = wanted.map(({ plain }) => (plain === undefined || there.has(plain) ? 0 : -1));
  told(table, file, places, tell, [...seen.keys()]);
}

/** What a value of JSON or Parquet says, as a text file would have it. */
function cellText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString().replace('Z', '');
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number);
}

async function* jsonObjects(
  file: SourceFile,
  { source }: PlannedTable,
  bad: { count: number; example: string },
): Objects & AsyncGenerator<Record<string, unknown>> {
  const text = decoded(file.stream(), source.encoding);
  const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  if (/\.json$/i.test(file.name)) {
    let whole = '';
    for await (const piece of text) whole += piece;
    const value: unknown = JSON.parse(whole);
    for (const one of Array.isArray(value) ? value : [value]) if (isObject(one)) yield one;
    return;
  }
  for await (const line of lines(text)) {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      value = undefined;
    }
    if (isObject(value)) yield value;
    else {
      bad.count += 1;
      if (bad.example === '') bad.example = line.slice(0, 80);
    }
  }
}
