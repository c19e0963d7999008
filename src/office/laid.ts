import type { MatchedTable } from './match';

/** Row id → what its texts were laid out as: fingerprints, in the order of the row's text columns. */
export type LaidRows = ReadonlyMap<string, string[]>;

/** What the workbook was laid out with, by table id. */
export function laidTables(
  tables: ReadonlyMap<string, MatchedTable>,
): ReadonlyMap<string, LaidRows> {
  const matched = tables.get('provenance.rows');
  const [tableAt, rowAt, textsAt] = ['table', 'row', 'texts'].map((id) =>
    matched?.positions.get(id),
  );
  const laid = new Map<string, Map<string, string[]>>();
  if (!matched || tableAt === undefined || rowAt === undefined) return laid;
  for (const cells of matched.snapshot.values) {
    const table = String(cells[tableAt]);
    const rows = laid.get(table) ?? new Map<string, string[]>();
    const texts = textsAt === undefined ? '' : String(cells[textsAt]);
    laid.set(table, rows.set(String(cells[rowAt]), texts.split(' ')));
  }
  return laid;
}
