import type { Naming } from '../rules';
import type { FieldSpec, SheetSpec, TableBlock } from '../workbook';

/** Words of tables and columns as they stand in a workbook, where they differ from the description. */
export interface ActualNames {
  tables: ReadonlyMap<string, string>;
  /** Table name → column id → header. */
  headers: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

const asDescribed: ActualNames = { tables: new Map(), headers: new Map() };

export const tablesOf = (sheets: SheetSpec[]): TableBlock[] =>
  sheets.flatMap((sheet) => sheet.blocks).filter((block) => block.kind === 'table');

export const fieldsOf = (sheets: SheetSpec[]): FieldSpec[] =>
  sheets
    .flatMap((sheet) => sheet.blocks)
    .flatMap((block) => (block.kind === 'fields' ? block.fields : []));

export function namingOf(sheets: SheetSpec[], actual: ActualNames = asDescribed): Naming {
  const headers = new Map(
    tablesOf(sheets).map((table) => [
      table.name,
      new Map(table.columns.map((column) => [column.id, column.header])),
    ]),
  );
  return {
    table: (id) => actual.tables.get(id) ?? id,
    header: (table, column) => {
      const header = actual.headers.get(table)?.get(column) ?? headers.get(table)?.get(column);
      if (header === undefined) throw new Error(`No column ${column} in table ${table}`);
      return header;
    },
    name: (id) => id,
  };
}

export const sheetAnchor = (sheet: string) => `appfi.sheet.${sheet}`;
export const blockAnchor = (block: string) => `appfi.${block}`;
/** A defined name knows no hyphen: "Driver" and "ka.driver.gross-margin" → "Driver.ka.driver.gross_margin". */
export const cellName = (prefix: string, row: string) =>
  `${prefix}.${row.replaceAll(/[^\p{L}\p{N}._]/gu, '_')}`;
