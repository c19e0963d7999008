import { LISTS, type ListName } from './overlay';
import { Failure } from '../messages';
import { pageOf } from './pages';
import { parseCatalog } from './parse';
import { describeProblem, type Problem } from './problem';
import type { Catalog, Page } from './schema';

/** What is listed in a catalog, whatever its kind. */
export type Entry = { id: string; retired?: string; edition?: string } & Record<string, unknown>;
type Lists = Record<ListName, Entry[]>;

/**
 * What an engagement keeps of earlier editions of a catalog: items that it no longer offers, and
 * definitions that it has changed since something rests on them.
 */
export type Kept = Partial<Lists>;

/** What is kept of an earlier edition does not fit into the catalog. */
class KeptError extends Failure {
  constructor(catalog: string, [first]: readonly Problem[]) {
    super('kept-unfit', (lang) => ({
      catalog,
      problem: first ? describeProblem(lang, first) : '',
    }));
  }
}

export const listsOf = (catalog: Catalog): Lists =>
  Object.fromEntries(LISTS.map((list) => [list, catalog[list]])) as unknown as Lists;

/** What a catalog that a workbook carries keeps of earlier editions; undefined where that is nothing. */
export function keptIn(catalog: Catalog): Kept | undefined {
  const lists = LISTS.flatMap((list) => {
    const entries = listsOf(catalog)[list].filter((one) => one.retired ?? one.edition);
    return entries.length > 0 ? [[list, entries] as const] : [];
  });
  return lists.length > 0 ? (Object.fromEntries(lists) as Kept) : undefined;
}

/**
 * The catalog as one engagement has it: what it keeps stands for what the catalog says, and what the
 * catalog has retired is there only where it is kept or named, or something that is there needs it.
 * @throws KeptError where what is kept does not read as part of a catalog
 */
export function withKept(
  catalog: Catalog,
  kept: Kept = {},
  isNamed: (id: string) => boolean = () => false,
): Catalog {
  const lists = listsOf(catalog);
  const isOut = (list: ListName, { id, retired }: Entry) =>
    retired !== undefined && !isNamed(id) && !kept[list]?.some((one) => one.id === id);
  const isSame = LISTS.every(
    (list) =>
      lists[list].every((one) => !isOut(list, one)) &&
      (kept[list] ?? []).every(
        (one) =>
          JSON.stringify(one) === JSON.stringify(lists[list].find(({ id }) => id === one.id)),
      ),
  );
  if (isSame) return catalog;
  const there = Object.fromEntries(
    LISTS.map((list) => {
      const stay = lists[list].filter((one) => !isOut(list, one));
      const byId = new Map([...stay, ...(kept[list] ?? [])].map((one) => [one.id, one]));
      return [list, [...byId.values()]];
    }),
  ) as Lists;
  return assembled(catalog, there, lists);
}

/**
 * A catalog of these entries and whatever else of the pool they cannot be without.
 * @throws KeptError where that does not read as a catalog
 */
export function assembled(head: Catalog, entries: Lists, pool: Lists): Catalog {
  const lists = unlinked(completed(entries, pool));
  const { catalog, problems } = parseCatalog({ ...head, ...lists });
  if (!catalog) throw new KeptError(head.id, problems);
  return catalog;
}

/** Where an entry names something that it cannot be without. */
const needs: [list: ListName, field: string][] = [
  ['dimensions', 'dimension'],
  ['modules', 'module'],
  ['nodes', 'overlap'],
  ['nodes', 'parent'],
  ['drivers', 'driver'],
  ['drivers', 'drivers'],
];

function completed(entries: Lists, pool: Lists): Lists {
  const lists = Object.fromEntries(LISTS.map((list) => [list, [...entries[list]]])) as Lists;
  const open = LISTS.flatMap((list) => lists[list]);
  for (let entry = open.pop(); entry; entry = open.pop()) {
    for (const [list, field] of needs) {
      for (const id of [entry[field]].flat()) {
        if (typeof id !== 'string' || lists[list].some((one) => one.id === id)) continue;
        const found = pool[list].find((one) => one.id === id);
        if (!found) continue;
        lists[list].push(found);
        open.push(found);
      }
    }
  }
  return lists;
}

/** Links die with what they lead to, and a contract with a metric that it bets on. */
function unlinked(lists: Lists): Lists {
  const known = new Set(LISTS.flatMap((list) => lists[list].map(({ id }) => id)));
  const only = (ids: unknown) => (ids as string[]).filter((id) => known.has(id));
  const cleaned = (entry: Entry): Entry => {
    const kept = { ...entry };
    for (const field of ['calledBy', 'moves'])
      if (kept[field])
        kept[field] = Object.fromEntries(
          Object.entries(kept[field]).filter(([id]) => known.has(id)),
        );
    for (const field of ['guards', 'needs', 'notWith', 'readIn', 'sources'])
      if (kept[field]) kept[field] = only(kept[field]);
    if (kept.ranges)
      kept.ranges = (kept.ranges as { source: string }[]).filter(({ source }) => known.has(source));
    return kept;
  };
  const isWhole = ({ terms }: Entry) =>
    (terms as { metric: string }[]).every(({ metric }) => known.has(metric));
  return {
    ...(Object.fromEntries(LISTS.map((list) => [list, lists[list].map(cleaned)])) as Lists),
    contracts: lists.contracts.filter(isWhole),
    pages: lists.pages.map(
      (page) => pageOf(page as unknown as Page, (id) => known.has(id)) as Entry,
    ),
  };
}
