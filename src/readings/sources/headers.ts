import type { SourceFile } from '../engine';
import type { PlannedTable } from '../plan';
import { namesUnder } from './head';
import { plainHeader } from './header';
import { kindOf } from './kind';
import { decoded, lines, records } from './text';

/** The headers of a file, for a person to choose from; none where it has none, or cannot be read. */
export async function headersIn(
  file: SourceFile,
  source?: Pick<PlannedTable['source'], 'encoding' | 'separator' | 'sheet'>,
): Promise<string[]> {
  try {
    return unique(await firstOf(file, source));
  } catch {
    return [];
  }
}

const unique = (headers: readonly string[]): string[] => {
  const seen = new Map(headers.map((header) => [plainHeader(header), header.trim()] as const));
  return [...seen].flatMap(([plain, header]) => (plain === '' ? [] : [header]));
};

async function firstOf(
  file: SourceFile,
  source: Parameters<typeof headersIn>[1] = {},
): Promise<string[]> {
  const kind = await kindOf(file);
  if (kind === 'workbook') {
    const { sheetRecords } = await import('./workbook');
    const sheet = await sheetRecords(file, source.sheet, (head) => head.length > 1);
    return headersOf(sheet?.head.slice(0, mostAbove) ?? []);
  }
  if (kind === 'parquet') {
    const { parquetHeaders } = await import('./parquet');
    return parquetHeaders(file);
  }
  const text = decoded(file.stream(), source.encoding);
  if (kind === 'lines') {
    for await (const line of lines(text)) {
      const value: unknown = JSON.parse(line.replace(/^\[|,\s*$/g, ''));
      return Object.keys(value as object);
    }
    return [];
  }
  const found: string[][] = [];
  for await (const record of records(text, source.separator)) {
    found.push(record);
    if (found.length >= mostAbove) break;
  }
  return headersOf(found);
}

/** Titles stand above headers in fewer cells. */
const mostAbove = 10;

/** The first row that names every field, or the first two that do together: under headers of groups. */
function headersOf(rows: readonly string[][]): string[] {
  const filled = (names: readonly string[]) => names.filter((name) => name.trim() !== '').length;
  const width = Math.max(0, ...rows.map(filled));
  for (const [at, row] of rows.entries()) {
    if (filled(row) === width) return [...row];
    const both = namesUnder(rows[at - 1] ?? [], row).map((names) => names.at(-1) ?? '');
    if (filled(both) === width) return both;
  }
  return [];
}
