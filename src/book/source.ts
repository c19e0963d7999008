import { copyOf } from './copy';
import { References } from './overlay/references';
import { PackageReader } from './package';
import { openWorkbook, type OpenedWorkbook } from './workbookRead';
import { Archive, type OpenLimits, type Parts } from './zip';

/** The file that a book was opened from: what the book does not model is saved again from here. */
export class Source {
  readonly #bytes: Uint8Array;
  readonly #limits: OpenLimits | undefined;
  readonly #opened: OpenedWorkbook;
  #kept?: OpenedWorkbook;
  #references?: References;

  /** @param opened what was made of the bytes */
  constructor(bytes: Uint8Array, limits: OpenLimits | undefined, opened: OpenedWorkbook) {
    this.#bytes = bytes;
    this.#limits = limits;
    this.#opened = opened;
  }

  /** Bytes of the file. */
  get size(): number {
    return this.#bytes.length;
  }

  /** It counts days from 1904; the book never does. */
  get isFrom1904(): boolean {
    return this.#opened.date1904;
  }

  parts(): Parts {
    return new Archive(this.#bytes, this.#limits);
  }

  /** To be called before the book changes by whoever saves it often: the file is not read again then. */
  keep(): void {
    const book = copyOf(this.#opened.book);
    const tabs = this.#opened.tabs.map((tab) => book.sheets.find(({ id }) => id === tab?.id));
    this.#kept = { ...this.#opened, book, tabs };
  }

  /** The book as the file has it. */
  asOpened(): OpenedWorkbook {
    return this.#kept ?? openWorkbook(this.parts(), this.size);
  }

  /** References in what the book does not model; read when the first cell moves. */
  get references(): References {
    const { part, sheets } = this.#opened;
    return (this.#references ??= new References(new PackageReader(this.parts()), part, sheets));
  }

  /** The same, unless nothing has moved. */
  get moved(): References | undefined {
    return this.#references;
  }
}
