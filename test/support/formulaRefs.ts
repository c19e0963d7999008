import type { Ref } from '../../src/explain';
import type { Value } from '../../src/rules';
import type { WorkbookSpec } from '../../src/workbook';

/** Every formula's cell of a described workbook. */
export const formulaRefs = (spec: WorkbookSpec, rows: (table: string) => number): Ref[] =>
  spec.sheets
    .flatMap(({ blocks }) => blocks)
    .flatMap((block): Ref[] => {
      if (block.kind === 'table')
        return block.columns
          .filter(({ formula }) => formula)
          .flatMap(({ id: column }) =>
            Array.from({ length: rows(block.name) }, (_, row): Ref => ({
              ...{ kind: 'cell', table: block.name, row, column },
            })),
          );
      if (block.kind === 'fields')
        return block.fields.flatMap(({ name, formula }): Ref[] =>
          formula ? [{ kind: 'name', name }] : [],
        );
      if (block.kind !== 'text') return [];
      return block.rows.flatMap((cells, row) =>
        cells.flatMap(({ formula }, column): Ref[] =>
          formula ? [{ kind: 'text', block: block.id, row, column }] : [],
        ),
      );
    });

/** Numbers to nine digits, everything else exactly. */
export function isSame(a: Value, b: Value): boolean {
  if (typeof a === 'number' && typeof b === 'number')
    return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
  return JSON.stringify(a) === JSON.stringify(b);
}
