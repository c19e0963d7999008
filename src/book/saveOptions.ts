import type { AddIn } from './webExtension';

export interface SaveOptions {
  /** Whether formulas keep the values they have; if not, Excel calculates when it opens the file. */
  cachedValues?: boolean;
  /** The add-in whose pane the file brings along; it keeps the document settings then. */
  addIn?: AddIn;
  /** What the file says of when it was saved; over a file that nothing has changed in, that file's own. */
  savedAt?: Date;
}
