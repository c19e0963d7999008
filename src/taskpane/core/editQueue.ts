/** Edits of one pane, one after the other: each is over once the pane has seen what has come of it. */
export class EditQueue {
  /** Resolves when all that were asked for have been written. */
  last: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private readonly unseen: (() => void)[] = [];
  private asked: { key: string; doing: Promise<unknown> } | undefined;

  get isBusy(): boolean {
    return this.waiting > 0;
  }

  /** What is asked for again before it is over, as with a second click on a slow line, is done once. */
  once<T>(what: unknown, act: () => Promise<T>): Promise<T> {
    const key = JSON.stringify(what);
    if (this.asked?.key === key) return this.asked.doing as Promise<T>;
    const doing = act().finally(() => {
      if (this.asked?.doing === doing) this.asked = undefined;
    });
    this.asked = { key, doing };
    return doing;
  }

  /** Writes after the edits before it, and after other work. */
  write<T>(others: Promise<unknown>, act: () => Promise<T>): Promise<T> {
    this.waiting += 1;
    const writing = Promise.all([this.last, others]).then(act);
    this.last = writing.catch(() => undefined);
    return writing;
  }

  /** The workbook is looked at after the last of several edits: until then, what was said is not seen. */
  async seen(look: () => Promise<void>): Promise<void> {
    this.waiting -= 1;
    if (!this.isBusy) await look();
    if (this.isBusy) return new Promise((resolve) => this.unseen.push(resolve));
    for (const resolve of this.unseen.splice(0)) resolve();
  }
}
