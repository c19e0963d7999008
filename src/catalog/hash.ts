import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import type { Catalog } from './schema';

const sortKeys = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

const known = new WeakMap<Catalog, string>();

/**
 * The content's fingerprint: 16 hex digits of SHA-256 over JSON with sorted keys. The order of items
 * counts, the order of keys does not, nor which schema the file names. Catalogs do not change.
 */
export function hashCatalog(catalog: Catalog): string {
  const found = known.get(catalog) ?? fingerprint(catalog);
  known.set(catalog, found);
  return found;
}

function fingerprint(catalog: Catalog): string {
  const canonical = JSON.stringify({ ...catalog, $schema: undefined }, sortKeys);
  return bytesToHex(sha256(utf8ToBytes(canonical))).slice(0, 16);
}
