import { useCallback, useMemo, useRef, useState } from 'react';
import { Failure, type MessageKey, type MessageParams } from '../../messages';
import type { Back, Study, Undo } from '../../office';
import type { Act } from './work';

/** What was done, to be said in the pane's language; words of the workbook are parameters. */
export interface What {
  text: MessageKey;
  params?: MessageParams;
  /** Changes beside the one that is told. */
  more?: number;
}

interface Layout {
  /** The workbook as the layout left it. */
  stamp: string;
  /** What it did to a workbook that was there; absent where it made the workbook. */
  applied?: readonly Undo[];
}

/** One thing that was done, and what takes it back: cells as they were, work of its own, or a layout. */
export type Step = { what: What } & (
  | { back: Back[]; act?: never }
  | { act: Act; back?: never }
  | { layout: Layout; back?: never; act?: never }
);

export interface Done {
  id: number;
  what: What;
}
type Kept = Step & { id: number };

/** Takes a step back: what does it again, or whether it went well where nothing can. */
export type TakeBack = (step: Step) => Promise<Back[] | boolean>;

/** As many as people look back on. */
const most = 100;

/** A layout is not taken back once something else has changed. */
export class ChangedSinceError extends Failure {
  constructor() {
    super('changed-since');
  }
}

/** Everything that people say in a workbook, and where its tables stand. */
export const stampOf = ({ read, inspection }: Study): string =>
  JSON.stringify([
    read.engagement,
    inspection.sheets,
    [...read.matching.tables].map(([id, { snapshot }]) => [
      id,
      snapshot.row,
      snapshot.column,
      snapshot.headers,
      snapshot.values.length,
    ]),
  ]);

/** What was done in the pane to its workbook, the latest first, and what of it was taken back. */
export function useHistory() {
  const [done, setDone] = useState<readonly Kept[]>([]);
  const [undone, setUndone] = useState<readonly Kept[]>([]);
  const last = useRef(0);
  const latest = useRef({ done, undone });
  const show = useCallback((next: { done: readonly Kept[]; undone: readonly Kept[] }) => {
    latest.current = next;
    setDone(next.done);
    setUndone(next.undone);
  }, []);
  const clear = useCallback(() => show({ done: [], undone: [] }), [show]);

  const record = useCallback(
    (step: Step) => {
      last.current += 1;
      const all = [{ ...step, id: last.current }, ...latest.current.done];
      show({ done: all.slice(0, most), undone: [] });
    },
    [show],
  );

  /** The latest, and as many before it as are asked for; it ends with the first that fails. */
  const undo = useCallback(
    async (takeBack: TakeBack, count: number): Promise<void> => {
      for (let i = 0; i < count; i += 1) {
        const [step] = latest.current.done;
        // Each rests on the one before it.
        const again = step ? await takeBack(step) : false;
        if (!step || again === false) return;
        const { done: before, undone: after } = latest.current;
        const redoing: Kept[] =
          again === true ? [] : [{ id: step.id, what: step.what, back: again }, ...after];
        show({ done: before.filter(({ id }) => id !== step.id), undone: redoing });
      }
    },
    [show],
  );

  const redo = useCallback(
    async (takeBack: TakeBack): Promise<void> => {
      const [step] = latest.current.undone;
      const again = step ? await takeBack(step) : false;
      if (!step || typeof again === 'boolean') return;
      const { done: before, undone: after } = latest.current;
      show({
        done: [{ id: step.id, what: step.what, back: again }, ...before],
        undone: after.filter(({ id }) => id !== step.id),
      });
    },
    [show],
  );

  return useMemo(
    () => ({ done, undone, record, clear, undo, redo }),
    [done, undone, record, clear, undo, redo],
  );
}

/** What a view shows of it. */
export interface History {
  done: readonly Done[];
  undone: readonly Done[];
  undo(count?: number): Promise<void>;
  redo(): Promise<void>;
}
