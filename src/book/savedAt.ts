import { unzipSync } from 'fflate';

/** When the program that wrote the file says that it did, as an ISO instant; undefined where it does not. */
export function savedAt(bytes: Uint8Array): string | undefined {
  const name = 'docProps/core.xml';
  const part = unzipSync(bytes, { filter: (file) => file.name === name })[name];
  const text = part && new TextDecoder().decode(part);
  const time = Date.parse(/<(?:\w+:)?modified\b[^>]*>([^<]+)</.exec(text ?? '')?.[1] ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
