import { SheetProtectedError } from './errors';
import type { Outline } from './inspect';
import type { Journaled } from './journal';
import { Scale } from './scale';
import type { Target } from './target';
import type { Cells, Undo } from './undo';
import type { Corner } from './write';

/**
 * One step of a change to a workbook, small enough to travel with others. It is applied twice: to be
 * weighed, and to be sent.
 */
export interface Operation {
  /** Cells whose value or formula it writes, and the sheet that they are on. */
  cells?: number;
  sheet?: string;
  /** The table whose rows it moves. */
  moves?: string;
  /** The table whose rows it is written beside, in the order in which they were read. */
  beside?: string;
  /** Answers how to tell, after the request, what stood in the cells that it has overwritten. */
  apply(target: Target): Found | void;
  /** Cells that it overwrites: where they are, what they hold, and what is put there. */
  over?: Overwriting;
  /** What takes back what else it does, in the order in which it is done; sheets by their names. */
  undo?: readonly Undo[];
}

/** Formulas, as the request has found them. */
export type Found = () => unknown[][];

interface Overwriting extends Corner {
  had: Cells;
  wrote: Cells;
  /** The table whose headers they are: then they are where it stands, not where they were. */
  header?: string;
}

/**
 * Excel would stop in the middle of what it does to other sheets.
 * @throws SheetProtectedError
 */
export function refuseProtected(
  { protectedSheets }: Pick<Outline, 'protectedSheets'>,
  operations: readonly Operation[],
): void {
  const touched = new Set(operations.flatMap(({ sheet }) => sheet ?? []));
  const refused = [...touched].filter((sheet) => protectedSheets.has(sheet));
  if (refused.length > 0) throw new SheetProtectedError(refused);
}

/** Excel on the web refuses requests above 5 MB, and others travel beside ours. */
export const mostBytes = 2_300_000;

export interface RunOptions extends Journaled {
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
  /** The most that one request shall have. */
  batchBytes?: number;
  /** Nothing is written: only what would be is told. */
  dry?: boolean;
  /** Gathers what takes the change back once it is whole, for `carryBack`. */
  applied?: Undo[];
}

export function suspend({ workbook }: Target): void {
  workbook.application.suspendApiCalculationUntilNextSync();
  workbook.application.suspendScreenUpdatingUntilNextSync();
}

/**
 * As few requests as the budget allows; one operation alone may be more.
 * @param weightOf what travels beside an operation, either way
 */
export function cut<T extends Operation>(
  operations: readonly T[],
  budget: number,
  weightOf: (operation: T) => number,
): T[][] {
  const batches: T[][] = [];
  let scale: Scale | undefined;
  let beside = 0;
  const begin = (): Scale => {
    batches.push([]);
    beside = 0;
    const fresh = new Scale(scale?.lastId);
    suspend(fresh.target);
    return fresh;
  };
  for (const operation of operations) {
    scale ??= begin();
    const weight = weightOf(operation);
    operation.apply(scale.target);
    if (scale.bytes + beside + weight > budget && batches[batches.length - 1]?.length) {
      scale = begin();
      operation.apply(scale.target);
    }
    beside += weight;
    batches[batches.length - 1]?.push(operation);
  }
  return batches;
}
