import { createStore, delMany, get, keys, set, setMany, type UseStore } from 'idb-keyval';

/** A workbook that this browser keeps; its bytes lie beside. */
export interface Kept {
  id: string;
  /** Of its file. */
  name: string;
  /** It came of no file, and is called after its client. */
  followsClient?: true;
  /** When it was last changed, in ms. */
  at: number;
  /** Changed since it was last downloaded. */
  unsaved: boolean;
}

const labelOf = (id: string) => `label:${id}`;
const bytesOf = (id: string) => `bytes:${id}`;

/** The workbooks that this browser keeps, in IndexedDB. Every call rejects where storage is denied. */
export class Shelf {
  private constructor(private readonly store: UseStore) {}

  /** Undefined where the browser keeps nothing. */
  static async open(): Promise<Shelf | undefined> {
    try {
      const store = createStore('appfi', 'workbooks');
      await set('tried', true, store);
      return new Shelf(store);
    } catch {
      return undefined;
    }
  }

  put(kept: Kept, bytes: Uint8Array): Promise<void> {
    const entries: [string, unknown][] = [
      [labelOf(kept.id), kept],
      [bytesOf(kept.id), bytes],
    ];
    return setMany(entries, this.store);
  }

  /** Notes that a kept workbook was downloaded. */
  label(kept: Kept): Promise<void> {
    return set(labelOf(kept.id), kept, this.store);
  }

  read(id: string): Promise<Uint8Array | undefined> {
    return get<Uint8Array>(bytesOf(id), this.store);
  }

  remove(ids: readonly string[]): Promise<void> {
    return delMany(
      ids.flatMap((id) => [labelOf(id), bytesOf(id)]),
      this.store,
    );
  }

  /** Every kept workbook, the last changed first. */
  async all(): Promise<Kept[]> {
    const names = (await keys<string>(this.store)).filter((key) => key.startsWith(labelOf('')));
    const kept = await Promise.all(names.map((name) => get<Kept>(name, this.store)));
    return kept.filter((one) => one !== undefined).sort((a, b) => b.at - a.at);
  }
}

/**
 * What is offered again: work that was not downloaded, and the last that was, unless another window
 * has it open. Older work that was downloaded need not be kept.
 * @param open Ids that windows have open.
 */
export function sortKept(
  all: readonly Kept[],
  open: ReadonlySet<string>,
): { offered: Kept[]; spent: string[] } {
  const closed = all.filter(({ id }) => !open.has(id));
  const last = closed.find(({ unsaved }) => !unsaved);
  const isOffered = (kept: Kept) => kept.unsaved || (kept === last && kept === closed[0]);
  return {
    offered: closed.filter(isOffered),
    spent: closed.filter((kept) => !isOffered(kept)).map(({ id }) => id),
  };
}
