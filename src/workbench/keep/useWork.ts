import { useCallback, useEffect, useRef, useState } from 'react';
import { openXlsx, type Book } from '../../book';
import type { Host } from '../../host';
import { Failure, type Lang } from '../../messages';
import { exampleOf, type Example, type Filled } from '../example';
import { openPageHost } from '../pageHost';
import { Keeper, type Keeping } from './keeper';
import { Shelf, sortKept, type Kept } from './shelf';
import { hold, openIds } from './windows';

/** The workbook that is worked on. */
export interface Work {
  host: Host;
  isExample: boolean;
}

const resumedKey = 'appfi:resume';

/** Under a reload that somebody asked for, the work is opened again unasked. */
const resumed = (): string | null => {
  const id = sessionStorage.getItem(resumedKey);
  sessionStorage.removeItem(resumedKey);
  return id;
};

/**
 * The workbook on the page: an example, a file, or work that the browser has kept. What was kept is
 * offered before anything else is opened.
 */
export function useWork(example: Example, lang: Lang) {
  const [work, setWork] = useState<Work>();
  const [failed, setFailed] = useState<unknown>();
  const [offered, setOffered] = useState<readonly Kept[]>([]);
  const [keeping, setKeeping] = useState<Keeping>();
  const turns = useRef(0);
  const keeper = useRef<Keeper>(undefined);
  const shelf = useRef<Shelf>(undefined);
  /** Somebody has asked for the page to be loaded again. */
  const leaving = useRef(false);
  const letGo = useRef<() => void>(undefined);
  const first = useRef({ example, lang });

  /**
   * Another workbook takes the place of the one that is open; that one stays on the shelf. Of several
   * that are asked for at once the last is opened.
   */
  const take = useCallback(async (label: Kept, fill: () => Promise<Filled>, isExample = false) => {
    const turn = ++turns.current;
    const { book, prepare } = await fill();
    if (turn !== turns.current) return;
    // Examples are laid out by the build that this page comes with.
    const host = openPageHost(book, { isComputed: isExample });
    await prepare?.(host);
    if (turn !== turns.current) return;
    await keeper.current?.dispose();
    letGo.current?.();
    letGo.current = hold(label.id);
    const next = new Keeper(host, shelf.current, label, setKeeping);
    keeper.current = next;
    setKeeping(next.keeping);
    setOffered([]);
    setFailed(undefined);
    setWork({ host, isExample });
  }, []);

  const openExample = useCallback(
    (chosen: Example, inLang: Lang) => take(fresh(), () => exampleOf(chosen, inLang), true),
    [take],
  );

  const openBook = useCallback(
    (book: Book, name: string) => take(fresh(name), async () => ({ book })),
    [take],
  );

  const openKept = useCallback(
    async (kept: Kept) => {
      await take(kept, async () => {
        const bytes = await shelf.current?.read(kept.id);
        if (!bytes) throw new Failure('broken');
        return { book: await openXlsx(bytes) };
      });
    },
    [take],
  );

  const discard = useCallback(async ({ id }: Kept) => {
    await shelf.current?.remove([id]);
    setOffered((all) => all.filter((one) => one.id !== id));
  }, []);

  useEffect(() => {
    let current = true;
    const start = async () => {
      shelf.current ??= await Shelf.open();
      const all = (await shelf.current?.all()) ?? [];
      const { offered: found, spent } = sortKept(all, await openIds());
      if (!current) return;
      const wanted = resumed();
      // The page before may not have let go of it yet.
      const again = all.find(({ id }) => id === wanted);
      if (again) return openKept(again);
      void shelf.current?.remove(spent);
      if (found.length > 0) setOffered(found);
      else await openExample(first.current.example, first.current.lang);
    };
    start().catch((error: unknown) => current && setFailed(error));
    return () => {
      current = false;
    };
  }, [openExample, openKept]);

  useEffect(() => {
    const hide = () => void keeper.current?.flush();
    const leave = (event: BeforeUnloadEvent) => {
      if (keeper.current?.keeping.unsaved && !leaving.current) event.preventDefault();
    };
    window.addEventListener('pagehide', hide);
    document.addEventListener('visibilitychange', hide);
    window.addEventListener('beforeunload', leave);
    return () => {
      window.removeEventListener('pagehide', hide);
      document.removeEventListener('visibilitychange', hide);
      window.removeEventListener('beforeunload', leave);
    };
  }, []);

  /** Loads the page again with the same work; false where the browser does not keep it. */
  const reload = useCallback(async (): Promise<boolean> => {
    const { current } = keeper;
    if (!current) return false;
    await current.flush();
    if (current.keeping.unsaved && !current.keeping.kept) return false;
    if (current.keeping.kept) sessionStorage.setItem(resumedKey, current.kept.id);
    leaving.current = true;
    window.location.reload();
    return true;
  }, []);

  return {
    ...{
      work,
      failed,
      fail: setFailed,
      offered,
      keeping,
      openExample,
      openBook,
      openKept,
      discard,
      reload,
    },
    download: useCallback(
      async (give: (name: string, file: Uint8Array) => void) => keeper.current?.download(give),
      [],
    ),
  };
}

/** @param name of its file, where it came of one */
const fresh = (name?: string): Kept => ({
  id: `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`,
  ...(name === undefined ? { name: '', followsClient: true } : { name }),
  at: Date.now(),
  unsaved: false,
});
