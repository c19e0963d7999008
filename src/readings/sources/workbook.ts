import { CellError, openXlsx, type Scalar } from '../../book';
import type { SourceFile } from '../engine';

/** The rows of a workbook's sheet as texts: the one asked for, else the first that will do. */
export async function sheetRecords(
  file: SourceFile,
  asked: string | undefined,
  willDo: (rows: string[][]) => boolean,
): Promise<{ name?: string; rows: string[][] }> {
  const book = await openXlsx(await file.bytes());
  const sheets =
    asked === undefined ? book.sheets : book.sheets.filter(({ name }) => name === asked);
  const found = sheets.map(({ name, cells }) => ({
    name,
    rows: Array.from(cells, (row) => Array.from(row ?? [], (cell) => textOf(cell?.value))),
  }));
  const filled = found.map(({ name, rows }) => ({
    name,
    rows: rows.filter((row) => row.some((text) => text.trim() !== '')),
  }));
  return filled.find(({ rows }) => willDo(rows)) ?? filled[0] ?? { rows: [] };
}

const textOf = (value: Scalar | undefined): string =>
  value === null || value === undefined
    ? ''
    : value instanceof CellError
      ? value.code
      : String(value);
