import { evaluate, RuleError, type Expression, type Value } from '../rules';
import type { CellValue, ColumnSpec, TableBlock, TextCell, WorkbookSpec } from './spec';

/** What a described workbook computes, without a workbook: every formula evaluated as a rule. */
export interface Computed {
  /** The value of a cell; rows are counted from 0, empty rows at the end included. */
  cell(table: string, row: number, column: string): Value;
  rows(table: string): number;
  name(name: string): Value;
  text(cell: TextCell): Value;
}

/** A formula that asks for its own result. */
class CircularError extends Error {
  constructor(where: string) {
    super(`Circular: ${where}`);
    this.name = 'CircularError';
  }
}

const computing = Symbol('computing');
type Memo = Value | typeof computing;

interface TableState {
  block: TableBlock;
  columns: Map<string, ColumnSpec>;
  count: number;
  /** Column id → values as far as they are known. */
  values: Map<string, (Memo | undefined)[]>;
  whole: Map<string, readonly Value[]>;
}

/**
 * Evaluates lazily: only what is asked for, and what that rests on, each cell once. Tables are named
 * as in Excel; the description must have been filled with its engagement.
 * @param firstRow the row of its sheet, counted from 1, in which a table's body starts: what ROW() answers
 */
export function compute(
  spec: WorkbookSpec,
  firstRow: (table: string) => number = () => 1,
): Computed {
  const blocks = spec.sheets.flatMap((sheet) => sheet.blocks);
  const tables = new Map<string, TableState>();
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    tables.set(block.name, {
      block,
      columns: new Map(block.columns.map((column) => [column.id, column])),
      count: Math.max(1, block.rows.length + block.spare),
      values: new Map(),
      whole: new Map(),
    });
  }
  const fields = new Map(
    blocks.flatMap((block) =>
      block.kind === 'fields' ? block.fields.map((field) => [field.name, field] as const) : [],
    ),
  );
  const labels = new Map(
    spec.lists.map((list) => [list.id, new Map(list.entries.map(({ id, label }) => [id, label]))]),
  );
  const named = new Map<string, Memo>();

  const shown = (list: string | undefined, value: CellValue | undefined): Value => {
    if (value === undefined || value === null || value === '') return null;
    if (list === undefined || typeof value !== 'string') return value;
    return labels.get(list)?.get(value) ?? value;
  };

  const state = (table: string): TableState => {
    const found = tables.get(table);
    if (!found) throw new Error(`No table ${table}`);
    return found;
  };

  function run(formula: Expression, home?: TableState, row = 0): Value {
    return evaluate(formula.node, {
      field: (column) => {
        if (!home) return new RuleError('#REF!');
        return cell(home.block.name, row, column);
      },
      column: (table, column) => wholeColumn(table, column),
      name,
      ...(home && { row: firstRow(home.block.name) + row }),
    });
  }

  function cell(table: string, row: number, column: string): Value {
    const found = state(table);
    const spec = found.columns.get(column);
    if (!spec) throw new Error(`No column ${column} in table ${table}`);
    let values = found.values.get(column);
    if (!values) found.values.set(column, (values = []));
    const known = values[row];
    if (known === computing) throw new CircularError(`${table}[${column}]`);
    if (known !== undefined) return known;
    let value: Value;
    if (spec.formula) {
      values[row] = computing;
      value = run(spec.formula, found, row);
    } else if (spec.role === 'key') {
      value = shown(undefined, found.block.rows[row]?.id);
    } else {
      value = shown(spec.list, found.block.rows[row]?.cells[column]);
    }
    values[row] = value;
    return value;
  }

  function wholeColumn(table: string, column: string): readonly Value[] {
    const found = state(table);
    const known = found.whole.get(column);
    if (known) return known;
    const values = Array.from({ length: found.count }, (_, row) => cell(table, row, column));
    found.whole.set(column, values);
    return values;
  }

  function name(id: string): Value {
    const known = named.get(id);
    if (known === computing) throw new CircularError(id);
    if (known !== undefined) return known;
    const field = fields.get(id);
    if (!field) return new RuleError('#REF!');
    named.set(id, computing);
    const value = field.formula ? run(field.formula) : shown(field.list, field.value);
    named.set(id, value);
    return value;
  }

  const text = (cell: TextCell): Value =>
    cell.formula ? run(cell.formula) : shown(undefined, cell.text);

  return { cell, rows: (table) => state(table).count, name, text };
}
