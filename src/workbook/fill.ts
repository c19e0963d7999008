import { serialOfIso } from '../rules';
import type { Engagement, Store } from '../engagement/schema';
import type { CellValue, ColumnSpec, FieldSpec, RowSpec, SheetSpec, TableBlock } from './spec';

/** Fills a described sheet with what an engagement holds: answers, own rows and columns, changed texts. */
export function applyEngagement(sheet: SheetSpec, engagement: Engagement): SheetSpec {
  return {
    ...sheet,
    blocks: sheet.blocks.map((block) => {
      if (block.kind === 'table') return isKeyed(block) ? fillTable(block, engagement) : block;
      if (block.kind !== 'fields') return block;
      return {
        ...block,
        fields: block.fields.map((field) =>
          field.stored ? fillField(field, engagement.settings) : field,
        ),
      };
    }),
  };
}

function fillField(field: FieldSpec, settings: Record<string, CellValue>): FieldSpec {
  const said = settings[field.id];
  const value = said === undefined ? (field.usual ?? null) : said;
  return { ...field, value: cellOf(field.kind, value) };
}

/** Whether rows have ids of their own, so that they are found again wherever they stand. */
export const isKeyed = (block: TableBlock) => block.columns[0]?.role === 'key';

/** Whether its rows are the layout's alone: as many as what people said takes, and nobody adds any. */
export const isLayouts = (block: TableBlock) =>
  isKeyed(block) && block.store === undefined && block.list === undefined;

/** Dates are ISO texts in an engagement and serial numbers in a workbook. */
const cellOf = (kind: ColumnSpec['kind'], value: CellValue): CellValue =>
  kind === 'date' && typeof value === 'string' ? (serialOfIso(value) ?? value) : value;

type Rows = Record<string, Record<string, CellValue>>;

function fillTable(block: TableBlock, engagement: Engagement): TableBlock {
  const answers = block.store === undefined ? {} : (engagement[block.store as Store] as Rows);
  const edits: Rows = engagement.edits[block.id] ?? {};
  const removed = new Set(engagement.removed[block.id]);
  const extra = extraColumns(block, engagement.extra[block.id] ?? {});
  const kinds = new Map(block.columns.map((column) => [column.id, column.kind]));
  const filled = (row: RowSpec): RowSpec => {
    const cells = { ...row.cells };
    for (const [column, value] of Object.entries({ ...answers[row.id], ...edits[row.id] })) {
      const kind = kinds.get(column);
      if (kind && value !== undefined) cells[column] = cellOf(kind, value);
    }
    for (const { column, values } of extra) cells[column.id] = values.get(row.id) ?? null;
    return { ...row, cells, defaults: row.cells };
  };
  const known = new Set(block.rows.map((row) => row.id));
  const own = Object.keys(answers)
    .filter((id) => !known.has(id))
    .map((id): RowSpec => ({ id, cells: {} }));
  return {
    ...block,
    columns: [...block.columns, ...extra.map(({ column }) => column)],
    rows: [...block.rows.filter((row) => !removed.has(row.id)), ...own].map(filled),
    spare: block.spare === 0 ? 0 : Math.max(Math.ceil(block.spare / 2), block.spare - own.length),
  };
}

/** The columns that someone added, with their values by row. */
function extraColumns(block: TableBlock, extra: Rows) {
  const byHeader = new Map<string, Map<string, CellValue>>();
  for (const [row, cells] of Object.entries(extra)) {
    for (const [header, value] of Object.entries(cells)) {
      const values = byHeader.get(header) ?? new Map<string, CellValue>();
      byHeader.set(header, values.set(row, value));
    }
  }
  const taken = new Set(block.columns.map(({ header }) => header.toLowerCase()));
  return [...byHeader]
    .filter(([header]) => !taken.has(header.toLowerCase()))
    .map(([header, values]) => ({
      column: { id: extraId(header), header, role: 'extra', kind: 'text', width: 16 } as ColumnSpec,
      values,
    }));
}

/** The id of a column that a user added: its header is all that is known of it. */
export const extraId = (header: string) => `extra.${header}`;
