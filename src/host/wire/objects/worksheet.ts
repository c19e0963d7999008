import type { Sheet } from '../../../book';
import { WHOLE_SHEET, bounding } from '../area';
import { EventType } from '../events';
import type { Engine } from '../engine';
import { usedArea } from '../grid';
import { instance, type Instance, type Kind } from '../kind';
import { requirePlace } from '../lookup';
import { invalidArgument } from '../refusal';
import { activateSheet, deleteSheet, renameSheet, setVisibility } from '../sheets';
import { chartCollection } from './charts';
import { colorOf } from './color';
import { customPropertyCollection } from './custom-properties';
import { eventMethods } from './event-methods';
import { freezePanes } from './freeze-panes';
import { nameCollection } from './names';
import { pageLayout } from './page-layout';
import { areasOf, rangeOf, type RangeState, worksheetOf } from './place';
import { tableCollection } from './tables';
import { worksheetProtection } from './worksheet-protection';
import { DEFAULT_COLUMN } from './range-format';

const VISIBILITY = ['Visible', 'Hidden', 'VeryHidden'];

function used(sheet: Sheet, valuesOnly: unknown): Instance<RangeState> | null {
  const area = usedArea(sheet, valuesOnly === true);
  const all = valuesOnly === true ? [] : sheet.tables.map((table) => table.area);
  if (!area && all.length === 0) return null;
  return rangeOf(sheet, all.reduce(bounding, area ?? all[0]!));
}

/** Areas by their addresses, "A1:B2,D5:D9"; Excel takes as many as fit into 8,192 signs. */
function areasGiven(sheet: Sheet, address: unknown, engine: Engine): Instance {
  if (typeof address !== 'string' || address === '' || address.length > 8_192)
    throw invalidArgument();
  const places = address.split(/[,;]/).map((one) => requirePlace(engine.book, one, sheet));
  if (places.some((place) => place.sheet !== sheet))
    throw invalidArgument('The address is on another sheet.');
  return areasOf(
    sheet,
    places.map(({ area }) => area),
  );
}

const boolean = (value: unknown): boolean => {
  if (typeof value !== 'boolean') throw invalidArgument('true or false is needed.');
  return value;
};

export const worksheet: Kind<Sheet> = {
  name: 'Worksheet',
  key: ({ id }) => ({ Id: id }),
  get: {
    Id: ({ id }) => id,
    Name: ({ name }) => name,
    Position: (sheet, engine) => engine.book.sheets.indexOf(sheet),
    Visibility: ({ visibility }) => visibility,
    TabColor: ({ tabColor }) => tabColor,
    ShowGridlines: ({ showGridlines }) => showGridlines,
    ShowHeadings: ({ showHeadings }) => showHeadings,
    StandardWidth: ({ standardWidth }) => standardWidth ?? DEFAULT_COLUMN,
    StandardHeight: () => 15,
    EnableCalculation: () => true,
  },
  set: {
    Name: (sheet, value, engine) => renameSheet(engine, sheet, value),
    Position: (sheet, value, engine) => {
      const { sheets } = engine.book;
      if (!Number.isInteger(value) || value < 0 || value >= sheets.length) throw invalidArgument();
      sheets.splice(sheets.indexOf(sheet), 1);
      sheets.splice(value, 0, sheet);
    },
    Visibility: (sheet, value, engine) => {
      if (!VISIBILITY.includes(value)) throw invalidArgument();
      setVisibility(engine, sheet, value);
    },
    TabColor: (sheet, value) => void (sheet.tabColor = value === '' ? '' : colorOf(value)),
    // The client asks for these two by other names than it sets them.
    Gridlines: (sheet, value) => void (sheet.showGridlines = boolean(value)),
    Headings: (sheet, value) => void (sheet.showHeadings = boolean(value)),
    StandardWidth: (sheet, value) => void (sheet.standardWidth = Number(value)),
  },
  to: {
    Tables: (sheet) => instance(tableCollection, { sheet }),
    Charts: (sheet) => instance(chartCollection, sheet),
    Names: (sheet) => instance(nameCollection, { scope: sheet.id }),
    FreezePanes: (sheet) => instance(freezePanes, sheet),
    Protection: (sheet) => instance(worksheetProtection, sheet),
    PageLayout: (sheet) => instance(pageLayout, sheet),
    CustomProperties: (sheet) => instance(customPropertyCollection, sheet),
  },
  call: {
    GetRange: (sheet, [address], engine) => {
      if (address === null || address === undefined || address === '') {
        return rangeOf(sheet, WHOLE_SHEET);
      }
      if (typeof address !== 'string' || address.length > 8_192) throw invalidArgument();
      const place = requirePlace(engine.book, address, sheet);
      if (place.sheet !== sheet) throw invalidArgument('The address is on another sheet.');
      return rangeOf(sheet, place.area);
    },
    GetRanges: (sheet, [address], engine) => areasGiven(sheet, address, engine),
    GetRangeByIndexes: (sheet, [row, column, rows, columns]) =>
      rangeOf(sheet, { row, column, rows, columns }),
    GetCell: (sheet, [row, column]) => rangeOf(sheet, { row, column, rows: 1, columns: 1 }),
    GetUsedRange: (sheet, [valuesOnly]) =>
      used(sheet, valuesOnly) ?? rangeOf(sheet, { row: 0, column: 0, rows: 1, columns: 1 }),
    GetUsedRangeOrNullObject: (sheet, [valuesOnly]) => used(sheet, valuesOnly),
    Activate: (sheet, _args, engine) => activateSheet(engine, sheet),
    Delete: (sheet, _args, engine) => deleteSheet(engine, sheet),
    Calculate: (_sheet, _args, engine) => engine.recalculate(),
    GetNextOrNullObject: (sheet, [onlyVisible], engine) =>
      beside(sheet, 1, onlyVisible, engine.book.sheets),
    GetPreviousOrNullObject: (sheet, [onlyVisible], engine) =>
      beside(sheet, -1, onlyVisible, engine.book.sheets),
    ...eventMethods<Sheet>(({ id }) => id, {
      Activated: EventType.sheetActivated,
      Deactivated: EventType.sheetDeactivated,
      DataChanged: EventType.sheetChanged,
      SelectionChanged: EventType.sheetSelectionChanged,
    }),
  },
};

function beside(
  sheet: Sheet,
  step: number,
  onlyVisible: unknown,
  all: Sheet[],
): Instance<Sheet> | null {
  let index = all.indexOf(sheet) + step;
  while (onlyVisible === true && all[index] && all[index]!.visibility !== 'Visible') index += step;
  const found = all[index];
  return found ? worksheetOf(found) : null;
}
