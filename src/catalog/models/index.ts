import { mergeCatalogs } from '../merge';
import { describeProblem, type ParsedCatalog } from '../problem';
import { parseCatalog } from '../parse';
import type { Catalog } from '../schema';

export const builtinModels = [
  { id: 'key-account' },
  { id: 'after-sales' },
  { id: 'industrial-equipment' },
] as const;

export type BuiltinId = (typeof builtinModels)[number]['id'];

/** The models that “both” means. A variant shares the ids of the model it changes. */
export const bothModels = ['key-account', 'after-sales'] as const satisfies readonly BuiltinId[];

const loaders: Record<BuiltinId, () => Promise<ParsedCatalog>> = {
  'key-account': async () => parseCatalog((await import('./key-account')).model),
  'after-sales': async () => parseCatalog((await import('./after-sales')).model),
  'industrial-equipment': async () => {
    const { changes } = await import('./industrial-equipment');
    const { catalog, problems } = mergeCatalogs(await loadBuiltin('after-sales'), changes);
    return { catalog: catalog && { ...catalog, id: 'industrial-equipment' }, problems };
  },
};

const loaded = new Map<BuiltinId, Promise<Catalog>>();

/** A model that comes with the product, loaded when first asked for; everyone shares it. */
export function loadBuiltin(id: BuiltinId): Promise<Catalog> {
  const found = loaded.get(id) ?? load(id);
  loaded.set(id, found);
  return found;
}

async function load(id: BuiltinId): Promise<Catalog> {
  const { catalog, problems } = await loaders[id]();
  if (!catalog)
    throw new Error(problems.map((problem) => describeProblem('en', problem)).join('\n'));
  return catalog;
}
