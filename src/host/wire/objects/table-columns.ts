import type { Sheet, Table, TableColumn } from '../../../book';
import type { Engine } from '../engine';
import { instance, type Instance, type Kind } from '../kind';
import { bodyArea } from '../lookup';
import { assertAllowed } from '../protection';
import { apiNotFound, invalidArgument, itemNotFound } from '../refusal';
import { addColumn, deleteColumn } from '../table-columns';
import { applyFilters } from '../table-filter';
import { renameColumns } from '../tables';
import { contents } from './range-contents';
import { rangeOf, type RangeState } from './place';
import type { TableState } from './table';

interface ColumnState {
  sheet: Sheet;
  table: Table;
  column: TableColumn;
}

const of = (
  { sheet, table }: TableState,
  column: TableColumn | undefined,
): Instance<ColumnState> | null =>
  column ? instance(tableColumn, { sheet, table, column }) : null;

/** By id (a number) or name. */
function find(state: TableState, key: unknown): Instance<ColumnState> | null {
  const { columns } = state.table;
  const text = String(key).toLowerCase();
  const found =
    typeof key === 'number'
      ? columns.find(({ id }) => id === key)
      : (columns.find(({ name }) => name.toLowerCase() === text) ??
        columns.find(({ id }) => String(id) === text));
  return of(state, found);
}

function item(state: TableState, key: unknown): Instance<ColumnState> {
  const found = find(state, key);
  if (!found) throw itemNotFound();
  return found;
}

export const tableColumnCollection: Kind<TableState> = {
  name: 'TableColumnCollection',
  get: { Count: ({ table }) => table.columns.length },
  items: (state) =>
    state.table.columns.map((column) => instance(tableColumn, { ...state, column })),
  item,
  call: {
    Add: (state, [index, values, name], engine) => {
      assertAllowed(state.sheet);
      return of(state, addColumn(engine, state.sheet, state.table, index, values, name));
    },
    GetItem: (state, [key]) => item(state, key),
    GetItemOrNullObject: (state, [key]) => find(state, key),
    GetItemAt: (state, [index]) => {
      const found = of(state, state.table.columns[index]);
      if (!found) throw itemNotFound();
      return found;
    },
    GetCount: ({ table }) => table.columns.length,
  },
};

const place = ({ sheet, table, column }: ColumnState): RangeState => ({
  sheet,
  area: { ...table.area, column: table.area.column + table.columns.indexOf(column), columns: 1 },
});

const body = (state: ColumnState): RangeState => {
  const { sheet, area } = place(state);
  const { row, rows } = bodyArea(state.table);
  return { sheet, area: { ...area, row, rows } };
};

const asRange = ({ sheet, area }: RangeState): Instance<RangeState> => rangeOf(sheet, area);

const tableColumn: Kind<ColumnState> = {
  name: 'TableColumn',
  key: ({ column }) => ({ Id: column.id }),
  get: {
    Id: ({ column }) => column.id,
    Index: ({ table, column }) => table.columns.indexOf(column),
    Name: ({ column }) => column.name,
    Values: (state, engine: Engine) => contents.get.Values!(place(state), engine),
  },
  set: {
    Name: ({ sheet, table, column }, value, engine) => {
      assertAllowed(sheet);
      const taken = table.columns.some(
        (other) => other !== column && other.name.toLowerCase() === String(value).toLowerCase(),
      );
      if (typeof value !== 'string' || taken)
        throw invalidArgument(`A column is named "${value}" already.`);
      renameColumns(engine, sheet, table, [[table.columns.indexOf(column), value]]);
    },
    Values: (state, value, engine) => contents.set.Values!(place(state), value, engine),
  },
  to: { Filter: (state) => instance(filter, state) },
  call: {
    GetRange: (state) => asRange(place(state)),
    GetDataBodyRange: (state) => asRange(body(state)),
    GetHeaderRowRange: (state) => {
      const { sheet, area } = place(state);
      return rangeOf(sheet, { ...area, rows: 1 });
    },
    GetTotalRowRange: (state) => {
      if (!state.table.showTotals) throw itemNotFound();
      const { sheet, area } = place(state);
      return rangeOf(sheet, { ...area, row: area.row + area.rows - 1, rows: 1 });
    },
    Delete: ({ sheet, table, column }, _args, engine) => {
      assertAllowed(sheet);
      deleteColumn(engine, sheet, table, column);
    },
  },
};

const filter: Kind<ColumnState> = {
  name: 'Filter',
  get: {
    Criteria: ({ column }) =>
      column.filter ? { filterOn: 'Values', values: column.filter } : null,
  },
  call: {
    ApplyValuesFilter: (state, [values], engine) => {
      if (!Array.isArray(values) || values.some((value) => typeof value !== 'string')) {
        throw invalidArgument('A values filter takes texts.');
      }
      setFilter(engine, state, values);
    },
    Apply: (state, [criteria], engine) => {
      if (criteria?.filterOn !== 'Values' || !Array.isArray(criteria.values)) {
        throw apiNotFound('filters other than by values');
      }
      setFilter(engine, state, criteria.values);
    },
    Clear: (state, _args, engine) => setFilter(engine, state, undefined),
  },
};

function setFilter(
  engine: Engine,
  { sheet, table, column }: ColumnState,
  values: string[] | undefined,
): void {
  assertAllowed(sheet, 'allowAutoFilter');
  if (values) column.filter = [...values];
  else delete column.filter;
  applyFilters(engine, sheet, table);
}
