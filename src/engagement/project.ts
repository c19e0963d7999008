import { hashCatalog } from '../catalog/hash';
import { keptIn, withKept, type Kept } from '../catalog/kept';
import { combineCatalogs } from '../catalog/merge';
import { builtinModels, loadBuiltin, type BuiltinId } from '../catalog/models';
import { describeProblem } from '../catalog/problem';
import type { Catalog } from '../catalog/schema';
import { withTraditional } from '../catalog/traditional';
import type { Lang } from '../messages';
import { UnknownCatalogError } from './errors';
import { storeIds, type Engagement, type Store } from './schema';

/** The catalogs that an engagement is planned from, as one. */
export interface Project {
  catalog: Catalog;
  /** Each of them, and as what a workbook carries it. */
  catalogs: { id: string; version: string; hash: string; carried: string[] }[];
}

/** A catalog that is planned from, and what is kept of its earlier editions. */
export type Reference = Pick<Engagement['catalogs'][number], 'id' | 'kept'>;

const isBuiltin = (id: string): id is BuiltinId => builtinModels.some((model) => model.id === id);

/** The catalog of the id: one that is given before one that is built in. @throws UnknownCatalogError */
export async function catalogOf(id: string, given: readonly Catalog[] = []): Promise<Catalog> {
  const own = given.find((catalog) => catalog.id === id);
  if (own) return own;
  if (!isBuiltin(id)) throw new UnknownCatalogError(id);
  return loadBuiltin(id);
}

/**
 * Loads the named catalogs; those given are taken before built-in ones of the same id.
 * @param isNamed whether the engagement speaks of an item, so that it is there although it is retired
 * @throws UnknownCatalogError
 */
export async function openProject(
  named: readonly (string | Reference)[],
  lang: Lang,
  given: readonly Catalog[] = [],
  isNamed?: (id: string) => boolean,
): Promise<Project> {
  const references = named.map((one): Reference => (typeof one === 'string' ? { id: one } : one));
  const found = await Promise.all(
    references.map(async ({ id, kept }) =>
      withKept(await catalogOf(id, given), kept as Kept | undefined, isNamed),
    ),
  );
  const { packCatalog } = await import('../catalog/carried');
  const [first, ...rest] = found;
  if (!first) throw new UnknownCatalogError('–');
  const { catalog, problems } = combineCatalogs([first, ...rest]);
  if (!catalog) throw new Error(problems.map((one) => describeProblem(lang, one)).join('\n'));
  return {
    catalog: lang === 'zh-TW' ? await withTraditional(catalog) : catalog,
    catalogs: found.map((one) => ({
      id: one.id,
      version: one.version,
      hash: hashCatalog(one),
      carried: packCatalog(one),
    })),
  };
}

/**
 * The catalogs that an engagement names, with what it keeps of earlier editions: entries that it has kept,
 * and those that it speaks of although the catalog at hand has retired them.
 * @throws UnknownCatalogError
 */
export function referencesOf(
  engagement: Engagement,
  given: readonly Catalog[] = [],
): Promise<Reference[]> {
  const isNamed = namesIn(engagement);
  return Promise.all(
    engagement.catalogs.map(async ({ id, kept }) => {
      const catalog = await catalogOf(id, given);
      const all = keptIn(withKept(catalog, kept as Kept | undefined, isNamed));
      return { id, ...(all && { kept: all }) };
    }),
  );
}

/** An engagement in which nobody has said anything yet. */
export const emptyEngagement = (catalogs: Reference[], lang: Lang): Engagement => ({
  format: 'appfi-engagement/1',
  lang,
  catalogs,
  settings: {},
  ...(Object.fromEntries(storeIds.map((store) => [store, {}])) as Pick<Engagement, Store>),
  removed: {},
  edits: {},
  extra: {},
});

/** Whether an engagement says anything of what has the id: in a row of its own, or by naming it. */
export function namesIn(engagement: Engagement): (id: string) => boolean {
  const named = new Set<unknown>();
  for (const store of storeIds)
    for (const [id, row] of Object.entries(engagement[store])) {
      named.add(id);
      for (const value of Object.values(row)) named.add(value);
    }
  return (id) => named.has(id);
}
