import { useCallback, useEffect, useRef, useState } from 'react';
import type { Catalog } from '../../catalog/schema';
import type { Study, Task, Touched } from '../../office';
import type { Run } from './excel';
import { readView } from './readView';
import { useChanges } from './useChanges';
import type { View } from './work';

/** Sooner, what is shown counts as the newest: most readings are over by then. */
const patienceMs = 1_000;
/** Until it is tried again: another pane's work is soon over, a line that is down comes back later. */
const elsewhereMs = 4_000;
const downMs = 15_000;

interface Telling {
  /** Nothing is read meanwhile: whoever is busy reads when that is over. */
  isBusy(): boolean;
  onError(error: unknown): void;
  /** Something that had been broken off is in order now. */
  onRecovered(task: Task): void;
  /** It was read. */
  onRead(): void;
}

/**
 * The workbook as it was read last. It is read again when something was changed, by whomever: what is
 * changed during a reading leads to another, and one reading comes after the other, so that an older
 * answer never takes the place of a newer one.
 */
export function useReading(
  run: Run,
  catalogs: readonly Catalog[],
  owner: string,
  telling: Telling,
) {
  const [view, setView] = useState<View>({ status: 'reading' });
  const [isBehind, setBehind] = useState(false);
  const study = useRef<Study>(undefined);
  /** Cells that were changed since they were read; undefined when more than cells was. */
  const touched = useRef<Touched[] | undefined>(undefined);
  const reading = useRef(Promise.resolve());
  const timers = useRef<{ behind?: Timer; again?: Timer }>({});
  const latest = useRef(telling);
  const again = useRef<() => void>(() => undefined);
  useEffect(() => {
    latest.current = telling;
  });

  const show = useCallback((seen: View) => {
    study.current = seen.status === 'ours' ? seen.study : undefined;
    setView(seen);
  }, []);

  const noteBehind = useCallback(() => {
    timers.current.behind ??= setTimeout(() => setBehind(true), patienceMs);
  }, []);
  const noteCurrent = useCallback(() => {
    if (touched.current?.length !== 0) return;
    clearTimeout(timers.current.behind);
    delete timers.current.behind;
    setBehind(false);
  }, []);

  /** Reads what was changed. */
  const lookAgain = useCallback((): Promise<void> => {
    const read = async () => {
      const cells = touched.current;
      if (latest.current.isBusy()) return;
      if (study.current && cells?.length === 0) return noteCurrent();
      touched.current = [];
      noteBehind();
      const before = cells && study.current;
      const seen = await readView(run, { catalogs, owner, before, cells });
      const { onError, onRecovered, onRead } = latest.current;
      if (seen.recovered) onRecovered(seen.recovered);
      if (seen.view.status === 'failed') touched.current = undefined;
      else onRead();
      clearTimeout(timers.current.again);
      if (seen.isElsewhere || (seen.view.status === 'failed' && study.current))
        timers.current.again = setTimeout(
          () => again.current(),
          seen.isElsewhere ? elsewhereMs : downMs,
        );
      // What was read before is better than nothing, and the next change is read again.
      if (seen.view.status === 'failed' && study.current) onError(seen.view.error);
      else show(seen.view);
      noteCurrent();
    };
    return (reading.current = reading.current.then(read));
  }, [run, catalogs, owner, show, noteBehind, noteCurrent]);

  /** Reads everything. */
  const look = useCallback((): Promise<void> => {
    touched.current = undefined;
    return lookAgain();
  }, [lookAgain]);

  /** These cells were changed, or more than cells. */
  const touch = useCallback(
    (cells: readonly Touched[] | undefined) => {
      if (cells) touched.current?.push(...cells);
      else touched.current = undefined;
      noteBehind();
    },
    [noteBehind],
  );

  useChanges(run, {
    onChange: (cells) => touch(cells && [cells]),
    onQuiet: () => void lookAgain(),
  });

  useEffect(() => {
    again.current = () => void lookAgain();
  }, [lookAgain]);

  useEffect(() => {
    void look();
    const started = timers.current;
    return () => {
      clearTimeout(started.behind);
      clearTimeout(started.again);
    };
  }, [look]);

  return { view, isBehind, study, reading, show, look, lookAgain, touch };
}

type Timer = ReturnType<typeof setTimeout>;
