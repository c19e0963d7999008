import { useCallback, useEffect, useRef, useState } from 'react';
import type { Catalog } from '../catalog/schema';
import type { Engagement } from '../engagement/schema';
import type { Lang } from '../messages';
import {
  CancelledError,
  layOut,
  NotOursError,
  readWorkbook,
  type LaidOut,
  type ReadResult,
} from '../office';
import type { Run } from './excel';
import { useChanges } from './useChanges';

/** What the pane knows of the workbook. */
export type View =
  | { status: 'reading' }
  | { status: 'empty' }
  | { status: 'ours'; read: ReadResult }
  | { status: 'failed'; error: unknown };

export type Task = 'layOut' | 'refresh' | 'repair' | 'readBack';

/** Work under way; `done` of `total` requests are answered. */
export interface Work {
  task: Task;
  done: number;
  total: number;
  cancelling: boolean;
}

export type Outcome =
  | { task: Task; laidOut: LaidOut }
  | { task: Task; cancelled: true }
  | { task: Task; error: unknown };

export interface LayOutRequest {
  engagement?: Engagement;
  lang?: Lang;
}

/** The workbook as the pane sees it, and what the pane can do to it. One piece of work at a time. */
export function useWorkbook(run: Run, catalogs: readonly Catalog[]) {
  const [view, setView] = useState<View>({ status: 'reading' });
  const [work, setWork] = useState<Work>();
  const [outcome, setOutcome] = useState<Outcome>();
  const abort = useRef<AbortController>(undefined);

  const look = useCallback(async (): Promise<View> => {
    const seen = await readView(run, catalogs);
    setView(seen);
    return seen;
  }, [run, catalogs]);

  useEffect(() => {
    let current = true;
    void readView(run, catalogs).then((seen) => current && setView(seen));
    return () => {
      current = false;
    };
  }, [run, catalogs]);

  useChanges(run, () => {
    if (!abort.current) void look();
  });

  const perform = async (task: Task, request: LayOutRequest = {}): Promise<void> => {
    const controller = new AbortController();
    abort.current = controller;
    setOutcome(undefined);
    setWork({ task, done: 0, total: 0, cancelling: false });
    try {
      const laidOut = await run((context) =>
        layOut(context, request.engagement, {
          catalogs,
          lang: request.lang,
          repair: task === 'repair',
          signal: controller.signal,
          onProgress: (done, total) => setWork((now) => now && { ...now, done, total }),
        }),
      );
      setOutcome({ task, laidOut });
    } catch (error) {
      setOutcome(error instanceof CancelledError ? { task, cancelled: true } : { task, error });
    }
    await look();
    abort.current = undefined;
    setWork(undefined);
  };

  return {
    view,
    work,
    outcome,
    perform,
    /** Reads the workbook again; undefined when it holds no engagement or cannot be read. */
    readBack: async (): Promise<Engagement | undefined> => {
      setWork({ task: 'readBack', done: 0, total: 0, cancelling: false });
      const seen = await look();
      setWork(undefined);
      return seen.status === 'ours' ? seen.read.engagement : undefined;
    },
    cancel: () => {
      abort.current?.abort();
      setWork((now) => now && { ...now, cancelling: true });
    },
    tryAgain: () => {
      setView({ status: 'reading' });
      void look();
    },
  };
}

async function readView(run: Run, catalogs: readonly Catalog[]): Promise<View> {
  try {
    return { status: 'ours', read: await run((context) => readWorkbook(context, { catalogs })) };
  } catch (error) {
    return error instanceof NotOursError ? { status: 'empty' } : { status: 'failed', error };
  }
}
