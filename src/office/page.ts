import { columnLetters } from '../rules';
import { clientSheet } from '../workbook';
import { tabColors } from './looks';
import type { SheetLayout } from './positions';
import { addressOf } from './target';

/** Characters: what is wider would be too small to read. */
const widestOnA4 = 240;
const margin = 28;

/** How a sheet stands in its window and on paper: tab, panes, paper, margins, footers. */
export function setPage(worksheet: Excel.Worksheet, layout: SheetLayout): void {
  const { sheet, placements, widths } = layout;
  if (sheet.visibility !== 'Visible') {
    worksheet.tabColor = tabColors[sheet.tab];
    worksheet.visibility = sheet.visibility;
    return;
  }
  const table = placements.find(({ block }) => block.kind === 'table');
  const frozen = frozenPanes(layout);
  worksheet.tabColor = tabColors[sheet.tab];
  worksheet.showGridlines = false;
  if (frozen) {
    worksheet.freezePanes.freezeAt(addressOf({ row: 0, column: 0, ...frozen }));
  }
  const page = worksheet.pageLayout;
  page.orientation = sheet.page.orientation;
  const last = lastPrinted(layout);
  const end = firstWorking(layout);
  if (end !== undefined) {
    const columns = (last ?? Math.max(...widths.keys())) + 1;
    page.setPrintArea(addressOf({ row: 0, column: 0, rows: end, columns }));
  } else if (last !== undefined) {
    page.setPrintArea(`A:${columnLetters(last)}`);
  }
  page.paperSize = printWidth(layout, last) > widestOnA4 ? 'A3' : 'A4';
  page.setPrintMargins('Points', { left: margin, right: margin, top: margin });
  page.zoom = { horizontalFitToPages: 1 };
  page.headersFooters.defaultForAllPages.leftFooter = '&A';
  page.headersFooters.defaultForAllPages.rightFooter = '&P / &N';
  if (table && sheet.freeze) page.setPrintTitleRows(`$${table.row + 1}:$${table.row + 1}`);
}

/** The row at which the workings begin, below all that is for paper. */
function firstWorking({ sheet, placements }: SheetLayout): number | undefined {
  const { workings } = clientSheet(sheet);
  const at = placements.findIndex(({ block }) => block.id === workings);
  const before = placements[at - 2];
  return workings === undefined || !before ? undefined : before.row + before.rows;
}

/** The last column on paper, where not all are. */
function lastPrinted({ sheet, placements }: SheetLayout): number | undefined {
  const table = placements.find(({ block }) => block.kind === 'table');
  if (sheet.page.until === undefined || table?.block.kind !== 'table') return undefined;
  return table.column + table.block.columns.findIndex(({ id }) => id === sheet.page.until);
}

const printWidth = ({ widths, hiddenColumns }: SheetLayout, last = Infinity): number =>
  [...widths].reduce(
    (sum, [column, width]) => (column > last || hiddenColumns.includes(column) ? sum : sum + width),
    0,
  );

function frozenPanes({
  sheet: { freeze },
  placements,
}: SheetLayout): { rows: number; columns: number } | undefined {
  if (!freeze) return undefined;
  const placed = placements.find(({ block }) => block.id === freeze.table);
  if (!placed || placed.block.kind !== 'table') return undefined;
  const column = placed.block.columns.findIndex(({ id }) => id === freeze.column);
  return { rows: placed.row + 1, columns: placed.column + column + 1 };
}
