import type { Sheet, Table } from '../../../book';
import type { Engine } from '../engine';
import { EventType } from '../events';
import { instance, type Instance, type Kind } from '../kind';
import { findTable, sheetById } from '../lookup';
import { itemNotFound } from '../refusal';
import { addTable } from '../tables';
import { eventMethods } from './event-methods';
import { rangeGiven } from './place';
import { table, type TableState } from './table';

/** All tables of the workbook, those of one sheet, or some. */
interface Scope {
  sheet?: Sheet;
  only?: Table[];
}

function within({ sheet, only }: Scope, engine: Engine): TableState[] {
  const sheets = sheet ? [sheet] : engine.book.sheets;
  return sheets
    .flatMap((home) => home.tables.map((entry) => ({ sheet: home, table: entry })))
    .filter((state) => !only || only.includes(state.table));
}

function find(scope: Scope, key: unknown, engine: Engine): Instance<TableState> | null {
  const found = findTable(engine.book, String(key), scope.sheet);
  return found ? instance(table, found) : null;
}

function item(scope: Scope, key: unknown, engine: Engine): Instance<TableState> {
  const found = find(scope, key, engine);
  if (!found) throw itemNotFound();
  return found;
}

export const tableCollection: Kind<Scope> = {
  name: 'TableCollection',
  get: { Count: (scope, engine) => within(scope, engine).length },
  items: (scope, engine) => within(scope, engine).map((state) => instance(table, state)),
  item,
  call: {
    Add: (scope, [address, hasHeaders], engine) => {
      const home = scope.sheet ?? sheetById(engine.book, engine.book.activeSheet);
      const { sheet, area } = rangeGiven(address, home, engine);
      return instance(table, { sheet, table: addTable(engine, sheet, area, hasHeaders === true) });
    },
    GetItem: (scope, [key], engine) => item(scope, key, engine),
    GetItemOrNullObject: (scope, [key], engine) => find(scope, key, engine),
    GetItemAt: (scope, [index], engine) => {
      const state = within(scope, engine)[index];
      if (!state) throw itemNotFound();
      return instance(table, state);
    },
    GetFirst: (scope, _args, engine) => {
      const [state] = within(scope, engine);
      if (!state) throw itemNotFound();
      return instance(table, state);
    },
    GetCount: (scope, _args, engine) => within(scope, engine).length,
    ...eventMethods<Scope>(({ sheet }) => sheet?.id ?? 'Workbook', {
      DataChanged: EventType.tableChanged,
    }),
  },
};
