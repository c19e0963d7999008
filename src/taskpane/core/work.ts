import type { Engagement } from '../../engagement/schema';
import type { Lang } from '../../messages';
import type { LaidOut, LayOutOptions, Study, Underway } from '../../office';
import type { What } from './history';

/** What the pane knows of the workbook. */
export type View =
  | { status: 'reading' }
  | { status: 'empty' }
  | { status: 'ours'; study: Study }
  | { status: 'failed'; error: unknown };

/** `rows`: those that a contract needs. */
export type Task =
  'layOut' | 'refresh' | 'rows' | 'repair' | 'remove' | 'merge' | 'undo' | 'upgrade';

/** What many changes are together. */
export type Whole = 'preset' | 'strongest';

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
  | { task: 'undo'; kept: number }
  /** What had been broken off in the workbook is in order now. */
  | { task: 'look'; recovered: Underway['task'] }
  | { task: Task | 'edit' | 'goTo' | 'look'; error: unknown };

export type Following = Pick<LayOutOptions, 'catalogs' | 'owner' | 'signal' | 'onProgress'>;
/** How work is told in the list of what was done, and what takes it back. */
export interface Way {
  what: What;
  back: Act;
}
export type Act = (context: Excel.RequestContext, options: Following) => Promise<TaskOutcome>;

export interface LayOutRequest {
  engagement?: Engagement;
  lang?: Lang;
  /** Catalogs whose edition at hand is taken as a whole. */
  take?: readonly string[];
}

/** What a layout would do to a workbook that holds something, before anyone agrees to it. */
export interface Proposal {
  task: Task;
  request: LayOutRequest;
  would: LaidOut;
}
