import { sentIn } from '../../exchange';
import { openXlsx, type Book } from '../../book';
import type { Kind } from './files';

/** The workbook in a file; rejects for any other file. */
export const bookIn = async (file: File): Promise<Book> =>
  openXlsx(new Uint8Array(await file.arrayBuffer()));

export async function kindOf(file: File): Promise<Kind> {
  let book: Book;
  try {
    book = await bookIn(file);
  } catch {
    return 'unreadable';
  }
  try {
    sentIn(book);
    return 'template';
  } catch {
    return 'workbook';
  }
}
