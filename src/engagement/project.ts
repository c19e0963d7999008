import { hashCatalog } from '../catalog/hash';
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
  catalogs: { id: string; version: string; hash: string }[];
}

const isBuiltin = (id: string): id is BuiltinId => builtinModels.some((model) => model.id === id);

/**
 * Loads the named catalogs; those given are taken before built-in ones of the same id.
 * @throws UnknownCatalogError
 */
export async function openProject(
  ids: readonly string[],
  lang: Lang,
  given: readonly Catalog[] = [],
): Promise<Project> {
  const found = await Promise.all(
    ids.map(async (id) => {
      const own = given.find((catalog) => catalog.id === id);
      if (own) return own;
      if (!isBuiltin(id)) throw new UnknownCatalogError(id);
      return loadBuiltin(id);
    }),
  );
  const [first, ...rest] = found;
  if (!first) throw new UnknownCatalogError('–');
  const { catalog, problems } = combineCatalogs([first, ...rest]);
  if (!catalog) throw new Error(problems.map((one) => describeProblem(lang, one)).join('\n'));
  return {
    catalog: lang === 'zh-TW' ? await withTraditional(catalog) : catalog,
    catalogs: found.map((one) => ({ id: one.id, version: one.version, hash: hashCatalog(one) })),
  };
}

/** An engagement in which nobody has said anything yet. */
export const emptyEngagement = (catalogs: { id: string }[], lang: Lang): Engagement => ({
  format: 'appfi-engagement/1',
  lang,
  catalogs,
  settings: {},
  ...(Object.fromEntries(storeIds.map((store) => [store, {}])) as Pick<Engagement, Store>),
  removed: {},
  edits: {},
  extra: {},
});
