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

/** A version of a catalog in the folder. */
interface Edition {
  version: string;
  /** What it is read from: a file of changes after the complete one that it changes. */
  files: readonly string[];
  /** Absent where it cannot be read. */
  hash?: string;
}

/** The firm's versions of an id, the oldest first. A file of changes is laid over the newest complete one. */
async function editionsOf({ lang }: Shell, listed: readonly Listed[]): Promise<Edition[]> {
  const read = await Promise.all(
    listed.map(async (one) => ({ ...one, ...(await examineCatalog(lang, one.file)) })),
  );
  const edition = (files: readonly string[], catalog?: Catalog, version = ''): Edition => ({
    ...{ version: catalog?.version ?? version, files },
    ...(catalog && { hash: hashCatalog(catalog) }),
  });
  const byVersion = (a: Edition, b: Edition) => compareVersions(a.version, b.version);
  const isWhole = ({ kind, catalog }: (typeof read)[number]) => kind === 'catalog' && catalog;
  const wholes = read.filter(isWhole).map((one) => edition([one.file], one.catalog));
  const base = wholes.sort(byVersion).at(-1)?.files ?? [];
  const changes = read.filter((one) => !isWhole(one));
  const made = await Promise.all(
    changes.map(async ({ file, version }) => {
      const { catalog } = await examineCatalog(lang, file, await loadCatalogs(lang, base));
      return edition([...base, file], catalog, version);
    }),
  );
  return [...wholes, ...made].sort(byVersion);
}

/**
 * The firm's catalog of an id, `id@version` for one of its versions, else the newest; undefined where it
 * has none of the id.
 * @throws InputError where it has other versions only, two that are not the same, or the file has errors
 */
export async function fromLibrary(shell: Shell, wanted: string): Promise<Catalog | undefined> {
  const { lang } = shell;
  const [id = '', version] = wanted.split('@');
  const editions = await editionsOf(shell, await filesOf(shell, id));
  if (editions.length === 0) return undefined;
  const chosen =
    version === undefined ? editions.at(-1) : editions.find((one) => one.version === version);
  if (!chosen) {
    const values = editions.map((one) => `${id}@${one.version}`).join(', ');
    throw new InputError(message(lang, 'cli.library.otherVersions', { name: wanted, values }));
  }
  // Changes may keep the version of what they change.
  const other = editions.find(
    ({ version: at, files, hash }) =>
      at === chosen.version && files.length === chosen.files.length && hash !== chosen.hash,
  );
  if (other) {
    const [file, second] = [chosen, other].map(({ files }) => files.at(-1) ?? '');
    const params = { file: file ?? '', other: second ?? '', name: `${id}@${chosen.version}` };
    throw new InputError(message(lang, 'cli.library.two', params));
  }
  return readEdition(shell, id, chosen);
}

const filesOf = async (shell: Shell, id: string) =>
  (await listLibrary(shell)).filter((one) => one.id === id);

const readEdition = async ({ lang }: Shell, id: string, { files }: Edition) =>
  (await loadCatalogs(lang, files)).find((one) => one.id === id);

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
  const found: Catalog[] = [];
  for (const { id, hash, isCarried } of planned) {
    if (isCarried) continue;
    const own = given.find((one) => one.id === id && hashCatalog(one) === hash);
    const editions = own ? [] : await editionsOf(shell, await filesOf(shell, id));
    const kept = editions.find((one) => one.hash === hash);
    const former = own ?? (kept && (await readEdition(shell, id, kept)));
    if (former) found.push(former);
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
