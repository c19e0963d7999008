import type { CellValue, Expression } from '../rules';
import type { Block, RowSpec, TableBlock, WorkbookSpec } from '../workbook';

/** Described workbooks with one thing otherwise; the rest is shared. */

const withBlocks = (spec: WorkbookSpec, change: (block: Block) => Block): WorkbookSpec => ({
  ...spec,
  sheets: spec.sheets.map((sheet) => ({ ...sheet, blocks: sheet.blocks.map(change) })),
});

const withTable = (
  spec: WorkbookSpec,
  table: string,
  change: (block: TableBlock) => TableBlock,
): WorkbookSpec =>
  withBlocks(spec, (block) =>
    block.kind === 'table' && block.name === table ? change(block) : block,
  );

/** With another value in a named cell. */
export const withField = (spec: WorkbookSpec, name: string, value: CellValue): WorkbookSpec =>
  withBlocks(spec, (block) =>
    block.kind === 'fields'
      ? {
          ...block,
          fields: block.fields.map((field) => (field.name === name ? { ...field, value } : field)),
        }
      : block,
  );

/** With only those rows of a table; the others stay as empty rows, so that no row moves. */
export const withRows = (
  spec: WorkbookSpec,
  table: string,
  keep: (cells: RowSpec['cells']) => boolean,
): WorkbookSpec =>
  withTable(spec, table, (block) => ({
    ...block,
    rows: block.rows.map((row) => (keep(row.cells) ? row : { id: '', cells: {} })),
  }));

/** With another rule in a column. */
export const withFormula = (
  spec: WorkbookSpec,
  table: string,
  column: string,
  change: (rule: Expression) => Expression,
): WorkbookSpec =>
  withTable(spec, table, (block) => ({
    ...block,
    columns: block.columns.map((one) =>
      one.id === column && one.formula ? { ...one, formula: change(one.formula) } : one,
    ),
  }));
