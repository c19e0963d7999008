import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { readJson } from '../catalog/parse';
import { hashCatalog } from '../catalog/hash';
import type { Catalog } from '../catalog/schema';
import { compareVersions } from '../catalog/version';
import { message } from '../messages';
import type { PlannedEdition } from '../office';
import { examineCatalog, loadCatalogs } from './catalogFile';
import { readText } from './files';
import { InputError, type Shell } from './io';
import { firmSetting } from './settings';

/** What a file of the folder says of itself. */
interface Listed {
  file: string;
  id: string;
  /** Absent in a file of changes that keeps the version of what it changes. */
  version?: string;
}

const Head = z.object({ id: z.string(), version: z.string().optional() });

/** The catalogs of the folder by id and version, as their files say. @throws InputError */
export async function listLibrary(shell: Shell): Promise<Listed[]> {
  const { lang } = shell;
  const folder = await firmSetting(shell, 'catalogs');
  if (folder === undefined) return [];
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new InputError(message(lang, 'cli.library.notFolder', { file: folder }), { cause });
  });
  const found: Listed[] = [];
  for (const name of names.filter((one) => /\.json$/i.test(one)).sort()) {
    const file = path.join(folder, name);
    const { data } = Head.safeParse(readJson(await readText(lang, file)).json);
    if (data)
      found.push({
        file,
        id: data.id,
        ...(data.version !== undefined && { version: data.version }),
      });
  }
  return found;
}

/**
 * The firm's catalog of an id, `id@version` for one of its versions, else the newest; undefined where it
 * has none of the id.
 * @throws InputError where it has other versions only, or the file has errors
 */
export async function fromLibrary(shell: Shell, wanted: string): Promise<Catalog | undefined> {
  const { lang } = shell;
  const [id = '', version] = wanted.split('@');
  const files = (await listLibrary(shell)).filter((one) => one.id === id);
  if (files.length === 0) return undefined;
  // A file of changes is laid over the complete one beside it.
  const wholes = await Promise.all(
    files.map(async ({ file }) => ({ file, ...(await examineCatalog(lang, file)) })),
  );
  const bases = wholes.filter(({ kind, catalog }) => kind === 'catalog' && catalog);
  const all = await Promise.all(
    wholes.map(async ({ file, kind, catalog }) => {
      if (kind === 'catalog' && catalog) return { file, version: catalog.version };
      const base = bases.map((one) => one.file).slice(-1);
      const made = (await examineCatalog(lang, file, await loadCatalogs(lang, base))).catalog;
      return { file, version: made?.version ?? '', base };
    }),
  );
  const sorted = all.sort((a, b) => compareVersions(a.version, b.version));
  const chosen = version === undefined ? sorted.at(-1) : all.find((one) => one.version === version);
  if (!chosen) {
    const values = sorted.map((one) => `${id}@${one.version}`).join(', ');
    throw new InputError(message(lang, 'cli.library.otherVersions', { name: wanted, values }));
  }
  const base = 'base' in chosen && chosen.base ? chosen.base : [];
  return (await loadCatalogs(lang, [...base, chosen.file])).find((one) => one.id === id);
}

/** The firm's newest of what a workbook was made from, unless the workbook's is newer. @throws InputError */
export async function newestInLibrary(
  shell: Shell,
  planned: readonly PlannedEdition[],
): Promise<Catalog[]> {
  const ids = planned.map(({ id }) => id);
  const found = await withLibrary(shell, [], ids);
  return found.filter(({ id, version }) =>
    planned.some((one) => one.id === id && compareVersions(version, one.version) >= 0),
  );
}

/**
 * The very editions that a workbook was made from and does not carry, of those given and those the firm has.
 * @throws InputError
 */
export async function formerInLibrary(
  shell: Shell,
  planned: readonly PlannedEdition[],
  given: readonly Catalog[] = [],
): Promise<Catalog[]> {
  const files = await listLibrary(shell);
  const found: Catalog[] = [];
  for (const { id, version, hash, isCarried } of planned) {
    if (isCarried) continue;
    const isIt = (one: Catalog | undefined): one is Catalog =>
      one?.id === id && hashCatalog(one) === hash;
    const own =
      given.find(isIt) ??
      (files.some((one) => one.id === id)
        ? await fromLibrary(shell, `${id}@${version}`).catch(() => undefined)
        : undefined);
    if (isIt(own)) found.push(own);
  }
  return found;
}

/** The catalogs, and of these ids that none of them has the firm's newest. @throws InputError */
export async function withLibrary(
  shell: Shell,
  given: readonly Catalog[],
  ids: readonly string[],
): Promise<Catalog[]> {
  const catalogs = [...given];
  for (const wanted of ids) {
    if (catalogs.some(({ id }) => id === wanted.split('@')[0])) continue;
    const own = await fromLibrary(shell, wanted);
    if (own) catalogs.push(own);
  }
  return catalogs;
}
