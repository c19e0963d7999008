import { loadClient } from './client/node';
import { createHostWith, type Host, type HostOptions } from './host';
import { type Book, openXlsx } from '../book';

export { unlimited, type Host, type HostOptions } from './host';
export type { ChangedArea, Counters } from './wire/engine';
export { newBook } from './wire/sheets';

/** A host in Node; a new workbook has one sheet, "Sheet1". */
export function createHost(book?: Book, options?: HostOptions): Host {
  return createHostWith(loadClient(), book, options);
}

/** A host over the workbook of an .xlsx file. */
export async function openHost(bytes: Uint8Array, options?: HostOptions): Promise<Host> {
  return createHost(await openXlsx(bytes), options);
}
