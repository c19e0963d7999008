import { layOutNew, outline, layoutSheet } from '../office';
import type { ColumnSpec, SheetSpec, WorkbookSpec } from '../workbook';

/**
 * Lays a template into an empty workbook and protects its sheets, without a password: what is to be
 * filled is open, the rest is kept from slips.
 */
export async function layTemplate(
  context: Excel.RequestContext,
  spec: WorkbookSpec,
): Promise<{ cells: number }> {
  const { cells } = await layOutNew(context, await outline(context), spec);
  for (const sheet of spec.sheets) {
    if (sheet.visibility === 'Visible') guard(context, sheet);
    else context.workbook.worksheets.getItem(sheet.name).visibility = sheet.visibility;
  }
  await context.sync();
  return { cells };
}

const allowed: Excel.WorksheetProtectionOptions = {
  allowAutoFilter: true,
  allowSort: true,
  allowFormatCells: true,
  allowFormatColumns: true,
  allowFormatRows: true,
  allowEditObjects: true,
  allowEditScenarios: true,
};

/** Unlocks the cells to fill, and every cell of the rows for one's own. */
function guard(context: Excel.RequestContext, sheet: SheetSpec): void {
  const worksheet = context.workbook.worksheets.getItem(sheet.name);
  const open = (row: number, column: number, rows: number, spec?: ColumnSpec) => {
    const range = worksheet.getRangeByIndexes(row, column, rows, 1);
    range.format.protection.locked = false;
    // A day or share that someone writes about stays as it was written.
    if (spec?.kind === 'text' && spec.list === undefined)
      range.numberFormat = Array.from({ length: rows }, () => ['@']);
  };
  for (const { block, row, column } of layoutSheet(sheet).placements) {
    if (block.kind === 'fields')
      block.fields.forEach(({ role }, i) => {
        if (role === 'input') open(row + i, column + 1, 1);
      });
    if (block.kind !== 'table') continue;
    block.columns.forEach((spec, i) => {
      const described = spec.role === 'input' ? block.rows.length : 0;
      const first = row + 1 + block.rows.length - described;
      const rows = described + (isOwnOpen(spec) ? block.spare : 0);
      if (rows > 0) open(first, column + i, rows, spec);
    });
  }
  worksheet.protection.protect(allowed);
}

const isOwnOpen = ({ role }: ColumnSpec) => role === 'input' || role === 'content';
