import type { Area } from '../../../book';
import {
  MAX_COLUMNS,
  MAX_ROWS,
  bounding,
  formatAddress,
  intersect,
  isWholeColumns,
  isWholeRows,
  overlaps,
} from '../area';
import type { Engine } from '../engine';
import { usedArea } from '../grid';
import { instance, type Instance, type Kind } from '../kind';
import { invalidArgument, itemNotFound } from '../refusal';
import { conditionalFormatCollection } from './conditional-formats';
import { rangeGiven, rangeOf, worksheetOf, type RangeState } from './place';
import { dataValidation } from './data-validation';
import { contents } from './range-contents';
import { edits } from './range-edits';
import { rangeFormat } from './range-format';
import { tableCollection } from './tables';

const part = (state: RangeState, change: Partial<Area>): Instance<RangeState> =>
  rangeOf(state.sheet, { ...state.area, ...change });

/** Neighbouring rows or columns; a negative count means the other side, as in Excel. */
const count = (value: unknown): number => (typeof value === 'number' ? value : 1);

export const range: Kind<RangeState> = {
  name: 'Range',
  key: (state, engine) => ({ _ReferenceId: engine.heldId(state) }),
  get: {
    Address: ({ sheet, area }) => formatAddress(sheet, area),
    AddressLocal: ({ sheet, area }) => formatAddress(sheet, area),
    RowIndex: ({ area }) => area.row,
    ColumnIndex: ({ area }) => area.column,
    RowCount: ({ area }) => area.rows,
    ColumnCount: ({ area }) => area.columns,
    CellCount: ({ area }) =>
      area.rows * area.columns > 2 ** 31 - 1 ? -1 : area.rows * area.columns,
    IsEntireColumn: ({ area }) => isWholeColumns(area),
    IsEntireRow: ({ area }) => isWholeRows(area),
    ...contents.get,
  },
  set: contents.set,
  to: {
    Worksheet: ({ sheet }) => worksheetOf(sheet),
    Format: ({ sheet, area }) => instance(rangeFormat, { sheet, areas: [area] }),
    DataValidation: ({ sheet, area }) => instance(dataValidation, { sheet, areas: [area] }),
    ConditionalFormats: ({ sheet, area }) =>
      instance(conditionalFormatCollection, { sheet, areas: [area] }),
    Sort: (state) => edits.sort(state),
  },
  call: {
    GetCell: ({ sheet, area }, [row, column]) =>
      rangeOf(sheet, { row: area.row + row, column: area.column + column, rows: 1, columns: 1 }),
    GetRow: (state, [row]) =>
      part(state, { row: state.area.row + inside(row, state.area.rows), rows: 1 }),
    GetColumn: (state, [column]) =>
      part(state, { column: state.area.column + inside(column, state.area.columns), columns: 1 }),
    GetRowsAbove: (state, [n]) => rowsBeside(state, -count(n)),
    GetRowsBelow: (state, [n]) => rowsBeside(state, count(n)),
    GetColumnsBefore: (state, [n]) => columnsBeside(state, -count(n)),
    GetColumnsAfter: (state, [n]) => columnsBeside(state, count(n)),
    GetResizedRange: (state, [rows, columns]) =>
      part(state, { rows: state.area.rows + rows, columns: state.area.columns + columns }),
    GetAbsoluteResizedRange: (state, [rows, columns]) => part(state, { rows, columns }),
    GetOffsetRange: (state, [rows, columns]) =>
      part(state, { row: state.area.row + rows, column: state.area.column + columns }),
    GetBoundingRect: (state, [other], engine) => {
      const place = rangeGiven(other, state.sheet, engine);
      if (place.sheet !== state.sheet) throw invalidArgument('The ranges are on different sheets.');
      return rangeOf(state.sheet, bounding(state.area, place.area));
    },
    GetIntersection: (state, [other], engine) => intersection(state, other, engine) ?? missing(),
    GetIntersectionOrNullObject: (state, [other], engine) => intersection(state, other, engine),
    GetEntireRow: (state) => part(state, { column: 0, columns: MAX_COLUMNS }),
    GetEntireColumn: (state) => part(state, { row: 0, rows: MAX_ROWS }),
    GetLastRow: (state) => part(state, { row: state.area.row + state.area.rows - 1, rows: 1 }),
    GetLastColumn: (state) =>
      part(state, { column: state.area.column + state.area.columns - 1, columns: 1 }),
    GetLastCell: ({ sheet, area }) =>
      rangeOf(sheet, {
        row: area.row + area.rows - 1,
        column: area.column + area.columns - 1,
        rows: 1,
        columns: 1,
      }),
    GetUsedRange: (state, [valuesOnly]) => used(state, valuesOnly) ?? firstCell(state),
    GetUsedRangeOrNullObject: (state, [valuesOnly]) => used(state, valuesOnly),
    GetTables: ({ sheet, area }) =>
      instance(tableCollection, {
        sheet,
        only: sheet.tables.filter((table) => overlaps(table.area, area)),
      }),
    Select: ({ sheet, area }, _args, engine) => engine.select(sheet, area),
    Activate: ({ sheet, area }, _args, engine) => engine.select(sheet, area),
    Calculate: (_state, _args, engine) => engine.recalculate(),
    _ValidateArraySize: ({ area }, [rows, columns]) => {
      if (rows === area.rows && columns === area.columns) return;
      throw invalidArgument(
        "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
      );
    },
    ...edits.call,
  },
};

function inside(index: unknown, count: number): number {
  if (typeof index !== 'number' || index < 0 || index >= count) throw invalidArgument();
  return index;
}

function rowsBeside(state: RangeState, n: number): Instance<RangeState> {
  const { row, rows } = state.area;
  return n < 0
    ? part(state, { row: row + n, rows: -n })
    : part(state, { row: row + rows, rows: n });
}

function columnsBeside(state: RangeState, n: number): Instance<RangeState> {
  const { column, columns } = state.area;
  return n < 0
    ? part(state, { column: column + n, columns: -n })
    : part(state, { column: column + columns, columns: n });
}

function intersection(state: RangeState, other: unknown, engine: Engine): Instance | null {
  const place = rangeGiven(other, state.sheet, engine);
  const area = place.sheet === state.sheet ? intersect(state.area, place.area) : undefined;
  return area ? rangeOf(state.sheet, area) : null;
}

const missing = (): never => {
  throw itemNotFound();
};

function used(state: RangeState, valuesOnly: unknown): Instance<RangeState> | null {
  const area = usedArea(state.sheet, valuesOnly === true, state.area);
  return area ? rangeOf(state.sheet, area) : null;
}

const firstCell = (state: RangeState): Instance<RangeState> => part(state, { rows: 1, columns: 1 });
