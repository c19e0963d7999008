import type { ViewId } from '../views/viewIds';

/** What the ribbon, a shortcut or the try-it page asks the pane for. */
export interface Asked {
  /** Brings the workbook up to date; what would change is proposed first. */
  refresh?: boolean;
  view?: ViewId;
  /** Opens the large map. */
  map?: boolean;
  /** A part of that view. */
  part?: string;
  /** Filled templates to take in. */
  files?: readonly File[];
  /** Id of the sheet to show beside it. */
  sheet?: string;
}

let waiting: Asked | undefined;
let answer: ((asked: Asked) => void) | undefined;

/** Asks the pane, or keeps the last that was asked until the pane is there. */
export function ask(asked: Asked): void {
  if (answer) answer(asked);
  else waiting = asked;
}

/** The pane's answer to what is asked; returns how to stop answering. */
export function onAsked(respond: (asked: Asked) => void): () => void {
  answer = respond;
  if (waiting) respond(waiting);
  waiting = undefined;
  return () => {
    if (answer === respond) answer = undefined;
  };
}

let untold: { error: unknown } | undefined;
let teller: ((error: unknown) => void) | undefined;

/** What went wrong with a command, for the pane to tell; kept until the pane is there. */
export function report(error: unknown): void {
  if (teller) teller(error);
  else untold = { error };
}

/** Tells of what goes wrong with commands; returns how to stop. */
export function onReported(tell: (error: unknown) => void): () => void {
  teller = tell;
  if (untold) tell(untold.error);
  untold = undefined;
  return () => {
    if (teller === tell) teller = undefined;
  };
}
