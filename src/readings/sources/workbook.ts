import { CellError, openRows, type Scalar } from '../../book';
import type { SourceFile } from '../engine';
import { headWithin } from './head';

interface Sheet {
  name: string;
  /** Its first rows. */
  head: string[][];
  /** All of them, to be read once. */
  rows: AsyncIterable<string[]>;
}

/** A workbook's sheet, its rows as texts: the one asked for, else the first that will do. */
export async function sheetRecords(
  file: SourceFile,
  asked: string | undefined,
  willDo: (head: string[][]) => boolean,
): Promise<Sheet | undefined> {
  const sheets = await openRows(await file.bytes());
  let first: Sheet | undefined;
  for (const { name, rows } of sheets) {
    if (asked !== undefined && name !== asked) continue;
    const sheet = { name, ...(await begun(texts(rows()))) };
    if (willDo(sheet.head)) return sheet;
    first ??= sheet;
  }
  return first;
}

async function* texts(rows: AsyncIterable<Scalar[]>): AsyncGenerator<string[]> {
  for await (const row of rows) {
    const said = row.map(textOf);
    if (said.some((text) => text.trim() !== '')) yield said;
  }
}

async function begun(rows: AsyncGenerator<string[]>): Promise<Pick<Sheet, 'head' | 'rows'>> {
  const head: string[][] = [];
  while (head.length < headWithin) {
    const { done, value } = await rows.next();
    if (done) break;
    head.push(value);
  }
  return { head, rows: after(head, rows) };
}

async function* after(head: readonly string[][], rest: AsyncGenerator<string[]>) {
  yield* head;
  yield* rest;
}

const textOf = (value: Scalar): string =>
  value === null ? '' : value instanceof CellError ? value.code : String(value);
