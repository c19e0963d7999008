import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { message, type Lang } from '../../messages';
import type { SourceFile } from '../../readings';
import { readBytes } from '../files';
import { InputError } from '../io';

/** Files of a client's data on this disk; they may be larger than memory. @throws InputError */
export async function sourceFiles(lang: Lang, places: readonly string[]): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  for (const place of places) {
    const found = await stat(place).catch(() => undefined);
    if (!found) throw new InputError(message(lang, 'cli.file.absent', { file: place }));
    if (!found.isFile()) throw new InputError(message(lang, 'cli.file.folder', { file: place }));
    let digest: Promise<string> | undefined;
    files.push({
      name: path.basename(place),
      path: place,
      size: found.size,
      bytes: () => readBytes(lang, place),
      stream: () => createReadStream(place, { highWaterMark: 1 << 20 }),
      digest: () => (digest ??= digestOf(place)),
    });
  }
  return files;
}

async function digestOf(place: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(place, { highWaterMark: 1 << 20 }))
    hash.update(piece as Uint8Array);
  return hash.digest('hex').slice(0, 16);
}
