import { assembled, listsOf, type Entry } from './kept';
import { LISTS, type ListName } from './overlay';
import type { Catalog } from './schema';

/** Fields that say what an item is; all others word it, place it or link it. */
const definitions = {
  metrics: [
    ...['numerator', 'denominator', 'unit', 'period', 'direction', 'measure', 'levelMode', 'base'],
    ...['aggregate', 'average', 'guards', 'notWith', 'overlap', 'drivers', 'divisor'],
    ...['freesTime', 'benefit'],
  ],
  drivers: ['unit'],
  nodes: ['parent'],
} as const satisfies Partial<Record<ListName, readonly string[]>>;

export type DefinedList = keyof typeof definitions;
const definedLists = Object.keys(definitions) as DefinedList[];

/** The fields that define a metric. */
export const metricFields: readonly string[] = definitions.metrics;

/** What an item of a newer edition is otherwise than it was. */
export interface Redefinition {
  list: DefinedList;
  id: string;
  fields: { field: string; from: unknown; to: unknown }[];
}

/** What an edition no longer offers, and what has taken its place. */
export interface Retirement {
  list: ListName;
  id: string;
  since: string;
  replacedBy?: string;
  splitInto?: string[];
}

/** What is not so, or is an empty list, may as well be left out. */
const isSaid = (value: unknown) => value !== false && !(Array.isArray(value) && value.length === 0);
const textOf = (value: unknown) => (isSaid(value) ? JSON.stringify(value) : undefined);
const isEqual = (a: unknown, b: unknown) => textOf(a) === textOf(b);
const byId = (entries: readonly Entry[]) => new Map(entries.map((one) => [one.id, one]));
const isOffered = ({ retired }: Entry) => retired === undefined;

/** Items of both editions that are defined otherwise, in the order of the newer one. */
export function redefinitions(from: Catalog, to: Catalog): Redefinition[] {
  return definedLists.flatMap((list) => {
    const before = byId(listsOf(from)[list]);
    return listsOf(to)
      [list].filter(isOffered)
      .flatMap((now): Redefinition[] => {
        const was = before.get(now.id);
        if (!was) return [];
        const fields = definitions[list]
          .filter((field) => !isEqual(was[field], now[field]))
          .map((field) => ({ field, from: was[field], to: now[field] }));
        return fields.length > 0 ? [{ list, id: now.id, fields }] : [];
      });
  });
}

/** Items that the older edition has and the newer one does not offer, whether it says so or not. */
export function retirements(from: Catalog, to: Catalog): Retirement[] {
  return LISTS.flatMap((list) => {
    const now = byId(listsOf(to)[list]);
    return listsOf(from)[list].flatMap((was): Retirement[] => {
      const { id } = was;
      const is = now.get(id);
      if (is && isOffered(is)) return [];
      const { retired, replacedBy, splitInto } = { ...was, ...is };
      return [
        {
          ...{ list, id, since: retired ?? to.version },
          ...(replacedBy !== undefined && { replacedBy: String(replacedBy) }),
          ...(splitInto !== undefined && { splitInto: splitInto as string[] }),
        },
      ];
    });
  });
}

/**
 * The newer edition as a workbook takes it that was laid out from the older one.
 * @param stays whether a retired item keeps its place
 * @param keeps whether an item keeps its definition of the older edition
 */
export function succeeding(
  from: Catalog,
  to: Catalog,
  stays: (list: ListName, id: string) => boolean,
  keeps: (id: string) => boolean,
): Catalog {
  const [before, now] = [listsOf(from), listsOf(to)];
  const changed = new Set(redefinitions(from, to).map(({ id }) => id));
  const since = new Map(retirements(from, to).map((one) => [`${one.list} ${one.id}`, one]));
  const retired = (list: ListName, entry: Entry): Entry => {
    const found = since.get(`${list} ${entry.id}`);
    if (!found || !lastingLists.has(list)) return entry;
    const { since: version, replacedBy, splitInto } = found;
    const succession = { ...(replacedBy && { replacedBy }), ...(splitInto && { splitInto }) };
    // It is kept for what was said of it, and calls for nothing any more.
    const links = ['calledBy', 'moves'].filter((field) => field in entry);
    return {
      ...entry,
      ...Object.fromEntries(links.map((field) => [field, {}])),
      retired: version,
      ...(hasSuccession(list) && succession),
    };
  };
  const pool = Object.fromEntries(
    LISTS.map((list) => [
      list,
      [...now[list].filter(isOffered), ...before[list].map((one) => retired(list, one))],
    ]),
  ) as typeof now;
  const entries = Object.fromEntries(
    LISTS.map((list) => {
      const was = byId(before[list]);
      const offered = now[list]
        .filter(isOffered)
        .map((entry) =>
          changed.has(entry.id) && keeps(entry.id)
            ? defined(list as DefinedList, entry, was.get(entry.id) as Entry, from.version)
            : entry,
        );
      const gone = before[list].filter(
        ({ id }) => since.has(`${list} ${id}`) && lastingLists.has(list) && stays(list, id),
      );
      return [list, [...offered, ...gone.map((one) => retired(list, one))]];
    }),
  ) as typeof now;
  return assembled(to, entries, pool);
}

/** Lists whose entries may say that they are retired; sources, contracts and pages just go. */
const lastingLists = new Set<ListName>(
  LISTS.filter((list) => list !== 'sources' && list !== 'contracts' && list !== 'pages'),
);
const hasSuccession = (list: ListName) => !['dimensions', 'modules', 'nodes'].includes(list);

/** The entry in its new words with its former definition. */
function defined(list: DefinedList, entry: Entry, was: Entry, version: string): Entry {
  const fields = definitions[list].map((field) => [field, was[field]] as const);
  return { ...entry, ...Object.fromEntries(fields), edition: was.edition ?? version };
}
