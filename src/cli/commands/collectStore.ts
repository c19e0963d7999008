import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { hashCatalog } from '../../catalog/hash';
import type { Catalog } from '../../catalog/schema';
import type { Lang } from '../../messages';
import { portfolioVersion, type WorkbookRows } from '../../portfolio';
import { addInVersion } from '../../office';
import { writeOut } from '../files';

/**
 * The rows of each workbook by what they follow from: its path, its bytes, the catalogs that were given, and
 * this version. Between two runs they lie in a folder, so that only what has changed is read again.
 */
export interface RowStore {
  get(key: string): Promise<WorkbookRows | undefined>;
  put(key: string, rows: WorkbookRows): Promise<void>;
  /** Takes out what this run had no use for. */
  prune(used: ReadonlySet<string>): Promise<void>;
}

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** "path-content": files of one path share the first half. */
export const keyOf = (file: string, digest: string, catalogs: readonly Catalog[]): string => {
  const given = catalogs.map((catalog) => `${catalog.id} ${hashCatalog(catalog)}`).sort();
  const version = [portfolioVersion, addInVersion];
  return `${pathKey(file)}-${sha256(JSON.stringify([digest, given, version])).slice(0, 32)}`;
};
const pathKey = (file: string) => sha256(file.normalize('NFC')).slice(0, 16);

/** For one run. */
export function memoryStore(): RowStore {
  const rows = new Map<string, WorkbookRows>();
  return {
    get: (key) => Promise.resolve(rows.get(key)),
    put: (key, given) => Promise.resolve(void rows.set(key, given)),
    prune: () => Promise.resolve(),
  };
}

/**
 * In a folder, a file for each workbook; what cannot be read there is read from its workbook again.
 * @param whole every workbook is asked for, so that what nobody asked for is of files that are gone
 */
export async function folderStore(lang: Lang, folder: string, whole: boolean): Promise<RowStore> {
  await mkdir(folder, { recursive: true }).catch(() => undefined);
  const fileOf = (key: string) => path.join(folder, `${key}.json`);
  return {
    async get(key) {
      try {
        return JSON.parse(await readFile(fileOf(key), 'utf8')) as WorkbookRows;
      } catch {
        return undefined;
      }
    },
    put: (key, rows) => writeOut(lang, fileOf(key), JSON.stringify(rows)),
    async prune(used) {
      const mine = new Set([...used].map((key) => key.split('-')[0]));
      for (const name of await readdir(folder).catch(() => [])) {
        const key = name.replace(/\.json$/, '');
        const isStored = /^[0-9a-f]{16}-[0-9a-f]{32}\.json$/.test(name);
        if (!isStored || used.has(key) || !(whole || mine.has(key.split('-')[0]))) continue;
        await rm(path.join(folder, name), { force: true });
      }
    },
  };
}
