import type { Host } from '../../host';
import type { Sheet } from '../../book';
import type { Entry } from '../../host/wire/edit';
import { copyOf, pasted, pastedTexts, type Copied } from '../cells/copy';
import { fromClipboard, toHtml, toTsv } from '../cells/exchange';
import { rangeIn, type Selected } from './selection';

interface Place {
  sheet: Sheet;
  selected: Selected;
}

/**
 * Copy, cut and paste of cells. What the page put on the clipboard itself comes back as contents; what
 * others put there as it would be typed.
 */
export class Clipboard {
  private copied: (Copied & { text: string }) | undefined;
  /** Being put on the clipboard, where something else stands until then. */
  private arriving: typeof this.copied;

  constructor(
    private readonly host: Host,
    /** Where the cells are that a key is about; undefined when it is about something else. */
    private readonly place: () => Place | undefined,
    private readonly put: (
      at: Selected,
      entries: readonly (readonly Entry[])[],
      cutFrom?: Copied,
    ) => void,
    private readonly onRefused: (error: unknown) => void,
  ) {
    window.addEventListener('paste', this.paste, { capture: true });
  }

  dispose(): void {
    window.removeEventListener('paste', this.paste, { capture: true });
  }

  /** The browser's own event comes only where some text is selected. */
  copy(cut: boolean, place = this.place()): void {
    if (!place) return;
    const { sheet, selected } = place;
    const copied = copyOf(sheet, rangeIn(sheet, selected.area), cut);
    const text = toTsv(copied.cells);
    const latest = { ...copied, text };
    this.copied = this.arriving = latest;
    const parts = { 'text/plain': text, 'text/html': toHtml(copied.cells) };
    const blobs = Object.entries(parts).map(([type, part]) => [type, new Blob([part], { type })]);
    const item = new ClipboardItem(Object.fromEntries(blobs) as Record<string, Blob>);
    void navigator.clipboard
      .write([item])
      .catch(this.onRefused)
      .then(() => {
        if (this.arriving === latest) this.arriving = undefined;
      });
  }

  private readonly paste = (event: ClipboardEvent) => {
    const place = this.place();
    const { clipboardData } = event;
    if (!place || !clipboardData) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const [html = '', text = ''] = ['text/html', 'text/plain'].map((type) =>
      clipboardData.getData(type),
    );
    this.take(place, text, html);
  };

  /** For a menu, where the browser lets a page read the clipboard. */
  async pasteInto(place: Place): Promise<void> {
    try {
      this.take(place, await navigator.clipboard.readText(), '');
    } catch (error) {
      this.onRefused(error);
    }
  }

  private take({ selected }: Place, text: string, html: string): void {
    const { copied } = this;
    const isOurs = copied && (copied === this.arriving || sameLines(text, copied.text));
    if (isOurs && this.isThere(copied)) {
      if (copied.cut) this.copied = undefined;
      this.put(selected, pasted(copied, selected.area), copied.cut ? copied : undefined);
      return;
    }
    const texts = fromClipboard(html, text);
    if (texts) this.put(selected, pastedTexts(texts, selected.area));
  }

  private readonly isThere = ({ sheet }: Copied): boolean =>
    this.host.book.sheets.some(({ id }) => id === sheet);
}

/** Whether two texts are the same but for the way of the system to end lines. */
const sameLines = (a = '', b = ''): boolean =>
  a.replaceAll('\r\n', '\n') === b.replaceAll('\r\n', '\n');
