import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Catalog } from '../../catalog/schema';
import type { Engagement } from '../../engagement/schema';
import type { Lang } from '../../messages';
import { isoOf, serialOf } from '../../rules';
import {
  type Change,
  type Edited,
  type LaidOut,
  type LayOutOptions,
  type Place,
  type Study,
  type Touched,
  CancelledError,
  GoneError,
  NotOursError,
} from '../../office';
import type { Run } from './excel';
import { useChanges } from './useChanges';

/** What the pane knows of the workbook. */
export type View =
  | { status: 'reading' }
  | { status: 'empty' }
  | { status: 'ours'; study: Study }
  | { status: 'failed'; error: unknown };

export type Task = 'layOut' | 'refresh' | 'repair' | 'remove' | 'merge' | 'undo' | 'upgrade';

/** Work under way; `done` of `total` requests are answered. */
export interface Work {
  task: Task;
  done: number;
  total: number;
  cancelling: boolean;
}

export type TaskOutcome =
  | { task: Task; laidOut: LaidOut }
  | { task: Task; cancelled: true }
  | { task: 'layOut'; opened: true }
  | { task: 'remove'; removed: number }
  | { task: 'merge' | 'undo'; written: number; open: number }
  | { task: Task | 'edit' | 'goTo' | 'look'; error: unknown };

export type Following = Pick<LayOutOptions, 'catalogs' | 'signal' | 'onProgress'>;
export type Act = (context: Excel.RequestContext, options: Following) => Promise<TaskOutcome>;

export interface LayOutRequest {
  engagement?: Engagement;
  lang?: Lang;
}

/** What a layout would do to a workbook that holds something, before anyone agrees to it. */
export interface Proposal {
  task: Task;
  request: LayOutRequest;
  would: LaidOut;
}

/**
 * The workbook as the pane sees it, and what the pane can do to it. One piece of long work at a
 * time; edits are written one after the other, and the workbook is read again after the last.
 */
