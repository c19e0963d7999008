import { References } from './overlay/references';
import { PackageReader } from './package';
import { type OpenLimits, type Parts, unzip } from './zip';

/** The file that a book was opened from: what the book does not model is saved again from here. */
export class Source {
  readonly #bytes: Uint8Array;
  readonly #limits: OpenLimits | undefined;
  readonly #sheets: ReadonlyMap<string, string>;
  readonly #workbook: string;
  #references?: References;

  /**
   * @param sheets each worksheet's part, by the sheet's id
   * @param workbook the workbook's part
   */
  constructor(
    bytes: Uint8Array,
    limits: OpenLimits | undefined,
    sheets: ReadonlyMap<string, string>,
    workbook: string,
  ) {
    this.#bytes = bytes;
    this.#limits = limits;
    this.#sheets = sheets;
    this.#workbook = workbook;
  }

  /** Bytes of the file. */
  get size(): number {
    return this.#bytes.length;
  }

  parts(): Parts {
    return unzip(this.#bytes, this.#limits);
  }

  /** References in what the book does not model; read when the first cell moves. */
  get references(): References {
    return (this.#references ??= new References(
      new PackageReader(this.parts()),
      this.#workbook,
      this.#sheets,
    ));
  }

  /** The same, unless nothing has moved. */
  get moved(): References | undefined {
    return this.#references;
  }
}
