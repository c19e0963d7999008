import { tables, type Store, type Table } from './register';
import { withIds } from './sameThing';
import type { Engagement } from './schema';

type Rows = Record<string, Record<string, unknown>>;

/** The tables whose rows are items of the catalog, by the store that is named when a row is meant. */
const keyedBy: Partial<Record<Store, Store[]>> = { metrics: ['metrics', 'monetisation'] };

/**
 * The engagement in which one item takes over what was said of another: answers where it has none of its
 * own, and whatever names the other by its id.
 * @param store the store that keeps the answers of both
 */
export function takenOver(
  engagement: Engagement,
  store: Store,
  from: string,
  to: string,
): Engagement {
  const stores = (keyedBy[store] ?? [store]).map((one) => {
    const { [from]: was, ...rows } = engagement[one] as Rows;
    if (!was) return [one, rows] as const;
    const table = Object.values<Table>(tables).find((known) => known.store === one);
    const said = Object.entries(was).filter(([id]) => table?.columns[id]?.role === 'input');
    return [one, { ...rows, [to]: { ...Object.fromEntries(said), ...rows[to] } }] as const;
  });
  const moved = { ...engagement, ...Object.fromEntries(stores) } as Engagement;
  return withIds(moved, new Map([[store, new Map([[from, to]])]]));
}
