import { useCallback, useMemo, useRef, useState } from 'react';
import type { Catalog } from '../../catalog/schema';
import { isoOf, serialOf } from '../../rules';
import {
  type Back,
  type Change,
  type Edited,
  type LaidOut,
  type Place,
  type Undo,
  CancelledError,
  GoneError,
  NotOursError,
} from '../../office';
import { EditQueue } from './editQueue';
import type { Run } from './excel';
import { ChangedSinceError, stampOf, useHistory, type Step } from './history';
import { office } from './readView';
import { useReading } from './useReading';
import type {
  Act,
  Following,
  LayOutRequest,
  Proposal,
  Task,
  TaskOutcome,
  Way,
  Whole,
  Work,
} from './work';

/**
 * The workbook as the pane sees it, and what the pane can do to it. One piece of long work at a
 * time; edits are written one after the other, and the workbook is read again after the last.
 */
export function useWorkbook(run: Run, catalogs: readonly Catalog[]) {
  const [work, setWork] = useState<Work>();
  const [outcome, setOutcome] = useState<TaskOutcome>();
  const [proposal, setProposal] = useState<Proposal>();
  /** Of the long work that is under way, and of all that was asked for. */
  const abort = useRef<AbortController>(undefined);
  const asked = useRef(new Set<AbortController>());
  const [edits] = useState(() => new EditQueue());
  const works = useRef<Promise<unknown>>(Promise.resolve());
  const [owner] = useState(() => crypto.randomUUID());
  const history = useHistory();
  const { view, isBehind, study, reading, show, look, lookAgain, touch } = useReading(
    run,
    catalogs,
    owner,
    {
      isBusy: () => abort.current !== undefined || edits.isBusy,
      // What failed before says more than that the line is down.
      onError: (error) =>
        setOutcome((now) => (now && 'error' in now ? now : { task: 'look', error })),
      onRecovered: (recovered) => setOutcome({ task: 'look', recovered }),
      onRead: () => setOutcome((now) => (now && isOfReading(now) ? undefined : now)),
    },
  );

  /** What long work goes by: it can be cancelled, and tells how far it is. */
  const following = useCallback(
    (): Following => ({
      catalogs,
      owner,
      signal: abort.current?.signal,
      onProgress: (done, total) => setWork((now) => now && { ...now, done, total }),
    }),
    [catalogs, owner],
  );

  const layOutWith = useCallback(
    async (
      task: Task,
      { engagement, ...how }: LayOutRequest,
      applied?: Undo[],
    ): Promise<LaidOut> => {
      const { layOut } = await office();
      return run((context) =>
        layOut(context, engagement, {
          ...following(),
          ...{
            ...how,
            dry: !applied,
            repair: task === 'repair',
            today: isoOf(serialOf(new Date())),
          },
          ...(applied && { applied }),
        }),
      );
    },
    [run, following],
  );

  /** Long work waits for what was asked for before it, and nothing is read meanwhile. */
  const alone = useCallback(
    <T>(act: () => Promise<T>): Promise<T> => {
      const before = [works.current, edits.last];
      // Whoever waits can be cancelled too.
      const controller = new AbortController();
      asked.current.add(controller);
      const doing = (async () => {
        await Promise.all(before);
        await reading.current;
        abort.current = controller;
        try {
          return await act();
        } finally {
          abort.current = undefined;
          asked.current.delete(controller);
        }
      })();
      works.current = doing.catch(() => undefined);
      return doing;
    },
    [reading, edits],
  );

  /** Long work that a view tells of itself. */
  const quietly = useCallback(
    <T>(act: (context: Excel.RequestContext, options: Following) => Promise<T>): Promise<T> =>
      alone(() => run((context) => act(context, following()))),
    [alone, run, following],
  );

  /**
   * One piece of long work: told while it lasts and when it is over; then the workbook is read.
   * False when it failed or was cancelled.
   */
  const working = useCallback(
    async (task: Task, act: () => Promise<TaskOutcome | undefined>): Promise<boolean> => {
      setWork((now) => now ?? { task, done: 0, total: 0, cancelling: false });
      let well = false;
      await alone(async () => {
        setOutcome(undefined);
        setProposal(undefined);
        setWork({ task, done: 0, total: 0, cancelling: false });
        try {
          setOutcome(await act());
          well = true;
        } catch (error) {
          setOutcome(error instanceof CancelledError ? { task, cancelled: true } : { task, error });
        }
      });
      await look();
      if (!abort.current) setWork(undefined);
      return well;
    },
    [alone, look],
  );

  /** Lays out, or finds out what would be laid out; what was laid out can be taken back. */
  const layingOut = useCallback(
    async (
      task: Task,
      request: LayOutRequest,
      isAgreed: (would?: LaidOut) => boolean,
    ): Promise<boolean> => {
      const fresh = study.current === undefined;
      const applied: Undo[] = [];
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
    [working, layOutWith, history, study],
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
        const removed = await run((context) => removeLayout(context, seen, following()));
        history.clear();
        return { task: 'remove', removed };
      }),
    [run, working, history, following, study],
  );

  /** Writes changes after those before them; undefined when it failed, which is told. */
  const write = useCallback(
    async (
      changes: readonly Change[],
      { whole, onDone }: { whole?: Whole | undefined; onDone?: (edited: Edited) => void } = {},
    ): Promise<Edited | undefined> => {
      try {
        const edited = await edits.write(works.current, async () => {
          const { edit: put } = await office();
          const seen = study.current;
          if (!seen) throw new NotOursError();
          const options = { owner, ...(whole === 'preset' && { task: whole }) };
          return run((context) => put(context, seen, changes, options));
        });
        touch(edited.touched);
        setOutcome((now) => (now && 'error' in now ? undefined : now));
        onDone?.(edited);
        return edited;
      } catch (error) {
        touch(undefined);
        setOutcome({ task: 'edit', error });
        return undefined;
      } finally {
        await edits.seen(lookAgain);
      }
    },
    [run, lookAgain, owner, study, touch, edits],
  );

  const edit = useCallback(
    (changes: readonly Change[], whole?: Whole): Promise<Edited | undefined> =>
      edits.once(changes, async () => {
        const { whatOf } = await import('./told');
        const what = whole
          ? { text: `pane.done.${whole}` as const, params: { count: changes.length } }
          : study.current && whatOf(study.current, changes);
        const onDone = ({ undo: back }: Edited) => {
          if (what && back.length > 0) history.record({ what, back });
        };
        const edited = await write(changes, { whole, onDone });
        // A whole contract comes with the rows that it needs.
        if (
          edited &&
          whole === 'preset' &&
          study.current &&
          (await office()).lacksRows(study.current)
        )
          await layingOut('rows', {}, () => true);
        return edited;
      }),
    [write, history, study, edits, layingOut],
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
        const { removeLayout, carryBack } = await office();
        if (!applied)
          return {
            task: 'remove',
            removed: await run((context) => removeLayout(context, seen, following())),
          };
        await run((context) => carryBack(context, applied, following()));
        return { task: 'undo', kept: 0 };
      });
    },
    [run, write, working, undertake, following, study],
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
        const { goTo: show, lackedBy } = await office();
        const found = await run((context) => show(context, place, study.current));
        const facts = study.current?.inspection.facts ?? new Map<string, string>();
        if (!found) throw lackedBy(facts, new GoneError(''));
      } catch (error) {
        setOutcome({ task: 'goTo', error });
      }
    },
    [run, study],
  );

  /** Something went wrong with a command. */
  const tell = useCallback((error: unknown) => setOutcome({ task: 'goTo', error }), []);

  return useMemo(
    () => ({
      tell,
      view,
      isBehind,
      work,
      outcome,
      proposal,
      apply,
      quietly,
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
        for (const controller of asked.current) controller.abort();
        setWork((now) => now && { ...now, cancelling: true });
      },
      tryAgain: () => {
        show({ status: 'reading' });
        void look();
      },
    }),
    [
      tell,
      view,
      isBehind,
      work,
      outcome,
      proposal,
      apply,
      quietly,
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

/** The workbook could not be read when it was tried before. */
const isOfReading = (outcome: TaskOutcome): boolean =>
  'error' in outcome && outcome.task === 'look';
