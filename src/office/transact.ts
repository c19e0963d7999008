import { cut, mostBytes, suspend, type Found, type Operation, type RunOptions } from './batch';
import { CancelledError, MovedError, NotTakenBackError, UnderwayError } from './errors';
import {
  askUnderway,
  begin,
  end,
  endWherever,
  homeOf,
  isLost,
  linesOf,
  note,
  stepsOf,
} from './journal';
import type { Task, Underway } from './journal';
import { provenanceTable } from './inspect';
import { withoutFilters } from './tableRows';
import {
  asFound,
  isAsPlanned,
  nowhere,
  stepsFor,
  touched,
  weight,
  type Planned,
  type Scope,
} from './steps';
import { takeBack } from './takeBack';
import { targetOf } from './target';
import type { Undo } from './undo';
import { Witness, witnessed } from './witness';

/** What makes work part of a larger one. */
export interface Within {
  work?: Work;
}

/** So often a change is planned anew because somebody else was quicker. */
const mostAttempts = 4;

/**
 * Makes a change to a workbook as a whole: when it fails or is cancelled, what it did so far is taken
 * back; where that is broken off too, the journal in the workbook says how to go on (`recover`). When
 * things stood otherwise than planned by the time they were written, it is taken back and planned anew.
 * @param act plans, and runs operations; it may be called again
 * @throws CancelledError, MovedError, UnderwayError, NotTakenBackError and what Excel refuses
 */
export async function transact<T>(
  context: Excel.RequestContext,
  options: RunOptions & Within,
  act: (work: Work) => Promise<T>,
): Promise<T> {
  if (options.work) return act(options.work);
  for (let attempt = 1; ; attempt += 1) {
    const work = new Work(context, options, attempt);
    let result: { of: T } | undefined;
    try {
      result = { of: await act(work) };
      await work.close();
    } catch (error) {
      const isWhole = await work.takeBack(error);
      if (!isWhole && (!(error instanceof MovedError) || attempt >= mostAttempts)) throw error;
      if (!isWhole) result = undefined;
    }
    if (result) {
      options.applied?.push(...work.made());
      return result.of;
    }
  }
}

/** Makes a change to see what comes of it: it is taken back, also when all goes well. */
export const trying = <T>(
  context: Excel.RequestContext,
  options: RunOptions & Within,
  act: (work: Work) => Promise<T>,
): Promise<T> =>
  transact(context, options, async (work) => {
    const before = work.made().length;
    const result = await act(work);
    await work.backTo(before);
    return result;
  });

/** Takes back, or brings to its end, what was begun in a workbook and broken off; answers what it was. */
export async function recover(context: Excel.RequestContext, underway: Underway): Promise<Task> {
  const steps = await stepsOf(context, underway);
  await takeBack(context, steps);
  await endWherever(context, underway.lines);
  return underway.task;
}

/**
 * Carries out what takes something back, as a whole: where it is broken off, `recover` goes on with it.
 * @throws CancelledError before it begins, UnderwayError, NotTakenBackError
 */
export async function carryBack(
  context: Excel.RequestContext,
  steps: readonly Undo[],
  options: Pick<RunOptions, 'owner' | 'signal' | 'task'> = {},
): Promise<void> {
  if (options.signal?.aborted) throw new CancelledError();
  const work = new Work(context, { task: 'undo', ...options });
  work.note(steps);
  try {
    await context.sync();
  } catch (error) {
    const underway = await underwayIn(context);
    if (underway?.owner !== work.owner) throw underway ? new UnderwayError(underway) : error;
  }
  const finish = async () => {
    const underway = await underwayIn(context);
    if (underway?.owner === work.owner) await recover(context, underway);
  };
  // An answer that was lost, or a moment in which Excel was busy, is no reason to leave half of it.
  await finish()
    .catch(() => finish())
    .catch((error: unknown) => {
      throw new NotTakenBackError(error, error);
    });
}

/** What is under way in a workbook, or was begun and broken off. */
export async function underwayIn(context: Excel.RequestContext): Promise<Underway | undefined> {
  const tell = askUnderway(context.workbook);
  await context.sync();
  return tell();
}

/** A change while it is made. */
export class Work {
  readonly owner: string;
  private readonly steps: Undo[] = [];
  /** Steps that the next request writes down. */
  private readonly unnoted: Undo[] = [];
  private lines = 0;
  private began = false;
  private closing = false;

  constructor(
    private readonly context: Excel.RequestContext,
    private readonly options: RunOptions,
    /** Counted from 1; from the second on, what was read before is not as it stands. */
    readonly attempt = 1,
  ) {
    this.owner = options.owner ?? crypto.randomUUID();
  }

  /** Whether this is what is under way. */
  isOf({ owner }: Underway): boolean {
    return this.began && owner === this.owner;
  }

