import type { MapEdits } from '../../deliver';
import { type MatchedTable, asText } from '../../office';

/**
 * Writes what a map changed into the cells where a person would type it. New rows go into the
 * table's empty ones, and get their ids when the workbook is laid out again.
 */
export async function writeEdits(
  context: Excel.RequestContext,
  tables: ReadonlyMap<string, MatchedTable>,
  edits: MapEdits,
): Promise<void> {
  const body = (table: string) => {
    const matched = tables.get(table);
    if (!matched) return undefined;
    const range = context.workbook.tables.getItem(matched.snapshot.name).getDataBodyRange();
    return { matched, range, ids: idsOf(matched) };
  };
  if (edits.project !== undefined)
    context.workbook.names.getItem('Engagement.Project').getRange().values = [
      [asText(edits.project)],
    ];
  for (const { table, row, column, shown } of edits.cells) {
    const found = body(table);
    const position = found?.matched.positions.get(column);
    const at = found?.ids.indexOf(row) ?? -1;
    if (found && position !== undefined && at >= 0)
      found.range.getCell(at, position).values = [[asText(shown)]];
  }
  const next = new Map<string, number>();
  for (const { table, cells } of edits.rows) {
    const found = body(table);
    if (!found) continue;
    const at = next.get(table) ?? firstFree(found.matched);
    next.set(table, at + 1);
    if (at >= found.ids.length)
      context.workbook.tables.getItem(found.matched.snapshot.name).rows.add();
    const range = context.workbook.tables.getItem(found.matched.snapshot.name).getDataBodyRange();
    for (const [column, { shown }] of Object.entries(cells)) {
      const position = found.matched.positions.get(column);
      if (position !== undefined) range.getCell(at, position).values = [[asText(shown)]];
    }
  }
  await context.sync();
}

const idsOf = ({ snapshot, positions }: MatchedTable): string[] => {
  const at = positions.get('id') ?? 0;
  return snapshot.values.map((cells) => String(cells[at] ?? ''));
};

/** After the last row that holds something a person typed. */
function firstFree({ block, snapshot, positions }: MatchedTable): number {
  const filled = block.columns
    .filter(({ role }) => role === 'key' || role === 'input' || role === 'content')
    .flatMap(({ id }) => positions.get(id) ?? []);
  let last = -1;
  snapshot.values.forEach((cells, i) => {
    if (filled.some((position) => cells[position] !== '' && cells[position] !== null)) last = i;
  });
  return last + 1;
}
