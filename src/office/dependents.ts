import { referencesOf, type Expression } from '../rules';
import type { SheetSpec } from '../workbook';
import { blockAnchor, cellName } from './naming';

/** A column of a table by its Excel name and the column's id; named cells go by their name. */
export const columnKey = (table: string, column: string) => `${table}[${column}]`;

/** The columns, named cells and text blocks whose formulas may give something else once these have changed. */
export function dependents(sheets: SheetSpec[], changed: Iterable<string>): Set<string> {
  const users = usersOf(sheets);
  const found = new Set<string>();
  const open = [...changed];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    for (const user of users.get(one) ?? []) {
      if (found.has(user)) continue;
      found.add(user);
      open.push(user);
    }
  }
  return found;
}

/** What a formula reads → whose formula it is. */
function usersOf(sheets: SheetSpec[]): Map<string, Set<string>> {
  const users = new Map<string, Set<string>>();
  const uses = (user: string, used: string) => {
    const known = users.get(used);
    if (known) known.add(user);
    else users.set(used, new Set([user]));
  };
  const rule = (user: string, formula: Expression | undefined, home?: string) => {
    if (!formula) return;
    const { columns, fields, names } = referencesOf(formula.node);
    for (const { table, column } of columns) uses(user, columnKey(table, column));
    for (const column of fields) if (home !== undefined) uses(user, columnKey(home, column));
    for (const name of names) uses(user, name);
  };
  for (const block of sheets.flatMap(({ blocks }) => blocks)) {
    if (block.kind === 'table') {
      const { name: table, columns, rows, cellNames } = block;
      for (const { id, formula } of columns) rule(columnKey(table, id), formula, table);
      if (cellNames)
        for (const { id } of rows)
          uses(cellName(cellNames.prefix, id), columnKey(table, cellNames.column));
    }
    if (block.kind === 'fields') for (const { name, formula } of block.fields) rule(name, formula);
    if (block.kind === 'text')
      for (const { formula } of block.rows.flat()) rule(blockAnchor(block.id), formula);
  }
  return users;
}
