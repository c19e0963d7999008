import { CancelledError } from './errors';
import { withoutFilters } from './tableRows';

/** One step of a change to a workbook, small enough to travel with others. */
export interface Operation {
  bytes: number;
  /** Cells whose value or formula it writes, and the sheet that they are on. */
  cells?: number;
  sheet?: string;
  /** The table whose rows it moves. */
  moves?: string;
  apply(context: Excel.RequestContext): void;
  /** Takes back what `apply` has done; absent where nothing is left behind. */
  revert?(context: Excel.RequestContext): void;
}

/** Excel on the web refuses requests above 5 MB; an operation's own size is an estimate. */
const mostBytes = 3_500_000;

export interface RunOptions {
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
  /** Estimated bytes of one request. */
  batchBytes?: number;
  /** Nothing is written: only what would be is told. */
  dry?: boolean;
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
      await revert(context, batches.slice(0, sent).flat());
      throw new CancelledError();
    }
    context.workbook.application.suspendApiCalculationUntilNextSync();
    context.workbook.application.suspendScreenUpdatingUntilNextSync();
    for (const operation of batch) operation.apply(context);
    // One request a batch is the point: the budget decides how many there are.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    sent += 1;
    options.onProgress?.(sent, batches.length);
  }
}

async function revert(context: Excel.RequestContext, done: Operation[]): Promise<void> {
  for (const operation of done.reverse()) operation.revert?.(context);
  await context.sync();
}

function cut(operations: Operation[], budget: number): Operation[][] {
  const batches: Operation[][] = [];
  let room = 0;
  for (const operation of operations) {
    if (batches.length === 0 || operation.bytes > room) {
      batches.push([]);
      room = budget;
    }
    batches[batches.length - 1]?.push(operation);
    room -= operation.bytes;
  }
  return batches;
}
