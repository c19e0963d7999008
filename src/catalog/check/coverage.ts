import { warning, type Problem } from '../problem';
import type { Catalog } from '../schema';

/** What a catalog says of most of its things and not of this one is likelier forgotten than meant. */
function lacking<T extends { id: string }>(
  things: readonly T[],
  has: (thing: T) => boolean,
  problem: (thing: T) => Problem,
): Problem[] {
  const without = things.filter((thing) => !has(thing));
  return without.length * 2 < things.length ? without.map(problem) : [];
}

/** Levels, scripts and premises are there for all or none; a part of a page leads somewhere. */
export function checkCoverage(catalog: Catalog): Problem[] {
  const { modules, asks, pains, functions, innovations, plans, pages } = catalog;
  const directions = new Set([...asks, ...plans].map(({ id }) => id));
  const isDirected = ({ calledBy }: { calledBy: Record<string, number> }) =>
    Object.keys(calledBy).some((id) => directions.has(id));
  return [
    ...lacking(
      modules,
      ({ maturity }) => maturity !== undefined,
      ({ id }) => warning('no-levels', id),
    ),
    ...lacking(
      [...asks, ...pains],
      ({ script }) => script !== undefined,
      ({ id }) => warning('no-script', id),
    ),
    ...[functions, innovations].flatMap((list) =>
      lacking(
        list as readonly { id: string; calledBy: Record<string, number> }[],
        isDirected,
        ({ id }) => warning('no-direction', id),
      ),
    ),
    ...pages
      .flatMap(({ parts }) => parts)
      .filter(({ holds = [], calls = {} }) => holds.length + Object.keys(calls).length === 0)
      .map(({ id }) => warning('part-without-items', id)),
  ];
}
