import { storeIds, type Engagement } from './schema';
import { aligned } from './sameThing';

type Rows = Record<string, Record<string, unknown>>;

/**
 * What the first says stands; the second fills in what it leaves open. Rows of people's own are
 * matched by what makes them the same thing, whatever their ids; different things stay apart, under
 * another id where theirs is taken, and what names them by id follows.
 */
export function underlay(over: Engagement, second: Engagement): Engagement {
  const under = aligned(over, second);
  return {
    ...over,
    ...Object.fromEntries(
      storeIds.map((store) => [store, fillRows(over[store] as Rows, under[store] as Rows)]),
    ),
    catalogs: [
      ...over.catalogs.map((one) => keepingBoth(one, under.catalogs)),
      ...under.catalogs.filter(({ id }) => !over.catalogs.some((one) => one.id === id)),
    ],
    settings: { ...under.settings, ...over.settings },
    edits: fillTables(over.edits, under.edits),
    extra: fillTables(over.extra, under.extra),
  };
}

type Reference = Engagement['catalogs'][number];

/** What either keeps of earlier editions of a catalog; of what both keep, what the first does. */
function keepingBoth(over: Reference, under: readonly Reference[]): Reference {
  const second = under.find(({ id }) => id === over.id)?.kept;
  if (!second) return over;
  const kept = { ...over.kept };
  for (const [list, entries] of Object.entries(second)) {
    const first = kept[list] ?? [];
    kept[list] = [...first, ...entries.filter(({ id }) => !first.some((one) => one.id === id))];
  }
  return { ...over, kept };
}

/** Rows of the same id are the same thing by now. */
const fillRows = (over: Rows = {}, under: Rows = {}): Rows =>
  Object.fromEntries(
    Object.keys({ ...over, ...under }).map((id) => [id, { ...under[id], ...over[id] }]),
  );

const fillTables = <T extends Record<string, Rows>>(over: T, under: T): T =>
  Object.fromEntries(
    Object.keys({ ...under, ...over }).map((table) => [table, fillRows(over[table], under[table])]),
  ) as T;
