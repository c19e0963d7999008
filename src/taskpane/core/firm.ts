import { useEffect, useState } from 'react';
import { z } from 'zod';
import { Id, Text, type Catalog } from '../../catalog/schema';
import { compareVersions } from '../../catalog/version';
import { Failure } from '../../messages';
import { readCatalog } from './readCatalog';

/**
 * A firm's own catalogs, in the folder that the page names: beside the page, unless a build or an
 * administrator has named another. Its index.json says what is there.
 */

const Offer = z.object({ id: Id, version: z.string(), name: Text, file: z.string().min(1) });
const Index = z.object({ catalogs: z.array(Offer) });

/** One version of one of the firm's catalogs. */
export type Offer = z.infer<typeof Offer>;

/** The file of a firm's catalog is not there, or not a catalog. */
class FirmCatalogError extends Failure {
  constructor(file: string) {
    super('firm-catalog', { file });
  }
}

/** The folder; undefined on a page that names none. */
function folder(): URL | undefined {
  const named = document.querySelector<HTMLMetaElement>('meta[name="appfi-catalogs"]')?.content;
  return named ? new URL(named, document.baseURI) : undefined;
}

/** What the firm offers, the newest version of each first; nothing where it has no catalogs of its own. */
async function firmOffers(): Promise<Offer[]> {
  const at = folder();
  if (!at) return [];
  try {
    const response = await fetch(new URL('index.json', at));
    if (!response.ok) return [];
    const { catalogs } = Index.parse(await response.json());
    return catalogs.sort(
      (a, b) => a.id.localeCompare(b.id) || compareVersions(b.version, a.version),
    );
  } catch {
    // Without an index, or without a network, there are the models of the product.
    return [];
  }
}

/** @throws FirmCatalogError */
export async function firmCatalog({ file }: Offer): Promise<Catalog> {
  const response = await fetch(new URL(file, folder())).catch(() => undefined);
  const { catalog } = response?.ok ? readCatalog(await response.text()) : {};
  if (!catalog) throw new FirmCatalogError(file);
  return catalog;
}

/** What the firm offers, once it is known. */
export function useFirm(): readonly Offer[] {
  const [offers, setOffers] = useState<readonly Offer[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void firmOffers().then((found) => {
      if (isCurrent && found.length > 0) setOffers(found);
    });
    return () => {
      isCurrent = false;
    };
  }, []);
  return offers;
}

const key = 'appfi.model';

/** The model that this person began with last: an id, of a firm's catalog with its version. */
export function lastModel(): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** A browser may keep nothing: then the next time begins as the first did. */
export function rememberModel(model: string): void {
  try {
    localStorage.setItem(key, model);
  } catch {
    // Nothing else depends on it.
  }
}
