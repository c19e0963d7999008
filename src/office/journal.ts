/* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load -- what is asked for here is read when the caller has made the request */
import { escapedBytes } from './text';
import type { Undo } from './undo';

/**
 * What is under way in a workbook, kept in the workbook itself until it is whole: who does what since
 * when, and how each step is taken back. It stands on the very hidden sheet of the provenance, where no
 * table reaches, and is found by a name: names cannot be given twice, so that of two who begin at once
 * Excel refuses one.
 */
export const journalName = 'appfi.underway';
const journalColumn = 1000;

/** What long work can be. */
export type Task =
  | 'layOut'
  | 'refresh'
  | 'repair'
  | 'remove'
  | 'merge'
  | 'undo'
  | 'upgrade'
  | 'preset'
  | 'sign'
  | 'preview';

/** The first cell. */
export interface Underway {
  /** Whose work it is: one pane, one run of the command line. */
  owner: string;
  task: Task;
  /** When the last request of it was made, ISO. */
  at: string;
  /** Cells below that hold the steps. */
  lines: number;
}

/** Long enough for the slowest request; who is silent for longer is gone. */
const freshMs = 90_000;

export const isFresh = ({ at }: Underway, now = Date.now()): boolean =>
  Math.abs(now - Date.parse(at)) < freshMs;

/** A cell takes 32,767 signs. */
const mostSigns = 30_000;

/** Steps as cells one below the other; the first sign says whether a cell begins or goes on. */
export function linesOf(steps: readonly Undo[]): string[][] {
  if (steps.length === 0) return [];
  const text = JSON.stringify(steps);
  const lines: string[][] = [];
  for (let at = 0; at < text.length;) {
    let end = Math.min(text.length, at + mostSigns);
    // A character of two halves stays whole.
    if (end < text.length && /[\ud800-\udbff]/.test(text.charAt(end - 1))) end -= 1;
    lines.push([`${at === 0 ? 'a' : 'b'}${text.slice(at, end)}`]);
    at = end;
  }
  return lines;
}

/** The steps that cells hold, in their order. */
function stepsIn(lines: readonly (readonly unknown[])[]): Undo[] {
  const texts: string[] = [];
  for (const [cell] of lines) {
    const line = String(cell ?? '');
    if (line.startsWith('a')) texts.push(line.slice(1));
    else if (texts.length > 0) texts.push((texts.pop() ?? '') + line.slice(1));
  }
  return texts.flatMap((text) => JSON.parse(text) as Undo[]);
}

export const weightOf = (steps: readonly Undo[]): number =>
  steps.length === 0 ? 0 : escapedBytes(linesOf(steps));

/** Asks what is under way; what it answers is to be called after the request. */
export function askUnderway(workbook: Excel.Workbook): () => Underway | undefined {
  const name = workbook.names.getItemOrNullObject(journalName);
  name.load('name');
  const head = name.getRangeOrNullObject();
  head.load('values');
  return () => {
    if (name.isNullObject) return undefined;
    return (head.isNullObject ? undefined : headIn(head.values[0]?.[0])) ?? lost;
  };
}

/** Its cells are gone: nothing is left to be taken back but the name. */
const lost: Underway = { owner: '', task: 'layOut', at: new Date(0).toISOString(), lines: 0 };

/** Whether only its name is left of it. */
export const isLost = ({ owner }: Underway): boolean => owner === lost.owner;

function headIn(cell: unknown): Underway | undefined {
  try {
    return JSON.parse(String(cell)) as Underway;
  } catch {
    return undefined;
  }
}

/** Where the journal of a workbook of ours begins. */
export const homeOf = (sheet: Excel.Worksheet): Excel.Range =>
  sheet.getRangeByIndexes(0, journalColumn, 1, 1).untrack();

const headOf = (workbook: Excel.Workbook): Excel.Range =>
  workbook.names.getItem(journalName).getRange().untrack();

/** Begins it; Excel refuses where another has. */
export function begin(workbook: Excel.Workbook, home: Excel.Range): void {
  workbook.names.add(journalName, home).visible = false;
}

/** Writes further steps, before they are made. */
export function note(
  workbook: Excel.Workbook,
  head: Underway,
  before: number,
  lines: string[][],
): void {
  const first = headOf(workbook);
  if (lines.length > 0)
    first
      .getOffsetRange(1 + before, 0)
      .getResizedRange(lines.length - 1, 0)
      .untrack().values = lines;
  first.values = [[JSON.stringify(head)]];
}

/** What was under way is taken back, perhaps with the sheet that this stands on. */
export async function endWherever(context: Excel.RequestContext, lines: number): Promise<void> {
  const { names } = context.workbook;
  const name = names.getItemOrNullObject(journalName);
  name.load('name');
  const head = name.getRangeOrNullObject();
  head.load('address');
  await context.sync();
  if (name.isNullObject) return;
  if (!head.isNullObject) end(context.workbook, lines);
  else name.delete();
  await context.sync();
}

/** What was under way is whole. */
export function end(workbook: Excel.Workbook, lines: number): void {
  headOf(workbook).getResizedRange(lines, 0).untrack().clear();
  workbook.names.getItem(journalName).delete();
}

/** Reads its steps. */
export async function stepsOf(context: Excel.RequestContext, { lines }: Underway): Promise<Undo[]> {
  if (lines === 0) return [];
  const cells = headOf(context.workbook)
    .getOffsetRange(1, 0)
    .getResizedRange(lines - 1, 0);
  cells.load('values');
  await context.sync();
  return stepsIn(cells.values);
}

/** How work is told to others while it lasts. */
export interface Journaled {
  /** What it is; small work has none, and is not told. */
  task?: Task;
  /** Whose it is: one pane has one. */
  owner?: string;
}
