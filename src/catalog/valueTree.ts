import type { Catalog, ValueNode } from './schema';

/**
 * The nodes of a catalog's value tree, each once. A metric may name a node that the catalog does not
 * describe: it stands for itself, under no other, and is called by the last part of its id.
 */
export function valueNodes({ nodes, metrics }: Pick<Catalog, 'nodes' | 'metrics'>): ValueNode[] {
  const known = new Map(nodes.map((node) => [node.id, node]));
  for (const { overlap } of metrics) {
    if (overlap === undefined || known.has(overlap)) continue;
    const name = overlap.slice(overlap.lastIndexOf('.') + 1);
    known.set(overlap, { id: overlap, name: { 'zh-CN': name, en: name } });
  }
  return [...known.values()];
}
