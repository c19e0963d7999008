import { useEffect, useRef } from 'react';
import type { Run } from './excel';

/** Long enough for a burst of edits to end: reading the whole workbook is not free. */
const quietMs = 500;

/** Calls back once the workbook has been quiet for a while, with the time of the last change. */
export function useChanges(run: Run, onQuiet: (changedAt: number) => void): void {
  const latest = useRef(onQuiet);
  useEffect(() => {
    latest.current = onQuiet;
  });

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const changed = () => {
      const changedAt = Date.now();
      clearTimeout(timer);
      timer = setTimeout(() => latest.current(changedAt), quietMs);
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
    const handles = await run(async (context) => {
      const { worksheets } = context.workbook;
      const added = [worksheets.onChanged.add(changed), worksheets.onDeleted.add(changed)];
      await context.sync();
      return added;
    });
    return () => {
      for (const handle of handles) handle.remove();
      handles[0]?.context.sync().catch(() => undefined);
    };
  } catch {
    return () => undefined;
  }
}
