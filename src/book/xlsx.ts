import type { Book } from './book';
import { OpenError, broken } from './errors';
import { stripCells } from './strip';
import { saveOver } from './overlay/workbook';
import { readRows, type SheetRows } from './rows';
import type { SaveOptions } from './saveOptions';
import { Source } from './source';
import { openWorkbook } from './workbookRead';
import { writeWorkbook } from './workbookWrite';
import { type OpenLimits, unzipped, zip } from './zip';

export { OpenError } from './errors';
export type { SaveOptions } from './saveOptions';
export type { OpenLimits } from './zip';

/**
 * Opens an .xlsx file.
 * @throws OpenError with a code and a message that says what to do.
 */
export async function openXlsx(bytes: Uint8Array, limits?: OpenLimits): Promise<Book> {
  refuseOther(bytes);
  try {
    const opened = openWorkbook(await unzipped(bytes, limits), bytes.length);
    opened.book.source = new Source(bytes, limits, opened);
    return opened.book;
  } catch (error) {
    throw openError(error);
  }
}

/**
 * The sheets of an .xlsx file row by row, in slices: for large files, in a page that answers meanwhile.
 * @throws OpenError as `openXlsx` does; what is wrong with a sheet, its rows say
 */
export async function openRows(bytes: Uint8Array, limits?: OpenLimits): Promise<SheetRows[]> {
  refuseOther(bytes);
  return readRows(bytes, limits).catch((error: unknown) => {
    throw openError(error);
  });
}

const openError = (error: unknown): OpenError =>
  error instanceof OpenError
    ? error
    : broken(error instanceof Error ? error.message : String(error));

/**
 * Saves a book as .xlsx; the same book, saved at the same time, gives the same bytes. A book that was opened from a file is saved
 * over it: what the book does not model, or did not change, is the file's own.
 */
export async function saveXlsx(book: Book, options: SaveOptions = {}): Promise<Uint8Array> {
  return zip(book.source ? saveOver(book, book.source, options) : writeWorkbook(book, options));
}

/** The same file without the values formulas had, so that another engine must compute them. */
export async function stripCachedValues(bytes: Uint8Array): Promise<Uint8Array> {
  return zip(stripCells(await unzipped(bytes)));
}

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];

function refuseOther(bytes: Uint8Array): void {
  const starts = (magic: number[]) => magic.every((byte, i) => bytes[i] === byte);
  if (starts(ZIP)) return;
  if (starts(COMPOUND_FILE))
    throw holdsUtf16(bytes, 'EncryptedPackage')
      ? new OpenError(
          'encrypted',
          'The workbook is protected with a password. Open it in Excel, remove the password, save it, and try again.',
        )
      : new OpenError(
          'old-xls',
          'This is an old .xls file. Open it in Excel, save it as .xlsx, and open that file.',
        );
  throw new OpenError(
    'not-xlsx',
    bytes.length === 0
      ? 'The file is empty. Choose a file that Excel saved as .xlsx.'
      : 'This file is not an Excel workbook. Choose a file that Excel saved as .xlsx.',
  );
}

function holdsUtf16(bytes: Uint8Array, text: string): boolean {
  const wanted = [...text].flatMap((c) => [c.charCodeAt(0), 0]);
  for (let i = bytes.indexOf(wanted[0]!); i >= 0; i = bytes.indexOf(wanted[0]!, i + 1))
    if (wanted.every((byte, k) => bytes[i + k] === byte)) return true;
  return false;
}
