import { codeOf } from '../../messages';
import type { Fault, SourceFile } from '../engine';
import type { PlannedTable } from '../plan';
import { endsHead, headersOf } from './head';
import { plainHeader } from './header';
import { kindOf } from './kind';
import { recordRows } from './recordRows';
import { decoded, lines, records } from './text';

export { headOf, headWithin } from './head';
export { headersIn } from './headers';
export { kindOf } from './kind';
export { encodingOf, records, separatorOf } from './text';

/** Why a workbook is not opened, as failures say it. */
const notOpened = new Set(['not-xlsx', 'encrypted', 'broken', 'too-large', 'old-xls']);

/** Cells of one row in the order of a table's columns, as the file has them; null where there is none. */
export type RawRow = (string | null)[];

/** A table's rows in one file; what is wrong with the file is told once, with how often. */
export async function* rowsOf(
  table: PlannedTable,
  file: SourceFile,
  tell: (fault: Fault) => void,
): AsyncGenerator<RawRow> {
  const ragged = { count: 0, example: '' };
  try {
    const kind = await kindOf(file);
    if (kind === 'lines') yield* objectRows(table, file, jsonObjects(file, table, ragged), tell);
    else if (kind === 'parquet') {
      const { openParquet, parquetObjects } = await import('./parquet');
      const parquet = await openParquet(file);
      const { strange: detail } = parquet;
      if (detail !== undefined) tell({ code: 'compressed', file: file.name, detail });
      else yield* objectRows(table, file, parquetObjects(parquet, headersOf(table)), tell);
    } else if (kind === 'workbook') {
      const { sheetRecords } = await import('./workbook');
      const sheet = await sheetRecords(file, table.source.sheet, (head) =>
        head.some((_, at) => endsHead(head.slice(0, at + 1), table)),
      );
      if (!sheet) tell({ code: 'no-sheet', file: file.name, detail: table.source.sheet ?? '' });
      else yield* recordRows(table, file, sheet.rows, tell, true);
    } else {
      const { encoding, separator } = table.source;
      const text = decoded(file.stream(), encoding);
      yield* recordRows(table, file, records(text, separator), tell, false);
    }
  } catch (error) {
    const failure = codeOf(error);
    const detail = error instanceof Error ? error.message : String(error);
    tell(
      notOpened.has(failure)
        ? { code: 'unopened', file: file.name, detail: failure }
        : { code: 'damaged', file: file.name, detail },
    );
  }
  if (ragged.count > 0) tell({ code: 'ragged', file: file.name, ...ragged });
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
  const detail = [...seen.keys()].slice(0, 12).join(', ');
  for (const { name, header } of table.columns)
    if (header !== undefined && !there.has(plainHeader(header)))
      tell({ code: 'no-header', file: file.name, column: name, example: header, detail });
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
