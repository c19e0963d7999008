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

/** A model that comes with the product, loaded when first asked for. */
export async function loadBuiltin(id: BuiltinId): Promise<Catalog> {
  const { model } = await loaders[id]();
  const { catalog, problems } = parseCatalog(model);
  if (!catalog)
    throw new Error(problems.map((problem) => describeProblem('en', problem)).join('\n'));
  return catalog;
}
