import { type Book, type Sheet, emptySheet } from '../../book';
import { EventType } from './events';
import type { Engine } from './engine';
import { assertSheetName } from './naming';
import { dropSheetIn, dropTableIn, renameSheetIn, rewriteFormulas } from './references';
import { HostRefusal, invalidArgument } from './refusal';

const newSheet = (id: number, name: string): Sheet =>
  emptySheet(`{00000000-0001-0000-${String(id).padStart(4, '0')}-000000000000}`, name);

/** A workbook as Excel opens it: one empty sheet "Sheet1". */
export function newBook(): Book {
  const sheet = newSheet(0, 'Sheet1');
  return {
    sheets: [sheet],
    activeSheet: sheet.id,
    names: [],
    settings: new Map(),
    styles: [],
    customXml: [],
    properties: { title: '', author: '', subject: '', keywords: '', comments: '' },
    nextId: 1,
  };
}

export function addSheet(engine: Engine, name: unknown): Sheet {
  const { book } = engine;
  const given = name === null || name === undefined ? nextSheetName(book) : name;
  assertSheetName(book, given);
  const sheet = newSheet(engine.nextId(), given);
  book.sheets.push(sheet);
  engine.structureChanged();
  engine.events.raise(EventType.sheetAdded, 'Workbook', { source: 'Local', worksheetId: sheet.id });
  return sheet;
}

function nextSheetName(book: Book): string {
  let number = book.sheets.length + 1;
  const taken = (name: string) => book.sheets.some((sheet) => sheet.name.toLowerCase() === name);
  while (taken(`sheet${number}`)) number++;
  return `Sheet${number}`;
}

const lastVisible = (book: Book, sheet: Sheet): boolean =>
  sheet.visibility === 'Visible' &&
  book.sheets.filter((other) => other.visibility === 'Visible').length === 1;

const needsOneVisible = (): HostRefusal =>
  new HostRefusal('InvalidOperation', 'A workbook must contain at least one visible worksheet.');

export function deleteSheet(engine: Engine, sheet: Sheet): void {
  const { book } = engine;
  if (lastVisible(book, sheet)) throw needsOneVisible();
  if (sheet.visibility === 'VeryHidden') {
    throw new HostRefusal(
      'InvalidOperation',
      'A very hidden sheet cannot be deleted: show it first.',
    );
  }
  book.sheets.splice(book.sheets.indexOf(sheet), 1);
  book.names = book.names.filter((name) => name.scope !== sheet.id);
  rewriteFormulas(engine, (formula) =>
    sheet.tables.reduce(
      (text, { name }) => dropTableIn(text, name),
      dropSheetIn(formula, sheet.name),
    ),
  );
  if (book.activeSheet === sheet.id) activateNeighbour(engine);
  engine.structureChanged();
  engine.events.raise(EventType.sheetDeleted, 'Workbook', {
    source: 'Local',
    worksheetId: sheet.id,
  });
}

export function activateSheet(engine: Engine, sheet: Sheet): void {
  if (sheet.visibility !== 'Visible') throw invalidArgument('A hidden sheet cannot be activated.');
  engine.activate(sheet);
}

function activateNeighbour(engine: Engine): void {
  const next = engine.book.sheets.find((sheet) => sheet.visibility === 'Visible')!;
  engine.select(next, { row: 0, column: 0, rows: 1, columns: 1 });
}

export function renameSheet(engine: Engine, sheet: Sheet, name: unknown): void {
  assertSheetName(engine.book, name, sheet.id);
  const before = sheet.name;
  sheet.name = name;
  rewriteFormulas(engine, (formula) => renameSheetIn(formula, before, name));
  engine.structureChanged();
}

export function setVisibility(engine: Engine, sheet: Sheet, visibility: Sheet['visibility']): void {
  if (visibility !== 'Visible' && lastVisible(engine.book, sheet)) throw needsOneVisible();
  sheet.visibility = visibility;
  if (visibility !== 'Visible' && engine.book.activeSheet === sheet.id) activateNeighbour(engine);
}
