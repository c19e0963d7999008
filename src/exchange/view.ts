import { naturalKey } from '../engagement/register';
import type { ColumnSpec, ListSpec, RowSpec, TableBlock, WorkbookSpec } from '../workbook';
import type { Value } from './sent';
import { kept } from './templateSheets';

/** A described workbook's tables, asked by ids. */
export class View {
  private readonly blocks = new Map<string, TableBlock>();
  private readonly rows = new Map<string, Map<string, RowSpec>>();
  private readonly sheets = new Map<string, string>();

  constructor(private readonly spec: WorkbookSpec) {
    for (const { name, blocks } of spec.sheets)
      for (const block of blocks) {
        if (block.kind !== 'table') continue;
        this.blocks.set(block.id, block);
        this.rows.set(block.id, new Map(block.rows.map((row) => [row.id, row])));
        this.sheets.set(block.id, name);
      }
  }

  /** The name of the sheet that a table stands on. */
  sheetOf(table: string): string | undefined {
    return this.sheets.get(table);
  }

  block(table: string): TableBlock | undefined {
    return this.blocks.get(table);
  }

  row(table: string, row: string): RowSpec | undefined {
    return this.rows.get(table)?.get(row);
  }

  column(table: string, column: string): ColumnSpec | undefined {
    return this.block(table)?.columns.find(({ id }) => id === column);
  }

  list(id: string | undefined): ListSpec | undefined {
    return this.spec.lists.find((one) => one.id === id);
  }

  /** As an engagement keeps it; null where nothing stands. */
  value(table: string, row: string, column: string): Value {
    const spec = this.column(table, column);
    const value = this.row(table, row)?.cells[column] ?? null;
    return spec ? kept(spec, value) : value;
  }

  /** What people call a row. */
  nameOf(table: string, row: string): string | undefined {
    const words = naturalKey(table).flatMap((column) => {
      const value = this.value(table, row, column);
      return value === null || value === '' ? [] : [this.shown(table, column, value)];
    });
    return words.length > 0 ? words.join(' · ') : undefined;
  }

  /** The words a person sees for a value. */
  shown(table: string, column: string, value: Value): string {
    if (value === null) return '–';
    const list = this.list(this.column(table, column)?.list);
    return list?.entries.find(({ id }) => id === value)?.label ?? String(value);
  }
}
