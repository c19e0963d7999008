import { useEffect, useState, useSyncExternalStore } from 'react';

declare global {
  interface ImportMeta {
    /** Of the development server's pages alone. */
    webpackHot?: object;
  }
}

export interface Network {
  online: boolean;
  /** Everything of the page lies in the browser: it works without a network. */
  complete: boolean;
}

function subscribe(tell: () => void): () => void {
  for (const kind of ['online', 'offline']) window.addEventListener(kind, tell);
  return () => {
    for (const kind of ['online', 'offline']) window.removeEventListener(kind, tell);
  };
}

/** So long after a workbook is there the page has drawn it: the rest of it is fetched then. */
const drawnMs = 3_000;

/**
 * Has the browser keep the page for when there is no network, and says whether there is one.
 * @param ready whether there is a workbook; what is kept is as much again as what the first sight needs
 */
export function useOffline(ready: boolean): Network {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  const [complete, setComplete] = useState(false);
  useEffect(() => {
    if (!ready) return undefined;
    let current = true;
    const timer = setTimeout(
      () => void install().then((done) => current && setComplete(done)),
      drawnMs,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [ready]);
  return { online, complete };
}

/** False on the development server, which has no worker, and where the browser allows none. */
async function install(): Promise<boolean> {
  if (import.meta.webpackHot) return false;
  try {
    await navigator.serviceWorker.register('offline.js');
    await navigator.serviceWorker.ready;
    return true;
  } catch {
    return false;
  }
}
