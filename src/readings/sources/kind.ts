import type { SourceFile } from '../engine';

type Kind = 'text' | 'lines' | 'workbook' | 'parquet';

const endings: [Kind, RegExp][] = [
  ['workbook', /\.(xlsx|xlsm)$/i],
  ['parquet', /\.parquet$/i],
  ['lines', /\.(jsonl|ndjson|json)$/i],
];

/** What workbooks, old ones too, and Parquet files begin with, whatever they are called. */
const marks: [Kind, number[]][] = [
  ['workbook', [0x50, 0x4b, 3, 4]],
  ['workbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
];

/** The kind of a file, by its name's ending, else by its first bytes: text is often called .xls. */
export async function kindOf(file: SourceFile): Promise<Kind> {
  const named = endings.find(([, pattern]) => pattern.test(file.name));
  if (named) return named[0];
  for await (const start of file.stream())
    return marks.find(([, mark]) => mark.every((byte, i) => start[i] === byte))?.[0] ?? 'text';
  return 'text';
}
