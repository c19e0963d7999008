import { digestOf } from './digest';
import type { Catalog } from './schema';

/** The story of a catalog, which a workbook is not given. */
const story = new Set(['harvested', 'observed', 'decided']);

const sortKeys = (key: string, value: unknown): unknown =>
  story.has(key) || (key === 'by' && typeof value === 'string') ? undefined : sorted(value);

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

const known = new WeakMap<Catalog, string>();

/**
 * The content's fingerprint: a digest of its JSON with sorted keys. The order of items
 * counts, the order of keys does not, nor which schema the file names. Catalogs do not change.
 */
export function hashCatalog(catalog: Catalog): string {
  const found = known.get(catalog) ?? digestOf(content(catalog), sortKeys);
  known.set(catalog, found);
  return found;
}

/**
 * A catalog that offers no contracts or pages is the one that it was before catalogs could. Who harvested what,
 * and when, is its story: a workbook carries the catalog without it.
 */
const content = (catalog: Catalog) => ({
  ...catalog,
  $schema: undefined,
  history: undefined,
  contracts: catalog.contracts.length > 0 ? catalog.contracts : undefined,
  pages: catalog.pages.length > 0 ? catalog.pages : undefined,
});
