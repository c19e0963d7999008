import { CancelledError, SheetProtectedError } from './errors';
import type { Outline } from './inspect';
import { Scale } from './scale';
import { withoutFilters } from './tableRows';
import { targetOf, type Target } from './target';

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
  apply(target: Target): void;
  /** Takes back what `apply` has done; absent where nothing is left behind. */
  revert?(target: Target): void;
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
const mostBytes = 2_300_000;

export interface RunOptions {
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
  /** The most that one request shall have. */
  batchBytes?: number;
  /** Nothing is written: only what would be is told. */
  dry?: boolean;
  /** Gathers what has been applied, for {@link takeBack}. */
  applied?: Operation[];
}

/**
 * Applies the operations in order, in as few requests as the budget allows. Between two requests the
 * work can be cancelled; what the requests before have done is then taken back.
 * @throws CancelledError
 */
export async function run(
  context: Excel.RequestContext,
  operations: Operation[],
  options: RunOptions = {},
): Promise<void> {
  if (options.dry) return;
  const batches = cut(await withoutFilters(context, operations), options.batchBytes ?? mostBytes);
  let sent = 0;
  for (const batch of batches) {
    if (options.signal?.aborted) {
      await takeBack(context, batches.slice(0, sent).flat());
      throw new CancelledError();
    }
    const target = targetOf(context.workbook);
    suspend(target);
    for (const operation of batch) operation.apply(target);
    // One request a batch is the point: the budget decides how many there are.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    sent += 1;
    options.applied?.push(...batch);
    options.onProgress?.(sent, batches.length);
  }
}

function suspend({ workbook }: Target): void {
  workbook.application.suspendApiCalculationUntilNextSync();
  workbook.application.suspendScreenUpdatingUntilNextSync();
}

/** Takes back what was applied, the last first; nothing may have moved since. */
export async function takeBack(
  context: Excel.RequestContext,
  applied: readonly Operation[],
): Promise<void> {
  const target = targetOf(context.workbook);
  for (const operation of [...applied].reverse()) operation.revert?.(target);
  await context.sync();
}

/** As few requests as the budget allows; one operation alone may be more. */
function cut(operations: Operation[], budget: number): Operation[][] {
  const batches: Operation[][] = [];
  let scale: Scale | undefined;
  const begin = (): Scale => {
    batches.push([]);
    const fresh = new Scale(scale?.lastId);
    suspend(fresh.target);
    return fresh;
  };
  for (const operation of operations) {
    scale ??= begin();
    operation.apply(scale.target);
    if (scale.bytes > budget && batches[batches.length - 1]?.length) {
      scale = begin();
      operation.apply(scale.target);
    }
    batches[batches.length - 1]?.push(operation);
  }
  return batches;
}
