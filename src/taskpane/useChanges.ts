import { useEffect, useRef } from 'react';
import type { Run } from './excel';

/** Long enough for a burst of edits to end: reading the whole workbook is not free. */
const quietMs = 1_500;

/** Calls back once the workbook has been quiet for a while after a change. */
export function useChanges(run: Run, onQuiet: () => void): void {
  const latest = useRef(onQuiet);
  useEffect(() => {
    latest.current = onQuiet;
  });

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const changed = () => {
      clearTimeout(timer);
      timer = setTimeout(() => latest.current(), quietMs);
      return Promise.resolve();
    };
    const listening = listen(run, changed);
    return () => {
      clearTimeout(timer);
      void listening.then((stop) => stop());
    };
  }, [run]);
}

/** Without events the pane still works: it is current after each of its own actions. */
async function listen(run: Run, changed: () => Promise<void>): Promise<() => void> {
  try {
    const handle = await run(async (context) => {
      const added = context.workbook.worksheets.onChanged.add(changed);
      await context.sync();
      return added;
    });
    return () => {
      handle.remove();
      handle.context.sync().catch(() => undefined);
    };
  } catch {
    return () => undefined;
  }
}
