import path from 'node:path';
import { message, type Lang } from '../../messages';
import {
  asCollected,
  fileRows,
  shardOf,
  type PortfolioRow,
  type Shard,
  type SkippedFile,
} from '../../portfolio';
import { loadCatalogs } from '../catalogFile';
import { describeFailure } from '../failure';
import { readBytes } from '../files';
import { done, found, progressLine, type Shell } from '../io';
import { workbookTree } from '../workbookTree';
import { isFolder, outputOf } from './collectOutput';
import { readTime, readShard } from './collectOptions';
import { readerOf, severally, type Reader } from './collectReader';
import { folderStore, keyOf, memoryStore, sha256, type RowStore } from './collectStore';
import type { CollectOptions } from './experienceProgram';

/** A workbook that was read, now or before, and where its rows are kept. */
interface ReadFile {
  file: string;
  key: string;
  engagement: PortfolioRow;
  isNew: boolean;
}

/**
 * The figures of every engagement in a folder, as a portfolio workbook or as tables. As many files are open
 * at a time as there are processors; what has not changed since the last run is not opened, what cannot be read is listed and
 * skipped. Of several files of one engagement the latest counts.
 */
export async function run(
  shell: Shell,
  [folder]: [string],
  options: CollectOptions,
): Promise<number> {
  const { io, lang } = shell;
  const shard = options.shard === undefined ? undefined : readShard(lang, options.shard);
  const readAt = readTime(lang, options.readAt);
  const catalogs = await loadCatalogs(lang, options.catalog ?? []);
  const files = mine(await workbookTree(lang, folder), shard).filter(
    (file) => path.resolve(folder, file) !== path.resolve(options.out),
  );
  const output = await outputOf(lang, { ...options, readAt }, shard);
  const kept =
    options.cache ?? (isFolder(options.out) ? path.join(options.out, '.appfi') : undefined);
  const store =
    kept === undefined ? memoryStore() : await folderStore(lang, kept, shard === undefined);
  const progress = progressLine(io);
  const reader = await readerOf(files.length, catalogs);
  const skipped: SkippedFile[] = [];
  const read: ReadFile[] = [];
  let standing: PortfolioRow[];
  let written: string[];
  try {
    let count = 0;
    const all = await severally(files, reader.atOnce, async (file) => {
      const one = await readFile(lang, folder, file, reader, store);
      const params = { count: ++count, total: files.length, file };
      progress.show(message(lang, 'cli.collect.reading', params));
      return one;
    });
    for (const one of all)
      if ('reason' in one) skipped.push(one);
      else read.push(one);
    standing = fileRows(
      read.map(({ engagement }) => engagement),
      skipped,
      readAt,
    );
    const counted = new Set(
      standing.filter((row) => row.standing === 'counted').map(({ file }) => file),
    );
    for (const { file, key } of read) {
      const rows = counted.has(file) ? await store.get(key) : undefined;
      if (rows) await output.add(asCollected(rows, readAt));
    }
    written = await output.finish(standing);
    await store.prune(new Set(read.map(({ key }) => key)));
  } catch (error) {
    await output.abandon();
    throw error;
  } finally {
    progress.clear();
    await reader.close();
  }
  const recalculated = read
    .filter(({ engagement }) => engagement.value_source === 'recalculated')
    .map(({ file }) => file);
  const older = standing
    .filter((row) => row.standing === 'older' || row.standing === 'same')
    .map(({ file, counted_file: counted }) => ({ file: String(file), counted: String(counted) }));
  const unchanged = read.filter(({ isNew }) => !isNew).length;
  if (options.json)
    io.out(
      `${JSON.stringify({ read: read.length, unchanged, engagements: read.length - older.length, written, skipped, older, recalculated }, null, 2)}\n`,
    );
  else {
    for (const { file, reason } of skipped)
      io.out(`${message(lang, 'cli.severity.error')} ${file}: ${reason}\n`);
    const note = (text: string) => io.out(`${message(lang, 'cli.severity.note')} ${text}\n`);
    for (const one of older) note(message(lang, 'cli.collect.older', one));
    for (const file of recalculated) note(message(lang, 'cli.collect.recalculated', { file }));
    for (const file of written) io.out(`${message(lang, 'cli.wrote', { file })}\n`);
    if (unchanged > 0) io.out(`${message(lang, 'cli.collect.unchanged', { count: unchanged })}\n`);
    const counts = { read: read.length - older.length, skipped: skipped.length };
    io.out(`${message(lang, 'cli.collect.done', counts)}\n`);
  }
  return skipped.length > 0 ? found : done;
}

const mine = (files: string[], shard: Shard | undefined) =>
  shard ? files.filter((file) => shardOf(file, shard.of) === shard.index) : files;

/** Nothing that a file holds stops the others from being read. */
async function readFile(
  lang: Lang,
  folder: string,
  file: string,
  { read: rowsOf, catalogs }: Reader,
  store: RowStore,
): Promise<ReadFile | SkippedFile> {
  const bytes = await readBytes(lang, path.join(folder, file)).catch((error: unknown) => ({
    reason: describeFailure(lang, error, file),
  }));
  if ('reason' in bytes) return { file, ...bytes };
  const digest = sha256(bytes);
  const key = keyOf(file, digest, catalogs);
  const before = await store.get(key);
  const rows = before ?? (await rowsOf({ lang, file, bytes, digest, catalogs }));
  if ('reason' in rows) return { file, ...rows };
  // That rows cannot be kept is nothing that is wrong with the file.
  if (!before) await store.put(key, rows);
  return { file, key, engagement: rows.engagements[0] as PortfolioRow, isNew: !before };
}
