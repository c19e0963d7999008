import { gunzipSync } from 'fflate';
import { decompress } from 'fzstd';
import { parquetMetadata, parquetReadObjects, type Compressors } from 'hyparquet';
import type { SourceFile } from '../engine';
import { plainHeader } from './header';

const bufferOf = async (file: SourceFile): Promise<ArrayBuffer> => {
  const { buffer, byteOffset, byteLength } = await file.bytes();
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
};

/** Beside what hyparquet reads itself: nothing, and Snappy. */
const compressors: Compressors = {
  GZIP: (bytes) => gunzipSync(bytes),
  ZSTD: (bytes, length) => decompress(bytes, new Uint8Array(length)),
};
const readable = new Set<string>(['UNCOMPRESSED', 'SNAPPY', ...Object.keys(compressors)]);

const leavesOf = ({ schema }: ReturnType<typeof parquetMetadata>) =>
  schema.filter(({ num_children: children }) => !children);

/** The names of a Parquet file's columns. */
export const parquetHeaders = async (file: SourceFile): Promise<string[]> =>
  leavesOf(parquetMetadata(await bufferOf(file))).map(({ name }) => name);

interface OpenParquet {
  buffer: ArrayBuffer;
  metadata: ReturnType<typeof parquetMetadata>;
  /** How it is compressed, where only the database reads that. */
  strange?: string;
}

export async function openParquet(file: SourceFile): Promise<OpenParquet> {
  const buffer = await bufferOf(file);
  const metadata = parquetMetadata(buffer);
  const [strange] = metadata.row_groups
    .flatMap(({ columns }) => columns.map(({ meta_data: meta }) => meta?.codec))
    .filter((codec) => codec !== undefined && !readable.has(codec));
  return { buffer, metadata, ...(strange !== undefined && { strange }) };
}

/** The rows of a Parquet file, one group of rows after the other, with the columns asked for. */
export async function* parquetObjects(
  { buffer, metadata }: OpenParquet,
  headers: readonly string[],
): AsyncGenerator<Record<string, unknown>> {
  const wanted = new Set(headers.map(plainHeader));
  const leaves = leavesOf(metadata);
  const columns = leaves.map(({ name }) => name).filter((name) => wanted.has(plainHeader(name)));
  /** Columns whose moments are the world's, not those of a clock on a wall. */
  const worldly = new Set(
    leaves.flatMap(({ name, logical_type: logical }) =>
      logical?.type === 'TIMESTAMP' && logical.isAdjustedToUTC ? [name] : [],
    ),
  );
  const others = Object.fromEntries(
    leaves.map(({ name }) => [name, null]).filter(([name]) => !columns.includes(name as string)),
  ) as Record<string, null>;
  let start = 0;
  for (const group of metadata.row_groups) {
    const end = start + Number(group.num_rows);
    const rows = await parquetReadObjects({
      file: buffer,
      metadata,
      columns,
      compressors,
      rowStart: start,
      rowEnd: end,
    });
    for (const row of rows) {
      for (const name of worldly) {
        const moment = row[name] as unknown;
        if (moment instanceof Date) row[name] = moment.toISOString();
      }
      yield { ...others, ...row };
    }
    start = end;
  }
}
