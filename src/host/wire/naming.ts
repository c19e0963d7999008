import { fromCol } from '@borgar/fx';
import type { Book } from '../../book';
import { MAX_COLUMNS } from './area';
import { findName, findTable } from './lookup';
import { HostRefusal, invalidArgument } from './refusal';

/** Refuses a sheet name Excel does not take. `except`: the sheet that already has it. */
export function assertSheetName(
  book: Book,
  name: unknown,
  except?: string,
): asserts name is string {
  if (typeof name !== 'string' || name.trim() === '' || name.length > 31) {
    throw invalidArgument('A sheet name has 1 to 31 characters.');
  }
  if (/[[\]:*?/\\]/.test(name) || name.startsWith("'") || name.endsWith("'")) {
    throw invalidArgument("A sheet name has none of []:*?/\\ and no ' at its ends.");
  }
  if (name.toLowerCase() === 'history') throw invalidArgument('Excel keeps the name "History".');
  const taken = book.sheets.find(
    (sheet) => sheet.id !== except && sheet.name.toLowerCase() === name.toLowerCase(),
  );
  if (taken) {
    throw new HostRefusal(
      'ItemAlreadyExists',
      'A resource with the same name or identifier already exists.',
    );
  }
}

function looksLikeReference(name: string): boolean {
  const a1 = /^([A-Za-z]{1,3})(\d{1,7})$/.exec(name);
  if (a1 && fromCol(a1[1]!) < MAX_COLUMNS && Number(a1[2]) <= 1_048_576) return true;
  return /^[Rr]\d*([Cc]\d*)?$|^[Cc]\d*$/.test(name);
}

/** Refuses a name for a table or defined name: form, look of a cell reference. */
export function assertNameForm(name: unknown): asserts name is string {
  const ok =
    typeof name === 'string' &&
    name.length <= 255 &&
    /^[\p{L}_\\][\p{L}\p{N}\p{M}_.\\?]*$/u.test(name) &&
    !looksLikeReference(name) &&
    !/^(true|false)$/i.test(name);
  if (!ok) {
    throw invalidArgument(
      'A name begins with a letter or _, has only letters, digits, _ and ., and is no cell reference.',
    );
  }
}

/** Refuses a table name; it must differ from every table and workbook name. */
export function assertTableName(
  book: Book,
  name: unknown,
  except?: number,
): asserts name is string {
  assertNameForm(name);
  const table = findTable(book, name);
  if ((table && table.table.id !== except) || findName(book, name)) {
    throw invalidArgument(`The name "${name}" is taken.`);
  }
}
