import type { Item } from '../items';
import { error, warning, words, type Problem } from '../problem';
import type { Registry } from '../registry';
import type { Catalog, Dimension, Module } from '../schema';

const MODULE_SIZE = { least: 3, most: 9 };
const USUAL_DIMENSIONS = [
  { kind: 'ask', usual: 4 },
  { kind: 'plan', usual: 3 },
] as const;

function checkPlace(
  item: Item,
  dimensions: ReadonlyMap<string, Dimension>,
  modules: ReadonlyMap<string, Module>,
): Problem[] {
  const { id, step, dimension } = item;
  const problems: Problem[] = [];
  const place = dimensions.get(dimension);
  if (place && !place.holds.includes(step))
    problems.push(error('wrong-dimension', id, { dimension, kind: words(step) }));
  if (step === 'metric' && place?.line === 'dark')
    problems.push(error('metric-in-dark', id, { dimension }));
  const module = step === 'function' ? modules.get(item.module) : undefined;
  if (module && module.dimension !== dimension)
    problems.push(
      error('wrong-module', id, { module: module.id, expected: module.dimension, dimension }),
    );
  return problems;
}

function checkDimension(
  { id, line, readIn = [], holds }: Dimension,
  dimensions: ReadonlyMap<string, Dimension>,
  filled: ReadonlySet<string>,
): Problem[] {
  const problems: Problem[] = [];
  if (line === 'dark' && readIn.length === 0) problems.push(error('dark-without-read-in', id));
  if (line !== 'dark' && readIn.length > 0) problems.push(error('read-in-on-bright', id));
  for (const to of readIn) {
    const target = dimensions.get(to);
    if (target && (target.line === 'dark' || !target.holds.includes('metric')))
      problems.push(error('read-in-without-metrics', id, { to }));
  }
  for (const step of holds)
    if (!filled.has(`${id} ${step}`))
      problems.push(warning('empty-dimension', id, { kind: words(step) }));
  return problems;
}

/** Items sit in dimensions and modules made for them; dimensions and modules are filled. */
export function checkStructure(catalog: Catalog, { items }: Registry): Problem[] {
  const dimensions = new Map(catalog.dimensions.map((dimension) => [dimension.id, dimension]));
  const modules = new Map(catalog.modules.map((module) => [module.id, module]));
  const filled = new Set(items.map(({ dimension, step }) => `${dimension} ${step}`));
  const sizes = new Map<string, number>();
  for (const { module } of catalog.functions) sizes.set(module, (sizes.get(module) ?? 0) + 1);

  return [
    ...USUAL_DIMENSIONS.flatMap(({ kind, usual }) => {
      const count = catalog.dimensions.filter(({ holds }) => holds.includes(kind)).length;
      return count < usual
        ? [warning('few-dimensions', catalog.id, { kind: words(kind), count, usual })]
        : [];
    }),
    ...catalog.dimensions.flatMap((dimension) => checkDimension(dimension, dimensions, filled)),
    ...catalog.modules.flatMap(({ id }) => {
      const count = sizes.get(id) ?? 0;
      return count < MODULE_SIZE.least || count > MODULE_SIZE.most
        ? [warning('module-size', id, { count, ...MODULE_SIZE })]
        : [];
    }),
    ...items.flatMap((item) => checkPlace(item, dimensions, modules)),
  ];
}
