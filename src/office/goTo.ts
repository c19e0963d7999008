import type { Study } from './agreement';
import type { Finding } from './findings';
import { identify } from './identify';
import { tableNamed } from './match';
import { sheetAnchor } from './naming';

/**
 * Somewhere in a workbook of ours: a sheet, a row's cell, or a named cell, all by id; or a cell on a
 * sheet as both are called now.
 */
export type Place =
  { sheet: string } | CellPlace | { name: string } | { on: string; cell?: string };

interface CellPlace {
  table: string;
  /** Its id, or its number where rows have none; the first row when absent. */
  row?: string;
  /** The first that is seen when absent. */
  column?: string;
}

/** Where a finding is; undefined when what it speaks of is gone. */
export function placeOf(finding: Finding, { read }: Study): Place | undefined {
  const { table, row, column, name, sheet } = finding;
  const matched = tableNamed(read.matching, table);
  if (matched) return { table: matched.block.id, column, ...(row !== '*' && { row }) };
  if (name !== undefined) return { name };
  return sheet === undefined ? undefined : { on: sheet };
}

/** Shows a place, whatever its sheet and table are called now; false when it is gone. */
export async function goTo(
  context: Excel.RequestContext,
  place: Place,
  study?: Study,
): Promise<boolean> {
  const range = rangeOf(context, place, study);
  if (!range) return false;
  range.load('address,worksheet/visibility');
  await context.sync();
  if (range.isNullObject) return false;
  if (range.worksheet.visibility === 'Hidden') range.worksheet.visibility = 'Visible';
  range.worksheet.activate();
  const whole = 'sheet' in place || ('on' in place && place.cell === undefined);
  if (!whole) range.select();
  await context.sync();
  return true;
}

function rangeOf(
  context: Excel.RequestContext,
  place: Place,
  study: Study | undefined,
): Excel.Range | undefined {
  if ('table' in place) return cellOf(context, place, study);
  if ('on' in place) {
    const sheet = context.workbook.worksheets.getItemOrNullObject(place.on);
    return place.cell === undefined ? sheet.getCell(0, 0) : sheet.getRange(place.cell);
  }
  const name = 'sheet' in place ? sheetAnchor(place.sheet) : place.name;
  return context.workbook.names.getItemOrNullObject(name).getRangeOrNullObject();
}

/** The cell where the study saw it. */
function cellOf(
  context: Excel.RequestContext,
  { table, row, column }: CellPlace,
  study: Study | undefined,
): Excel.Range | undefined {
  const matched = study?.read.matching.tables.get(table);
  if (!matched) return undefined;
  const { block, snapshot, positions } = matched;
  const ids = identify(block, matched, []) ?? [];
  const at = row === undefined ? 0 : ids.includes(row) ? ids.indexOf(row) : Number(row) - 1;
  const seen = block.columns.find(({ role, hidden }) => role !== 'key' && !hidden);
  const position = positions.get(column ?? seen?.id ?? '');
  if (!(at >= 0 && at < snapshot.values.length) || position === undefined) return undefined;
  return context.workbook.tables
    .getItemOrNullObject(snapshot.name)
    .getDataBodyRange()
    .getCell(at, position);
}
