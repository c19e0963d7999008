import { layoutSheet } from '../../src/office/positions';
import { isError, type Value } from '../../src/rules';
import type { WorkbookSpec } from '../../src/workbook';
import { compute } from '../../src/workbook/compute';

/** A formula's cell: where it stands, and what evaluating the rule in TypeScript gives. */
export interface Evaluated {
  sheet: string;
  /** Zero-based. */
  row: number;
  column: number;
  place: string;
  value: string | number | boolean;
}

/** Every formula of a described workbook as it is laid out, or of some of its sheets, evaluated. */
export function evaluateWorkbook(spec: WorkbookSpec, only?: ReadonlySet<string>): Evaluated[] {
  const layouts = spec.sheets.map(layoutSheet);
  const placements = layouts.flatMap(({ placements }) => placements);
  const tops = new Map(
    placements.map(({ block, row }) => [block.kind === 'table' ? block.name : block.id, row]),
  );
  const computed = compute(spec, (table) => (tops.get(table) ?? 0) + 2);
  const shown = layouts.filter(({ sheet }) => only?.has(sheet.id) ?? true);
  return shown.flatMap(({ sheet, placements }) =>
    placements.flatMap(({ block, row, column: left }): Evaluated[] => {
      const at = (r: number, c: number, place: string, value: Value): Evaluated => ({
        sheet: sheet.name,
        row: row + r,
        column: left + c,
        place,
        value: isError(value) ? value.code : (value ?? 0),
      });
      if (block.kind === 'table') {
        const rows = Array.from({ length: computed.rows(block.name) }, (_, r) => r);
        return block.columns.flatMap(({ id, formula }, c) =>
          formula
            ? rows.map((r) =>
                at(r + 1, c, `${block.name}[${id}] ${r + 1}`, computed.cell(block.name, r, id)),
              )
            : [],
        );
      }
      if (block.kind === 'fields') {
        return block.fields.flatMap((field, r) =>
          field.formula ? [at(r, 1, field.name, computed.name(field.name))] : [],
        );
      }
      if (block.kind !== 'text') return [];
      return block.rows.flatMap((cells, r) =>
        cells.flatMap((cell, c) =>
          cell.formula ? [at(r, c, `${block.id} ${r} ${c}`, computed.text(cell))] : [],
        ),
      );
    }),
  );
}
