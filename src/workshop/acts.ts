import type { Saying } from './model/said';
import type { Scope } from './model/scope';

/** What the map is given to show. */
export interface Shown {
  scope: Scope;
  /** What would be undone and redone, in words. */
  undo?: string;
  redo?: string;
  /** A long piece of work is under way in the workbook. */
  busy: boolean;
  canDownload: boolean;
}

/** Ids of the rows that were added; undefined where the workbook did not take it, which the pane tells. */
export type Answer = { added: string[] } | undefined;

/** What the map asks of the workbook. */
export interface Acts {
  say(sayings: Saying[]): Promise<Answer>;
  undo(): Promise<Answer>;
  redo(): Promise<Answer>;
  /** Shows the item's cell in the workbook. */
  goTo(step: string, item: string): void;
  close(): void;
}
