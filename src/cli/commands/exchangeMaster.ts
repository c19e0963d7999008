import path from 'node:path';
import type { Catalog } from '../../catalog/schema';
import type { Engagement } from '../../engagement/schema';
import { type Host } from '../../host';
import { hostOf } from '../hosts';
import { message, type Lang } from '../../messages';
import { crossedIn, describe, study, type Study } from '../../office';
import type { WorkbookSpec } from '../../workbook';
import { loadCatalogs } from '../catalogFile';
import { loadEngagement } from '../engagementFile';
import { describeFailure } from '../failure';
import { readBytes } from '../files';
import { InputError, progressLine, type Shell } from '../io';
import type { Source } from '../writeBack';

/** A workbook or an engagement file that templates are made from and answers go back to. */
export interface Master extends Source {
  catalogs: readonly Catalog[];
  engagement: Engagement;
  /** Described with its answers, in its own language. */
  spec: WorkbookSpec;
  /** Absent for an engagement file. */
  host?: Host;
  studied?: Study;
}

/** @throws InputError */
export async function loadMaster(
  { io, lang }: Shell,
  file: string,
  given: readonly string[] = [],
): Promise<Master> {
  const catalogs = await loadCatalogs(lang, given);
  const bytes = await readBytes(lang, file);
  if (path.extname(file).toLowerCase() === '.json') {
    const engagement = await loadEngagement(lang, file);
    if (engagement.catalogs.length === 0)
      throw new InputError(message(lang, 'cli.engagement.noCatalog', { file }));
    return { file, bytes, catalogs, engagement, spec: await describedIn(engagement, catalogs) };
  }
  const progress = progressLine(io);
  progress.show(message(lang, 'cli.progress.reading'));
  const host = await hostOf(bytes);
  const studied = await host.run((context) => study(context, { catalogs }));
  const { read, spec } = studied;
  progress.clear();
  return {
    file,
    bytes,
    catalogs: studied.catalogs,
    engagement: read.engagement,
    spec,
    host,
    studied,
  };
}

/** @throws InputError where rows of these tables have changed places with the words of others */
export function refuseCrossed(
  lang: Lang,
  { file, studied }: Pick<Master, 'file' | 'studied'>,
  tables: readonly string[],
): void {
  const crossed = studied && crossedIn(studied, tables);
  if (crossed) throw new InputError(describeFailure(lang, crossed, file), { cause: crossed });
}

const describedIn = (engagement: Engagement, catalogs: readonly Catalog[], lang?: Lang) =>
  describe(engagement, lang ?? engagement.lang ?? 'zh-CN', { catalogs });

/** The master as described in a language, which may be another than its own. */
export const specIn = async (master: Master, lang: Lang | undefined): Promise<WorkbookSpec> =>
  lang === undefined || lang === master.spec.lang
    ? master.spec
    : describedIn(master.engagement, master.catalogs, lang);
