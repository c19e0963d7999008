import { distance } from 'fastest-levenshtein';
import { items, type Item, type ItemKind } from './items';
import type { Catalog } from './schema';

export type Kind =
  ItemKind | 'dimension' | 'module' | 'driver' | 'node' | 'source' | 'contract' | 'page';

/** What each id names – where an id is used twice, its first use – and how often it occurs. */
export interface Registry {
  kinds: ReadonlyMap<string, Kind>;
  counts: ReadonlyMap<string, number>;
  items: readonly Item[];
  /** The id of these kinds most like the one given, if one is alike at all. */
  nearest(id: string, kinds: readonly Kind[]): string | undefined;
}

/** Each suggestion compares with every id, so a file full of strangers gets no more than these. */
const MAX_SUGGESTIONS = 50;

export function register(catalog: Catalog): Registry {
  const all = items(catalog);
  const entries: [string, Kind][] = [
    ...catalog.sources.map(({ id }): [string, Kind] => [id, 'source']),
    ...catalog.dimensions.map(({ id }): [string, Kind] => [id, 'dimension']),
    ...catalog.modules.map(({ id }): [string, Kind] => [id, 'module']),
    ...catalog.drivers.map(({ id }): [string, Kind] => [id, 'driver']),
    ...catalog.contracts.map(({ id }): [string, Kind] => [id, 'contract']),
    ...catalog.pages.flatMap(({ id, parts }) =>
      [id, ...parts.map((part) => part.id)].map((one): [string, Kind] => [one, 'page']),
    ),
    ...catalog.nodes.map(({ id }): [string, Kind] => [id, 'node']),
    ...all.map(({ id, step }): [string, Kind] => [id, step]),
  ];
  const kinds = new Map<string, Kind>();
  const counts = new Map<string, number>();
  for (const [id, kind] of entries) {
    if (!kinds.has(id)) kinds.set(id, kind);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  let suggestions = 0;
  return {
    kinds,
    counts,
    items: all,
    nearest(id, wanted) {
      if (++suggestions > MAX_SUGGESTIONS) return undefined;
      let best: string | undefined;
      let bestDistance = id.length / 3;
      for (const [candidate, kind] of kinds) {
        if (!wanted.includes(kind)) continue;
        if (Math.abs(candidate.length - id.length) >= bestDistance) continue;
        const away = distance(id, candidate);
        if (away < bestDistance) [best, bestDistance] = [candidate, away];
      }
      return best;
    },
  };
}
