import type { Engine } from './engine';
import { isInstance, type Instance } from './kind';
import { kindOf } from './kinds';
import { apiNotFound } from './refusal';

/** Paths asked for, as a tree: `name`, `columns/items/name` → { Name: {}, Columns: { Name: {} } }. */
interface Wanted {
  [member: string]: Wanted;
}

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
export const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

function treeOf(paths: string[]): Wanted {
  const root: Wanted = {};
  for (const path of paths) {
    let at = root;
    for (const step of path.split('/')) {
      if (step === 'items' || step === '') continue;
      at = at[pascal(step)] ??= {};
    }
  }
  return root;
}

/** The answer to `load`: the members asked for, all loadable ones when none are named. */
export function query(object: Instance, select: string[] | undefined, engine: Engine): unknown {
  return read(object, treeOf(select ?? []), engine);
}

function read(object: Instance, wanted: Wanted, engine: Engine): Record<string, unknown> {
  const { state } = object;
  const kind = kindOf(object);
  const answer: Record<string, unknown> = { ...kind.key?.(state, engine) };
  const names = Object.keys(wanted);
  const everything = names.length === 0 || names.includes('*') || names.includes('$all');
  if (kind.items) {
    const ofItems = itemsOf(object, wanted);
    if (ofItems)
      answer['_Items'] = kind.items(state, engine).map((item) => read(item, ofItems, engine));
    for (const [name, get] of Object.entries(kind.get ?? {})) answer[name] = get(state, engine);
    return answer;
  }
  if (everything) {
    for (const [name, get] of Object.entries(kind.get ?? {})) answer[name] = get(state, engine);
  }
  for (const name of names) {
    if (name === '*' || name.startsWith('$')) continue;
    const get = kind.get?.[name];
    const child = kind.to?.[name];
    if (get) answer[name] = get(state, engine);
    else if (child) {
      const next = child(state, engine);
      answer[name] = isInstance(next) ? read(next, wanted[name]!, engine) : null;
    } else throw apiNotFound(`${kind.name}.${camel(name)}`);
  }
  return answer;
}

/** What is asked of the items; undefined where only the collection's own scalars (`count`) are asked for. */
function itemsOf(collection: Instance, wanted: Wanted): Wanted | undefined {
  const own = kindOf(collection).get ?? {};
  const entries = Object.entries(wanted).filter(([name]) => !(name in own));
  if (entries.length === 0 && Object.keys(wanted).length > 0) return undefined;
  return Object.fromEntries(entries);
}
