import type { Fault, SourceFile } from '../engine';
import type { PlannedTable } from '../plan';
import { endsHead, headOf, headWithin, type Head } from './head';
import type { RawRow } from './index';

interface Count {
  count: number;
  example: string;
}
const counted = (into: Count, record: readonly string[]): void => {
  into.count += 1;
  if (into.example === '') into.example = record.join(' ').trim().slice(0, 80);
};

const isRuled = (record: readonly string[]): boolean =>
  record.every((cell) => /^[-=_+\s]*$/.test(cell)) && /[-=_]{3}/.test(record.join(''));

/** Words in one field. A single code or day may be the beginning of a row that was cut off. */
function isNote(record: readonly string[]): boolean {
  const [only = '', ...more] = record.filter((cell) => cell.trim() !== '');
  return more.length === 0 && /\p{L}.*[\s：:。]|^\p{Script=Han}+$/u.test(only.trim());
}

/**
 * The rows under the headers of a list of records. Lines that only rule are none; what follows the
 * last row with one field, as reports sign their exports, is told and left out.
 * @param isLoose fields at the end of a record may be lacking
 */
export async function* recordRows(
  table: PlannedTable,
  file: SourceFile,
  all: AsyncIterable<string[]>,
  tell: (fault: Fault) => void,
  isLoose: boolean,
): AsyncGenerator<RawRow> {
  const ragged: Count = { count: 0, example: '' };
  let foot: string[][] = [];
  let first: string[][] | undefined = [];
  let head: Head | undefined;
  const isWhole = (record: readonly string[]): boolean => {
    const width = head?.width ?? 0;
    if (isLoose || record.length === width) return true;
    return record.length > width && record.slice(width).every((cell) => cell.trim() === '');
  };
  const row = (record: string[]): RawRow | undefined => {
    if (isRuled(record)) return undefined;
    if (!isWhole(record)) {
      if (isNote(record)) foot.push(record);
      else counted(ragged, record);
      return undefined;
    }
    for (const one of foot) counted(ragged, one);
    foot = [];
    return table.columns.map(({ constant }, i) => {
      const place = head?.places[i] ?? -1;
      return place < 0 ? (constant ?? null) : (record[place] ?? null);
    });
  };
  const begin = (records: string[][]): string[][] => {
    first = undefined;
    head = headOf(table, file, records, tell);
    return records.slice((head?.at ?? 0) + 1);
  };
  for await (const record of all) {
    let records = [record];
    if (first) {
      if (isRuled(record)) continue;
      first.push(record);
      if (!endsHead(first, table) && first.length < headWithin) continue;
      records = begin(first);
    }
    for (const one of records) {
      const found = row(one);
      if (found) yield found;
    }
  }
  if (first)
    for (const one of begin(first)) {
      const found = row(one);
      if (found) yield found;
    }
  const [note] = foot;
  if (ragged.count > 0) tell({ code: 'ragged', file: file.name, ...ragged });
  if (note)
    tell({
      ...{ code: 'footer', file: file.name, count: foot.length },
      example: note.join(' ').trim().slice(0, 80),
    });
}
