import type { Sheet, Table } from '../../../book';
import { instance, type Instance, type Kind } from '../kind';
import { bodyArea } from '../lookup';
import { assertAllowed } from '../protection';
import { itemNotFound } from '../refusal';
import { addRows, deleteRows } from '../table-rows';
import { contents } from './range-contents';
import { rangeOf, type RangeState } from './place';
import type { TableState } from './table';

interface RowState {
  sheet: Sheet;
  table: Table;
  index: number;
}

function row(state: TableState, index: unknown): Instance<RowState> {
  if (
    !Number.isInteger(index) ||
    (index as number) < 0 ||
    (index as number) >= bodyArea(state.table).rows
  ) {
    throw itemNotFound();
  }
  return instance(tableRow, { ...state, index: index as number });
}

export const tableRowCollection: Kind<TableState> = {
  name: 'TableRowCollection',
  get: { Count: ({ table }) => bodyArea(table).rows },
  items: (state) =>
    Array.from({ length: bodyArea(state.table).rows }, (_, index) =>
      instance(tableRow, { ...state, index }),
    ),
  item: row,
  call: {
    Add: (state, [index, values], engine) => {
      assertAllowed(state.sheet);
      return row(state, addRows(engine, state.sheet, state.table, index, values));
    },
    GetItemAt: (state, [index]) => row(state, index),
    GetCount: ({ table }) => bodyArea(table).rows,
  },
};

const place = ({ sheet, table, index }: RowState): RangeState => ({
  sheet,
  area: { ...bodyArea(table), row: bodyArea(table).row + index, rows: 1 },
});

const tableRow: Kind<RowState> = {
  name: 'TableRow',
  key: ({ index }) => ({ Index: index }),
  get: {
    Index: ({ index }) => index,
    Values: (state, engine) => contents.get.Values!(place(state), engine),
  },
  set: { Values: (state, value, engine) => contents.set.Values!(place(state), value, engine) },
  call: {
    GetRange: (state) => rangeOf(state.sheet, place(state).area),
    Delete: ({ sheet, table, index }, _args, engine) => {
      assertAllowed(sheet);
      deleteRows(engine, sheet, table, index, 1);
    },
  },
};