export function useWorkbook(run: Run, catalogs: readonly Catalog[]) {
  const [view, setView] = useState<View>({ status: 'reading' });
  const [work, setWork] = useState<Work>();
  const [outcome, setOutcome] = useState<TaskOutcome>();
  const [proposal, setProposal] = useState<Proposal>();
  const abort = useRef<AbortController>(undefined);
  const edits = useRef({ last: Promise.resolve() as Promise<unknown>, waiting: 0 });
  const study = useRef<Study>(undefined);
  /** Cells that were changed since they were read; undefined when more than cells was. */
  const touched = useRef<Touched[] | undefined>(undefined);
  const reading = useRef(Promise.resolve());

  const show = useCallback((seen: View) => {
    study.current = seen.status === 'ours' ? seen.study : undefined;
    setView(seen);
  }, []);

  /** Reads what was changed; one reading after the other, because each begins with what the last has found. */
  const lookAgain = useCallback((): Promise<void> => {
    const read = async () => {
      const cells = touched.current;
      if (study.current && cells?.length === 0) return;
      touched.current = [];
      const seen = await readView(run, catalogs, cells && study.current, cells);
      if (seen.status === 'failed') touched.current = undefined;
      // What was read before is better than nothing, and the next change is read again.
      if (seen.status === 'failed' && study.current)
        setOutcome({ task: 'look', error: seen.error });
      else show(seen);
    };
    return (reading.current = reading.current.then(read));
  }, [run, catalogs, show]);

  /** Reads everything. */
  const look = useCallback((): Promise<void> => {
    touched.current = undefined;
    return lookAgain();
  }, [lookAgain]);

  useChanges(run, {
    onChange: (cells) => {
      if (cells) touched.current?.push(cells);
      else touched.current = undefined;
    },
    onQuiet: () => {
      const busy = abort.current || edits.current.waiting > 0;
      if (!busy) void lookAgain();
    },
  });

  useEffect(() => {
    void look();
  }, [look]);

  /** What long work goes by: it can be cancelled, and tells how far it is. */
  const following = useCallback(
    (): Following => ({
      catalogs,
      signal: abort.current?.signal,
      onProgress: (done, total) => setWork((now) => now && { ...now, done, total }),
    }),
    [catalogs],
  );

  const layOutWith = useCallback(
    async (task: Task, { engagement, lang }: LayOutRequest, dry: boolean): Promise<LaidOut> => {
      const { layOut } = await office();
      return run((context) =>
        layOut(context, engagement, {
          ...following(),
          ...{ lang, dry, repair: task === 'repair', today: isoOf(serialOf(new Date())) },
        }),
      );
    },
    [run, following],
  );

  /**
   * One piece of long work: told while it lasts and when it is over; then the workbook is read.
   * False when it failed or was cancelled.
   */
  const working = useCallback(
    async (task: Task, act: () => Promise<TaskOutcome | undefined>): Promise<boolean> => {
      abort.current = new AbortController();
      setOutcome(undefined);
      setProposal(undefined);
      setWork({ task, done: 0, total: 0, cancelling: false });
      let well = false;
      try {
        await edits.current.last;
        setOutcome(await act());
        well = true;
      } catch (error) {
        setOutcome(error instanceof CancelledError ? { task, cancelled: true } : { task, error });
      }
      await look();
      abort.current = undefined;
      setWork(undefined);
      return well;
    },
    [look],
  );

  const apply = useCallback(
    ({ task, request }: Pick<Proposal, 'task' | 'request'>) =>
      working(task, async () => ({ task, laidOut: await layOutWith(task, request, false) })),
    [working, layOutWith],
  );

  const perform = useCallback(
    (task: Task, request: LayOutRequest = {}): Promise<boolean> =>
      working(task, async () => {
        const would = await layOutWith(task, request, true);
        const idle = would.cells === 0 && would.added.length === 0;
        if (idle || would.intoBlank) {
          return { task, laidOut: idle ? would : await layOutWith(task, request, false) };
        }
        setProposal({ task, request, would });
        return undefined;
      }),
    [working, layOutWith],
  );

  /** Work on the workbook as it stands when the work begins; progress is told as it comes. */
  const undertake = useCallback(
    (task: Task, act: Act): Promise<boolean> =>
      working(task, () => run((context) => act(context, following()))),
    [run, working, following],
  );

  const removeAll = useCallback(
    (): Promise<boolean> =>
      working('remove', async () => {
        const { removeLayout } = await office();
        const seen = study.current;
        if (!seen) throw new NotOursError();
        return { task: 'remove', removed: await run((context) => removeLayout(context, seen)) };
      }),
    [run, working],
  );

  const edit = useCallback(
    async (changes: readonly Change[]): Promise<Edited | undefined> => {
      const queue = edits.current;
      queue.waiting += 1;
      const before = queue.last;
      const writing = (async () => {
        await before;
        const { edit: write } = await office();
        const seen = study.current;
        if (!seen) throw new NotOursError();
        return run((context) => write(context, seen, changes));
      })();
      queue.last = writing.catch(() => undefined);
      try {
        const edited = await writing;
        touched.current?.push(...edited.touched);
        setOutcome((now) => (now && 'error' in now ? undefined : now));
        return edited;
      } catch (error) {
        touched.current = undefined;
        setOutcome({ task: 'edit', error });
        return undefined;
      } finally {
        queue.waiting -= 1;
        if (queue.waiting === 0) await lookAgain();
      }
    },
    [run, lookAgain],
  );

  const goTo = useCallback(
    async (place: Place): Promise<void> => {
      try {
        const { goTo: show } = await office();
        const found = await run((context) => show(context, place, study.current));
        if (!found) throw new GoneError('');
      } catch (error) {
        setOutcome({ task: 'goTo', error });
      }
    },
    [run],
  );

  return useMemo(
    () => ({
      view,
      work,
      outcome,
      proposal,
      apply,
      decline: () => setProposal(undefined),
      perform,
      undertake,
      removeAll,
      edit,
      goTo,
      look,
      dismiss: () => setOutcome(undefined),
      cancel: () => {
        abort.current?.abort();
        setWork((now) => now && { ...now, cancelling: true });
      },
      tryAgain: () => {
        show({ status: 'reading' });
        void look();
      },
    }),
    [view, work, outcome, proposal, apply, perform, undertake, removeAll, edit, goTo, look, show],
  );
}

/** All that describes a workbook is not needed before the pane's first picture. */
const office = () => import('../../office');

/** @param before what was studied before, of which these cells were changed since */
async function readView(
  run: Run,
  catalogs: readonly Catalog[],
  before: Study | undefined,
  cells: readonly Touched[] = [],
): Promise<View> {
  try {
    const { restudy, study } = await office();
    return {
      status: 'ours',
      study: await run((context) =>
        before ? restudy(context, before, cells, { catalogs }) : study(context, { catalogs }),
      ),
    };
  } catch (error) {
    return error instanceof NotOursError ? { status: 'empty' } : { status: 'failed', error };
  }
}
