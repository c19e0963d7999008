import type { Sheet } from '../../../book';
import type { Engine } from '../engine';
import { EventType } from '../events';
import type { Instance, Kind } from '../kind';
import { findSheet, sheetById } from '../lookup';
import { itemNotFound } from '../refusal';
import { addSheet } from '../sheets';
import { eventMethods } from './event-methods';
import { worksheetOf } from './place';

const of = (sheet: Sheet | undefined): Instance<Sheet> | null =>
  sheet ? worksheetOf(sheet) : null;

const visible = (sheets: Sheet[], onlyVisible: unknown): Sheet[] =>
  onlyVisible === true ? sheets.filter((sheet) => sheet.visibility === 'Visible') : sheets;

function item(key: unknown, engine: Engine): Instance<Sheet> {
  const found = of(findSheet(engine.book, String(key)));
  if (!found) throw itemNotFound();
  return found;
}

export const worksheetCollection: Kind<null> = {
  name: 'WorksheetCollection',
  items: (_, engine) => engine.book.sheets.map((sheet) => worksheetOf(sheet)),
  item: (_, key, engine) => item(key, engine),
  call: {
    Add: (_, [name], engine) => of(addSheet(engine, name)),
    GetItem: (_, [key], engine) => item(key, engine),
    GetItemOrNullObject: (_, [key], engine) => of(findSheet(engine.book, String(key))),
    GetActiveWorksheet: (_, _args, engine) => of(sheetById(engine.book, engine.book.activeSheet)),
    GetFirst: (_, [onlyVisible], engine) => of(visible(engine.book.sheets, onlyVisible)[0]),
    GetLast: (_, [onlyVisible], engine) => of(visible(engine.book.sheets, onlyVisible).at(-1)),
    GetCount: (_, [onlyVisible], engine) => visible(engine.book.sheets, onlyVisible).length,
    ...eventMethods<null>(() => 'Workbook', {
      Activated: EventType.sheetActivated,
      Deactivated: EventType.sheetDeactivated,
      Added: EventType.sheetAdded,
      Deleted: EventType.sheetDeleted,
      DataChanged: EventType.sheetChanged,
      SelectionChanged: EventType.sheetSelectionChanged,
    }),
  },
};
