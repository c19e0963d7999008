import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Catalog } from '../../catalog/schema';
import { isoOf, serialOf } from '../../rules';
import {
  type Back,
  type Change,
  type Edited,
  type LaidOut,
  type Operation,
  type Place,
  type Study,
  type Touched,
  CancelledError,
  GoneError,
  NotOursError,
} from '../../office';
import type { Run } from './excel';
import { ChangedSinceError, stampOf, useHistory, type Step } from './history';
import { office, readView } from './readView';
import { useChanges } from './useChanges';
import type {
  Act,
  Following,
  LayOutRequest,
  Proposal,
  Task,
  TaskOutcome,
  View,
  Way,
  Work,
} from './work';

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
  const history = useHistory(run);

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
    async (
      task: Task,
      { engagement, lang }: LayOutRequest,
      applied?: Operation[],
    ): Promise<LaidOut> => {
      const { layOut } = await office();
      return run((context) =>
        layOut(context, engagement, {
          ...following(),
          ...{ lang, dry: !applied, repair: task === 'repair', today: isoOf(serialOf(new Date())) },
          ...(applied && { applied }),
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

  /** Lays out, or finds out what would be laid out; what was laid out can be taken back. */
  const layingOut = useCallback(
    async (
      task: Task,
      request: LayOutRequest,
      isAgreed: (would?: LaidOut) => boolean,
    ): Promise<boolean> => {
      const fresh = study.current === undefined;
      const applied: Operation[] = [];
      let laid = false;
      const well = await working(task, async () => {
        if (!isAgreed()) {
          const would = await layOutWith(task, request);
          const idle = would.cells === 0 && would.added.length === 0;
          if (idle) return { task, laidOut: would };
          if (!isAgreed(would)) {
            setProposal({ task, request, would });
            return undefined;
          }
        }
        const laidOut = await layOutWith(task, request, applied);
        laid = laidOut.cells > 0;
        return { task, laidOut };
      });
      if (well && laid && study.current) {
        const layout = { stamp: stampOf(study.current), ...(!fresh && { applied }) };
        history.record({ what: { text: `pane.done.${task as 'layOut'}` }, layout });
      }
      return well;
    },
    [working, layOutWith, history],
  );

  const apply = useCallback(
    ({ task, request }: Pick<Proposal, 'task' | 'request'>) => layingOut(task, request, () => true),
    [layingOut],
  );

  const perform = useCallback(
    (task: Task, request: LayOutRequest = {}): Promise<boolean> =>
      layingOut(task, request, (would) => would?.intoBlank === true),
    [layingOut],
  );

  /** Work on the workbook as it stands when the work begins; progress is told as it comes. */
  const undertake = useCallback(
    async (task: Task, act: Act, way?: Way): Promise<boolean> => {
      const well = await working(task, () => run((context) => act(context, following())));
      if (well && way) history.record({ what: way.what, act: way.back });
      // What came before cannot be told apart from it.
      else if (well && task !== 'undo') history.clear();
      return well;
    },
    [run, working, following, history],
  );

  const removeAll = useCallback(
    (): Promise<boolean> =>
      working('remove', async () => {
        const { removeLayout } = await office();
        const seen = study.current;
        if (!seen) throw new NotOursError();
        const removed = await run((context) => removeLayout(context, seen));
        history.clear();
        return { task: 'remove', removed };
      }),
    [run, working, history],
  );

  /** Writes changes after those before them; undefined when it failed, which is told. */
  const write = useCallback(
    async (changes: readonly Change[]): Promise<Edited | undefined> => {
      const queue = edits.current;
      queue.waiting += 1;
      const before = queue.last;
      const writing = (async () => {
        await before;
        const { edit: put } = await office();
        const seen = study.current;
        if (!seen) throw new NotOursError();
        return run((context) => put(context, seen, changes));
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

  const edit = useCallback(
    async (changes: readonly Change[]): Promise<Edited | undefined> => {
      const { whatOf } = await import('./told');
      const what = study.current && whatOf(study.current, changes);
      const edited = await write(changes);
      if (edited && what && edited.undo.length > 0) history.record({ what, back: edited.undo });
      return edited;
    },
    [write, history],
  );

  /** @returns what does it again, where something can; false when it failed */
  const takeBackStep = useCallback(
    async (step: Step): Promise<Back[] | boolean> => {
      if (step.back) {
        const edited = await write(step.back);
        if (!edited) return false;
        if (edited.kept > 0) setOutcome({ task: 'undo', kept: edited.kept });
        return edited.undo;
      }
      if (step.act) return undertake('undo', step.act);
      const { stamp, applied } = step.layout;
      return working('undo', async () => {
        const seen = study.current;
        if (!seen || stampOf(seen) !== stamp) throw new ChangedSinceError();
        const { removeLayout, takeBack } = await office();
        if (!applied)
          return { task: 'remove', removed: await run((context) => removeLayout(context, seen)) };
        await run((context) => takeBack(context, applied));
        return { task: 'undo', kept: 0 };
      });
    },
    [run, write, working, undertake],
  );
  const { undo: undoWith, redo: redoWith } = history;
  const undo = useCallback((count = 1) => undoWith(takeBackStep, count), [undoWith, takeBackStep]);
  const redo = useCallback(() => redoWith(takeBackStep), [redoWith, takeBackStep]);
  /** What went well is told in the view where it was asked for. */
  const leave = useCallback(
    () => setOutcome((now) => (now && 'error' in now ? now : undefined)),
    [],
  );
  const { done, undone } = history;
  const told = useMemo(() => ({ done, undone, undo, redo }), [done, undone, undo, redo]);

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
      history: told,
      goTo,
      look,
      dismiss: () => setOutcome(undefined),
      leave,
      cancel: () => {
        abort.current?.abort();
        setWork((now) => now && { ...now, cancelling: true });
      },
      tryAgain: () => {
        show({ status: 'reading' });
        void look();
      },
    }),
    [
      view,
      work,
      outcome,
      proposal,
      apply,
      perform,
      undertake,
      removeAll,
      edit,
      told,
      goTo,
      look,
      leave,
      show,
    ],
  );
}
