import type { Catalog } from '../../catalog/schema';
import { outlineOf, type Outline } from '../../deliver';
import { openProject } from '../../engagement/project';
import { type Host } from '../../host';
import { hostOf } from '../hosts';
import { message, type Lang } from '../../messages';
import { layOut, study, type Study } from '../../office';
import { loadCatalogs } from '../catalogFile';
import { readBytes } from '../files';
import { progressLine, type Shell } from '../io';

export interface Studied {
  host: Host;
  catalogs: Catalog[];
  study: Study;
  outline: Outline;
  bytes: Uint8Array;
}

/**
 * A workbook file and its story. In another language than its own it is laid out again first, in
 * memory: its own formulas give every word, and the file stays as it is.
 */
export async function studyFile(
  { io, lang: speech }: Shell,
  file: string,
  options: { catalog?: string[]; lang?: Lang },
): Promise<Studied> {
  const catalogs = await loadCatalogs(speech, options.catalog ?? []);
  const bytes = await readBytes(speech, file);
  const progress = progressLine(io);
  progress.show(message(speech, 'cli.progress.reading'));
  const host = await hostOf(bytes);
  let studied = await host.run((context) => study(context, { catalogs }));
  if (options.lang !== undefined && options.lang !== studied.spec.lang) {
    const { lang } = options;
    studied = await host.run(async (context) => {
      await layOut(context, undefined, { catalogs, lang });
      return study(context, { catalogs });
    });
  }
  progress.clear();
  return { host, catalogs, study: studied, outline: await storyOf(studied), bytes };
}

async function storyOf({ spec, read, catalogs }: Study): Promise<Outline> {
  const { catalog } = await openProject(read.engagement.catalogs, spec.lang, catalogs);
  return outlineOf(spec, read.results, catalog);
}
