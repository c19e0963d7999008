import type { Catalog } from '../catalog/schema';
import { hostOf } from './hosts';
import { message } from '../messages';
import { loadCatalogs } from './catalogFile';
import { readBytes } from './files';
import { progressLine, type Shell } from './io';

/** What `work` finds in a workbook file; nothing is written. */
export async function readFrom<T>(
  { io, lang }: Shell,
  file: string,
  given: readonly string[] = [],
  work: (context: Excel.RequestContext, catalogs: Catalog[]) => Promise<T>,
): Promise<T> {
  const catalogs = await loadCatalogs(lang, given);
  const progress = progressLine(io);
  progress.show(message(lang, 'cli.progress.reading'));
  const host = await hostOf(await readBytes(lang, file));
  const found = await host.run((context) => work(context, catalogs));
  progress.clear();
  return found;
}
