import { serialOfIso } from '../rules';
import type { Engagement, Store } from '../engagement/schema';
import type { CellValue, ColumnSpec, RowSpec, SheetSpec, TableBlock } from './spec';

/** Fills a described sheet with what an engagement holds: answers, own rows, changed texts. */
export function applyEngagement(sheet: SheetSpec, engagement: Engagement): SheetSpec {
  return {
    ...sheet,
    blocks: sheet.blocks.map((block) => {
      if (block.kind === 'table') return fillTable(block, engagement);
      if (block.kind !== 'fields') return block;
      return {
        ...block,
        fields: block.fields.map((field) =>
          field.stored ? { ...field, value: cellOf(field.kind, field.value ?? null) } : field,
        ),
      };
    }),
  };
}

/** Dates are ISO texts in an engagement and serial numbers in a workbook. */
const cellOf = (kind: ColumnSpec['kind'], value: CellValue): CellValue =>
  kind === 'date' && typeof value === 'string' ? (serialOfIso(value) ?? value) : value;

function fillTable(block: TableBlock, engagement: Engagement): TableBlock {
  if (block.store === undefined) return block;
  const answers = engagement[block.store as Store] as Record<string, Record<string, CellValue>>;
  const edits = engagement.edits[block.id] ?? {};
  const removed = new Set(engagement.removed[block.store]);
  const kinds = new Map(block.columns.map((column) => [column.id, column.kind]));
  const filled = (row: RowSpec): RowSpec => {
    const given = { ...answers[row.id], ...edits[row.id] };
    const cells = { ...row.cells };
    for (const [column, value] of Object.entries(given)) {
      const kind = kinds.get(column);
      if (kind && value !== undefined) cells[column] = cellOf(kind, value);
    }
    return { ...row, cells, defaults: row.cells };
  };
  const known = new Set(block.rows.map((row) => row.id));
  const own = Object.keys(answers)
    .filter((id) => !known.has(id))
    .map((id): RowSpec => ({ id, cells: {} }));
  return {
    ...block,
    rows: [...block.rows.filter((row) => !removed.has(row.id)), ...own].map(filled),
    spare: block.spare === 0 ? 0 : Math.max(Math.ceil(block.spare / 2), block.spare - own.length),
  };
}
