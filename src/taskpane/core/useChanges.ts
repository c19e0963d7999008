import { useEffect, useRef } from 'react';
import type { Touched } from '../../office';
import type { Run } from './excel';

/** Long enough for a burst of edits to end. */
const quietMs = 500;
/** Long enough for what one action changes; who does one thing sees it at once. */
const soonMs = 60;

interface Told {
  /** Something was changed: these cells, or more than cells. */
  onChange(touched: Touched | undefined): void;
  /** The workbook has been quiet since: for a moment after one change, longer after several. */
  onQuiet(): void;
}

/** Tells of what is changed in the workbook by whomever. */
export function useChanges(run: Run, told: Told): void {
  const latest = useRef(told);
  useEffect(() => {
    latest.current = told;
  });

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = -Infinity;
    const changed = (touched: Touched | undefined) => {
      latest.current.onChange(touched);
      const isBurst = performance.now() - last < quietMs;
      last = performance.now();
      clearTimeout(timer);
      timer = setTimeout(() => latest.current.onQuiet(), isBurst ? quietMs : soonMs);
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
async function listen(
  run: Run,
  changed: (touched: Touched | undefined) => Promise<void>,
): Promise<() => void> {
  try {
    const handles = await run(async (context) => {
      const { worksheets } = context.workbook;
      const added = [
        worksheets.onChanged.add(({ changeType, worksheetId, address }) =>
          // Whatever else there is moves cells.
          changed(changeType === 'RangeEdited' ? { sheet: worksheetId, address } : undefined),
        ),
        worksheets.onDeleted.add(() => changed(undefined)),
      ];
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
