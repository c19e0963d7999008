import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { parseCatalog } from './parse';
import type { Catalog } from './schema';

/**
 * A catalog as a workbook carries it: its JSON, deflated, as texts that each fit a cell. What single
 * engagements measured, who accepted a harvest, and when, stays with the firm.
 */

/** A cell takes 32,767 signs. */
const mostSigns = 30_000;
/** No text may begin as a formula does. */
const mark = ':';

const packed = new WeakMap<Catalog, string[]>();

/** The texts, in their order; catalogs do not change. */
export function packCatalog(catalog: Catalog): string[] {
  const found = packed.get(catalog) ?? pack(catalog);
  packed.set(catalog, found);
  return found;
}

function pack(catalog: Catalog): string[] {
  const text = base64Of(deflateSync(strToU8(JSON.stringify(withoutPeople(catalog))), { level: 9 }));
  return Array.from(
    { length: Math.ceil(text.length / mostSigns) },
    (_, i) => mark + text.slice(i * mostSigns, (i + 1) * mostSigns),
  );
}

/** What was seen in single engagements, and what was decided about it, tells of them. */
const stays = new Set(['harvested', 'observed', 'decided', 'history']);

const withoutPeople = (catalog: Catalog): unknown =>
  JSON.parse(
    JSON.stringify(catalog, (key, value: unknown) => (stays.has(key) ? undefined : value)),
  );

/** Every reading of a workbook asks for the same few. */
const unpacked = new Map<string, Catalog | undefined>();
const mostKept = 8;

/** The catalog that the texts hold; undefined where they are damaged. */
export function unpackCatalog(parts: readonly string[]): Catalog | undefined {
  const key = parts.join('');
  if (!unpacked.has(key)) {
    if (unpacked.size >= mostKept) unpacked.clear();
    unpacked.set(key, unpack(parts));
  }
  return unpacked.get(key);
}

function unpack(parts: readonly string[]): Catalog | undefined {
  try {
    const text = parts.map((part) => part.slice(mark.length)).join('');
    const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    return parseCatalog(JSON.parse(strFromU8(inflateSync(bytes)))).catalog;
  } catch {
    return undefined;
  }
}

function base64Of(bytes: Uint8Array): string {
  let signs = '';
  for (let at = 0; at < bytes.length; at += 8192)
    signs += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(signs);
}
