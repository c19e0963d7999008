import { tables, type Store, type Table } from './register';
import { withIds } from './sameThing';
import type { Engagement } from './schema';

type Cells = Record<string, unknown>;
type Rows = Record<string, Cells>;

/** The tables whose rows are items of the catalog, by the store that is named when a row is meant. */
const keyedBy: Partial<Record<Store, Store[]>> = { metrics: ['metrics', 'monetisation'] };

const isSaid = ([, value]: [string, unknown]) =>
  value !== undefined && value !== null && value !== '';

/**
 * The engagement in which one item takes over what was said of another: answers where it has none of its
 * own, and whatever names the other by its id. Where both have said something else, the other keeps what it said.
 * @param store the store that keeps the answers of both
 */
export function takenOver(
  engagement: Engagement,
  store: Store,
  from: string,
  to: string,
): Engagement {
  const stores = (keyedBy[store] ?? [store]).map((one) => {
    const { [from]: was = {}, ...rows } = engagement[one] as Rows;
    const table = Object.values<Table>(tables).find((known) => known.store === one);
    const said = Object.entries(was).filter(
      (cell) => isSaid(cell) && table?.columns[cell[0]]?.role === 'input',
    );
    const own = Object.fromEntries(Object.entries(rows[to] ?? {}).filter(isSaid));
    const left = said.filter(([id, value]) => id in own && own[id] !== value);
    const taken: Rows =
      said.length > 0 ? { ...rows, [to]: { ...Object.fromEntries(said), ...own } } : rows;
    return { one, taken, left: Object.fromEntries(left) };
  });
  const moved = {
    ...engagement,
    ...Object.fromEntries(stores.map(({ one, taken }) => [one, taken])),
  } as Engagement;
  const named = withIds(moved, new Map([[store, new Map([[from, to]])]]));
  const kept = stores.flatMap(({ one, left }) =>
    Object.keys(left).length > 0 ? [[one, { ...(named[one] as Rows), [from]: left }]] : [],
  );
  return { ...named, ...Object.fromEntries(kept) } as Engagement;
}
