import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import * as disk from 'node:fs/promises';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { message, type Lang, type MessageKey } from '../messages';
import { InputError } from './io';

/** Larger than any workbook or catalog, small enough to hold in memory. */
const mostMegabytes = 200;

const reasons: Record<string, MessageKey> = {
  ENOENT: 'cli.file.absent',
  ENOTDIR: 'cli.file.absent',
  EISDIR: 'cli.file.folder',
  EACCES: 'cli.file.denied',
  EPERM: 'cli.file.denied',
  EROFS: 'cli.file.denied',
  EBUSY: 'cli.file.busy',
  ENOSPC: 'cli.file.full',
};

function explained(lang: Lang, file: string, cause: unknown): InputError {
  const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
  const reason = reasons[code] ?? 'cli.file.other';
  return new InputError(message(lang, reason, { file, code }));
}

/** A file that is called otherwise than what it holds: ".docx or .pdf". */
export const otherEnding = (lang: Lang, file: string, endings: readonly string[]): InputError => {
  const ending = new Intl.ListFormat(lang, { type: 'disjunction' }).format(endings);
  return new InputError(message(lang, 'cli.out.ending', { file, ending }));
};

/** @throws InputError */
export async function readBytes(lang: Lang, file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > mostMegabytes * 1024 * 1024)
      throw new InputError(message(lang, 'cli.file.large', { file, limit: mostMegabytes }));
    return new Uint8Array(await readFile(file));
  } catch (cause) {
    throw cause instanceof InputError ? cause : explained(lang, file, cause);
  }
}

/** UTF-8, as JSON files are. @throws InputError */
export async function readText(lang: Lang, file: string): Promise<string> {
  return new TextDecoder().decode(await readBytes(lang, file));
}

/** Refuses early what writeOut would only refuse after the work. @throws InputError */
export function mayWrite(lang: Lang, file: string, options: { force?: boolean }, ending?: string) {
  if (ending !== undefined && path.extname(file).toLowerCase() !== ending)
    throw otherEnding(lang, file, [ending]);
  if (!options.force && existsSync(file))
    throw new InputError(message(lang, 'cli.out.exists', { file }));
}

/** What writing needs of a disk, so that a test's can fail. */
type Disk = Pick<typeof disk, 'mkdir' | 'open' | 'readdir' | 'realpath' | 'rename' | 'rm' | 'stat'>;

/** Writes the whole file or none of it, and the folders it lies in. @throws InputError */
export async function writeOut(
  lang: Lang,
  file: string,
  content: Uint8Array | string,
  on: Disk = disk,
) {
  const growing = await growOut(lang, file, on);
  try {
    await growing.add(content);
    await growing.finish();
  } catch (error) {
    await growing.abandon();
    throw error;
  }
}

/** A file that is written piece by piece and stands under its name only when it is whole. */
export interface GrowingFile {
  add(content: Uint8Array | string): Promise<void>;
  /** Puts it in place of what stood there. */
  finish(): Promise<void>;
  /** Leaves what stood there as it was. */
  abandon(): Promise<void>;
}

/** A draft this old was left by a run that was killed. */
const abandonedMs = 10 * 60_000;

/**
 * Writes the whole file or none of it, however large, and the folders it lies in: beside the old one
 * first, and in its place once the disk has it. A link stays a link, to the file that it leads to;
 * a file keeps its permissions.
 * @throws InputError
 */
export async function growOut(lang: Lang, named: string, on: Disk = disk): Promise<GrowingFile> {
  const file = await on.realpath(named).catch(() => named);
  const draft = `${file}.${randomUUID().slice(0, 8)}.tmp`;
  const told = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (cause) {
      throw explained(lang, named, cause);
    }
  };
  const before = await on.stat(file).catch(() => undefined);
  const handle = await told(async () => {
    await on.mkdir(path.dirname(file), { recursive: true });
    await clearDrafts(file, on);
    return on.open(draft, 'wx');
  });
  return {
    add: (content) => told(() => handle.writeFile(content)),
    finish: () =>
      told(async () => {
        if (before) await handle.chmod(before.mode);
        await handle.sync();
        await handle.close();
        await on.rename(draft, file);
      }),
    async abandon() {
      await handle.close().catch(() => undefined);
      await on.rm(draft, { force: true }).catch(() => undefined);
    },
  };
}

/** Drafts of this file that a killed run has left; one that may still grow stays. */
async function clearDrafts(file: string, on: Disk): Promise<void> {
  const folder = path.dirname(file);
  const start = `${path.basename(file)}.`;
  for (const name of await on.readdir(folder).catch(() => [])) {
    if (!name.startsWith(start) || !/^[0-9a-f]{8}\.tmp$/.test(name.slice(start.length))) continue;
    const draft = path.join(folder, name);
    const made = await on.stat(draft).catch(() => undefined);
    if (made && Date.now() - made.mtimeMs > abandonedMs) await on.rm(draft, { force: true });
  }
}
