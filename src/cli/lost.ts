import path from 'node:path';
import { unzipSync } from 'fflate';
import { message, type Lang } from '../messages';
import { InputError } from './io';

/**
 * Everything that a workbook file holds is saved again, but for one thing: a digital signature is over
 * the bytes of the file.
 * @throws InputError where saving the file here would end its signature
 */
export function refuseLoss(lang: Lang, file: string, bytes: Uint8Array): void {
  let isSigned = false;
  unzipSync(bytes, {
    filter: ({ name }) => {
      isSigned ||= /^_xmlsignatures\//i.test(name);
      return false;
    },
  });
  if (isSigned) throw new InputError(message(lang, 'cli.loses', { file }));
}

/** How a workbook that came of a file ends: macros and templates are what they are by their ending. */
export function workbookEnding(file: string): string {
  const ending = path.extname(file).toLowerCase();
  return ['.xlsm', '.xltx', '.xltm'].includes(ending) ? ending : '.xlsx';
}
