import type { WorkbookSpec } from '../workbook';
import type { Operation } from './batch';
import type { Inspection } from './inspect';
import type { Matching } from './match';
import { referenceTo } from './target';
import { tablesOf } from './naming';

/** Drop-downs read a named range, which shall be the whole of its table whatever was added there. */
export function listNames(
  spec: WorkbookSpec,
  inspection: Inspection,
  matching: Matching,
): Operation[] {
  return tablesOf(spec.sheets).flatMap((block): Operation[] => {
    const list = spec.lists.find(({ id }) => id === block.list);
    const matched = matching.tables.get(block.id);
    const position = matched?.positions.get('entry');
    if (!list || !matched || position === undefined) return [];
    const { snapshot } = matched;
    const named = inspection.named.get(list.name);
    const rows = Math.max(snapshot.values.length, block.rows.length);
    const covers =
      named?.sheet === snapshot.sheet &&
      named.row === snapshot.row + 1 &&
      named.column === snapshot.column + position &&
      named.values.length === rows;
    if (covers) return [];
    const stands = inspection.names.includes(list.name);
    const had = named && referenceTo(named.sheet, { ...named, ...sizeOf(named.values) });
    return [
      {
        undo: [{ kind: 'name', name: list.name, ...(had !== undefined && { had }) }],
        apply: (context) => {
          const { names, tables } = context.workbook;
          if (stands) names.getItem(list.name).delete();
          const column = tables.getItem(snapshot.name).columns.getItemAt(position);
          names.add(list.name, column.getDataBodyRange());
        },
      },
    ];
  });
}

const sizeOf = (values: readonly (readonly unknown[])[]) => ({
  rows: values.length,
  columns: values[0]?.length ?? 1,
});
