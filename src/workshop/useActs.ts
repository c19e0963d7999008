import { useMemo } from 'react';
import { useBook } from '../taskpane/core/book';
import { usePane } from '../taskpane/core/paneContext';
import { useTold } from '../taskpane/views/next/useTold';
import type { Acts, Shown } from './acts';
import { scopeOf } from './model/state';

/** The workbook as the map shows it, and the map's way into it: the pane's own edits, and their undoing. */
export function useActs(onClose: () => void): { shown: Shown; acts: Acts } {
  const { study, edit, goTo, busy, history } = useBook();
  const { canDownload } = usePane();
  const told = useTold();
  const scope = useMemo(() => scopeOf(study), [study]);
  const { done, undone, undo, redo } = history;
  const acts = useMemo<Acts>(
    () => ({
      say: async (sayings) => {
        const edited = await edit(sayings);
        return edited && { added: edited.added };
      },
      undo: () => undo().then(() => ({ added: [] })),
      redo: () => redo().then(() => ({ added: [] })),
      goTo: (table, row) => {
        onClose();
        void goTo({ table, row, column: 'pick' });
      },
      close: onClose,
    }),
    [edit, undo, redo, goTo, onClose],
  );
  const shown = useMemo<Shown>(() => {
    const [last, next] = [done[0]?.what, undone[0]?.what];
    return {
      scope,
      ...(last && { undo: told(last) }),
      ...(next && { redo: told(next) }),
      busy,
      canDownload,
    };
  }, [scope, done, undone, told, busy, canDownload]);
  return { shown, acts };
}
