import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { message, type Lang } from '../messages';
import { InputError } from './io';

/**
 * The workbooks in a folder and its subfolders, as paths relative to it with "/", always in the same
 * order. Hidden folders, files that Excel keeps while one is open, and linked folders are left out.
 * @throws InputError when the folder cannot be read
 */
export async function workbookTree(lang: Lang, folder: string): Promise<string[]> {
  const found: string[] = [];
  const open = [''];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const inside = next;
    const entries = await readdir(path.join(folder, inside), { withFileTypes: true }).catch(
      (cause: unknown) => {
        if (inside !== '') return [];
        throw new InputError(message(lang, 'cli.collect.notFolder', { file: folder }), { cause });
      },
    );
    for (const entry of entries) {
      const name = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (entry.name.startsWith('.') || entry.name.startsWith('~$')) continue;
      if (entry.isDirectory()) open.push(name);
      else if (/\.xlsx$/i.test(entry.name) && (await isFile(path.join(folder, name), entry)))
        found.push(name);
    }
  }
  return found.sort((a, b) => (a < b ? -1 : 1));
}

const isFile = async (file: string, entry: { isFile(): boolean; isSymbolicLink(): boolean }) =>
  entry.isFile() ||
  (entry.isSymbolicLink() &&
    (await stat(file).then(
      (to) => to.isFile(),
      () => false,
    )));
