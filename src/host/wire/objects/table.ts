import type { Sheet, Table } from '../../../book';
import { EventType } from '../events';
import { instance, type Kind } from '../kind';
import { bodyArea } from '../lookup';
import { assertAllowed } from '../protection';
import { apiNotFound, invalidArgument, itemNotFound } from '../refusal';
import { applyFilters, clearFilters } from '../table-filter';
import { convertToRange, deleteTable, renameTable, resizeTable, showTotals } from '../table-shape';
import { sortRows } from '../sort';
import { eventMethods } from './event-methods';
import { rangeGiven, rangeOf, worksheetOf } from './place';
import { tableColumnCollection } from './table-columns';
import { tableRowCollection } from './table-rows';

export interface TableState {
  sheet: Sheet;
  table: Table;
}

type Flag = 'bandedRows' | 'bandedColumns' | 'firstColumn' | 'lastColumn' | 'showFilterButton';

const FLAGS: Record<string, Flag> = {
  ShowBandedRows: 'bandedRows',
  ShowBandedColumns: 'bandedColumns',
  HighlightFirstColumn: 'firstColumn',
  HighlightLastColumn: 'lastColumn',
  ShowFilterButton: 'showFilterButton',
};

const bool = (value: unknown): boolean => {
  if (typeof value !== 'boolean') throw invalidArgument('true or false is needed.');
  return value;
};

const flagGetters = Object.fromEntries(
  Object.entries(FLAGS).map(([member, key]) => [
    member,
    ({ table: entry }: TableState) => entry[key],
  ]),
);
const flagSetters = Object.fromEntries(
  Object.entries(FLAGS).map(([member, key]) => [
    member,
    ({ sheet, table: entry }: TableState, value: unknown) => {
      assertAllowed(sheet);
      entry[key] = bool(value);
    },
  ]),
);

export const table: Kind<TableState> = {
  name: 'Table',
  key: ({ table: { id } }) => ({ Id: String(id) }),
  get: {
    Id: ({ table: { id } }) => String(id),
    LegacyId: ({ table: { id } }) => String(id),
    Name: ({ table: { name } }) => name,
    Style: ({ table: { style } }) => style,
    ShowHeaders: ({ table: { showHeaders } }) => showHeaders,
    ShowTotals: ({ table: entry }) => entry.showTotals,
    ...flagGetters,
  },
  set: {
    Name: ({ sheet, table: entry }, value, engine) => {
      assertAllowed(sheet);
      renameTable(engine, entry, value);
    },
    Style: ({ sheet, table: entry }, value) => {
      assertAllowed(sheet);
      if (
        !/^(TableStyle(Light([1-9]|1\d|2[01])|Medium([1-9]|1\d|2[0-8])|Dark([1-9]|1[01])))?$/.test(
          value,
        )
      ) {
        throw invalidArgument(`There is no table style "${value}".`);
      }
      entry.style = value;
    },
    ShowHeaders: (_state, value) => {
      if (value !== true) throw apiNotFound('tables without a header row');
    },
    ShowTotals: ({ sheet, table: entry }, value, engine) => {
      assertAllowed(sheet);
      showTotals(engine, sheet, entry, bool(value));
    },
    ...flagSetters,
  },
  to: {
    Columns: (state) => instance(tableColumnCollection, state),
    Rows: (state) => instance(tableRowCollection, state),
    Worksheet: ({ sheet }) => worksheetOf(sheet),
    Sort: (state) => instance(tableSort, state),
    AutoFilter: (state) => instance(autoFilter, state),
  },
  call: {
    GetRange: ({ sheet, table: { area } }) => rangeOf(sheet, area),
    GetHeaderRowRange: ({ sheet, table: entry }) => {
      if (!entry.showHeaders) throw itemNotFound();
      return rangeOf(sheet, { ...entry.area, rows: 1 });
    },
    GetDataBodyRange: ({ sheet, table: entry }) => rangeOf(sheet, bodyArea(entry)),
    GetTotalRowRange: ({ sheet, table: entry }) => {
      if (!entry.showTotals) throw itemNotFound();
      return rangeOf(sheet, { ...entry.area, row: entry.area.row + entry.area.rows - 1, rows: 1 });
    },
    Resize: ({ sheet, table: entry }, [target], engine) => {
      assertAllowed(sheet);
      resizeTable(engine, sheet, entry, rangeGiven(target, sheet, engine));
    },
    Delete: ({ sheet, table: entry }, _args, engine) => {
      assertAllowed(sheet);
      deleteTable(engine, sheet, entry);
    },
    ConvertToRange: ({ sheet, table: entry }, _args, engine) => {
      assertAllowed(sheet);
      convertToRange(engine, sheet, entry);
      return rangeOf(sheet, entry.area);
    },
    ClearFilters: ({ sheet, table: entry }, _args, engine) => clearFilters(engine, sheet, entry),
    ReapplyFilters: ({ sheet, table: entry }, _args, engine) => applyFilters(engine, sheet, entry),
    ...eventMethods<TableState>(({ table: { id } }) => String(id), {
      DataChanged: EventType.tableChanged,
    }),
  },
};

const tableSort: Kind<TableState> = {
  name: 'TableSort',
  call: {
    Apply: ({ sheet, table: entry }, [fields, matchCase], engine) => {
      assertAllowed(sheet, 'allowSort');
      sortRows(engine, sheet, bodyArea(entry), fields, matchCase === true);
    },
  },
};

const isFiltered = ({ table: { columns } }: TableState): boolean =>
  columns.some(({ filter }) => filter !== undefined);

const autoFilter: Kind<TableState> = {
  name: 'AutoFilter',
  get: {
    Enabled: ({ table: { showFilterButton } }) => showFilterButton,
    IsDataFiltered: isFiltered,
  },
  call: {
    ClearCriteria: ({ sheet, table: entry }, _args, engine) => clearFilters(engine, sheet, entry),
    Reapply: ({ sheet, table: entry }, _args, engine) => applyFilters(engine, sheet, entry),
    GetRange: ({ sheet, table: entry }) => rangeOf(sheet, entry.area),
    GetRangeOrNullObject: ({ sheet, table: entry }) => rangeOf(sheet, entry.area),
  },
};
