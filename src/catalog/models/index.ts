import { describeProblem } from '../problem';
import { parseCatalog } from '../parse';
import type { Catalog } from '../schema';

const loaders = {
  'key-account': () => import('./key-account'),
  'after-sales': () => import('./after-sales'),
};

export type BuiltinId = keyof typeof loaders;

export const builtinModels: readonly { id: BuiltinId }[] = [
  { id: 'key-account' },
  { id: 'after-sales' },
];

const loaded = new Map<BuiltinId, Promise<Catalog>>();

/** A model that comes with the product, loaded when first asked for; everyone shares it. */
export function loadBuiltin(id: BuiltinId): Promise<Catalog> {
  const found = loaded.get(id) ?? load(id);
  loaded.set(id, found);
  return found;
}

async function load(id: BuiltinId): Promise<Catalog> {
  const { model } = await loaders[id]();
  const { catalog, problems } = parseCatalog(model);
  if (!catalog)
    throw new Error(problems.map((problem) => describeProblem('en', problem)).join('\n'));
  return catalog;
}
