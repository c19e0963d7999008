import { groupId, newNode, stepId, type MapNode } from '../../deliver/map';
import type { Step } from '../../catalog/steps';
import { calledFor } from './called';
import { pickOf, textOf, type Choice, type Scope, type ScopeItem } from './scope';

/** A node of the map; `MapNode`, so that it is laid out, drawn and written as every other map is. */
export interface TreeNode extends MapNode {
  kind: 'root' | 'branch' | 'dimension' | 'module' | 'item';
  /** Where an item that is added here belongs. */
  at: { step?: Step; dimension?: string; module?: string };
  item?: ScopeItem;
  /** How strongly the picks call for the item. */
  called: number;
  /** Items below it: picked, and all of them whatever is shown. */
  picked: number;
  offered: number;
  children: TreeNode[];
}

export const shows = ['all', 'suggested', 'open', 'picked'] as const;
export type Show = (typeof shows)[number];

const rootId = 'map';

const node = (kind: TreeNode['kind'], id: string, text: string, given: Partial<TreeNode> = {}) =>
  ({
    called: 0,
    picked: 0,
    offered: 0,
    at: {},
    ...newNode({ id, text }),
    kind,
    ...given,
  }) as TreeNode;

/**
 * The engagement as one tree: APPFI's five branches, dimensions, modules of functions, items in the
 * order of the workbook. Branches stand even when nothing in them is shown.
 */
export function treeOf(scope: Scope, show: Show = 'all'): TreeNode {
  const called = calledFor(scope);
  const branches = scope.branches.map(({ step, name, dimensions, modules }) => {
    const items = scope.items.filter((item) => item.step === step);
    const children = grouped(items, ({ dimension }) => dimension, dimensions).map(
      ([dimension, word, own]) => {
        const at = { step, dimension };
        const leaves = (of: readonly ScopeItem[]) =>
          of
            .filter((item) => isShown(item, show, called.get(item.id) ?? 0))
            .map((item) =>
              node('item', item.id, textOf(item), {
                note: item.explanation,
                item,
                at: { ...at, module: item.module },
                called: called.get(item.id) ?? 0,
              }),
            );
        const group = groupId(step, dimension);
        const hasModules = own.some(({ module }) => module !== '');
        const below = hasModules
          ? grouped(own, ({ module }) => module, modules, false).flatMap(
              ([module, moduleWord, inModule]) =>
                module === ''
                  ? leaves(inModule)
                  : node('module', `${group}/${module}`, moduleWord, {
                      at: { ...at, module },
                      ...counts(inModule),
                      children: leaves(inModule),
                    }),
            )
          : leaves(own);
        return node('dimension', group, word, { at, ...counts(own), children: kept(below, show) });
      },
    );
    return node('branch', stepId(step), name, {
      at: { step },
      ...counts(items),
      children: kept(children, show),
    });
  });
  return node('root', rootId, scope.title, { ...counts(scope.items), children: branches });
}

/** What is empty only because of what is shown stays out. */
const kept = (children: TreeNode[], show: Show) =>
  show === 'all'
    ? children
    : children.filter((one) => one.kind === 'item' || one.children.length > 0);

const counts = (items: readonly ScopeItem[]) => ({
  picked: items.filter((item) => pickOf(item) === 'yes').length,
  offered: items.length,
});

function isShown(item: ScopeItem, show: Show, called: number): boolean {
  const pick = pickOf(item);
  if (show === 'picked') return pick === 'yes' || pick === 'maybe';
  if (show === 'open') return pick === null && !item.retired;
  return show === 'all' || (called > 0 && pick === null && !item.retired);
}

/** Items by an entry, in the order of the list; entries of somebody's own come last. */
function grouped(
  items: readonly ScopeItem[],
  entryOf: (item: ScopeItem) => string,
  entries: readonly Choice[],
  empty = true,
): [id: string, word: string, items: ScopeItem[]][] {
  const found = new Map<string, [string, string, ScopeItem[]]>(
    entries.map(({ id, label }) => [id, [id, label, []]]),
  );
  for (const item of items) {
    const id = entryOf(item);
    const group = found.get(id) ?? [id, id, []];
    group[2].push(item);
    found.set(id, group);
  }
  return [...found.values()].filter(([, , own]) => empty || own.length > 0);
}

/** A node and all below it that is unfolded, from the top, as they are read. */
export function* unfolded(from: TreeNode, folds: ReadonlySet<string>): Generator<TreeNode> {
  yield from;
  if (!folds.has(from.id)) for (const child of from.children) yield* unfolded(child, folds);
}

export function find(from: TreeNode, id: string): TreeNode | undefined {
  if (from.id === id) return from;
  for (const child of from.children) {
    const found = find(child, id);
    if (found) return found;
  }
  return undefined;
}

/** From the top down to the node, both included; empty when it is not there. */
export function pathTo(from: TreeNode, id: string): TreeNode[] {
  if (from.id === id) return [from];
  for (const child of from.children) {
    const path = pathTo(child, id);
    if (path.length > 0) return [from, ...path];
  }
  return [];
}

/** So many leaves are read at a glance; more start folded. A branch by itself is read down columns. */
const mostAtOnce = { root: 40, below: 120 };

/** What starts folded: as little as leaves the map readable, first of all what is settled. */
export function foldsAtFirst(from: TreeNode): Set<string> {
  const most = from.kind === 'root' ? mostAtOnce.root : mostAtOnce.below;
  const folds = new Set<string>();
  const leaves = (one: TreeNode): number =>
    folds.has(one.id) || one.children.length === 0
      ? 1
      : one.children.reduce((sum, child) => sum + leaves(child), 0);
  const fold = (one: TreeNode, isFolded: (one: TreeNode) => boolean) => {
    if (one !== from && one.children.length > 0 && isFolded(one)) folds.add(one.id);
    one.children.forEach((child) => fold(child, isFolded));
  };
  // Where all is settled nothing is left to be seen for.
  if (leaves(from) > most && !isSettled(from))
    fold(from, (one) => ['module', 'dimension'].includes(one.kind) && isSettled(one));
  for (const kind of ['module', 'dimension', 'branch'] as const) {
    if (leaves(from) <= most) break;
    fold(from, (one) => one.kind === kind);
  }
  return folds;
}

/** Every item below it is picked or declined. */
const isSettled = ({ item, children }: TreeNode): boolean => {
  const pick = item && pickOf(item);
  return item ? pick === 'yes' || pick === 'no' : children.every(isSettled);
};

/** The questions of a meeting in their order: the dimensions of each step. */
export const questionsOf = (tree: TreeNode): TreeNode[] =>
  tree.children.flatMap((branch) => branch.children);
