import { createHash } from 'node:crypto';
import type { SourceFile } from '../../src/readings';

/** A file that lies in memory. */
export function inMemory(name: string, content: string | Uint8Array): SourceFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    size: bytes.length,
    bytes: () => Promise.resolve(bytes),
    // Pieces end where they like, in the middle of a character too.
    stream: async function* () {
      await Promise.resolve();
      for (let at = 0; at < bytes.length; at += 997) yield bytes.subarray(at, at + 997);
    },
    digest: () => Promise.resolve(createHash('sha256').update(bytes).digest('hex').slice(0, 16)),
  };
}

/** Rows as CSV, every field in quotes. */
export const csvOf = (rows: readonly (readonly string[])[], separator = ',') =>
  rows
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator))
    .join('\r\n');
