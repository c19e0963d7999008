import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from '../../src/catalog/schema';
import { Engagement } from '../../src/engagement/schema';
import { createHost, openHost, type Host } from '../../src/host';
import type { Lang } from '../../src/messages';
import { layOut, readWorkbook } from '../../src/office';

export const models = ['key-account', 'after-sales'] as const;

/** The engagement that comes with a model as its example. */
export const example = (model: (typeof models)[number]): Engagement =>
  Engagement.parse(
    JSON.parse(readFileSync(join(__dirname, '..', '..', 'examples', `${model}.json`), 'utf8')),
  );

export async function laidOut(
  engagement: Engagement,
  lang: Lang,
  catalogs: readonly Catalog[] = [],
): Promise<Host> {
  const host = createHost();
  await host.run((context) => layOut(context, engagement, { lang, catalogs }));
  return host;
}

export const read = (host: Host, catalogs: readonly Catalog[] = []) =>
  host.run((context) => readWorkbook(context, { catalogs }));

/** What stands in a file. */
export const readFile = async (file: Uint8Array, catalogs: readonly Catalog[] = []) =>
  read(await openHost(file), catalogs);
