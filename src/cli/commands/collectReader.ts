import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Catalog } from '../../catalog/schema';
import { rowsOf } from './collectRows';

export interface Reader {
  catalogs: readonly Catalog[];
  /** How many files it reads at a time. */
  atOnce: number;
  read: typeof rowsOf;
  close(): Promise<void>;
}

/** What a workbook is read into lives shortly; with room for it a thread spends a tenth less on clearing up. */
const resourceLimits = { maxYoungGenerationSizeMb: 192 };
/** A thread is worth its start from so many files on, and takes some 400 MB. */
const filesOfAThread = 8;
const mostThreads = 8;

/** As `main.ts` exports it. */
const task = 'rowsOf';

/** The bundled command is its own worker: see `main.ts`. Sources, as tests run them, have none. */
const worker = path.basename(__filename) === 'cli.cjs' ? __filename : undefined;

/** Reads workbooks on as many threads as there are processors, or here where they are few. */
export async function readerOf(files: number, catalogs: readonly Catalog[]): Promise<Reader> {
  const threads = Math.min(availableParallelism(), mostThreads, Math.floor(files / filesOfAThread));
  if (worker === undefined || threads < 2)
    return { catalogs, atOnce: 1, read: rowsOf, close: () => Promise.resolve() };
  const { default: Tinypool } = await import('tinypool');
  const pool = new Tinypool({
    filename: worker,
    minThreads: threads,
    maxThreads: threads,
    resourceLimits,
  });
  return {
    catalogs,
    atOnce: threads,
    read: (job) => pool.run(job, { name: task }) as ReturnType<typeof rowsOf>,
    close: () => pool.destroy(),
  };
}

/** Does the work for each, so many at a time; answers in their order. */
export async function severally<One, Result>(
  all: readonly One[],
  atOnce: number,
  work: (one: One) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const left = all.entries();
  const worker = async () => {
    for (const [i, one] of left) results[i] = await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
