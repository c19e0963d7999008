import { CALLED_BY } from '../links';
import { error, words, type Problem } from '../problem';
import type { Kind, Registry } from '../registry';
import type { Catalog } from '../schema';

interface Reference {
  where: string;
  field: string;
  to: string;
  kinds: readonly Kind[];
}

function references(catalog: Catalog, registry: Registry): Reference[] {
  const found: Reference[] = [];
  const refer = (where: string, field: string, ids: readonly string[], kinds: readonly Kind[]) => {
    for (const to of ids) found.push({ where, field, to, kinds });
  };
  for (const { id, readIn = [] } of catalog.dimensions) refer(id, 'readIn', readIn, ['dimension']);
  for (const { id, dimension } of catalog.modules)
    refer(id, 'dimension', [dimension], ['dimension']);
  for (const { id, terms } of catalog.contracts)
    refer(
      id,
      'terms',
      terms.map(({ metric }) => metric),
      ['metric'],
    );
  for (const { id, parent } of catalog.nodes)
    if (parent !== undefined) refer(id, 'parent', [parent], ['node']);
  for (const { id, holds = [], calls = {} } of catalog.pages.flatMap(({ parts }) => parts)) {
    refer(id, 'holds', holds, ['dimension', 'module']);
    refer(id, 'calls', Object.keys(calls), ['plan', 'pain', 'function', 'innovation']);
  }
  for (const item of registry.items) {
    const { id } = item;
    refer(id, 'dimension', [item.dimension], ['dimension']);
    refer(id, 'sources', item.sources ?? [], ['source']);
    if ('calledBy' in item) refer(id, 'calledBy', Object.keys(item.calledBy), CALLED_BY[item.step]);
    if ('moves' in item) refer(id, 'moves', Object.keys(item.moves), ['metric']);
    if (item.step === 'pain' && item.driver) refer(id, 'driver', [item.driver], ['driver']);
    if (item.step === 'function') {
      refer(id, 'module', [item.module], ['module']);
      refer(id, 'needs', item.needs ?? [], ['function']);
    }
    if (item.step === 'metric') {
      refer(id, 'guards', item.guards, ['metric']);
      refer(id, 'drivers', item.drivers, ['driver']);
      refer(id, 'notWith', item.notWith ?? [], ['metric']);
      refer(
        id,
        'ranges',
        (item.ranges ?? []).map(({ source }) => source),
        ['source'],
      );
    }
  }
  return found;
}

/** Each id is used once, and what refers to one finds it, of a kind that may stand there. */
export function checkReferences(catalog: Catalog, registry: Registry): Problem[] {
  const duplicates = [...registry.counts]
    .filter(([, count]) => count > 1)
    .map(([id, count]) => error('duplicate-id', id, { count }));
  const wrong = references(catalog, registry).flatMap(({ where, field, to, kinds }): Problem[] => {
    const kind = registry.kinds.get(to);
    if (kind === undefined) {
      const near = registry.nearest(to, kinds);
      return near === undefined
        ? [error('unknown-id', where, { field, to })]
        : [error('unknown-id-near', where, { field, to, near })];
    }
    if (kinds.includes(kind)) return [];
    return [error('wrong-kind', where, { field, to, kind: words(kind), kinds: words(...kinds) })];
  });
  return [...duplicates, ...wrong];
}
