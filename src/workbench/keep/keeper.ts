import type { Host } from '../../host';
import { clientsName } from './fileName';
import type { Kept, Shelf } from './shelf';

/** What the workbook is called, and how far what was changed is kept. */
export interface Keeping {
  /** Of the file that it is downloaded as. */
  name: string;
  /** Changed since it was opened or last downloaded. */
  unsaved: boolean;
  /** What was changed lies in the browser; false while it is on the way or was refused. */
  kept: boolean;
  /** The browser refuses to keep it. */
  refused: boolean;
}

/** Long enough for a burst of edits to end, for the workbook is saved whole. */
const quietMs = 1_000;
const longestMs = 10_000;

/** Keeps a workbook on the shelf as it changes. */
export class Keeper {
  private state: Keeping;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waitingSince = 0;
  private last: Promise<void> = Promise.resolve();
  private changes = 0;
  private readonly stop: () => void;

  constructor(
    private readonly host: Pick<Host, 'book' | 'onChange' | 'save'>,
    private readonly shelf: Shelf | undefined,
    private label: Kept,
    private readonly tell: (keeping: Keeping) => void,
  ) {
    this.label = this.named();
    const { name, unsaved } = this.label;
    this.state = { name, unsaved, kept: unsaved, refused: false };
    this.stop = host.onChange((changes) => {
      if (changes.length > 0) this.changed();
    });
  }

  get keeping(): Keeping {
    return this.state;
  }

  get kept(): Kept {
    return this.label;
  }

  /** Keeps what has not been kept yet; resolves when it is, or was refused. */
  flush(): Promise<void> {
    if (this.timer === undefined) return this.last;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.last = this.last.then(() => this.write());
    return this.last;
  }

  /** Hands the workbook out as a file; what is changed while it is made is not in it, and stays unsaved. */
  async download(give: (name: string, file: Uint8Array) => void): Promise<void> {
    const { changes, state } = this;
    give(state.name, await this.host.save());
    await this.flush();
    if (changes !== this.changes) return;
    this.label = { ...this.label, unsaved: false };
    this.become({ unsaved: false });
    if (this.state.kept) await this.shelf?.label(this.label).catch(() => undefined);
  }

  /** Keeps what is left to keep, also what comes meanwhile, then follows the workbook no more. */
  async dispose(): Promise<void> {
    do await this.flush();
    while (this.timer !== undefined);
    this.stop();
  }

  private changed(): void {
    this.changes += 1;
    this.label = { ...this.named(), at: Date.now(), unsaved: true };
    if (this.timer === undefined) this.waitingSince = Date.now();
    clearTimeout(this.timer);
    const left = this.waitingSince + longestMs - Date.now();
    this.timer = setTimeout(() => void this.flush(), Math.max(0, Math.min(quietMs, left)));
    this.become({ name: this.label.name, unsaved: true, kept: false });
  }

  private named(): Kept {
    const { label, host } = this;
    return label.followsClient ? { ...label, name: clientsName(host.book) } : label;
  }

  private async write(): Promise<void> {
    const { changes, label } = this;
    try {
      if (!this.shelf) throw new Error('No storage');
      await this.shelf.put(label, await this.host.save());
      if (changes === this.changes) this.become({ kept: true, refused: false });
    } catch {
      this.become({ refused: true });
    }
  }

  private become(change: Partial<Keeping>): void {
    const next = { ...this.state, ...change };
    const same = (Object.keys(next) as (keyof Keeping)[]).every(
      (key) => next[key] === this.state[key],
    );
    this.state = next;
    if (!same) this.tell(next);
  }
}
