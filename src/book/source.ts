import { copyOf } from './copy';
import { References } from './overlay/references';
import { PackageReader } from './package';
import type { OpenedWorkbook } from './workbookRead';
import { Archive, type OpenLimits, type Parts } from './zip';

/** The file that a book was opened from: what the book does not model is saved again from here. */
export class Source {
  readonly #bytes: Uint8Array;
  readonly #limits: OpenLimits | undefined;
  readonly #opened: OpenedWorkbook;
  #references?: References;

  /** @param opened what was made of the bytes: kept as it is now, so that saving need not read them again */
  constructor(bytes: Uint8Array, limits: OpenLimits | undefined, opened: OpenedWorkbook) {
    this.#bytes = bytes;
    this.#limits = limits;
    const book = copyOf(opened.book);
    const tabs = opened.tabs.map((tab) => book.sheets.find(({ id }) => id === tab?.id));
    this.#opened = { ...opened, book, tabs };
  }

  /** Bytes of the file. */
  get size(): number {
    return this.#bytes.length;
  }

  parts(): Parts {
    return new Archive(this.#bytes, this.#limits);
  }

  /** The book as the file has it. */
  get opened(): OpenedWorkbook {
    return this.#opened;
  }

  /** It counts days from 1904; the book never does. */
  get isFrom1904(): boolean {
    return this.#opened.date1904;
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
