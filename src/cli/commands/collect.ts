import { createHash } from 'node:crypto';
import path from 'node:path';
import { openHost } from '../../host';
import { message, type Lang } from '../../messages';
import { study } from '../../office';
import { portfolioRows, shardOf, type PortfolioRows, type Shard } from '../../portfolio';
import type { Catalog } from '../../catalog/schema';
import { loadCatalogs } from '../catalogFile';
import { describeFailure } from '../failure';
import { readBytes } from '../files';
import { done, found, progressLine, type Shell } from '../io';
import { workbookTree } from '../workbookTree';
import { outputOf, type Skipped } from './collectOutput';
import { readTime, readShard } from './collectOptions';
import type { CollectOptions } from './experienceProgram';

/**
 * The figures of every engagement workbook in a folder, as a portfolio workbook or as tables. One
 * file is open at a time; what cannot be read is listed and skipped.
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
  const output = await outputOf(lang, options, shard);
  const progress = progressLine(io);
  const skipped: Skipped[] = [];
  const recalculated: string[] = [];
  let written: string[];
  try {
    for (const [i, file] of files.entries()) {
      const params = { count: i + 1, total: files.length, file };
      progress.show(message(lang, 'cli.collect.reading', params));
      const one = await read(lang, folder, file, readAt, catalogs);
      if ('reason' in one) {
        skipped.push(one);
        continue;
      }
      if (one.engagements[0]?.value_source === 'recalculated') recalculated.push(file);
      await output.add(one);
    }
    written = await output.finish(skipped);
  } catch (error) {
    await output.abandon();
    throw error;
  } finally {
    progress.clear();
  }
  const count = files.length - skipped.length;
  if (options.json)
    io.out(`${JSON.stringify({ read: count, written, skipped, recalculated }, null, 2)}\n`);
  else {
    for (const { file, reason } of skipped)
      io.out(`${message(lang, 'cli.severity.error')} ${file}: ${reason}\n`);
    for (const file of recalculated)
      io.out(
        `${message(lang, 'cli.severity.note')} ${message(lang, 'cli.collect.recalculated', { file })}\n`,
      );
    for (const file of written) io.out(`${message(lang, 'cli.wrote', { file })}\n`);
    const counts = { read: count, skipped: skipped.length };
    io.out(`${message(lang, 'cli.collect.done', counts)}\n`);
  }
  return skipped.length > 0 ? found : done;
}

const mine = (files: string[], shard: Shard | undefined) =>
  shard ? files.filter((file) => shardOf(file, shard.of) === shard.index) : files;

/** Nothing that a file holds stops the others from being read. */
async function read(
  lang: Lang,
  folder: string,
  file: string,
  readAt: string,
  catalogs: Catalog[],
): Promise<PortfolioRows | Skipped> {
  try {
    const bytes = await readBytes(lang, path.join(folder, file));
    const host = await openHost(bytes);
    const studied = await host.run((context) => study(context, { catalogs }));
    return portfolioRows(studied, {
      file,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      readAt,
      values: host.recalculated ? 'recalculated' : 'cached',
    });
  } catch (error) {
    return { file, reason: describeFailure(lang, error, file) };
  }
}
