import { realpathSync } from 'node:fs';
import { open, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { message, type Lang } from '../messages';
import { mayWrite, writeOut } from './files';
import { InputError } from './io';

/** A file and what was read from it. */
export interface Source {
  file: string;
  bytes: Uint8Array;
}

/** A lock is held while one file is compared and written; one this old was left by a killed process. */
const abandonedMs = 30_000;
const lookAgainMs = 50;

/**
 * Writes what a source became. Where that takes the source's own place, the source must still be as
 * it was read: what someone else has written into it meanwhile is not lost.
 * @throws InputError
 */
export async function writeBack(
  lang: Lang,
  { file, bytes }: Source,
  out: string,
  content: Uint8Array | string,
): Promise<void> {
  if (!isSame(file, out)) return writeOut(lang, out, content);
  const unlock = await lock(lang, `${out}.lock`);
  try {
    const now = await readFile(out).catch(() => undefined);
    if (now && Buffer.compare(now, bytes) !== 0)
      throw new InputError(message(lang, 'cli.file.changed', { file }));
    await writeOut(lang, out, content);
  } finally {
    await unlock();
  }
}

/**
 * Refuses early what writeBack would only refuse after the work. Who names the file itself means to
 * write it; --force is for losing what it holds.
 * @throws InputError
 */
export function mayWriteBack(
  lang: Lang,
  file: string,
  out: string,
  { force = false }: { force?: boolean },
  ending?: string,
): void {
  mayWrite(lang, out, { force: force || isSame(file, out) }, ending);
}

const isSame = (file: string, out: string) => realPathOf(file) === realPathOf(out);

/** Where a file lies, links followed. */
function realPathOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return path.resolve(file);
  }
}

/** Waits until nobody else holds it; answers how to let it go. @throws InputError */
async function lock(lang: Lang, file: string): Promise<() => Promise<void>> {
  for (;;) {
    try {
      await (await open(file, 'wx')).close();
      return () => rm(file, { force: true });
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException;
      if (code !== 'EEXIST')
        throw new InputError(message(lang, 'cli.file.denied', { file }), { cause });
      const held = await stat(file).catch(() => undefined);
      if (held && Date.now() - held.mtimeMs > abandonedMs) await rm(file, { force: true });
      else await later(lookAgainMs);
    }
  }
}
