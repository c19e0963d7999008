import { shown } from '../../src/office/cells';
import { bodyRows, layoutSheet } from '../../src/office/positions';
import { evaluate, isError, type Scope, type Value } from '../../src/rules';
import type { FieldSpec, TableBlock, WorkbookSpec } from '../../src/workbook';

/** A formula's cell: where it stands, and what evaluating the rule in TypeScript gives. */
export interface Evaluated {
  sheet: string;
  /** Zero-based. */
  row: number;
  column: number;
  place: string;
  value: string | number | boolean;
}

interface Placed {
  block: TableBlock;
  sheet: string;
  row: number;
  column: number;
}

/** Evaluates every formula of a described workbook, column by column as they need each other. */
export function evaluateWorkbook(spec: WorkbookSpec): Evaluated[] {
  const layouts = spec.sheets.map(layoutSheet);
  const tables = new Map<string, Placed>();
  const fields = new Map<string, FieldSpec>();
  for (const { sheet, placements } of layouts) {
    for (const { block, row, column } of placements) {
      if (block.kind === 'table') tables.set(block.name, { block, sheet: sheet.name, row, column });
      if (block.kind === 'fields') for (const field of block.fields) fields.set(field.name, field);
    }
  }
  const columns = new Map<string, readonly Value[]>();
  const names = new Map<string, Value>();

  const column = (table: string, id: string): readonly Value[] => {
    const key = `${table}[${id}]`;
    const known = columns.get(key);
    if (known) return known;
    const placed = tables.get(table);
    const described = placed?.block.columns.find((one) => one.id === id);
    if (!placed || !described) throw new Error(`No ${key}`);
    const { block } = placed;
    const { formula } = described;
    const values = Array.from({ length: bodyRows(block) }, (_, r): Value => {
      if (formula) return evaluate(formula.node, scopeOf(placed, r));
      const row = block.rows[r];
      if (!row) return null;
      const value = described.role === 'key' ? row.id : shown(spec, described, row.cells[id]);
      return value === '' ? null : value;
    });
    columns.set(key, values);
    return values;
  };
  const name = (id: string): Value => {
    const field = fields.get(id);
    if (!field) throw new Error(`No name ${id}`);
    if (!field.formula) return shown(spec, field, field.value);
    if (!names.has(id)) names.set(id, evaluate(field.formula.node, outside));
    return names.get(id) ?? null;
  };
  const outside: Scope = {
    field: (id) => {
      throw new Error(`[@${id}] outside a table`);
    },
    column,
    name,
  };
  const scopeOf = ({ block, row }: Placed, r: number): Scope => ({
    field: (id) => column(block.name, id)[r] ?? null,
    column,
    name,
    row: row + 2 + r,
  });

  return layouts.flatMap(({ sheet, placements }) =>
    placements.flatMap(({ block, row, column: left }): Evaluated[] => {
      const at = (r: number, c: number, place: string, value: Value): Evaluated => ({
        sheet: sheet.name,
        row: row + r,
        column: left + c,
        place,
        value: isError(value) ? value.code : (value ?? 0),
      });
      if (block.kind === 'table') {
        return block.columns.flatMap((described, c) =>
          described.formula
            ? column(block.name, described.id).map((value, r) =>
                at(r + 1, c, `${block.name}[${described.id}] ${r + 1}`, value),
              )
            : [],
        );
      }
      if (block.kind === 'fields') {
        return block.fields.flatMap((field, r) =>
          field.formula ? [at(r, 1, field.name, name(field.name))] : [],
        );
      }
      if (block.kind !== 'text') return [];
      return block.rows.flatMap((cells, r) =>
        cells.flatMap(({ formula }, c) =>
          formula ? [at(r, c, `${block.id} ${r} ${c}`, evaluate(formula.node, outside))] : [],
        ),
      );
    }),
  );
}