  /**
   * Applies operations in order, in as few requests as the budget allows. Between two requests the work
   * can be cancelled. Each request carries what would take it back, and finds out whether what it wrote
   * over was what it was planned to be.
   */
  async run(operations: readonly Operation[], scope: Scope = nowhere): Promise<void> {
    const { options, context } = this;
    if (options.dry) return;
    const planned = (await withoutFilters(context, operations)).map((one): Planned => ({
      ...one,
      steps: stepsFor(one, scope),
    }));
    const witness = new Witness(witnessed(scope, touched(planned, scope), scope.keys));
    const batches = cut(planned, options.batchBytes ?? mostBytes, weight);
    for (const [i, batch] of batches.entries()) {
      if (options.signal?.aborted) throw new CancelledError();
      const target = targetOf(context.workbook);
      suspend(target);
      const stands = witness.before(context.workbook);
      this.note(batch.flatMap(({ steps }) => steps));
      const founds = batch.map((operation) => operation.apply(target));
      const remember = witness.after(context.workbook);
      // One request a batch is the point: the budget decides how many there are.
      // eslint-disable-next-line office-addins/no-context-sync-in-loop
      await context.sync();
      this.began = this.options.task !== undefined;
      this.verify(stands(), batch, founds, scope);
      remember();
      options.onProgress?.(i + 1, batches.length);
    }
  }

  /**
   * Adds sheets in a request of their own, under names that nobody else gives, and answers the ids that
   * Excel gave them: from then on they can be told from sheets of the same names that others add.
   * @param blank the sheet that a new workbook starts with
   */
  async addSheets(
    count: number,
    steps: readonly Undo[] = [],
    blank?: string,
  ): Promise<readonly string[]> {
    if (this.options.signal?.aborted) throw new CancelledError();
    const { workbook } = this.context;
    const mark = crypto.randomUUID().slice(0, 18);
    const added = Array.from({ length: count }, (_, i) => {
      const sheet = workbook.worksheets.add(`${mark}-${i + 1}`);
      sheet.load('id');
      return sheet;
    });
    const last = added[added.length - 1];
    const gone = {
      kind: 'sheets' as const,
      marks: [mark],
      ids: [],
      ...(blank !== undefined && { blank }),
    };
    this.note([...steps, gone], last);
    await this.context.sync();
    this.began = this.options.task !== undefined;
    const ids = added.map(({ id }) => id);
    const known = { kind: 'sheets' as const, ids, ...(blank !== undefined && { blank }) };
    this.steps.push(known);
    this.unnoted.push(known);
    return ids;
  }

  /** Writes down what takes steps back, before they are made, in the same request. */
  note(steps: readonly Undo[], home?: Excel.Worksheet): void {
    const { workbook } = this.context;
    this.steps.push(...steps);
    const { task } = this.options;
    if (task === undefined) return;
    if (!this.began)
      begin(workbook, homeOf(home ?? workbook.tables.getItem(provenanceTable).worksheet));
    const lines = linesOf([...this.unnoted.splice(0), ...steps]);
    const head = { owner: this.owner, task, at: new Date().toISOString() };
    note(workbook, { ...head, lines: this.lines + lines.length }, this.lines, lines);
    this.lines += lines.length;
  }

  /** @throws MovedError when things stood otherwise; what was overwritten is then known as it was */
  private verify(
    stands: boolean,
    batch: readonly Planned[],
    founds: readonly (Found | void)[],
    scope: Scope,
  ): void {
    const found = founds.map((tell) => tell?.());
    const expected = batch.every(({ over, undo }, i) => {
      const cells = found[i];
      const had = over?.had ?? undo?.flatMap((step) => (step.kind === 'shrunk' ? step.rows : []));
      if (!cells || !had) return true;
      // The formula of a rule names cells beside its own, and is another where these have moved.
      const rule = undo?.find((step) => step.kind === 'rule');
      if (rule) return cells[0]?.[0] === rule.had;
      return isAsPlanned(cells, had, over?.wrote);
    });
    if (stands && expected) return;
    const planned = new Set(batch.flatMap(({ steps }) => steps));
    const before = this.steps.filter((step) => !planned.has(step));
    const actual = batch.flatMap((operation, i) => asFound(operation, found[i], scope));
    this.steps.splice(0, Infinity, ...before, ...actual);
    throw new MovedError();
  }

  /** The steps so far. */
  made(): readonly Undo[] {
    return [...this.steps];
  }

  /** Takes back what was made after so many steps. */
  async backTo(count: number): Promise<void> {
    const since = this.steps.slice(count);
    if (since.length > 0) await takeBack(this.context, since);
    this.steps.splice(count);
  }

  /** The change is whole. */
  async close(): Promise<void> {
    if (!this.began) return;
    this.closing = true;
    end(this.context.workbook, this.lines);
    await this.context.sync();
    this.began = false;
  }

  /**
   * After something went wrong; answers whether the change is whole nevertheless, as only the answer to its
   * last request was lost.
   * @throws UnderwayError when somebody else is at work, NotTakenBackError when this fails too
   */
  async takeBack(cause: unknown): Promise<boolean> {
    const { context, steps } = this;
    if (steps.length === 0 && !this.began) return false;
    try {
      if (this.options.task === undefined) {
        await takeBack(context, steps);
        return false;
      }
      const now = await underwayIn(context);
      if (this.closing && (!now || isLost(now))) {
        if (now) await endWherever(context, now.lines);
        return true;
      }
      if (now && now.owner !== this.owner) {
        // Only what nobody else can have made.
        const sheets = steps.filter(({ kind }) => kind === 'sheets');
        if (sheets.length > 0) await takeBack(context, sheets);
        throw new UnderwayError(now);
      }
      await takeBack(context, steps);
      if (now) await endWherever(context, now.lines);
      return false;
    } catch (error) {
      if (error instanceof UnderwayError) throw error;
      throw this.began ? new NotTakenBackError(cause, error) : cause;
    }
  }
}
