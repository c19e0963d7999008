import { checkCatalog } from '../../catalog/integrity';
import { parseCatalogText } from '../../catalog/parse';
import type { Problem } from '../../catalog/problem';
import type { Catalog } from '../../catalog/schema';

/** A catalog without errors; warnings are its author's concern. */
export function readCatalog(text: string): { catalog?: Catalog; problems: readonly Problem[] } {
  const { catalog, problems } = parseCatalogText(text);
  if (!catalog) return { problems };
  const errors = checkCatalog(catalog).filter(({ severity }) => severity === 'error');
  return errors.length > 0 ? { problems: errors } : { catalog, problems: [] };
}
