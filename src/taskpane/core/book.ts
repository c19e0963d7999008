import { createContext, useContext } from 'react';
import type { Change, Edited, Place, Study } from '../../office';
import type { History } from './history';
import type { Act, Following, LayOutRequest, Task, Way, Whole } from './work';
import type { Run } from './excel';

/** The workbook that a view shows, and what it can do to it. State lives in the workbook alone. */
export interface Book {
  study: Study;
  run: Run;
  /** A long piece of work is under way; edits wait for it. */
  busy: boolean;
  /**
   * Writes what was said, in order; undefined when it failed, which the pane then tells.
   * @param whole what the changes are together
   */
  edit(changes: readonly Change[], whole?: Whole): Promise<Edited | undefined>;
  /** What was done here, and the way back. */
  history: History;
  /** Shows a place of the workbook; the pane tells when it is gone. */
  goTo(place: Place): Promise<void>;
  /** What changes a workbook that holds something is proposed first, and done when agreed to. */
  perform(task: Task, request?: LayOutRequest): Promise<boolean>;
  /** Other long work; what came of it is told, and the workbook is read again. False when it failed. */
  undertake(task: Task, act: Act, way?: Way): Promise<boolean>;
  /** Long work that the view tells of itself. @throws what goes wrong */
  quietly<T>(act: (context: Excel.RequestContext, options: Following) => Promise<T>): Promise<T>;
  /** Deletes what was generated. */
  removeAll(): Promise<boolean>;
  /** Reads the workbook again. */
  look(): Promise<void>;
}

export const BookContext = createContext<Book | undefined>(undefined);

export function useBook(): Book {
  const book = useContext(BookContext);
  if (!book) throw new Error('Outside a workbook of ours');
  return book;
}
