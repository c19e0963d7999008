import { error, warning, words, type Problem } from '../problem';
import type { Registry } from '../registry';
import type { Catalog } from '../schema';

type Links = Record<string, number>;

/** The chain holds: every item is called for by what came before, and what must move a metric does. */
export function checkReach(catalog: Catalog, { kinds }: Registry): Problem[] {
  const { asks, plans, pains, functions, innovations, metrics } = catalog;
  const calls = (links: Links, kind: string) =>
    Object.keys(links).some((id) => kinds.get(id) === kind);
  const plansWithAsk = new Set(plans.filter((p) => calls(p.calledBy, 'ask')).map(({ id }) => id));
  const reachesAsk = (links: Links) =>
    calls(links, 'ask') || Object.keys(links).some((id) => plansWithAsk.has(id));
  const answered = new Set(functions.flatMap(({ calledBy }) => Object.keys(calledBy)));
  const moved = new Set([...functions, ...innovations].flatMap(({ moves }) => Object.keys(moves)));
  const idle = (kind: 'ask' | 'function' | 'innovation', movers: { id: string; moves: Links }[]) =>
    movers
      .filter(({ moves }) => Object.keys(moves).length === 0)
      .map(({ id }) => error('moves-nothing', id, { kind: words(kind) }));

  return [
    ...plans.flatMap(({ id }) => (plansWithAsk.has(id) ? [] : [error('plan-without-ask', id)])),
    ...pains.flatMap(({ id, calledBy }) => [
      ...(reachesAsk(calledBy) ? [] : [error('pain-without-ask', id)]),
      ...(answered.has(id) ? [] : [error('pain-without-function', id)]),
    ]),
    ...functions.flatMap(({ id, calledBy }) =>
      calls(calledBy, 'pain') ? [] : [error('function-without-pain', id)],
    ),
    ...innovations.flatMap(({ id, calledBy }) =>
      Object.keys(calledBy).length > 0 ? [] : [error('innovation-without-caller', id)],
    ),
    ...idle('ask', asks),
    ...idle('function', functions),
    ...idle('innovation', innovations),
    ...metrics.flatMap(({ id }) => (moved.has(id) ? [] : [warning('unmoved-metric', id)])),
  ];
}
